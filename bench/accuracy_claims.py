"""Claims beside labels, sentence by sentence: which label each claim fits, and what is wrong with those that fit none.

What fits is decided by the scorer's own functions (all_claims.py); here is only kept which label it was."""

KINDS = "reversed", "wrong root", "wrong ends", "wrong status", "spurious", "missed"
LEAST = 0.5


class Judged:
    """One claim: sure, row, root; label: the label it makes right, or that it is nearest to; kind: right or one of KINDS."""
    def __init__(self, row, root, sure):
        self.row, self.root, self.sure, self.label, self.kind = row, root, sure, None, None

    @property
    def right(self):
        return self.kind in ("right", "wrong status")

    @property
    def strict(self):
        return self.kind == "right"


def judge(score, rows, labels):
    """(claims, missed): all claims with a root, surest first, and the labels that none of at least LEAST is about.

    Claims below LEAST are judged like the others, after them."""
    a, r = score.all_claims, score.relations
    rows = a.once(sorted((c for c in rows if r.root_of(c)), key=lambda c: -r.sure(c)))
    claims = [Judged(c, r.root_of(c), r.sure(c)) for c in rows]
    free = list(labels)

    def fits_ends(label, row):
        return a.ahead(label, row) or a.either_way(label, row) and a.back(label, row)

    def fits_root(label, root):
        return root in [label["root"], *label.get("also", [])]

    for claim in claims:
        fits = [l for l in free if fits_root(l, claim.root) and fits_ends(l, claim.row)]
        if fits:
            claim.label = next((l for l in fits if l["status"] == claim.row.get("status")), fits[0])
            free = [l for l in free if l is not claim.label]
            claim.kind = "right" if claim.label["status"] == claim.row.get("status") else "wrong status"
    near = list(free)
    for claim in claims:
        if claim.kind:
            continue
        ends = [l for l in near if fits_ends(l, claim.row)]
        turned = [] if any(fits_ends(l, claim.row) for l in labels) else [l for l in labels if a.back(l, claim.row)]
        partly = [l for l in near if fits_root(l, claim.root) and one_end(score, l, claim.row)]
        for kind, of in (("wrong root", ends), ("reversed", turned), ("wrong ends", partly)):
            if of:
                claim.kind, claim.label = kind, of[0]
                near = [l for l in near if l is not claim.label]
                break
        else:
            claim.kind = "spurious"
    about = [c.label for c in claims if c.sure >= LEAST]
    return claims, [l for l in labels if not any(l is of for of in about)]


def one_end(score, label, row):
    """One of the ends is the label's."""
    g = score.goldlib

    def meets(actor, gold):
        span = g.span_of(actor)
        return bool(span) and g.overlap(span, gold) > 0 and not g.too_long(span, gold)

    return meets(row.get("source"), label["source"]) or any(meets(row.get(end), label["target"]) for end in score.relations.ENDS)


def check(score, claims, rows, labels):
    """Whether the scorer counts the sentence like this."""
    made, _, root, strict, _, turned = score.all_claims.judge(rows, labels)
    sure = [c for c in claims if c.sure >= LEAST]
    return (made, root, strict, turned) == (len(sure), sum(c.right for c in sure), sum(c.strict for c in sure),
                                            sum(c.kind == "reversed" for c in sure))
