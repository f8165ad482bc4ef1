#!/usr/bin/env python3
"""Makes the shortest of sentences, a name, a verb and its object, with their parse: what treebanks have next to none of,
so that in "Chad shelled Mali." every word might be a noun.

    training/short_sentences.py news.conllu > short.conllu

The words are those of a text that a parser has read (with lemmas): every verb that has an object there four times, in
the present and, where it is seen, the past, with names and plural nouns of the same text at random. The sentences mean
nothing; their parse is right by the way they are made. Same input, same output.
"""
import argparse
import collections
import random

import conllu

# Verbs whose past is like the present; that of others is a mistake of the parser.
UNCHANGED = set("bid beat cast cost cut hit hurt let put quit read set shut split spread".split())


def present(lemma):
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def count_words(path):
    """-> transitive lemmas, past forms by lemma, one-word names, plural nouns; each with how often it is seen."""
    transitive, names, nouns = collections.Counter(), collections.Counter(), collections.Counter()
    past = collections.defaultdict(collections.Counter)
    for s in conllu.read(path):
        with_object = {h for h, r in zip(s.heads, s.deprels) if r == "obj"}
        heads = set(s.heads)
        for i, (form, lemma) in enumerate(zip(s.forms, s.lemmas), 1):
            argument = s.deprels[i - 1] in ("nsubj", "obj")
            if not form.isalpha():
                continue
            if s.upos[i - 1] == "VERB" and lemma.isalpha() and lemma.islower():
                transitive[lemma] += i in with_object
                if s.xpos[i - 1] == "VBD":
                    past[lemma][form.lower()] += 1
            elif s.xpos[i - 1] == "NNP" and argument and i not in heads and form[0].isupper() and len(form) > 2:
                names[form] += 1
            elif s.xpos[i - 1] == "NNS" and argument and form.islower():
                nouns[form] += 1
    return transitive, past, names, nouns


def sentence(form, xpos, names, nouns, generator):
    """Rows of form, UPOS, XPOS, head, relation."""
    rows = [(generator.choice(names), "PROPN", "NNP", 2, "nsubj"), (form, "VERB", xpos, 0, "root")]
    if generator.random() < 0.6:
        rows.append((generator.choice(names), "PROPN", "NNP", 2, "obj"))
    elif generator.random() < 0.5:
        rows.append((generator.choice(nouns), "NOUN", "NNS", 2, "obj"))
    else:
        rows += [(generator.choice(names), "PROPN", "NNP", 5, "nmod:poss"), ("'s", "PART", "POS", 3, "case"),
                 (generator.choice(nouns), "NOUN", "NNS", 2, "obj")]
    if generator.random() < 0.65:
        rows.append((".", "PUNCT", ".", 2, "punct"))
    return rows


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("text")
    arguments.add_argument("--seed", type=int, default=5)
    a = arguments.parse_args()
    generator = random.Random(a.seed)
    transitive, past, names, nouns = count_words(a.text)
    names = [n for n, seen in names.items() if seen >= 4]
    nouns = [n for n, seen in nouns.items() if seen >= 8]
    for lemma in [v for v, seen in transitive.items() if seen >= 4 and len(v) > 2]:
        forms = [(present(lemma), "VBZ")]
        if past[lemma]:
            best = past[lemma].most_common(1)[0][0]
            if best != lemma or lemma in UNCHANGED:
                forms.append((best, "VBD"))
        for form, xpos in forms:
            for i, row in enumerate(sentence(form, xpos, names, nouns, generator), 1):
                print(i, row[0], "_", row[1], row[2], "_", row[3], row[4], "_", "_", sep="\t")
            print()


if __name__ == "__main__":
    main()
