"""entente parse and mentions."""
import json
import unittest

import program

GOLD = """# newdoc id = one
# sent_id = one-1
# text = Seoul doesn't agree.
1	Seoul	_	_	_	_	_	_	_	_
2-3	doesn't	_	_	_	_	_	_	_	_
2	does	_	_	_	_	_	_	_	_
3	n't	_	_	_	_	_	_	_	_
4	agree	_	_	_	_	_	_	_	SpaceAfter=No
5	.	_	_	_	_	_	_	_	_

"""


class Parse(program.ProgramTest):
    def test_prints_every_word_with_its_bytes_tag_and_head(self):
        text = "Tokyo protested. It called the step “rash”."
        out, _ = self.assert_runs(0, "parse", self.write("a.txt", text))
        words = [line.split("\t") for line in out.decode().split("\n") if line and line[0].isdigit()]
        self.assertEqual([w[1] for w in words], ["Tokyo", "protested", ".", "It", "called", "the", "step", "“", "rash", "”", "."])
        for w in words:
            begin, end = map(int, w[9].split("TokenRange=")[1].split("|")[0].split(":"))
            self.assertEqual(text.encode()[begin:end].decode(), w[1])
        self.assertEqual([w[6] for w in words].count("0"), 2)
        self.assertEqual(words[1][2:4], ["protest", "VERB"])

    def test_keeps_the_words_of_conllu_and_analyses_them(self):
        out, _ = self.assert_runs(0, "parse", "--conllu", self.write("gold.conllu", GOLD))
        lines = out.decode().split("\n")
        self.assertEqual([line.split("\t")[:2] for line in lines if "\t" in line],
                         [line.split("\t")[:2] for line in GOLD.split("\n") if "\t" in line])
        self.assertEqual(lines[:3], GOLD.split("\n")[:3])
        agree = next(line.split("\t") for line in lines if line.startswith("4\t"))
        self.assertEqual((agree[3], agree[6], agree[7]), ("VERB", "0", "root"))

    def test_reads_conllu_from_standard_input_and_names_a_bad_line(self):
        out, messages = self.assert_runs(1, "parse", "--conllu", "-", stdin=(GOLD + "1\tbroken\n\n" + GOLD.replace("one", "two")).encode())
        self.assertIn(str(len(GOLD)), messages)
        self.assertIn("# newdoc id = two", out.decode())

    def test_several_threads_give_the_same_bytes(self):
        path = self.write("gold.conllu", "".join(GOLD.replace("one", f"d{i}") for i in range(40)))
        runs = {self.run_program("--threads", n, "parse", "--conllu", path) for n in (1, 4)}
        self.assertEqual(len(runs), 1)

    def test_models_that_are_not_there_are_2(self):
        _, messages = self.assert_runs(2, "parse", self.write("a.txt", "Words."), "--data", self.folder)
        self.assertIn("--data", messages)


class Mentions(program.ProgramTest):
    def mentions(self, text):
        out, _ = self.assert_runs(0, "mentions", self.write("a.txt", text))
        return [json.loads(line) for line in out.decode().splitlines()]

    def test_prints_names_and_what_stands_for_them(self):
        text = "Japan criticized South Korea on Monday. Japanese Foreign Minister Taro Kono said that he was “angry”."
        mentions = self.mentions(text)
        for m in mentions:
            self.assertEqual(text.encode()[m["begin"]:m["end"]].decode(), m["text"])
        found = {(m["text"], m["kind"], m["entity"]) for m in mentions}
        self.assertLessEqual({("Japan", "name", "country/JPN"), ("South Korea", "name", "country/KOR"),
                              ("Taro Kono", "name", "person/taro-kono"), ("he", "pronoun", "person/taro-kono")}, found)
        self.assertTrue(all(m["entity"] for m in mentions))


if __name__ == "__main__":
    unittest.main()
