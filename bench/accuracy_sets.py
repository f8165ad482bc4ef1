"""The development sets: what is asked, and the counts of every sentence or document that the figures are made of.

Gold, matching and definitions are the scorers' own functions; what a figure is, their README says."""
import argparse
import collections

import accuracy_claims
from accuracy_runs import by_document
from accuracy_statistics import f1, ratio


FEW = 20                                                 # smaller classes have no figure of their own, but for the 15 roots


class Set:
    """One set. units: counts of each sentence or document; figures: {(class, figure): (n, function of summed counts)}.

    final: the scorer's module, its arguments, the (class, figure) that its last line starts with, the answer it reads."""
    def __init__(self, name, unit, units, figures, *final):
        self.name, self.unit, self.units, self.figures, self.final = name, unit, units, figures, final


def share(part, of):
    return lambda sums: ratio(sums[part], sums[of])


def prf(key):
    """Figures of counts (key, gold), (key, said), (key, right)."""
    gold, said, right = ((key, side) for side in ("gold", "said", "right"))
    return (("P", share(right, said)), ("R", share(right, gold)),
            ("F1", lambda sums: f1(sums[right], sums[gold], sums[said])))


def total(units, key):
    return sum(unit[key] for unit in units)


# ---------------------------------------------------------------- parse

def parse(score, runner, name):
    g, p = score.goldlib, score.parse
    sentences = list(g.conllu(g.data("treebank", p.SETS[name])))
    text = p.write([(comments, p.blank(rows)) for comments, rows in sentences])
    out = runner.text(f"parse.{name}.conllu", ["parse", "--conllu"], text, ".conllu")
    system, units = [g.words_of(rows) for _, rows in g.conllu(out)], []
    for i, (_, rows) in enumerate(sentences):
        words, mine, n = g.words_of(rows), system[i] if i < len(system) else [], collections.Counter()
        if [w[1] for w in mine] != [w[1] for w in words]:
            mine = [["_"] * 10 for _ in words]
        for a, b in zip(words, mine):
            head = a[p.HEAD] == b[p.HEAD]
            n.update({"words": 1, "UPOS": a[p.UPOS] == b[p.UPOS], "XPOS": a[p.XPOS] == b[p.XPOS], "UAS": head,
                      "LAS": head and p.universal(a[p.DEPREL]) == p.universal(b[p.DEPREL])})
            for kind, label in (("relation", p.universal), ("core", p.core)):
                x, y = label(a[p.DEPREL]), label(b[p.DEPREL])
                for key in {x, y} - {None, "_"}:
                    for of in [(kind, key)] + ([("core", "all")] if kind == "core" else []):
                        n.update({(of, "gold"): x == key, (of, "said"): y == key, (of, "right"): x == key == y and head})
        units.append(n)
    figures = {("all", figure): (total(units, "words"), share(figure, "words")) for figure in ("LAS", "UAS", "UPOS", "XPOS")}
    classes = sorted({key[0] for unit in units for key in unit if isinstance(key, tuple)},
                     key=lambda of: (of[0], of[1] != "all", -total(units, (of, "gold")), of[1]))
    for of in classes:
        if total(units, (of, "gold")) >= FEW:
            figures[" ".join(of), "F1"] = total(units, (of, "gold")), prf(of)[2][1]
    return Set("parse " + name, "sentence", units, figures, "parse", ["--set", name], ("all", "LAS"), f"parse.{name}.conllu")


# ---------------------------------------------------------------- names

def names(score, runner, name):
    g, s = score.goldlib, score.names
    docs, demonyms, units = getattr(s, name)(), g.Countries().demonyms, []
    inputs = [{"id": doc, "text": text} for doc, text, _ in docs]
    answers = by_document(runner.documents(f"names.{name}.jsonl", "mentions", inputs))
    for doc, text, gold in docs:
        raw, n = text.encode("utf-8"), collections.Counter()
        mine = {g.span_of(r): g.CLASS[r["type"]] for r in answers.get(doc, [])
                if r.get("kind") == "name" and r.get("type") in g.CLASS and g.span_of(r)}
        mine = {at: of for at, of in mine.items()
                if at in gold or raw[slice(*at)].decode("utf-8", "replace").lower() not in demonyms}
        for way, span in (("exact", lambda at: at), ("trimmed", lambda at: s.trimmed(at, raw))):
            a, b = ({(span(at), of) for at, of in spans.items()} for spans in (gold, mine))
            count(n, ("all", way), a, b)
            for of in g.TYPE:
                count(n, (of, way), {x for x in a if x[1] == of}, {x for x in b if x[1] == of})
        count(n, ("untyped", "exact"), set(gold), set(mine))
        units.append(n)
    figures = {}
    for of in ("all", *g.TYPE, "untyped"):
        n = total(units, ((of, "exact"), "gold"))
        figures.update({(of, figure): (n, function) for figure, function in prf((of, "exact"))})
        if of != "untyped":
            figures[of, "trimmed F1"] = n, prf((of, "trimmed"))[2][1]
    return Set("names " + name, "document", units, figures, "names", ["--set", name],
               ("all", "F1" if name == "ewt" else "trimmed F1"), f"names.{name}.jsonl")


