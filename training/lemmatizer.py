#!/usr/bin/env python3
"""Trains the lemmatizer: a table from words and tags to lemmas and features, out of UD treebanks.

Usage: training/lemmatizer.py --out data/models/lemmas.tsv [--wordnet DIR] TRAIN.conllu… [--dev DEV.conllu]…
DIR holds WordNet's index.noun, index.verb, noun.exc and verb.exc (Debian's wordnet-base has them in /usr/share/wordnet): the
regular and irregular inflections of its nouns and verbs are learnt beside the treebanks' words.
The table (language/lemmatizer/lemmatizer.h says how it is read) has a header line with its version and the SHA-256 of the
lines behind it, then lines of four kinds, each sorted:
  S  XPOS  shape  suffix  rule    the longest suffix of the lower-cased form that is listed decides the rule
  L  form  UPOS  XPOS  rule       words whose rule is another, by lower-cased form with a plain apostrophe
  D  UPOS  XPOS  feats            features of a tag
  F  form  UPOS  XPOS  feats      words whose features are others
shape: l (no capital), t (one capital, the first), u (all capitals, two at least), o (other). rule: case (k: as it stands, l: lower-cased), the
number of characters to cut at the end in two digits, and what to append: "l03y". The same input gives the same bytes."""
import argparse
import collections
import hashlib

VERSION = 1
SUFFIX_SIZES = range(0, 6)
PREFIXES = ("fore", "mis", "out", "over", "re", "un", "under", "up", "with")
SEEN_AT_LEAST = 2  # of a suffix, and of a word's features


def words(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line[0].isdigit():
                continue
            row = line.rstrip("\n").split("\t")
            if row[0].isdigit():
                yield row[1], row[2], row[3], row[4], row[5]


def wordnet(folder):
    """Yields (form, lemma, UPOS, XPOS) of the inflections of WordNet's one-word nouns and verbs."""

    def lemmas(name):
        with open("%s/index.%s" % (folder, name), encoding="ascii") as file:
            for line in file:
                word = line.split(" ", 1)[0]
                if word.isalpha() and len(word) > 2:
                    yield word

    def exceptions(name):
        forms = collections.defaultdict(list)
        with open("%s/%s.exc" % (folder, name), encoding="ascii") as file:
            for line in file:
                form, *words = line.split()
                for word in words:
                    if form.isalpha() and word.isalpha():
                        forms[word].append(form)
        return forms

    def with_s(word):
        if word[-1] in "sxz" or word.endswith(("ch", "sh")):
            return word + "es"
        return word[:-1] + "ies" if word[-1] == "y" and word[-2] not in "aeiou" else word + "s"

    def with_ed(word):
        if word[-1] == "e":
            return word + "d"
        return word[:-1] + "ied" if word[-1] == "y" and word[-2] not in "aeiou" else word + "ed"

    def with_ing(word):
        if word.endswith("ie"):
            return word[:-2] + "ying"
        return word[:-1] + "ing" if word[-1] == "e" and word[-2] not in "eoy" else word + "ing"

    irregular = exceptions("noun")
    for word in lemmas("noun"):
        for form in irregular.get(word) or [with_s(word)]:
            yield form, word, "NOUN", "NNS"
    irregular = exceptions("verb")
    for word in lemmas("verb"):
        forms = irregular.get(word, [])
        yield (word + "es" if word[-1] == "o" else with_s(word)), word, "VERB", "VBZ"
        for form in [f for f in forms if f.endswith("ing")] or [with_ing(word)]:
            yield form, word, "VERB", "VBG"
        for form in [f for f in forms if not f.endswith(("ing", "s"))] or [with_ed(word)]:
            yield form, word, "VERB", "VBD"
            yield form, word, "VERB", "VBN"


def lower(text):
    """ASCII only, as the program does it."""
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in text)


def key(form):
    return lower(form).replace("\u2019", "'")


