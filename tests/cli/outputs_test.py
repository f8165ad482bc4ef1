"""What -o takes: files, folders, standard output; and what is said of formats that carry less than the graph."""
import csv
import unittest

import program

ARTICLE = program.EXAMPLES / "gsomia.txt"


class Outputs(program.ProgramTest):
    def build(self, code, *args):
        return self.assert_runs(code, "build", ARTICLE, "--date", "2019-08-22", *args)

    def test_folders_are_written_whole_and_again(self):
        for _ in range(2):
            self.build(0, "-o", "a.neo4j/", "-o", "a.kuzu/")
            self.assertNotIn("a.neo4j/import.report", self.files())
            self.assertEqual({"a.neo4j/README.md", "a.neo4j/import.sh", "a.neo4j/constraints.cypher", "a.neo4j/nodes.csv",
                              "a.neo4j/relationships.csv"}, {name for name in self.files() if name.startswith("a.neo4j")})
            self.assertIn("a.kuzu/criticizes.csv", self.files())
            self.write("a.neo4j/import.report", "what neo4j-admin leaves there")

    def test_a_folder_of_something_else_is_left_alone(self):
        self.write("a.neo4j/thesis.txt", "years of work")
        _, messages = self.build(2, "-o", "a.neo4j/")
        self.assertIn("thesis.txt", messages)
        self.assertEqual(self.files(), ["a.neo4j/thesis.txt"])

    def test_a_folder_format_without_its_slash_says_so(self):
        _, messages = self.build(2, "-o", "a.neo4j")
        self.assertIn("'a.neo4j/'", messages)
        _, messages = self.build(2, "-o", "-", "--format", "neo4j")
        self.assertIn("-o graph.neo4j/", messages)
        _, messages = self.build(2, "-o", "a.json/")
        self.assertIn("known are", messages)
        _, messages = self.build(2, "-o", "a/", "--format", "json")
        self.assertIn("one file", messages)
        self.assertEqual(self.files(), [])

    def test_format_makes_a_folder_of_any_name(self):
        self.build(0, "-o", "mine", "--format", "neo4j")
        self.assertIn("mine/nodes.csv", self.files())

    def test_what_a_format_cannot_carry_is_said_once(self):
        _, messages = self.build(0, "-o", "a.graphml", "-o", "b.graphml", "-o", "a.events.csv", "-o", "a.json")
        warnings = [line for line in messages.splitlines() if "warning" in line]
        self.assertEqual(len(warnings), 1)
        self.assertEqual(warnings[0].count(".graphml"), 1)
        self.assertIn(".events.csv leaves out relations that last", warnings[0])

    def test_event_tables_hold_what_did_not_happen_only_when_asked(self):
        self.write("a.txt", "Chad did not attack Mali on Monday. Japan criticized South Korea on Tuesday.")
        for option, statuses in (([], {"asserted"}), (["--all-statuses"], {"asserted", "negated"}),
                                 (["--status", "negated"], {"negated"})):
            self.assert_runs(0, "build", "a.txt", "--date", "2020-01-01", "-o", "a.events.csv", *option)
            with open(self.folder / "a.events.csv", newline="", encoding="utf-8") as file:
                self.assertEqual({row["status"] for row in csv.DictReader(file)}, statuses)


if __name__ == "__main__":
    unittest.main()