def count(n, key, gold, said):
    n.update({(key, "gold"): len(gold), (key, "said"): len(said), (key, "right"): len(gold & said)})


# ---------------------------------------------------------------- coreference

GENRES = "news,interview,speech,bio"
SCOPES = {"names and pronouns": ("name", "pronoun"), "names": ("name",)}


def coreference(score, runner):
    g, c = score.goldlib, score.coreference
    docs, units = c.load(GENRES.split(",")), []
    answers = by_document(runner.documents("coreference.jsonl", "mentions", [d.input for d in docs]))
    measures = {"B3": c.b3, "MUC": c.muc, "CEAF-e": c.ceaf_e}
    for d in docs:
        n, system = collections.Counter(), c.system_mentions(d, answers.get(d.id, []))
        match = c.matched(d.gold, system)
        gold_of = {j: i for i, j in match.items()}
        system = [(j, r) for j, r in enumerate(system) if j in gold_of or r["kind"] == "pronoun"
                  or not any(g.overlap(t, r["span"]) for t in d.titles)]
        for i, m in enumerate(d.gold):
            n.update({(m.kind, "gold"): 1, (m.kind, "right"): i in match})
        for _, r in system:
            n[r["kind"], "said"] += 1
        for scope, kinds in SCOPES.items():
            ours = [(j, r) for j, r in system if r["kind"] in kinds]
            theirs = [(i, m) for i, m in enumerate(d.gold) if m.kind in kinds]
            gold = c.clusters([("gold", i) for i, _ in theirs], [m.entity for _, m in theirs])
            mine = c.clusters([("gold", gold_of[j]) if j in gold_of else ("system", j) for j, _ in ours],
                              [r["entity"] for _, r in ours])
            for name, measure in measures.items():
                for side, pair in (("P", (mine, gold)), ("R", (gold, mine))):
                    for key, value in zip(("part", "of"), measure(*pair)):
                        n[scope, name, side, key] += value
                        if name == "B3" and scope == "names and pronouns":
                            n[d.id, name, side, key] += value
        units.append(n)

    def cluster_f1(scope, name):
        def figure(sums):
            p, r = (ratio(sums[scope, name, side, "part"], sums[scope, name, side, "of"]) for side in "PR")
            return None if p is None or r is None else ratio(2 * p * r, p + r)
        return figure

    figures = {}
    for scope in SCOPES:
        n = sum(total(units, (kind, "gold")) for kind in SCOPES[scope])
        for name in measures:
            for side in "PR":
                figures[scope, f"{name} {side}"] = n, share((scope, name, side, "part"), (scope, name, side, "of"))
            figures[scope, name + " F1"] = n, cluster_f1(scope, name)
    for kind in ("name", "pronoun"):
        figures.update({("found " + kind, figure): (total(units, (kind, "gold")), function) for figure, function in prf(kind)})
    for d in docs:
        figures[d.id, "B3 F1"] = len(d.gold), cluster_f1(d.id, "B3")
    return Set("coreference gum", "document", units, figures, "coreference", [], ("names and pronouns", "B3 F1"),
               "coreference.jsonl")


# ---------------------------------------------------------------- relations

def labelled(score):
    """(sentences, {id: fold}) of the relations' set."""
    g, r = score.goldlib, score.relations
    countries, rows = g.Countries(), g.tsv("plover", "train.tsv")
    return [r.Sentence(row, countries) for row in rows], {"plover-" + row["id"]: int(row["fold"]) for row in rows}


def add_roots(n, r, gold, answer):
    n.update({"n": 1, "root": gold == answer, "quad": r.QUAD[gold] == r.QUAD.get(answer), "answered": answer is not None})
    n[gold, "gold"] += 1
    if answer:
        n[answer, "said"] += 1
        n[answer, "right"] += gold == answer


def root_figures(r, units):
    def macro(sums):
        return sum(f1(sums[root, "right"], sums[root, "gold"], sums[root, "said"]) or 0.0 for root in r.ROOTS) / len(r.ROOTS)
    n = len(units)
    figures = {("all", "macro-F1"): (n, macro), ("all", "accuracy"): (n, share("root", "n")),
               ("all", "quad accuracy"): (n, share("quad", "n")), ("all", "answered"): (n, share("answered", "n"))}
    by_root = {(root, figure): (total(units, (root, "gold")), function) for root in r.ROOTS for figure, function in prf(root)}
    return figures, by_root


def given_spans(score, runner):
    r = score.relations
    sentences, fold_of = labelled(score)
    sentences = [s for s in sentences if not s.source.placeholder and not s.target.placeholder]
    rows, units = by_document(runner.out_of_fold("relate.jsonl", "relate", [s.document(True) for s in sentences], fold_of)), []
    for s in sentences:
        n = collections.Counter()
        add_roots(n, r, s.root, next(filter(None, map(r.root_of, rows.get(s.id, []))), None))
        units.append(n)
    figures, by_root = root_figures(r, units)
    return Set("relations given spans", "sentence", units, figures | by_root, "relations", ["--figure", "given-span"],
               ("all", "macro-F1"), "relate.jsonl")


