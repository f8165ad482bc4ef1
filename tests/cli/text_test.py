"""entente text, and what all commands share in reading inputs."""
import gzip
import json
import unittest

import program


class Text(program.ProgramTest):
    def articles(self, out):
        return [json.loads(line) for line in out.decode().splitlines()]

    def test_prints_the_bytes_of_a_plain_file_as_its_text(self):
        text = "Seoul  said:\t“no”.\r\n\r\nÜber.\n"
        path = self.write("a.txt", b"\xef\xbb\xbf" + text.encode())
        out, _ = self.assert_runs(0, "text", path, "--date", "2019-08-22", "--source", "Courier")
        (article,) = self.articles(out)
        self.assertEqual(article["text"], text)
        self.assertEqual((article["date"], article["source"]), ("2019-08-22", "Courier"))
        self.assertIsNone(article["title"])
        self.assertRegex(article["id"], "^[0-9a-f]{16}$")

    def test_reads_folders_in_path_order_and_skips_what_is_hidden_or_unknown(self):
        for name in ("d/b.txt", "d/a/z.txt", "d/.hidden.txt", "d/picture.jpg", "d/c.txt.gz"):
            data = name.encode()
            self.write(name, gzip.compress(data) if name.endswith(".gz") else data)
        out, _ = self.assert_runs(0, "text", "d")
        self.assertEqual([a["text"] for a in self.articles(out)], ["d/a/z.txt", "d/b.txt", "d/c.txt.gz"])

    def test_reads_standard_input_by_its_first_bytes(self):
        out, _ = self.assert_runs(0, "text", "-", stdin=b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n')
        self.assertEqual([a["id"] for a in self.articles(out)], ["a", "b"])

    def test_names_what_it_rejects_and_goes_on(self):
        lines = b'{"id": "a", "text": "One."}\n{"id": "b", "text": \n{"id": "c", "text": "Three."}\n'
        path = self.write("news.jsonl", lines)
        out, messages = self.assert_runs(1, "text", path)
        self.assertEqual([a["id"] for a in self.articles(out)], ["a", "c"])
        self.assertIn("news.jsonl:2", messages)

    def test_rejects_another_language_and_bytes_that_are_not_utf8(self):
        for text, reason in ((b'{"text": "Guten Tag.", "language": "de"}', "de"),):
            _, messages = self.assert_runs(2, "text", self.write("a.jsonl", text))
            self.assertIn(reason, messages)
        _, messages = self.assert_runs(2, "text", self.write("a.txt", b"Seoul \xff said."))
        self.assertIn("a.txt:6", messages)

    def test_every_input_rejected_is_2(self):
        _, messages = self.assert_runs(2, "text", "gone.txt")
        self.assertIn("gone.txt", messages)

    def test_output_is_the_same_with_any_number_of_threads(self):
        lines = "".join(json.dumps({"id": str(i), "text": f"Article {i}. " * (i % 9 + 1)}) + "\n" for i in range(200))
        lines += "broken\n" + lines.replace('"id": "', '"id": "second-')
        path = self.write("news.jsonl", lines)
        runs = {self.run_program("text", path, "--threads", n) for n in (1, 2, 5)}
        self.assertEqual(len(runs), 1)
        code, out, _ = runs.pop()
        self.assertEqual((code, out.count(b"\n")), (1, 400))


if __name__ == "__main__":
    unittest.main()
