#!/usr/bin/env python3
"""Accuracy on all development sets, by class, with 95 % intervals, beside the last release's; and calibration of confidence.

    bench/accuracy.py --score FOLDER --folds FOLDER [--program build/entente] [--data data] [--set NAME]... [--record]

--score: folder of the scorers, no part of this repository: their functions read the gold and decide what is right, and each
set's main figure is checked against what the scorer itself prints for the same answers.
--folds: models that training/train_relations.py --folds writes. Sentences that relations are trained on are read with the
models of their fold, which have not seen them. Without it those figures are of no worth, and it is said.
Intervals are of a bootstrap over sentences (over documents where whole documents are scored: few, so wide ones) with a
fixed seed. Beside each figure: that of --table, the difference, and a mark where it lies outside the interval: * better,
! worse. --record rewrites the table."""
import pathlib
import re
import subprocess
import sys
import tempfile

import accuracy_runs
import accuracy_sets as sets
import accuracy_statistics as statistics

SETS = ("parse ewt", "parse gum", "names ewt", "names gum", "coreference gum", "relations given spans", "relations end to end",
        "all claims", "reliability")
TRAINED_ON = SETS[5:]                                    # the models of relations are trained on these sentences
LOWER_IS_BETTER = {"reversed", "calibration error"}
NO_DIRECTION = {"claims a sentence", "answered"}
UNSEEN = 0.0005                                          # changes that three digits do not show
COLUMNS = "set", "class", "figure", "n", "value", "low", "high"
WARNING = """\
********************************************************************************************************************
NOT OUT OF FOLD: without --folds the figures of relations and claims are on sentences that the models were trained on.
They say nothing about other sentences. They are not recorded.
********************************************************************************************************************"""


def main():
    parser = accuracy_runs.arguments(__doc__)
    parser.add_argument("--set", action="append", choices=SETS, help="only this set; may be repeated")
    parser.add_argument("--table", default=str(pathlib.Path(__file__).with_suffix(".tsv")),
                        help="recorded figures (default %(default)s)")
    parser.add_argument("--record", action="store_true", help="write the figures to the table")
    parser.add_argument("--resamples", type=int, default=statistics.RESAMPLES)
    args = parser.parse_args()
    score = accuracy_runs.scorers(args.score)
    runner = accuracy_runs.Runner(args)
    chosen = [name for name in SETS if not args.set or name in args.set]
    last, figures = read(args.table), {}
    if not args.folds and set(chosen) & set(TRAINED_ON):
        print(WARNING, flush=True)
    for name, rows in measure(score, runner, chosen, args):
        figures.update(rows)
        show(name, rows, last)
    if not args.folds and set(chosen) & set(TRAINED_ON):
        print(WARNING)
    if args.record:
        figures = {key: row for key, row in figures.items() if args.folds or key[0] not in TRAINED_ON}
        measured = {key[0] for key in figures}
        kept = {key: row for key, row in last.items() if key[0] not in measured}
        write(args.table, kept | figures)
        print(f"wrote {len(figures)} figures to {args.table}")


def measure(score, runner, chosen, args):
    """Yields (set, {(set, class, figure): (n, value, low, high)})."""
    judged = sets.judged(score, runner) if set(chosen) & {"all claims", "reliability"} else None
    for name in chosen:
        kind, _, which = name.partition(" ")
        if name == "reliability":
            yield name, reliability(judged, args)
            continue
        one = (sets.parse(score, runner, which) if kind == "parse" else sets.names(score, runner, which) if kind == "names" else
               sets.coreference(score, runner) if kind == "coreference" else sets.all_claims(score, judged) if kind == "all" else
               sets.given_spans(score, runner) if which == "given spans" else sets.end_to_end(score, runner))
        values = statistics.bootstrap(one.units, {key: function for key, (_, function) in one.figures.items()}, args.resamples)
        agree(one, values, runner, args)
        print(f"{name}: {len(one.units)} {one.unit}s")
        yield name, {(name, *key): (one.figures[key][0], *value) for key, value in values.items()}


def agree(one, values, runner, args):
    """The scorer itself must print the main figure for the same answers."""
    module, more, key, answer = one.final
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "answers")
        text = runner.answers[answer]
        path.write_text(text.replace('"doc":"plover-', '"doc":"') if module == "all_claims" else text, encoding="utf-8")
        run = subprocess.run([sys.executable, str(pathlib.Path(args.score, module + ".py")), *more, "--pred", str(path)],
                             stdout=subprocess.PIPE, text=True)
    last_line = (run.stdout.strip().split("\n") or [""])[-1]
    printed = re.search(r" (\d+\.\d{3})(?: \(|$)", last_line)
    if not printed or abs(float(printed.group(1)) - values[key][0]) > 0.0006:
        sys.exit(f"{one.name}: {' '.join(key)} is {values[key][0]:.4f} here, but the scorer prints: {last_line}")