def claims_text(score, runner):
    sentences, fold_of = labelled(score)
    return runner.out_of_fold("claims.jsonl", "claims", [s.document(False) for s in sentences], fold_of)


def end_to_end(score, runner):
    r, (sentences, _) = score.relations, labelled(score)
    rows, units, status = by_document(claims_text(score, runner)), [], argparse.Namespace(any_status=False)
    for s in sentences:
        n, claims = collections.Counter(), r.usable(rows.get(s.id, []), status)
        best = max(filter(s.forward, claims), default=None,
                   key=lambda c: (r.sure(c), c.get("status") != "hypothetical", s.forward(c)))
        add_roots(n, r, s.root, r.root_of(best) if best else None)
        hits = [c for c in claims if s.forward(c) and r.root_of(c) == s.root]
        n.update({"claims": len(claims), "triple": bool(hits), "heads": any(map(s.heads, hits))})
        for c in claims:
            forward, backward = s.forward(c), s.backward(c)
            if (forward or backward) and not s.source.placeholder and not s.target.placeholder:
                n.update({"on pair": 1, "right": bool(forward) and r.root_of(c) == s.root, "reversed": not forward})
        units.append(n)
    figures, by_root = root_figures(r, units)
    on_pair = total(units, "on pair")
    figures |= {("all", "triple recall"): (len(units), share("triple", "n")),
                ("all", "both heads"): (len(units), share("heads", "n")),
                ("all", "claims a sentence"): (total(units, "claims"), share("claims", "n")),
                ("all", "pair precision"): (on_pair, share("right", "on pair")),
                ("all", "reversed"): (on_pair, share("reversed", "on pair"))}
    return Set("relations end to end", "sentence", units, figures | by_root, "relations", ["--figure", "end-to-end"],
               ("all", "macro-F1"), "claims.jsonl")


# ---------------------------------------------------------------- all claims

def judged(score, runner):
    """[(sentence of the labels, claims, missed)] of all sentences with all claims labelled."""
    labels = score.all_claims.load("plover/full.jsonl", "plover/train.tsv", None)
    rows = by_document(claims_text(score, runner), "plover-")
    out = []
    for row in labels:
        claims, missed = accuracy_claims.judge(score, rows.get(row["id"], []), row["claims"])
        if not accuracy_claims.check(score, claims, rows.get(row["id"], []), row["claims"]):
            raise AssertionError(f"{row['id']}: not counted as the scorer counts it")
        out.append((row, claims, missed))
    return out


def all_claims(score, judged_sentences):
    units, statuses, types = [], set(), set()
    for row, claims, _ in judged_sentences:
        n = collections.Counter({"sentences": 1})
        for label in row["claims"]:
            n.update((key, "gold") for key in ("all", "strict", "root " + label["root"], "status " + label["status"]))
            statuses.add(label["status"])
        for c in claims:
            if c.sure >= accuracy_claims.LEAST:
                status, kind = c.row.get("status"), c.row.get("type")
                statuses.add(status)
                types.add(kind)
                keys = "all", "strict", "root " + c.root, "status " + status, "type " + kind
                n.update([c.kind, *((key, "said") for key in keys)])
                n.update({("all", "right"): c.right, ("strict", "right"): c.strict, ("root " + c.root, "right"): c.right,
                          ("found", c.label["root"] if c.right else ""): 1, ("status " + status, "right"): c.strict,
                          ("type " + kind, "right"): c.right})
        units.append(n)
    labels = total(units, ("all", "gold"))
    made = total(units, ("all", "said"))
    precision, recall, both = (function for _, function in prf("all"))
    figures = {("all", "precision"): (made, precision), ("all", "recall"): (labels, recall), ("all", "F1"): (labels, both),
               ("all", "strict precision"): (made, share(("strict", "right"), ("strict", "said"))),
               ("all", "strict recall"): (labels, share(("strict", "right"), ("strict", "gold"))),
               ("all", "reversed"): (made, share("reversed", ("all", "said"))),
               ("all", "claims a sentence"): (made, share(("all", "said"), "sentences"))}
    for root in score.relations.ROOTS:
        key = "root " + root
        figures[key, "precision"] = total(units, (key, "said")), share((key, "right"), (key, "said"))
        figures[key, "recall"] = total(units, (key, "gold")), share(("found", root), (key, "gold"))
    for status in sorted(statuses):
        key = "status " + status
        figures[key, "strict precision"] = total(units, (key, "said")), share((key, "right"), (key, "said"))
        figures[key, "strict recall"] = total(units, (key, "gold")), share((key, "right"), (key, "gold"))
    for kind in sorted(types, key=lambda t: (-total(units, ("type " + t, "said")), t)):
        key = "type " + kind
        if total(units, (key, "said")) >= FEW:
            figures[key, "precision"] = total(units, (key, "said")), share((key, "right"), (key, "said"))
    return Set("all claims", "sentence", units, figures, "all_claims", [], ("all", "F1"), "claims.jsonl")
