"""Makes one labelling of names out of what gold and teachers say; where they leave it open, tokens stay unlabelled.

Conventions of Universal NER: a name is without an article, title or possessive. Classes: person, organisation, place
(country, region, city, building), group (nationality, religious or political group, also as an adjective), agreement (law,
treaty), other (event, product, work, language). Names do not nest: the outermost counts.
"""
import collections
import csv
import gzip
import json
import re
from dataclasses import dataclass, field

import conllu

CLASSES = ["person", "organisation", "place", "group", "agreement", "other"]
PERSON, ORGANISATION, PLACE, GROUP, AGREEMENT, OTHER = range(len(CLASSES))
OF_TEACHER = {"PERSON": PERSON, "ORG": ORGANISATION, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "NORP": GROUP,
              "LAW": AGREEMENT, "EVENT": OTHER, "PRODUCT": OTHER, "WORK_OF_ART": OTHER, "LANGUAGE": OTHER}
OF_GUM = {"person": PERSON, "organization": ORGANISATION, "place": PLACE}
ARTICLES = {"the", "a", "an", "this", "that", "these", "those", "my", "your", "his", "her", "its", "our", "their"}
TITLES = set("""president prime minister vice deputy foreign chancellor secretary senator sen. rep. gov. governor general
    gen. dr. dr mr mr. mrs mrs. ms ms. miss king queen prince princess pope mayor captain capt. colonel col. lieutenant lt.
    sergeant sgt. major maj. professor prof. prof sir lord lady ambassador chairman chairwoman speaker judge justice mep mp
    congressman congresswoman representative commissioner premier officer chief doctor father director sheikh ayatollah
    emperor admiral cardinal archbishop bishop rev. reverend""".split())
POSSESSIVES = {"'s", "’s", "'", "’"}
GLUE = {"of", "the", "and", "&", "for", "'s", "’s", "-", "de", "la", "von", "van", "di", "al", ".", "del", "bin", "der"}
CALENDAR = set("""monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march
    april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec am pm
    a.m. p.m. est pst gmt""".split())
# Where the teachers are wrong or follow another convention; None: no name.
PARTICLES = {"al", "de", "van", "von", "el", "ibn", "bin", "bint", "da", "di", "del", "den", "der", "la", "le", "dos", "ul"}
AGREEMENTS = set("""agreement agreements treaty pact accord accords protocol convention act charter amendment constitution
    covenant""".split())
KNOWN = {**dict.fromkeys(("dprk", "rok", "prc", "uae", "ussr", "drc", "west bank", "gaza", "west", "capitol hill"), PLACE),
         **dict.fromkeys(("npt", "jcpoa", "nafta", "usmca", "tpp", "ttip", "cptpp", "rcep", "aukus", "gsomia", "start",
                          "new start", "inf", "ctbt", "unclos", "unfccc", "cwc", "bwc", "abm", "gatt", "salt",
                          "un charter", "charter of the united nations"), AGREEMENT),
         **dict.fromkeys(("covid-19", "covid", "coronavirus", "medicare", "medicaid", "obamacare", "sustainable development goals",
                          "internet", "brexit", "boeing 737 max", "google maps", "iphone", "olympics", "world cup",
                          "english", "firefox", "windows", "gdp", "phd", "hiv", "aids", "christmas", "easter", "ramadan"),
                         OTHER),
         **dict.fromkeys(("member states", "member state", "chairmanship", "summit", "administration", "minister",
                          "ministers", "foreign ministers", "state", "nation", "leader", "comrade", "excellency",
                          "executive", "twitter", "facebook live", "photo", "image", "video", "sm", "pm", "mp"))}


@dataclass
class Labelled:
    """names: (begin, end, class), in order, apart; unknown: tokens whose label nobody may learn; weight of the rest."""
    document: str
    forms: list
    names: list
    unknown: set = field(default_factory=set)
    weight: float = 1.0