def reliability(judged, args):
    """Figures of claims by confidence, all of them, and by relation, those of at least .5; printed with the mean confidence."""
    claims = [(unit, c.sure, c.strict, c.right, c.row.get("type")) for unit, (_, of, _) in enumerate(judged) for c in of]
    by_root = [(unit, sure, right, strict, kind) for unit, sure, strict, right, kind in claims]
    sure = [c for c in claims if c[1] >= 0.5]
    rows = {}
    for title, of in (("all right, status too", claims), ("ends, direction and root right", by_root)):
        bands, error = statistics.reliability(of, len(judged), resamples=args.resamples)
        print(f"confidence, {title}: {len(of)} claims; expected calibration error "
              + "{:.3f} [{:.3f}, {:.3f}]".format(*error))
        figure = "strict" if of is claims else "root"
        table(("confidence", "n", "mean", "right", "low", "high", ""),
              [(band_name(band), n, mean, value, low, high, off(mean, low, high)) for band, n, mean, value, low, high in bands])
        rows["reliability", "all", figure + " calibration error"] = len(of), *error
        for band, n, _, *value in bands:
            rows["reliability", "confidence " + band_name(band), figure + " right"] = n, *value
    kinds, _ = statistics.reliability(sure, len(judged), label=lambda claim: claim[4], resamples=args.resamples)
    print(f"by relation, all right, status too: {len(sure)} claims of a confidence of at least .5")
    table(("relation", "n", "mean", "right", "low", "high", ""),
          [(kind, n, mean, value, low, high, off(mean, low, high))
           for kind, n, mean, value, low, high in sorted(kinds, key=lambda k: -k[1])])
    for kind, n, _, *value in (k for k in kinds if k[1] >= sets.FEW):
        rows["reliability", "type " + kind, "strict right"] = n, *value
    return rows


def band_name(band):
    return f"{band / statistics.BANDS:.1f}-{(band + 1) / statistics.BANDS:.1f}"


def off(mean, low, high):
    return "" if low is None else "too sure" if mean > high else "not sure enough" if mean < low else ""


# ---------------------------------------------------------------- the table

def read(path):
    """{(set, class, figure): (n, value, low, high)} of recorded figures; none if there is no file."""
    if not pathlib.Path(path).exists():
        return {}
    rows = [line.split("\t") for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines()]
    if tuple(rows[0]) != COLUMNS:
        sys.exit(f"{path}: columns are not {' '.join(COLUMNS)}")
    return {tuple(row[:3]): (int(row[3]), *(float(cell) if cell else None for cell in row[4:])) for row in rows[1:]}


def write(path, figures):
    order = {name: i for i, name in enumerate(SETS)}
    rows = sorted(figures.items(), key=lambda item: order.get(item[0][0], len(order)))
    with open(path, "w", encoding="utf-8") as f:
        f.write("\t".join(COLUMNS) + "\n")
        for key, (n, *values) in rows:
            f.write("\t".join([*key, str(n), *("" if value is None else f"{value:.5f}" for value in values)]) + "\n")


def show(name, rows, last):
    """Figures beside the recorded ones."""
    lines = []
    for key, (n, value, low, high) in rows.items():
        line = [key[1], key[2], n, value, low, high]
        if key in last:
            change = value - last[key][1]
            outside = low is not None and not low <= last[key][1] <= high
            line += [last[key][1], f"{change:+.3f}" if abs(change) >= UNSEEN else "", mark(key[2], change, outside)]
        lines.append(line + [""] * (9 - len(line)))
    table(("class", "figure", "n", "value", "low", "high", "last", "change", ""), lines)
    sys.stdout.flush()


def mark(figure, change, outside):
    if not outside or abs(change) < UNSEEN:
        return ""
    if figure in NO_DIRECTION:
        return "other"
    return "*" if (change > 0) != any(figure.endswith(lower) for lower in LOWER_IS_BETTER) else "!"


def table(head, rows):
    def written(cell):
        return "" if cell is None else f"{cell:.3f}" if isinstance(cell, float) else str(cell)

    rows = [list(map(written, row)) for row in (head, *rows)]
    width = [max(len(row[i]) for row in rows) for i in range(len(head))]
    numbers = [i for i in range(len(head)) if all(re.fullmatch(r"[-+]?[\d.]*", row[i]) for row in rows[1:])]
    for row in rows:
        print("  ".join(cell.rjust(w) if i in numbers else cell.ljust(w) for i, (cell, w) in enumerate(zip(row, width))).rstrip())
    print()


if __name__ == "__main__":
    main()
