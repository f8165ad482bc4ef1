"""Which part of a graph `build`, `export` and `explain` give."""
import json
import unittest

import program

STORY = [
    {"id": "a", "date": "2019-08-22", "source": "Lima Post", "text": "Peru criticized Chile on Monday. Chile praised Kenya."},
    {"id": "b", "date": "2019-09-10", "source": "Quito Times", "text": "On Monday Chile was criticized by Peru. Kenya bombed Sudan."},
]


class Filters(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("story.jsonl", "".join(json.dumps(article) + "\n" for article in STORY))
        self.assert_runs(0, "build", "story.jsonl", "-g", "g.entente")

    def edges(self, *options, command=("export", "g.entente")):
        self.assert_runs(0, *command, *options, "-o", "part.json")
        graph = json.loads((self.folder / "part.json").read_text())
        return [f"{e['source'][-3:]} {e['type']} {e['target'][-3:]}" for e in graph["links"]]

    def test_take_an_actor_and_what_is_so_many_hops_away(self):
        self.assertEqual(self.edges("--actor", "Peru"), ["PER criticizes CHL"])
        self.assertEqual(self.edges("--actor", "Peru", "--hops", 2), ["CHL praises KEN", "PER criticizes CHL"])
        self.assertEqual(len(self.edges("--actor", "Peru", "--hops", 3)), 3)

    def test_take_quads_types_sources_and_the_top(self):
        self.assertEqual(self.edges("--quad", "material-conflict"), ["KEN attacks SDN"])
        self.assertEqual(self.edges("--type", "praises,attacks"), ["CHL praises KEN", "KEN attacks SDN"])
        self.assertEqual(self.edges("--min-sources", 2), ["PER criticizes CHL"])
        self.assertEqual(self.edges("--top", 1), ["PER criticizes CHL"])

    def test_count_what_is_left(self):
        self.assertEqual(self.edges("--since", "2019-09", "--type", "criticizes"), ["PER criticizes CHL"])
        link = json.loads((self.folder / "part.json").read_text())["links"][0]
        self.assertEqual((link["claims"], link["sources"], link["date"]), (1, 1, "2019-09-09"))

    def test_are_those_of_build_too(self):
        self.assertEqual(self.edges("--top", 1, command=("build", "story.jsonl")), ["PER criticizes CHL"])

    def test_that_take_nothing_say_so(self):
        self.assertEqual(self.edges("--since", "2031"), [])
        _, messages = self.assert_runs(0, "export", "g.entente", "--since", "2031", "-o", "part.json")
        self.assertIn("no edge matches", messages)

    def test_of_unknown_names_are_refused_before_anything_is_written(self):
        for options in (["--actor", "Narnia"], ["--quad", "love"], ["--hops", "2"], ["--since", "soon"],
                        ["--since", "2020", "--until", "2019"]):
            self.assert_runs(2, "export", "g.entente", *options, "-o", "none.json")
        self.assertNotIn("none.json", self.files())

    def test_of_a_name_that_is_almost_one_tell_which(self):
        _, messages = self.assert_runs(2, "export", "g.entente", "--actor", "Peruvians of Lima", "-o", "none.json")
        self.assertIn("country/PER  Peru", messages)

    def test_cut_quotes_in_every_format(self):
        for suffix in ("json", "jsonld", "ttl", "graphml", "dot"):
            self.assert_runs(0, "export", "g.entente", "--quote-words", 2, "-o", f"cut.{suffix}")
            text = (self.folder / f"cut.{suffix}").read_text()
            self.assertNotIn("Peru criticized Chile on Monday", text, suffix)
        self.assertIn("Peru criticized …", (self.folder / "cut.json").read_text())

    def test_explain_takes_them(self):
        out, _ = self.assert_runs(0, "explain", "g.entente", "--quad", "material-conflict")
        self.assertIn(b"Kenya bombed Sudan.", out)
        self.assertNotIn(b"Peru", out)


if __name__ == "__main__":
    unittest.main()
