#!/usr/bin/env python3
"""Makes the model file of a checkpoint of train_parser.py.

    training/export_parser.py parser.pt data/models/parser.bin
"""
import argparse

import numpy as np
import torch

import export_encoder
import model_file
from export_encoder import dense
from parser_network import ARC


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("checkpoint")
    arguments.add_argument("output")
    a = arguments.parse_args()
    checkpoint = torch.load(a.checkpoint, weights_only=False)
    state = checkpoint["network"]
    get = lambda name: state[name].numpy().astype(np.float64)
    sections = export_encoder.sections(state, checkpoint["words"])
    sections += [("tags", model_file.text(checkpoint["tags"])), ("relations", model_file.text(checkpoint["labels"]))]
    sections += dense("tag", get("tag.weight"), get("tag.bias"))
    parts = ["arc_head", "arc_dependent", "label_head", "label_dependent"]
    sections += dense("arc", np.concatenate([get(p + ".weight") for p in parts]),
                      np.concatenate([get(p + ".bias") for p in parts]))
    sections += dense("arc.product", get("arc_product.weight") * ARC ** -0.5, np.zeros(ARC))
    sections += dense("relation", get("label.weight"), get("label.bias"))
    for name, key in (("arc.head", "arc_bias.weight"), ("arc.root", "root"), ("arc.distance", "distance")):
        sections.append((name, get(key).reshape(1, -1).astype("<f4")))
    model_file.write(a.output, "PARS", sections)


if __name__ == "__main__":
    main()
