"""Models hold weights and words, and nothing of the texts that they were trained on: no string of more than three words."""
import os
import re
import struct
import sys
import unittest

MODELS = os.path.join(os.environ["ENTENTE_SOURCE_DIR"], "data", "models")
TEXT = 0
MOST_WORDS = 3


def text_sections(path):
    """Names and lines of the text sections of a model file (docs/formats/model.md)."""
    with open(path, "rb") as f:
        data = f.read()
    count, = struct.unpack_from("<I", data, 12)
    for i in range(count):
        name, kind, rows, columns, _, offset = struct.unpack_from("<24sIIIIQ", data, 32 + 48 * i)
        if kind == TEXT:
            yield name.rstrip(b"\0").decode(), data[offset:offset + rows * columns].decode("utf-8").split("\n")


def strings(path):
    if path.endswith(".bin"):
        for _, lines in text_sections(path):
            yield from lines
    else:
        with open(path, encoding="utf-8") as f:
            for line in f:
                if not line.startswith("#"):
                    yield from line.rstrip("\n").split("\t")


class Models(unittest.TestCase):
    def test_hold_no_string_of_more_than_three_words(self):
        files = [f for f in sorted(os.listdir(MODELS)) if f.endswith((".bin", ".tsv"))]
        self.assertGreater(len(files), 3)
        for file in files:
            with self.subTest(file):
                long = [s for s in strings(os.path.join(MODELS, file)) if len(re.findall(r"\w+", s)) > MOST_WORDS and " " in s]
                self.assertEqual(long, [])

    def test_the_model_of_relations_holds_no_string_at_all(self):
        self.assertEqual(list(text_sections(os.path.join(MODELS, "relations.bin"))), [])


if __name__ == "__main__":
    sys.exit(unittest.main())
