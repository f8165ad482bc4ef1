"""entente actors, and --actors: who is who, by the shipped data and a user's own."""
import gzip
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

    def test_name_actors_in_claims_that_were_read_before(self):
        claim = {"doc": "a", "type": "criticizes", "target": {"id": "country/FRA", "type": "country"},
                 "source": {"id": "organisation/river-guard", "type": "organisation", "name": "River Guard"}}
        self.write("claims.jsonl", json.dumps(claim))
        self.assert_runs(0, "build", "claims.jsonl", "-g", "g.entente", "-o", "g.json")
        self.write("my.tsv", table(["id", "name", "aliases"], ["organisation/guard-of-the-river", "Guard of the River", "River Guard"]))
        out, _ = self.assert_runs(0, "export", "g.entente", "-o", "-", "--format", "node-link", "--actors", "my.tsv")
        self.assertIn("organisation/guard-of-the-river", {n["id"] for n in json.loads(out)["nodes"]})

    def test_a_fault_names_file_and_line_and_touches_nothing(self):
        self.write("a.txt", self.STORY)
        self.write("my.tsv", table(["id", "name", "country"], ["person/x", "X", "country/NOWHERE"]))
        for command in (["claims", "a.txt"], ["mentions", "a.txt"], ["relate", "a.txt"], ["build", "a.txt", "-o", "g.json"]):
            with self.subTest(command[0]):
                out, messages = self.assert_runs(2, *command, "--actors", "my.tsv")
                self.assertIn("my.tsv:2: country 'country/NOWHERE' is not known", messages)
                self.assertEqual(out, b"")
        self.assertEqual(self.files(), ["a.txt", "my.tsv"])


class Resolve(program.ProgramTest):
    def test_shows_candidates_scores_and_why(self):
        out, _ = self.assert_runs(0, "actors", "resolve", "the foreign minister of Japan", "--date", "2019-08-22")
        self.assertRegex(out.decode(), r"^0\.\d{3}  person/taro-kono  holds '.*' of Japan, 2017-08-03 to 2019-09-11\n-> person/taro-kono\n$")

    def test_prints_one_json_object(self):
        out, _ = self.assert_runs(0, "actors", "resolve", "Congress", "--country", "usa", "--json")
        found = json.loads(out)
        self.assertEqual((found["country"], found["entity"]), ("country/USA", "organisation/us-congress"))
        self.assertLessEqual({"id", "name", "type", "iso3", "wikidata", "score", "why"}, set(found["candidates"][0]))
        out, _ = self.assert_runs(0, "actors", "resolve", "Nobody Inparticular", "--json")
        self.assertEqual((json.loads(out)["entity"], json.loads(out)["candidates"]), (None, []))

    def test_names_a_country_that_is_none(self):
        _, messages = self.assert_runs(2, "actors", "resolve", "Congress", "--country", "Utopia")
        self.assertIn("--country: 'Utopia' is no country", messages)

    def test_names_of_actors_in_any_case_choose_edges(self):
        claim = {"doc": "a", "type": "criticizes", "source": {"id": "country/KOR", "type": "country"},
                 "target": {"id": "country/JPN", "type": "country"}}
        self.write("claims.jsonl", json.dumps(claim))
        self.assert_runs(0, "build", "claims.jsonl", "-g", "g.entente", "-o", "g.json")
        for name in ("seoul", "south korea", "SEOUL", "rok"):
            out, _ = self.assert_runs(0, "explain", "g.entente", "--source", name)
            self.assertIn(b"South Korea", out)


class WhoIsWho(program.ProgramTest):
    """What articles say of actors, read with the shipped models."""

    def claims(self, text, date="2019-08-22"):
        self.write("a.txt", text)
        out, _ = self.assert_runs(0, "claims", "a.txt", "--date", date)
        return {(c["source"]["id"], c["type"], c["status"], c["target"]["id"]) for c in map(json.loads, out.splitlines())}

    def test_a_spelling_that_is_not_listed_is_the_listed_person(self):
        self.assertIn(("person/hassan-rouhani", "criticizes", "asserted", "country/ISR"),
                      self.claims("Iranian President Hassan Rohani criticized Israel on Monday."))

    def test_a_country_is_the_state_that_was_there_when_it_happened(self):
        self.assertIn(("country/JPN", "attacks", "asserted", "country/korea-before-1948"), self.claims("In 1910 Japan attacked Korea."))


class Import(program.ProgramTest):
    DICTIONARY = "MIA_EXAMPLE_ ;comment\n\t[NORGOV 090304-110501]\nBAD [NORGOV\nRIVER_FRONT_(RVF) [NORREB]\n"

    def test_goes_on_after_a_bad_line_and_its_table_is_read(self):
        self.write("d.txt", self.DICTIONARY)
        _, messages = self.assert_runs(1, "actors", "import", "d.txt", "-o", "my.tsv")
        self.assertIn("d.txt:3: a bracket that does not close", messages)
        self.assertIn("4 lines, 2 actors, 1 office, 1 rejected", messages)
        out, _ = self.assert_runs(0, "actors", "resolve", "Mia Example", "--date", "2010", "--actors", "my.tsv")
        self.assertIn(b"-> person/mia-example", out)

    def test_reads_packed_dumps_and_standard_input_alike(self):
        lines = ["["] + [json.dumps({"id": f"Q9{i:08}", "labels": {"en": {"value": f"Party {i}"}}, "claims": {"P31": [
            {"mainsnak": {"snaktype": "value", "datavalue": {"value": {"id": "Q7278"}}}, "rank": "normal"}]}}) + "," for i in range(5000)] + ["]"]
        dump = "\n".join(lines).encode()
        self.write("dump.json.gz", gzip.compress(dump))
        _, messages = self.assert_runs(0, "actors", "import", "dump.json.gz", "-o", "a.tsv")
        self.assertIn("5000 actors", messages)
        out, _ = self.assert_runs(0, "actors", "import", "-", "-o", "-", stdin=dump)
        self.assertEqual((self.folder / "a.tsv").read_bytes(), out)

    def test_nothing_is_touched_where_nothing_can_be_read(self):
        self.write("my.tsv", "old")
        self.write("dump.bz2", b"BZh91AY&SY")
        for name, reason in (("gone.txt", "gone.txt"), ("dump.bz2", "bzip2")):
            _, messages = self.assert_runs(2, "actors", "import", name, "-o", "my.tsv")
            self.assertIn(reason, messages)
            self.assertEqual((self.folder / "my.tsv").read_text(), "old")


if __name__ == "__main__":
    unittest.main()
