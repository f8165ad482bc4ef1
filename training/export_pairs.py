#!/usr/bin/env python3
"""Writes a trained pair network as data/models/pairs.bin: export_pairs.py pairs.pt data/models/pairs.bin"""
import sys

import numpy as np
import torch

import model_file
from export_encoder import dense


def main(source, target):
    state = {name: value.numpy().astype(np.float64) for name, value in torch.load(source, map_location="cpu").items()}
    sections = []
    sections += dense("layer1", state["layers.0.gates.weight"], state["layers.0.gates.bias"])
    sections += dense("layer1.project", state["layers.0.project.weight"], state["layers.0.project.bias"])
    sections += dense("layer2", state["layers.1.gates.weight"], state["layers.1.gates.bias"])
    for layer in range(2):
        norm = np.stack([state[f"layers.{layer}.norm.weight"], state[f"layers.{layer}.norm.bias"]])
        sections.append((f"norm{layer + 1}", norm.astype("<f4")))
    for name, part in (("source", "S"), ("target", "T"), ("product.source", "bs"), ("product.target", "bt")):
        sections += dense(name, state[part + ".weight"], state[part + ".bias"])
    sections += [("distance", state["gap.weight"].astype("<f4")), ("out", state["o.weight"].astype("<f4")),
                 ("bias", state["o.bias"].reshape(-1, 1).astype("<f4")), ("product", state["B"].astype("<f4"))]
    model_file.write(target, "PAIR", sections)


if __name__ == "__main__":
    main(*sys.argv[1:])
