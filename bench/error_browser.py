#!/usr/bin/env python3
"""A report of the sentences in which a claim is wrong or missing: sentence, labels, the program's claims, parse.

    bench/error_browser.py --score FOLDER --folds FOLDER --out REPORT [--kind KIND]... [--root ROOT]... [--limit N]

Sentences, labels and what is right: as `bench/accuracy.py --set 'all claims'`. A sentence is listed once, under the first
kind of its errors:
    reversed      source and target exchanged
    wrong root    the labelled actors, another root
    wrong ends    the labelled root and one of the actors
    wrong status  all right but the status
    spurious      a claim that no label is like
    missed        a label that no claim of at least .5 is like; and why: there is such a claim below .5, no mention covers the
                  head of the source or the target, or else no claim of the two was made
Each claim line has its kind, root, relation, status, confidence, ends, and the trigger; those below .5 are in brackets. Words of
the parse: number:form/UPOS:relation>head. --kind and --root (of the claim or its label) keep sentences with such an error."""
import collections
import pathlib
import sys
import textwrap

import accuracy_claims
import accuracy_runs
import accuracy_sets

REPOSITORY = pathlib.Path(__file__).resolve().parents[1]


def main():
    parser = accuracy_runs.arguments(__doc__)
    parser.add_argument("--out", required=True, help="the report; it holds sentences of others, so not into this repository")
    parser.add_argument("--kind", action="append", choices=accuracy_claims.KINDS)
    parser.add_argument("--root", action="append")
    parser.add_argument("--limit", type=int, help="at most so many sentences of each kind")
    args = parser.parse_args()
    if REPOSITORY in pathlib.Path(args.out).resolve().parents:
        sys.exit(f"{args.out}: the report holds sentences that must not get into the repository")
    score = accuracy_runs.scorers(args.score)
    runner = accuracy_runs.Runner(args)
    judged = accuracy_sets.judged(score, runner)
    documents = [{"id": row["id"], "text": row["text"]} for row, _, _ in judged]
    parses = sentences_of(runner.text("parse.claims.conllu", ["parse"], accuracy_runs.lines(documents), ".jsonl"))
    mentions = accuracy_runs.by_document(runner.documents("mentions.claims.jsonl", "mentions", documents))
    entries = collections.defaultdict(list)
    counts, reasons = collections.Counter(), collections.Counter()
    for row, claims, missed in judged:
        errors = errors_of(claims, missed, args)
        counts.update(errors)
        missed = [(label, why(score, label, row["text"], claims, mentions.get(row["id"], []))) for label in missed]
        if any(kind == "missed" for kind, _ in errors):
            reasons.update(reason for label, reason in missed if not args.root or label["root"] in args.root)
        if errors:
            kinds = sorted({kind for kind, _ in errors}, key=accuracy_claims.KINDS.index)
            entries[kinds[0]].append(entry(row, claims, missed, kinds, parses.get(row["id"], [])))
    with open(args.out, "w", encoding="utf-8") as report:
        if not args.folds:
            report.write("NOT OUT OF FOLD: the models were trained on these sentences\n\n")
        report.write(summary(counts, score.relations.ROOTS))
        report.writelines(f"{f'missed, {reason}':<28}{n:>6}\n" for reason, n in reasons.most_common())
        for kind in accuracy_claims.KINDS:
            if entries[kind]:
                report.write(f"\n######## {kind}: {len(entries[kind])} sentences\n")
                report.writelines(entries[kind][:args.limit])
    print(f"{sum(map(len, entries.values()))} sentences with {sum(counts.values())} errors: {args.out}")


def errors_of(claims, missed, args):
    """[(kind, root)] of the errors that are asked for."""
    found = [(c.kind, {c.root, c.label["root"] if c.label else c.root}, c.root) for c in claims
             if c.sure >= accuracy_claims.LEAST and not c.strict]
    found += [("missed", {label["root"]}, label["root"]) for label in missed]
    return [(kind, root) for kind, roots, root in found
            if (not args.kind or kind in args.kind) and (not args.root or roots & set(args.root))]


