"""entente build, export, explain and claims: articles in, a graph out."""
import json
import signal
import subprocess
import time
import unittest

import program

STORY = "Japan criticized South Korea on Monday. Chad halted aid to Mali."


def claim(source, target, doc="a1", confidence=0.9, **more):
    return json.dumps({"doc": doc, "type": "criticizes", "source": {"id": f"country/{source}", "type": "country"},
                       "target": {"id": f"country/{target}", "type": "country"}, "confidence": confidence, "by": "curator", **more})


class Build(program.ProgramTest):
    def graph(self, *args):
        self.assert_runs(0, "build", *args, "-o", "graph.json")
        return json.loads((self.folder / "graph.json").read_text())

    def edges(self, graph):
        return {(e["source"], e["type"], e["status"]) for e in graph["links"]}

    def test_writes_every_output_of_an_example_and_a_summary(self):
        outputs = ["a.svg", "a.png", "a.pdf", "a.dot", "a.jsonld", "a.json"]
        _, messages = self.assert_runs(0, "build", program.EXAMPLES / "gsomia.txt", "--date", "2019-08-22",
                                       *(x for o in outputs for x in ("-o", o)))
        self.assertEqual(self.files(), sorted(outputs))
        self.assertRegex(messages, r"^1 article, \d+ claims, \d+ nodes, \d+ edges, 0 rejected\n$")
        edges = self.edges(json.loads((self.folder / "a.json").read_text()))
        self.assertIn(("person/kang-kyung-wha", "criticizes", "asserted"), edges)
        self.assertIn(("country/KOR", "allies-with", "asserted"), edges)

    def test_reads_all_examples_of_every_kind(self):
        _, messages = self.assert_runs(0, "build", program.EXAMPLES, "-o", "graph.json")
        self.assertRegex(messages, r"^5 articles, ")
        graph = json.loads((self.folder / "graph.json").read_text())
        self.assertLessEqual({"country/RUS", "country/CAN", "country/PRK"}, {n["id"] for n in graph["nodes"]})

    def test_adding_piece_by_piece_gives_the_graph_of_all_at_once(self):
        for name in ("gsomia.txt", "grain_deal.html", "singapore_summit.jsonl"):
            self.assert_runs(0, "build", program.EXAMPLES / name, "-g", "pieces.entente")
        self.assert_runs(0, "export", "pieces.entente", "-o", "pieces.json")
        self.assert_runs(0, "build", *(program.EXAMPLES / n for n in ("singapore_summit.jsonl", "gsomia.txt", "grain_deal.html")),
                         "-o", "once.json", "--threads", "3")
        self.assertEqual((self.folder / "pieces.json").read_bytes(), (self.folder / "once.json").read_bytes())

    def test_the_claims_of_an_article_give_its_graph(self):
        self.write("a.txt", STORY)
        self.assert_runs(0, "build", "a.txt", "--date", "2020-01-01", "-o", "one.json")
        out, _ = self.assert_runs(0, "claims", "a.txt", "--date", "2020-01-01")
        self.assert_runs(0, "build", "-", "-o", "two.json", stdin=out)
        self.assertEqual((self.folder / "one.json").read_bytes(), (self.folder / "two.json").read_bytes())

    def test_keeps_listed_actors_that_sound_like_another_kind(self):
        self.write("a.txt", "Officials of the Indo-Pacific Economic Framework for Prosperity (IPEF) met in Fiji. Japan praised IPEF.")
        nodes = {node["id"]: node["type"] for node in self.graph("a.txt")["nodes"]}
        self.assertEqual(nodes["agreement/indo-pacific-economic-framework"], "agreement")

    def test_takes_claims_that_somebody_else_made(self):
        self.write("claims.jsonl", claim("FRA", "ITA") + "\n" + claim("ITA", "FRA", confidence=0.3) + "\n")
        graph = self.graph("claims.jsonl")
        self.assertEqual(self.edges(graph), {("country/FRA", "criticizes", "asserted")})
        self.assertEqual(graph["links"][0]["evidence"][0]["by"], "curator")
        self.assertEqual(len(self.graph("claims.jsonl", "--min-confidence", "0")["links"]), 2)

    def test_nothing_is_touched_where_nothing_can_be_done(self):
        self.write("a.txt", STORY)
        old = self.write("old.json", "old")
        self.write("bad.jsonl", "broken\n")
        for args, reason in ((["a.txt", "-o", "old.json", "-o", "a.docx"], ".jsonld"), (["a.txt", "-o", "-"], "--format"),
                             (["a.txt", "-o", "old.json", "-o", "gone/a.json"], "gone"),
                             (["a.txt", "-o", "old.json", "--format", "docx"], "docx"),
                             (["bad.jsonl", "-o", "old.json", "-g", "new.entente"], "bad.jsonl:1"),
                             (["a.txt", "-o", "old.json", "-g", "a.txt"], "a.txt")):
            with self.subTest(args):
                _, messages = self.assert_runs(2, "build", *args)
                self.assertIn(reason, messages)
                self.assertEqual(old.read_text(), "old")
                self.assertEqual(self.files(), ["a.txt", "bad.jsonl", "old.json"])

    def test_some_rejected_is_1_and_the_rest_is_there(self):
        self.write("news.jsonl", '{"text": "Japan criticized South Korea."}\nbroken\n')
        _, messages = self.assert_runs(1, "build", "news.jsonl", "-o", "graph.json")
        self.assertIn("news.jsonl:2", messages)
        self.assertIn("1 rejected", messages)
        self.assertEqual(len(json.loads((self.folder / "graph.json").read_text())["links"]), 1)

    def test_two_texts_with_one_id_keep_the_later_and_warn(self):
        lines = [json.dumps({"id": "a", "date": f"2020-01-0{day}", "text": f"{who} criticized South Korea."})
                 for day, who in ((2, "Japan"), (1, "China"))]
        for order in (lines, lines[::-1]):
            self.write("news.jsonl", "\n".join(order))
            _, messages = self.assert_runs(0, "build", "news.jsonl", "-o", "graph.json")
            self.assertIn("warning", messages)
            self.assertEqual(self.edges(json.loads((self.folder / "graph.json").read_text())), {("country/JPN", "criticizes", "asserted")})

    def test_writes_to_standard_output_by_format(self):
        self.write("a.txt", STORY)
        out, _ = self.assert_runs(0, "build", "a.txt", "-o", "-", "--format", "dot")
        self.assertTrue(out.startswith(b"digraph"))

    def test_an_interrupt_keeps_what_was_read_and_touches_no_output(self):
        self.write("news.jsonl", "".join(json.dumps({"id": str(i), "text": STORY}) + "\n" for i in range(300000)))
        child = subprocess.Popen([program.ENTENTE, "build", "news.jsonl", "-g", "g.entente", "-o", "graph.json", "--threads", "2"],
                                 cwd=self.folder, stderr=subprocess.PIPE)
        end = time.monotonic() + 60
        while not (self.folder / "g.entente").exists() and time.monotonic() < end:
            time.sleep(0.05)
        time.sleep(0.5)
        child.send_signal(signal.SIGINT)
        _, messages = child.communicate(timeout=60)
        self.assertEqual(child.returncode, 130, messages)
        self.assertEqual(self.files(), ["g.entente", "news.jsonl"])
        self.assert_runs(0, "export", "g.entente", "-o", "graph.json")
        graph = json.loads((self.folder / "graph.json").read_text())
        self.assertLessEqual({"country/JPN", "country/KOR", "country/TCD"}, {n["id"] for n in graph["nodes"]})