def is_number(form):
    return form[0].isascii() and form[0].isdigit() and all(c in "0123456789,." for c in form)


def shape(form):
    letters = [c for c in form if c.isascii() and c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    if capitals == 0:
        return "l"
    if capitals == len(letters) and capitals > 1:
        return "u"
    return "t" if capitals == 1 and form[0].isupper() else "o"


def rule_of(form, lemma):
    """The rule that makes lemma of form with the least change."""
    best = None
    for case, base in (("l", lower(form)), ("k", form)):
        common = 0
        while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
            common += 1
        rule = (len(base) - common + len(lemma) - common, case, "%s%02d%s" % (case, len(base) - common, lemma[common:]))
        if best is None or rule[0] < best[0]:
            best = rule
    return best[2]


def apply(rule, form):
    base = form if rule[0] == "k" else lower(form)
    cut = int(rule[1:3])
    return base[:max(0, len(base) - cut)] + rule[3:]


class Table:
    def __init__(self):
        self.suffixes, self.lemmas, self.tags, self.features = {}, {}, {}, {}

    def suffix_rule(self, form, xpos):
        low, kind, rule = lower(form), shape(form), "k00"
        for size in SUFFIX_SIZES:
            if size <= len(low):
                rule = self.suffixes.get((xpos, kind, low[len(low) - size:]), rule)
        return rule

    def lemma(self, form, upos, xpos):
        if is_number(form):
            return form.replace(",", "")
        rule = self.lemmas.get((key(form), upos, xpos)) or self.prefixed_rule(form, upos, xpos)
        return apply(rule or self.suffix_rule(form, xpos), form)

    def prefixed_rule(self, form, upos, xpos):
        """overthrew as threw"""
        word = key(form)
        for prefix in PREFIXES:
            if upos == "VERB" and word.startswith(prefix) and len(word) > len(prefix) + 2:
                rule = self.lemmas.get((word[len(prefix):], upos, xpos))
                if rule:
                    return rule
        return None

    def feats(self, form, upos, xpos):
        found = self.features.get((key(form), upos, xpos))
        return found if found is not None else self.tags.get((upos, xpos), "_")


def most_common(counter):
    return min(counter.items(), key=lambda item: (-item[1], item[0]))


def inflections(rows, folder):
    """WordNet's words that the treebanks do not have, one lemma each: one that they have, else the first."""
    seen = {(key(form), upos, xpos) for form, _, upos, xpos, _ in rows}
    known = collections.Counter((lemma, upos) for _, lemma, upos, _, _ in rows)
    best = {}
    for form, lemma, upos, xpos in wordnet(folder):
        if (form, upos, xpos) in seen:
            continue
        rank = (-known[lemma, upos], lemma)
        if (form, upos, xpos) not in best or rank < best[form, upos, xpos]:
            best[form, upos, xpos] = rank
    return [(form, rank[1], upos, xpos) for (form, upos, xpos), rank in sorted(best.items())]


def train(rows, more_words):
    table = Table()
    by_word = collections.defaultdict(collections.Counter)
    by_tag = collections.defaultdict(collections.Counter)
    word_rules = collections.defaultdict(collections.Counter)
    suffixes = collections.defaultdict(collections.Counter)
    for form, lemma, upos, xpos, feats in rows:
        if "\t" in form or " " in form or lemma == "_" and form != "_":
            continue
        # A misspelling's lemma and its Typo=Yes belong to that place only.
        if "Typo=Yes" in feats:
            continue
        rule = rule_of(form, lemma)
        word_rules[key(form), upos, xpos][rule] += 1
        by_word[key(form), upos, xpos][feats] += 1
        by_tag[upos, xpos][feats] += 1
    types = collections.defaultdict(set)
    for form, lemma, upos, xpos, feats in rows:
        if "Typo=Yes" in feats or lemma == "_" and form != "_" or is_number(form):
            continue
        types[form, xpos].add(rule_of(form, lemma))
    for form, lemma, upos, xpos in more_words:
        types[form, xpos].add(rule_of(form, lemma))
        word_rules[form, upos, xpos][rule_of(form, lemma)] += 1
    for (form, xpos), rules in sorted(types.items()):
        low = lower(form)
        for rule in rules:
            for size in SUFFIX_SIZES:
                if size <= len(low):
                    suffixes[size, xpos, shape(form), low[len(low) - size:]][rule] += 1
    for size, xpos, kind, suffix in sorted(suffixes):
        rule, count = most_common(suffixes[size, xpos, kind, suffix])
        if size and count < SEEN_AT_LEAST:
            continue
        shorter = "k00"
        for n in range(0, size):
            shorter = table.suffixes.get((xpos, kind, suffix[len(suffix) - n:]), shorter)
        if rule != shorter or size == 0:
            table.suffixes[xpos, kind, suffix] = rule
    forms = collections.defaultdict(collections.Counter)
    for form, lemma, upos, xpos, feats in rows:
        if "Typo=Yes" not in feats and not (lemma == "_" and form != "_"):
            forms[key(form), upos, xpos][form, lemma] += 1
    for form, lemma, upos, xpos in more_words:
        forms[form, upos, xpos][form, lemma] += 1
    for word, pairs in sorted(forms.items()):
        total = sum(pairs.values())
        wrong = sum(n for (form, lemma), n in pairs.items() if table.lemma(form, *word[1:]) != lemma)
        if not wrong:
            continue
        best, cost = None, wrong
        for rule in sorted(word_rules[word]):
            bad = sum(n for (form, lemma), n in pairs.items() if apply(rule, form) != lemma)
            if bad < cost:
                best, cost = rule, bad
        if best is not None:
            table.lemmas[word] = best
    for tag, counts in by_tag.items():
        table.tags[tag] = most_common(counts)[0]
    for word, counts in by_word.items():
        feats, count = most_common(counts)
        if feats != table.tags[word[1:]] and count >= SEEN_AT_LEAST:
            table.features[word] = feats
    return table


def lines(table):
    for kind, part in (("S", table.suffixes), ("L", table.lemmas), ("D", table.tags), ("F", table.features)):
        for fields in sorted(part):
            yield "\t".join((kind,) + fields + (part[fields],)) + "\n"


# GUM has one slip ("freed" as "fre"), and the rule of "-ed" would repeat it for the past tense, which the corpora lack.
UNSEEN = [("freed", "free", "VERB", "VBD", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin")]


def corrected(row):
    return (row[0], "free") + tuple(row[2:]) if (row[0].lower(), row[1]) == ("freed", "fre") else row


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--out", required=True)
    arguments.add_argument("--wordnet", metavar="DIR")
    arguments.add_argument("--dev", action="append", default=[])
    arguments.add_argument("files", nargs="+")
    options = arguments.parse_args()
    rows = [corrected(row) for path in options.files for row in words(path)] + UNSEEN
    table = train(rows, inflections(rows, options.wordnet) if options.wordnet else [])
    body = "".join(lines(table)).encode("utf-8")
    with open(options.out, "wb") as file:
        file.write(b"entente-lemmas\t%d\t%s\n" % (VERSION, hashlib.sha256(body).hexdigest().encode()))
        file.write(body)
    print("%d suffixes, %d words, %d tags, %d words with features, %d bytes" % (
        len(table.suffixes), len(table.lemmas), len(table.tags), len(table.features), len(body)))
    for path in options.dev:
        count, lemmas, feats = 0, 0, 0
        for form, lemma, upos, xpos, features in words(path):
            count += 1
            lemmas += table.lemma(form, upos, xpos) == lemma
            feats += table.feats(form, upos, xpos) == features
        print("%s: lemmas %.4f, features without context %.4f of %d words" % (path, lemmas / count, feats / count, count))


if __name__ == "__main__":
    main()