def clean(forms, begin, end, kind):
    """The name without article, title, possessive and punctuation; None if nothing is left."""
    while begin < end and (forms[begin].lower() in ARTICLES and not forms[begin].isupper()
                           or not any(c.isalnum() for c in forms[begin])):
        begin += 1
    while begin < end - 1 and (kind == PERSON and forms[begin].lower() in TITLES or forms[begin + 1] == "-"
                               and forms[begin].lower() in ("pro", "anti", "ex", "non", "post", "pre") or forms[begin] == "-"
                               or forms[begin].islower() and forms[begin] not in PARTICLES
                               and any(f[:1].isupper() for f in forms[begin:end])):
        begin += 1
    while begin < end and (forms[end - 1] in POSSESSIVES or not any(c.isalnum() for c in forms[end - 1])):
        end -= 1
    if not any(c.isalpha() for f in forms[begin:end] for c in f):
        return None
    if kind in (ORGANISATION, OTHER) and end - begin > 1 and forms[end - 1].lower() in AGREEMENTS:
        kind = AGREEMENT
    kind = KNOWN.get(key(forms, begin, end), kind)
    return None if kind is None else (begin, end, kind)


def key(forms, begin, end):
    text = " ".join(forms[begin:end]).lower().replace("’", "'")
    return text.replace(" '", "'").replace(" - ", "-")


# ---------------------------------------------------------------- gold of GUM

ENTITY = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")       # (opening   (one word)   closing)


def entities(sentence):
    """(begin, end, type) of the mentions that the misc column of GUM marks within one sentence."""
    found, open_ = [], collections.defaultdict(list)
    for i, misc in enumerate(sentence.misc):
        column = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
        for opening, one_word, closing in ENTITY.findall(column.group(1)) if column else ():
            if opening:
                fields = opening.split("-", 7)
                found.append([i, None, fields[1] if len(fields) > 1 else ""])
                open_[fields[0]].append(found[-1])
            group = fields[0] if one_word else closing
            if (one_word or closing) and open_[group]:
                open_[group].pop()[1] = i + 1
    return [tuple(m) for m in found if m[1] is not None]


def proper(sentence, i):
    return sentence.upos[i] == "PROPN" or sentence.xpos[i] in ("NNP", "NNPS")


def gold_names(sentence):
    """Names among GUM's mentions: those whose head is a proper noun, cut to the run of proper nouns around it."""
    found = {}
    for begin, end, kind in entities(sentence):
        head = next((i for i in range(begin, end) if not begin <= sentence.heads[i] - 1 < end), begin)
        if kind == "time" or not proper(sentence, head):
            continue
        first, last = head, head
        glue = {"-", "."} if kind == "person" else GLUE
        while first > begin and (proper(sentence, first - 1) or sentence.forms[first - 1] == "-" and first - 1 > begin
                                 and proper(sentence, first - 2)):
            first -= 1
        while last < end - 1:
            if proper(sentence, last + 1):
                last += 1
            elif last < end - 2 and sentence.forms[last + 1].lower() in glue and proper(sentence, last + 2):
                last += 2
            else:
                break
        name = clean(sentence.forms, first, last + 1, OF_GUM.get(kind, OTHER))
        if name and not (name[1] - name[0] == 1 and name[2] == PERSON and sentence.forms[name[0]].lower() in TITLES):
            found.setdefault(name[:2], name[2])
    return outermost([(b, e, kind) for (b, e), kind in found.items()])


def outermost(names):
    kept = []
    for name in sorted(names, key=lambda n: (n[0] - n[1], n)):
        if all(name[1] <= other[0] or other[1] <= name[0] for other in kept):
            kept.append(name)
    return sorted(kept)


# ---------------------------------------------------------------- what teachers say

class Votes:
    """How often a string was given each class, in a document and in all; and what tables of facts say."""

    def __init__(self, records, facts):
        self.facts = facts
        self.surnames = set()
        self.bearers = collections.defaultdict(set)      # of a surname: documents and full names
        self.document = collections.defaultdict(lambda: [0.0] * len(CLASSES))
        self.all = collections.defaultdict(lambda: [0.0] * len(CLASSES))
        for r in records:
            for names in r["names"]:
                for b, e, kind in names:
                    k = key(r["forms"], b, e)
                    titled = b > 0 and r["forms"][b - 1].lower() in TITLES
                    kind, count = (PERSON, 3) if titled else (kind, 1)
                    self.document[r["document"], k][kind] += count / len(r["names"])
                    self.all[k][kind] += count / len(r["names"])
                    if kind == PERSON and e - b > 1:
                        self.surnames.add((r["document"], r["forms"][e - 1].lower()))
                        self.bearers[r["forms"][e - 1].lower()].add((r["document"], k))

    def scores(self, record, begin, end):
        """Of the classes: what the teachers say here, in this document, anywhere; and facts and titles."""
        k = key(record["forms"], begin, end)
        here = [0.0] * len(CLASSES)
        for names in record["names"]:
            for b, e, kind in names:
                if b < end and begin < e:
                    here[kind] += (2.0 if (b, e) == (begin, end) else 1.0) / (2 * len(record["names"]))
        near, far = self.document.get((record["document"], k)), self.all.get(k)
        share = lambda counts, prior: [c / (sum(counts) + prior) for c in counts] if counts else [0.0] * len(CLASSES)
        scores = [h + 0.7 * n + 0.6 * f for h, n, f in zip(here, share(near, 1.0), share(far, 3.0))]
        if k in KNOWN:
            scores[KNOWN[k]] += 3
        if k in self.facts:
            scores[self.facts[k]] += 0.8
        surname = end - begin == 1 and (record["document"], k) in self.surnames
        if surname or begin > 0 and record["forms"][begin - 1].lower() in TITLES:
            scores[PERSON] += 1.2
        if end - begin == 1 and k not in self.facts:
            scores[PERSON] += min(len(self.bearers.get(k, ())), 10) * 0.25
        return scores


