"""Figures with bootstrap intervals, and calibration: what bench/accuracy.py computes once the program has answered.

A unit is what is drawn again: a sentence, or a document where figures need whole ones. It is a dictionary of counts, and a
figure is a function of the sums of the counts over all units, so that a resample needs no more than new sums. It is None
where there is nothing that it could be a share of: such resamples say nothing about it."""
import collections
import operator
import random

SEED = 20
RESAMPLES = 1000
SHARE = 0.95


def ratio(part, of):
    return part / of if of else None


def f1(right, gold, said):
    return ratio(2 * right, gold + said)


def sums_of(units):
    out = collections.Counter()
    for unit in units:
        out.update(unit)
    return out


def interval(values, share=SHARE):
    """Ends of the middle `share` of the values."""
    values = sorted(values)
    tail = (1 - share) / 2
    return tuple(values[min(len(values) - 1, max(0, round(at * (len(values) - 1))))] for at in (tail, 1 - tail))


def bootstrap(units, figures, resamples=RESAMPLES, seed=SEED):
    """{name: (value, low, high)} for {name: function of the sums}; the same seed draws the same units.

    Of a figure that one unit alone decides the ends are None."""
    columns = collections.defaultdict(lambda: ([], []))
    for i, unit in enumerate(units):
        for key, count in unit.items():
            if count:
                columns[key][0].append(i)
                columns[key][1].append(count)
    whole, drawn = sums_of(units), collections.defaultdict(list)
    rng = random.Random(seed)
    for _ in range(resamples if units else 0):
        times = [0] * len(units)
        for i in rng.choices(range(len(units)), k=len(units)):
            times[i] += 1
        sums = collections.Counter({key: sum(map(operator.mul, map(times.__getitem__, at), counts))
                                    for key, (at, counts) in columns.items()})
        for name, figure in figures.items():
            drawn[name].append(figure(sums))
    out = {}
    for name, figure in figures.items():
        values = [value for value in drawn[name] if value is not None]
        same = bool(values) and max(values) - min(values) < 1e-9
        alone = same and len(values) < len(drawn[name]) and 0 < values[0] < 1
        out[name] = (figure(whole) or 0.0, *((None, None) if alone or not values else interval(values)))
    return out


# ---------------------------------------------------------------- calibration

BANDS = 10


def band_of(confidence, bands=BANDS):
    return min(bands - 1, int(confidence * bands + 1e-9))


def reliability(claims, unit_count, label=band_of, resamples=RESAMPLES, seed=SEED):
    """How right claims are, by `label` of their confidence or of the claim, beside how sure they are.

    claims: tuples (unit, confidence, right, …); label: function of the confidence if it is band_of, else of the tuple.
    (rows, error): rows are (label, n, mean confidence, share right, low, high); error is the expected calibration error
    over the rows, the mean of |share right - mean confidence| with as much weight as a row has claims: (value, low, high)."""
    units = [collections.Counter() for _ in range(unit_count)]
    labels = set()
    for claim in claims:
        unit, confidence, right = claim[:3]
        key = label(confidence) if label is band_of else label(claim)
        labels.add(key)
        units[unit].update({("n", key): 1, ("confidence", key): confidence, ("right", key): int(right)})
    labels = sorted(labels)

    def error(sums):
        gaps = sum(abs(sums["right", key] - sums["confidence", key]) for key in labels)
        return ratio(gaps, sum(sums["n", key] for key in labels))

    figures = {key: lambda sums, key=key: ratio(sums["right", key], sums["n", key]) for key in labels}
    values = bootstrap(units, {**figures, error: error}, resamples, seed)
    sums = sums_of(units)
    rows = [(key, sums["n", key], ratio(sums["confidence", key], sums["n", key]), *values[key]) for key in labels]
    return rows, values[error]
