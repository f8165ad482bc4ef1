"""bench/accuracy.py on hand-made counts and claims: bootstrap, calibration, and what is called which kind of error."""
import argparse
import os
import sys
import unittest

sys.path.insert(0, os.path.join(os.environ["ENTENTE_SOURCE_DIR"], "bench"))
import accuracy_claims  # noqa: E402
import accuracy_statistics as statistics  # noqa: E402


def share(sums):
    return statistics.ratio(sums["right"], sums["n"])


class Bootstrap(unittest.TestCase):
    def test_gives_the_share_and_an_interval_as_wide_as_chance(self):
        units = [{"n": 1, "right": int(i < 300)} for i in range(400)]
        value, low, high = statistics.bootstrap(units, {"share": share})["share"]
        self.assertEqual(value, 0.75)
        error = 1.96 * (0.75 * 0.25 / 400) ** 0.5
        self.assertAlmostEqual(low, 0.75 - error, delta=0.008)
        self.assertAlmostEqual(high, 0.75 + error, delta=0.008)

    def test_draws_whole_units(self):
        single = [{"n": 1, "right": i % 2} for i in range(200)]
        together = [{"n": 20, "right": 20 * (i % 2)} for i in range(10)]
        width = [high - low for _, low, high in (statistics.bootstrap(u, {"share": share})["share"] for u in (single, together))]
        self.assertGreater(width[1], 2 * width[0])

    def test_repeats_itself_with_the_same_seed_only(self):
        units = [{"n": 1, "right": int(i % 7 < 3), "sure": i} for i in range(50)]
        figures = {"mean": lambda sums: sums["sure"] / sums["n"]}
        self.assertEqual(statistics.bootstrap(units, figures), statistics.bootstrap(units, figures))
        self.assertNotEqual(statistics.bootstrap(units, figures), statistics.bootstrap(units, figures, seed=1))

    def test_has_no_interval_where_one_unit_decides(self):
        units = [{"n": 3, "right": 2}] + [{}] * 9
        self.assertEqual(statistics.bootstrap(units, {"share": share})["share"], (2 / 3, None, None))

    def test_has_value_0_where_there_is_nothing_to_count(self):
        self.assertEqual(statistics.bootstrap([{}, {}], {"share": share})["share"], (0.0, None, None))
        self.assertEqual(statistics.bootstrap([], {"share": share})["share"], (0.0, None, None))


class Calibration(unittest.TestCase):
    def test_counts_claims_by_band_of_confidence(self):
        claims = [(0, 0.95, True), (1, 0.93, True), (1, 0.55, False), (2, 0.51, True), (2, 1.0, False)]
        rows, error = statistics.reliability(claims, 3)
        self.assertEqual([(band, n) for band, n, *_ in rows], [(5, 2), (9, 3)])
        (_, _, mean, right, low, high), surest = rows
        self.assertAlmostEqual(mean, 0.53)
        self.assertEqual(right, 0.5)
        self.assertLessEqual(low, right)
        self.assertLessEqual(right, high)
        self.assertAlmostEqual(surest[2], 0.96)
        self.assertAlmostEqual(surest[3], 2 / 3)
        self.assertAlmostEqual(error[0], (2 * abs(0.5 - 0.53) + 3 * abs(2 / 3 - 0.96)) / 5)

    def test_has_no_error_where_claims_are_as_right_as_they_are_sure(self):
        claims = [(i, 0.8, i % 5 > 0) for i in range(100)]
        _, (error, low, high) = statistics.reliability(claims, 100)
        self.assertAlmostEqual(error, 0)
        self.assertLess(high, 0.12)

    def test_puts_round_confidences_into_the_band_that_they_begin(self):
        self.assertEqual([statistics.band_of(c) for c in (0.0, 0.1, 0.3, 0.299, 0.7, 1.0)], [0, 1, 3, 2, 7, 9])

    def test_groups_by_relation_if_asked(self):
        claims = [(0, 0.9, True, "meets"), (0, 0.6, False, "aids"), (1, 0.8, True, "aids")]
        rows, _ = statistics.reliability(claims, 2, label=lambda claim: claim[3])
        self.assertEqual([(kind, n, right) for kind, n, _, right, *_ in rows], [("aids", 2, 0.5), ("meets", 1, 1.0)])


class Scorer:
    """A scorer that compares spans: what accuracy_claims asks one for."""
    ENDS = ("target",)
    root_of = staticmethod(lambda row: row.get("plover"))
    sure = staticmethod(lambda row: row["confidence"])
    once = staticmethod(lambda rows: rows)
    either_way = staticmethod(lambda label, row: label["root"] == "CONSULT")
    span_of = staticmethod(lambda actor: actor)
    overlap = staticmethod(lambda a, b: int(a == b))
    too_long = staticmethod(lambda a, b: False)

    @classmethod
    def ahead(cls, label, row):
        return (row["source"], row["target"]) == (label["source"], label["target"])

    @classmethod
    def back(cls, label, row):
        return (row["target"], row["source"]) == (label["source"], label["target"])


def claim(source, root, target, confidence=0.9, status="asserted"):
    return {"source": source, "plover": root, "target": target, "confidence": confidence, "status": status}


def label(source, root, target, status="asserted", **more):
    return dict({"source": source, "root": root, "target": target, "status": status}, **more)


class Kinds(unittest.TestCase):
    def judge(self, claims, labels):
        score = argparse.Namespace(all_claims=Scorer, relations=Scorer, goldlib=Scorer)
        judged, missed = accuracy_claims.judge(score, claims, labels)
        return [c.kind for c in judged], [m["root"] for m in missed]

    def test_right_claim_takes_its_label(self):
        self.assertEqual(self.judge([claim("a", "AID", "b"), claim("a", "AID", "b", 0.8)], [label("a", "AID", "b")]),
                         (["right", "spurious"], []))

    def test_root_may_be_the_other_defensible_one(self):
        self.assertEqual(self.judge([claim("a", "YIELD", "b")], [label("a", "AID", "b", also=["YIELD"])]), (["right"], []))

    def test_order_is_free_where_the_relation_says_so(self):
        self.assertEqual(self.judge([claim("b", "CONSULT", "a")], [label("a", "CONSULT", "b")]), (["right"], []))

    def test_errors_are_told_apart(self):
        labels = [label("a", "AID", "b")]
        for row, kind in ((claim("b", "AID", "a"), "reversed"), (claim("a", "YIELD", "b"), "wrong root"),
                          (claim("a", "AID", "c"), "wrong ends"), (claim("a", "AID", "b", status="planned"), "wrong status")):
            with self.subTest(kind):
                self.assertEqual(self.judge([row], labels), ([kind], []))
        self.assertEqual(self.judge([claim("c", "ACCUSE", "d")], labels), (["spurious"], ["AID"]))

    def test_label_that_only_an_unsure_claim_has_is_missed(self):
        self.assertEqual(self.judge([claim("a", "AID", "b", 0.4)], [label("a", "AID", "b")]), (["right"], ["AID"]))


if __name__ == "__main__":
    unittest.main()