def read_facts(countries, organisations, people):
    """Names in tables of facts (TSV files, None to go without) with their class, keyed as here; ambiguous ones are out."""
    facts = collections.defaultdict(set)
    columns = ((countries, ("name", "official_name", "aliases", "capital"), PLACE),
               (organisations, ("name", "abbreviation"), ORGANISATION), (people, ("person",), PERSON))
    for path, names, kind in columns:
        if path:
            with open(path, encoding="utf-8", newline="") as f:
                for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
                    for name in " | ".join(row[n] for n in names).split(" | "):
                        # Single words that name a company name a family or a thing as well.
                        if name[:1].isupper() and (kind == PLACE or " " in name or name.isupper() and kind != PERSON):
                            facts[name.lower()].add(kind)
    return {name: kinds.pop() for name, kinds in facts.items() if len(kinds) == 1}


def read_silver(paths):
    """Records of training/label_names.py with the teachers' names cleaned."""
    records = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                r = json.loads(line)
                r["names"] = [outermost([n for b, e, label in found if label in OF_TEACHER
                                         for n in [clean(r["forms"], b, e, OF_TEACHER[label])] if n])
                              for found in r["teachers"]]
                records.append(r)
    return records


def best(scores):
    kind = max(range(len(scores)), key=lambda k: (scores[k], -k))
    return kind, scores[kind]


def candidates(record):
    """Distinct spans of the teachers with the number of teachers, most first; then the longer, then the first."""
    count = collections.Counter((b, e) for names in record["names"] for b, e, _ in names)
    return sorted(count.items(), key=lambda c: (-c[1], c[0][0] - c[0][1], c[0]))


def of_news(record, votes):
    """Spans on which the teachers agree; single findings where the string is a name elsewhere too; else unknown."""
    forms, teachers = record["forms"], len(record["names"])
    words = [f for f in forms if f[:1].isalpha()]
    long = [f for f in words if len(f) > 3]
    if not words or sum(f.isupper() for f in words) > 0.6 * len(words):
        return None
    if len(long) >= 5 and sum(f[0].isupper() for f in long) > 0.7 * len(long):
        return None      # a headline in capitals; teachers are lost there, and Variation makes such of other sentences
    names, unknown = [], set()
    for (b, e), count in candidates(record):
        if any(b < n[1] and n[0] < e for n in names):
            unknown |= set(range(b, e)) - {i for n in names for i in range(n[0], n[1])}
            continue
        kind, score = best(votes.scores(record, b, e))
        seen = sum(votes.all[key(forms, b, e)])
        lower = not any(c.isupper() for f in forms[b:e] for c in f)
        if not lower and e - b <= 12 and (count == teachers or score > 1.0 and seen >= 3):
            names.append((b, e, kind))
            if score < 0.9:
                unknown |= set(range(b, e))
        else:
            unknown |= set(range(b, e))
    for i in repeated(record, votes, names):
        unknown.add(i)
    return Labelled(record["document"], forms, sorted(names), unknown)


def repeated(record, votes, names):
    """Tokens outside the names that are names elsewhere in the document: probably overlooked."""
    covered = {i for n in names for i in range(n[0], n[1])}
    for i, form in enumerate(record["forms"]):
        if i not in covered and form[:1].isupper():
            counts = votes.document.get((record["document"], form.lower()))
            if counts and sum(counts) >= 1.0:
                yield i


