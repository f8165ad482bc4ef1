"""entente relate: exactly one line out for each line in."""
import json
import unittest

import program


def question(identifier, text, source, target):
    at = lambda words: [len(text.encode()[:text.encode().index(words.encode())]), text.encode().index(words.encode()) + len(words.encode())]
    return json.dumps({"id": identifier, "text": text, "source": at(source), "target": at(target)}, ensure_ascii=False)


class Relate(program.ProgramTest):
    def test_answers_each_line_in_order_with_its_id(self):
        lines = [question("a", "Chad halted aid to Mali.", "Chad", "Mali"),
                 question("b", "Türkiye criticized France.", "Türkiye", "France"),
                 question("c", "Türkiye criticized France.", "France", "Türkiye")]
        out, _ = self.assert_runs(0, "relate", "-", stdin="\n".join(lines).encode())
        answers = [json.loads(line) for line in out.decode().splitlines()]
        self.assertEqual([a["id"] for a in answers], ["a", "b", "c"])
        self.assertEqual((answers[0]["type"], answers[0]["plover"], answers[0]["quad"]), ("scraps", "SANCTION", "material-conflict"))
        self.assertEqual(answers[1]["type"], "criticizes")
        for answer in answers:
            self.assertTrue(0 <= answer["confidence"] <= 1)

    def test_an_unusable_line_has_an_error_with_its_id_and_ends_with_1(self):
        lines = [question("a", "Chad halted aid to Mali.", "Chad", "Mali"), '{"id": "b", "text": "Chad.", "source": [0, 4]}',
                 '{"id": "c", "text": "Chad.", "source": [0, 4], "target": [3, 99]}', "no json",
                 '{"id": "d", "text": "Türkiye.", "source": [0, 2], "target": [3, 4]}']
        out, messages = self.assert_runs(1, "relate", "-", stdin="\n".join(lines).encode())
        answers = [json.loads(line) for line in out.decode().splitlines()]
        self.assertEqual([a["id"] for a in answers], ["a", "b", "c", None, "d"])
        self.assertEqual(["error" in a for a in answers], [False, True, True, True, True])
        self.assertEqual(messages.count("rejected"), 4)


if __name__ == "__main__":
    unittest.main()
