#!/usr/bin/env python3
"""Groups the words of vectors.bin by meaning: data/models/clusters.bin.

  cluster_words.py data/models/vectors.bin data/models/clusters.bin

k-means (Lloyd 1982, IEEE Transactions on Information Theory 28) on vectors of length one, twice: 256 and 2,048 groups. The
seed is fixed; the same input gives the same groups.
"""
import sys

import numpy as np

import model_file

SIZES = (256, 2048)
ROUNDS = 25


def groups(vectors, size):
    generator = np.random.default_rng(1)
    # The frequent words come from the same list as the others; any sample will do to begin with.
    centres = vectors[generator.choice(len(vectors), size, replace=False)]
    for _ in range(ROUNDS):
        nearest = (vectors @ centres.T).argmax(1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(length > 0, sums / np.maximum(length, 1e-9), centres)
    return (vectors @ centres.T).argmax(1)


def main(source, target):
    kind, sections = model_file.read(source)
    assert kind == "VECT", source
    vectors = sections["vectors"].astype(np.float32) * sections["scales"]
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    table = np.stack([groups(vectors, size) for size in SIZES], 1).astype("<u4")
    model_file.write(target, "CLUS", [("clusters", table)])


if __name__ == "__main__":
    main(*sys.argv[1:])