def of_treebank(record, sentence, votes):
    """EWT: spans of the teachers, settled by the gold tags; proper nouns that no teacher knows stay unknown."""
    forms, teachers = record["forms"], len(record["names"])
    names, unknown = [], set()
    is_proper = [proper(sentence, i) for i in range(len(forms))]
    for (b, e), count in candidates(record):
        if any(b < n[1] and n[0] < e for n in names):
            continue
        kind, score = best(votes.scores(record, b, e))
        has_proper = any(is_proper[b:e])
        if kind == GROUP and count >= teachers / 2 and sentence.upos[e - 1] in ("ADJ", "PROPN", "NOUN"):
            names.append((b, e, kind))
        elif has_proper and (count >= teachers / 2 or score > 0.9):
            b, e = snapped(is_proper, forms, b, e)
            name = clean(forms, b, e, kind)
            if name and not any(name[0] < n[1] and n[0] < name[1] for n in names):
                names.append(name)
                if score < 0.8:
                    unknown |= set(range(name[0], name[1]))
        elif has_proper or count > teachers / 2:
            unknown |= set(range(b, e))
    covered = {i for n in names for i in range(n[0], n[1])}
    for i, form in enumerate(forms):
        if i not in covered and is_proper[i] and form.lower() not in CALENDAR | TITLES and form[:1].isalpha():
            unknown.add(i)
    return Labelled(record["document"], forms, sorted(names), unknown)


def snapped(is_proper, forms, begin, end):
    """The span with the proper nouns right beside it; a comma, a bracket or a common noun ends it."""
    while begin > 0 and is_proper[begin - 1] and forms[begin - 1].lower() not in CALENDAR | TITLES:
        begin -= 1
    while end < len(is_proper) and is_proper[end] and forms[end].lower() not in CALENDAR:
        end += 1
    return begin, end


def of_gum(record, sentence, votes):
    """GUM: its own names; the teachers add groups and agreements, which it does not tell apart."""
    forms, teachers, names, unknown = record["forms"], len(record["names"]), [], set()
    for b, e, kind in gold_names(sentence):
        scores = votes.scores(record, b, e)
        guess, score = best(scores)
        if kind == OTHER and guess == AGREEMENT and score > 0.6:
            kind = AGREEMENT
        if kind == ORGANISATION and votes.facts.get(key(forms, b, e)) == PLACE:
            kind = PLACE
        if kind == PERSON and guess == GROUP and sentence.xpos[e - 1] == "NNPS" and score > 0.6:
            kind = GROUP
        names.append((b, e, kind))
    for (b, e), count in candidates(record):
        if any(b < n[1] and n[0] < e for n in names):
            continue
        kind, score = best(votes.scores(record, b, e))
        if kind in (GROUP, AGREEMENT) and count >= teachers / 2:
            names.append((b, e, kind))
        elif any(proper(sentence, i) for i in range(b, e)):
            unknown |= set(range(b, e))
    return Labelled(record["document"], forms, sorted(names), unknown)


def build(treebanks, silver_paths, facts, gum_weight=3.0, ewt_weight=1.5):
    """treebanks: paths of CoNLL-U files that the silver files label; facts: of read_facts."""
    records = read_silver(silver_paths)
    votes = Votes(records, facts)
    sentences = {}
    for path in treebanks:
        for n, s in enumerate(conllu.read(path)):
            sentences[path.rsplit("/", 1)[-1], n] = s
    out = []
    for r in records:
        if "treebank" not in r:
            labelled = of_news(r, votes)
        else:
            sentence = sentences[r["treebank"], r["number"]]
            assert sentence.forms == r["forms"]
            if "gum" in r["treebank"]:
                labelled = of_gum(r, sentence, votes)
                labelled.weight = gum_weight
            else:
                labelled = of_treebank(r, sentence, votes)
                labelled.weight = ewt_weight
        if labelled:
            out.append(labelled)
    return out


def read_iob2(path):
    """Sentences of Universal NER's files, (forms, names)."""
    kinds = {"PER": PERSON, "ORG": ORGANISATION, "LOC": PLACE}
    forms, names, begin = [], [], None
    with open(path, encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            row = line.rstrip("\n").split("\t")
            word = row[0].isdigit()
            if begin is not None and (not word or not row[2].startswith("I-")):
                names.append((begin, len(forms), kinds[tag]))
                begin = None
            if word:
                if row[2].startswith("B-") and row[2][2:] in kinds:
                    begin, tag = len(forms), row[2][2:]
                forms.append(row[1])
            elif not row[0] and forms:
                yield forms, names
                forms, names = [], []
