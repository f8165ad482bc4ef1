"""Quantises trained layers into the sections of docs/formats/model.md."""
import numpy as np

import encoder
import model_file

LEVELS = 127


def dense(name, weights, bias):
    """Sections of a dense layer; each output has a scale of its own."""
    scales = np.maximum(np.abs(weights).max(1, keepdims=True), 1e-12) / LEVELS
    quantised = np.rint(weights / scales).astype(np.int8)
    return [(name + ".weights", quantised), (name + ".scales", scales.astype("<f4")),
            (name + ".bias", bias.reshape(-1, 1).astype("<f4"))]


def table(values):
    scales = np.maximum(np.abs(values).max(1, keepdims=True), 1e-12) / LEVELS
    return [("table", np.rint(values / scales).astype(np.int8)), ("table.scales", scales.astype("<f4"))]


def sections(state, words, prefix="encoder."):
    """state: state_dict of a network with an Encoder under prefix; words: the lexicon's trained words."""
    get = lambda name: state[prefix + name].numpy().astype(np.float64)
    out = [("words", model_file.text(words))] + table(get("table.weight"))
    gates, bias = get("layers.0.gates.weight"), get("layers.0.gates.bias")
    project, project_bias = get("layers.0.project.weight"), get("layers.0.project.bias")
    # The inputs of the first layer are the word before, the word and the word after, each fixed and trained.
    inputs = encoder.FIXED + encoder.TRAINED
    blocks = [gates[:, :inputs], gates[:, inputs:2 * inputs], gates[:, 2 * inputs:], project]
    by_word = np.concatenate(blocks)
    all_bias = np.concatenate([np.zeros_like(bias), bias, np.zeros_like(bias), project_bias])
    out += dense("first.fixed", by_word[:, :encoder.FIXED], all_bias)
    out += dense("first.trained", by_word[:, encoder.FIXED:], np.zeros_like(all_bias))
    layer = 0
    while f"{prefix}layers.{layer}.norm.weight" in state:
        if layer > 0:
            out += dense(f"layer{layer + 1}", get(f"layers.{layer}.gates.weight"), get(f"layers.{layer}.gates.bias"))
        norm = np.stack([get(f"layers.{layer}.norm.weight"), get(f"layers.{layer}.norm.bias")])
        out.append((f"norm{layer + 1}", norm.astype("<f4")))
        layer += 1
    return out
