"""entente actors, and --actors: who is who, by the shipped data and a user's own."""
import json
import unittest

import program


def table(*rows):
    return "".join("\t".join(row) + "\n" for row in rows)


class OwnActors(program.ProgramTest):
    STORY = "Japan criticized Mia Holm on Monday. The River Guard attacked Chad."

    def entities(self, *args):
        self.write("a.txt", self.STORY)
        out, _ = self.assert_runs(0, "mentions", "a.txt", "--date", "2020-01-06", *args)
        return {m["text"]: m["entity"] for m in map(json.loads, out.splitlines())}

    def test_name_whom_the_shipped_data_does_not_know(self):
        self.assertEqual(self.entities()["Mia Holm"], "person/mia-holm")
        self.write("my.tsv", table(["id", "name", "aliases", "country"],
                                   ["person/mia-anna-holm", "Mia Anna Holm", "Mia Holm", "country/NOR"],
                                   ["organisation/guard-of-the-river", "Guard of the River", "River Guard", "country/TCD"]))
        found = self.entities("--actors", "my.tsv")
        self.assertEqual(found["Mia Holm"], "person/mia-anna-holm")
        self.assertEqual(found["River Guard"], "organisation/guard-of-the-river")

    def test_merge_and_keep_apart_nodes_of_a_stored_graph(self):
        claims = [{"doc": f"a{i}", "type": "criticizes", "by": "curator", "target": {"id": "country/FRA", "type": "country"},
                   "source": {"id": f"person/{slug}", "type": "official", "iso3": "NOR", "name": name}}
                  for i, (slug, name) in enumerate([("mia-holm", "Mia Holm"), ("holm", "Holm"), ("m-dahl", "M. Dahl")])]
        self.write("claims.jsonl", "\n".join(map(json.dumps, claims)))
        self.assert_runs(0, "build", "claims.jsonl", "-g", "g.entente", "-o", "g.json")

        def nodes(*args):
            out, _ = self.assert_runs(0, "export", "g.entente", "-o", "-", "--format", "node-link", *args)
            return {n["id"]: n for n in json.loads(out)["nodes"] if n["type"] == "official"}

        self.assertEqual(set(nodes()), {"person/mia-holm", "person/m-dahl"})
        self.write("apart.tsv", table(["rule", "id", "with"], ["never-merge", "person/holm", "person/mia-holm"]))
        self.assertEqual(set(nodes("--actors", "apart.tsv")), {"person/mia-holm", "person/holm", "person/m-dahl"})
        self.write("one.tsv", table(["rule", "id", "type", "name", "with"], ["actor", "person/mia-holm", "official", "Mia Holm"],
                                    ["merge", "person/mia-holm", "", "", "person/m-dahl"]))
        merged = nodes("--actors", "one.tsv")
        self.assertIn("person/m-dahl", merged["person/mia-holm"]["formerIds"])
        self.assertNotIn("person/m-dahl", merged)

    def test_a_fault_names_file_and_line_and_touches_nothing(self):
        self.write("a.txt", self.STORY)
        self.write("my.tsv", table(["id", "name", "country"], ["person/x", "X", "country/NOWHERE"]))
        for command in (["claims", "a.txt"], ["mentions", "a.txt"], ["relate", "a.txt"], ["build", "a.txt", "-o", "g.json"]):
            with self.subTest(command[0]):
                out, messages = self.assert_runs(2, *command, "--actors", "my.tsv")
                self.assertIn("my.tsv:2: country 'country/NOWHERE' is not known", messages)
                self.assertEqual(out, b"")
        self.assertEqual(self.files(), ["a.txt", "my.tsv"])


if __name__ == "__main__":
    unittest.main()
