#!/usr/bin/env python3
"""Makes the model file of a checkpoint of train_ner.py.

    training/export_ner.py ner.pt data/models/names.bin
"""
import argparse

import numpy as np
import torch

import export_encoder
import model_file
from ner_labels import CLASSES

# Nats by which a name must be better than none: teachers find more names than gold has. Chosen on the development sets.
OUTSIDE = 2.0


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("checkpoint")
    arguments.add_argument("output")
    a = arguments.parse_args()
    checkpoint = torch.load(a.checkpoint, weights_only=False)
    state = checkpoint["network"]
    get = lambda name: state[name].numpy().astype(np.float64)
    sections = export_encoder.sections(state, checkpoint["words"])
    sections.append(("classes", model_file.text(CLASSES)))
    bias = get("tag.bias")
    bias[0] += OUTSIDE
    sections += export_encoder.dense("tag", get("tag.weight"), bias)
    model_file.write(a.output, "NAME", sections)


if __name__ == "__main__":
    main()