def why(score, label, text, claims, mentions):
    """Why a label has no claim."""
    if any(c.label is label and c.right for c in claims):
        return "unsure"
    g, lost = score.goldlib, []
    for end in ("source", "target"):
        begin, stop = label[end]
        head = g.head_span((begin, stop), text.encode("utf-8")[begin:stop].decode("utf-8", "replace"))
        if not any(g.span_of(m) and g.overlap(g.span_of(m), head) for m in mentions):
            lost.append(end)
    return "no mention of " + " and ".join(lost) if lost else "no claim"


def summary(counts, roots):
    """Errors by kind and root, the claim's root or that of the missed label."""
    shown = [root for root in roots if any(counts[kind, root] for kind in accuracy_claims.KINDS)]
    out = [f"{'errors':<14}" + "".join(f"{kind:>14}" for kind in accuracy_claims.KINDS) + "\n"]
    for root in shown:
        out.append(f"{root:<14}" + "".join(f"{counts[kind, root]:>14}" for kind in accuracy_claims.KINDS) + "\n")
    totals = (sum(counts[kind, root] for root in shown) for kind in accuracy_claims.KINDS)
    return "".join(out) + f"{'all':<14}" + "".join(f"{n:>14}" for n in totals) + "\n"


def entry(row, claims, missed, kinds, parse):
    text = row["text"].encode("utf-8")

    def words(begin, end):
        return text[begin:end].decode("utf-8", "replace")

    out = [f"\n== {row['id']}: {', '.join(kinds)} (fold {row['fold']}; published label {row.get('published', '')})"]
    out += textwrap.wrap(row["text"], 118, initial_indent="  ", subsequent_indent="  ")
    for label in row["claims"]:
        also = " or " + ", ".join(label["also"]) if label.get("also") else ""
        lost = next((f"missed, {reason}: " for m, reason in missed if m is label), "")
        ends = " -> ".join(f"[{words(*label[end])}]" for end in ("source", "target"))
        out.append(f"  label {lost}{label['root']}{also} {label['status']}: {ends}")
    for c in claims:
        out.append("  " + claim_line(c, words))
    for sentence in parse:
        out += textwrap.wrap(" ".join(sentence), 118, initial_indent="  parse ", subsequent_indent="        ",
                             break_on_hyphens=False, break_long_words=False)
    return "\n".join(out) + "\n"


def claim_line(claim, words):
    c = claim.row

    def end_words(end):
        return f"[{words(c[end]['begin'], c[end]['end'])}]" if c.get(end) else "[]"

    unlike = claim.label and claim.kind in ("wrong root", "wrong status")
    of = f" (label {claim.label['root']} {claim.label['status']})" if unlike else ""
    more = "".join(f"; {end} {end_words(end)}" for end in ("affected", "about", "place", "speaker") if c.get(end))
    trigger = f"; trigger [{words(*c['trigger'])}]" if c.get("trigger") else ""
    line = (f"{claim.kind:<13}{claim.root} {c.get('type')} {c.get('status')} {claim.sure:.2f}{of}: "
            f"{end_words('source')} -> {end_words('target')}{more}{trigger}")
    return f"claim {line}" if claim.sure >= accuracy_claims.LEAST else f"({line})"


def sentences_of(conllu):
    """{document id: [words of each sentence]}, a word as number:form/UPOS:relation>head."""
    out, document = {}, ""
    for line in conllu.splitlines():
        if line.startswith("# newdoc id = "):
            document = line.removeprefix("# newdoc id = ")
        elif line.startswith("# sent_id"):
            out.setdefault(document, []).append([])
        elif line and line[0] != "#":
            number, form, _, upos, _, _, head, relation, *_ = line.split("\t")
            if number.isdigit():
                out[document][-1].append(f"{number}:{form}/{upos}:{relation}>{head}")
    return out


if __name__ == "__main__":
    main()