class Stored(program.ProgramTest):
    def setUp(self):
        super().setUp()
        self.write("claims.jsonl", "\n".join([claim("FRA", "ITA", quote="France chided Italy."), claim("ITA", "ESP"), claim("ESP", "ITA", status="planned")]))
        self.assert_runs(0, "build", "claims.jsonl", "-g", "g.entente")

    def exported(self, *args):
        out, _ = self.assert_runs(0, "export", "g.entente", "-o", "-", "--format", "json", *args)
        return {(e["source"][-3:], e["target"][-3:]) for e in json.loads(out)["links"]}

    def test_export_filters_by_actor_type_and_status(self):
        self.assertEqual(self.exported(), {("FRA", "ITA"), ("ITA", "ESP"), ("ESP", "ITA")})
        self.assertEqual(self.exported("--source", "Italy"), {("ITA", "ESP")})
        self.assertEqual(self.exported("--actor", "Paris"), {("FRA", "ITA")})
        self.assertEqual(self.exported("--status", "planned"), {("ESP", "ITA")})
        self.assertEqual(self.exported("--type", "attacks"), set())

    def test_export_of_what_is_no_graph_is_2(self):
        _, messages = self.assert_runs(2, "export", "gone.entente", "-o", "a.json")
        self.assertIn("gone.entente", messages)
        self.assertFalse((self.folder / "gone.entente").exists())
        self.assert_runs(2, "export", "claims.jsonl", "-o", "a.json")

    def test_explain_prints_the_quotes(self):
        out, _ = self.assert_runs(0, "explain", "g.entente", "--source", "France", "--target", "country/ITA")
        self.assertIn("France | criticizes | Italy  (asserted", out.decode())
        self.assertIn('"France chided Italy."', out.decode())
        self.assertNotIn("Spain", out.decode())

    def test_explain_as_json_is_node_link(self):
        out, _ = self.assert_runs(0, "explain", "g.entente", "--target", "Spain", "--json")
        self.assertEqual([e["source"] for e in json.loads(out)["links"]], ["country/ITA"])

    def test_explain_names_an_actor_that_is_not_there(self):
        _, messages = self.assert_runs(2, "explain", "g.entente", "--source", "Chad")
        self.assertIn("Chad", messages)


if __name__ == "__main__":
    unittest.main()
