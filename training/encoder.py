"""The sentence encoder that the parser and the name network share: word features, recurrent layers, batches.

A batch is flat: the tokens of its sentences one after the other, without padding; start[s] is the first row of
sentence s. Every matrix product is one product over all tokens, only the elementwise scan runs over time (scan.c).
"""
import ctypes
import hashlib
import os
import random
import subprocess
import tempfile
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

import features
import model_file

FIXED, TRAINED = 100, 64


def load_scan():
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scan.c")
    with open(source, "rb") as f:
        digest = hashlib.sha256(f.read()).hexdigest()[:16]
    library = os.path.join(tempfile.gettempdir(), f"entente_scan_{digest}_{os.getuid()}.so")
    if not os.path.exists(library):
        part = f"{library}.{os.getpid()}"
        subprocess.run(["gcc", "-O3", "-march=native", "-ffast-math", "-shared", "-fPIC", "-o", part, source, "-lm"],
                       check=True)
        os.rename(part, library)
    return ctypes.CDLL(library)


SCAN = load_scan()


def pointer(tensor):
    return ctypes.c_void_p(tensor.data_ptr())


class Scan(torch.autograd.Function):
    """gates [tokens x 3 width], residual [tokens x width], start [sentences + 1] int32 -> r tanh(c) + residual."""

    @staticmethod
    def forward(ctx, gates, residual, start):
        gates, residual = gates.clone(), residual.contiguous()
        c, tanh_c, out = (torch.empty_like(residual) for _ in range(3))
        SCAN.scan_forward(pointer(start), len(start) - 1, residual.shape[1], pointer(gates), pointer(residual),
                          pointer(c), pointer(tanh_c), pointer(out))
        ctx.save_for_backward(gates, c, tanh_c, start)
        return out

    @staticmethod
    def backward(ctx, d_out):
        gates, c, tanh_c, start = ctx.saved_tensors
        d_out = d_out.contiguous()
        d_gates = torch.empty_like(gates)
        SCAN.scan_backward(pointer(start), len(start) - 1, c.shape[1], pointer(gates), pointer(c), pointer(tanh_c),
                           pointer(d_out), pointer(d_gates))
        return d_gates, d_out, None


class Vectors:
    """The fixed word vectors of data/models/vectors.bin; the last row is zero, for words that are not in it."""

    def __init__(self, path):
        kind, sections = model_file.read(path)
        assert kind == "VECT", path
        self.rows = {w: i for i, w in enumerate(model_file.lines_of(sections["words"]))}
        table = sections["vectors"].astype(np.float32) * sections["scales"]
        self.table = torch.from_numpy(np.concatenate([table, np.zeros((1, FIXED), np.float32)]))
        self.unknown = len(self.rows)


class Lexicon:
    """Numbers of a word: row of the fixed vectors, row of the trained words (0 is unknown), nine hashed rows."""

    def __init__(self, vectors, words):
        self.vectors, self.words = vectors, words
        self.row = {w: i + 1 for i, w in enumerate(words)}
        self.cache = {}

    @staticmethod
    def of_training(vectors, sentences, least=2):
        counts = {}
        for forms in sentences:
            for form in forms:
                w = features.normal_form(form)
                counts[w] = counts.get(w, 0) + 1
        kept = sorted((w for w, n in counts.items() if n >= least), key=lambda w: w.encode("utf-8"))
        lexicon = Lexicon(vectors, kept)
        lexicon.counts = np.array([1e9] + [counts[w] for w in kept], np.float32)
        return lexicon

    def numbers(self, form):
        known = self.cache.get(form)
        if known is None:
            known = [self.vectors.rows.get(features.lexical_form(form), self.vectors.unknown),
                     self.row.get(features.normal_form(form), 0)] + features.hashed(form)
            self.cache[form] = known
        return known


@dataclass
class Batch:
    """words: [tokens x 11] numbers of the lexicon; start: first row of each sentence, and the end of the last; extra:
    further inputs, [tokens x any], from a network below."""
    words: torch.Tensor
    start: torch.Tensor
    forms: list = None
    extra: torch.Tensor = None

    def lengths(self):
        return self.start[1:] - self.start[:-1]


def batch_of(lexicon, sentences, drop=None):
    """sentences: lists of forms; drop: a numpy generator for unknown-word dropout, None when not training."""
    words = np.array([lexicon.numbers(form) for forms in sentences for form in forms], np.int64)
    if drop is not None:
        rare = drop.random(len(words)) < 0.5 / (0.5 + lexicon.counts[words[:, 1]])
        words[rare, 1] = 0
        words[drop.random(len(words)) < 0.03, 0] = lexicon.vectors.unknown
    start = np.cumsum([0] + [len(forms) for forms in sentences]).astype(np.int32)
    return Batch(torch.from_numpy(words), torch.from_numpy(start), sentences)


def batches(lengths, tokens, generator):
    """Splits sentence numbers into batches of about so many tokens, alike in length, in random order."""
    order = sorted(range(len(lengths)), key=lambda s: (lengths[s] * generator.uniform(0.9, 1.1), s))
    out, current, filled = [], [], 0
    for s in order:
        if current and filled + lengths[s] > tokens:
            out.append(current)
            current, filled = [], 0
        current.append(s)
        filled += lengths[s]
    out.append(current)
    generator.shuffle(out)
    return out


class Layer(nn.Module):
    """Bidirectional recurrent layer whose gates depend on its input only (SRU, Lei et al. 2018, EMNLP)."""

    def __init__(self, inputs, residual_inputs, width, dropout):
        super().__init__()
        self.gates = nn.Linear(inputs, 3 * width)
        self.project = nn.Linear(residual_inputs, width) if residual_inputs != width else None
        self.norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(dropout)
        nn.init.xavier_uniform_(self.gates.weight[:width])
        nn.init.zeros_(self.gates.bias)
        with torch.no_grad():
            self.gates.bias[width:2 * width] = 0.5

    def forward(self, inputs, residual, start):
        if self.project is not None:
            residual = self.project(residual)
        return self.norm(Scan.apply(self.gates(inputs), residual, start))


class Encoder(nn.Module):
    """Batch -> list of [tokens x 2 half] outputs, one a layer. The first layer sees the words before and after."""

    def __init__(self, lexicon, layers=4, half=128, dropout=0.2, extra=0):
        super().__init__()
        width = 2 * half
        self.register_buffer("fixed", lexicon.vectors.table, persistent=False)
        self.trained_words = 1 + len(lexicon.words)
        self.table = nn.EmbeddingBag(self.trained_words + features.BUCKETS, TRAINED, mode="sum")
        nn.init.normal_(self.table.weight, std=0.3)
        inputs = FIXED + TRAINED + extra
        self.layers = nn.ModuleList([Layer(3 * inputs, inputs, width, dropout)]
                                    + [Layer(width, width, width, dropout) for _ in range(layers - 1)])
        self.dropout = nn.Dropout(dropout)

    def forward(self, batch):
        words = batch.words
        trained = words[:, 1:].clone()
        trained[:, 1:] += self.trained_words
        x = torch.cat([self.fixed[words[:, 0]], self.table(trained)] + ([] if batch.extra is None else [batch.extra]), 1)
        x = self.dropout(x)
        # A row of zeros stands before the first and after the last word of a sentence.
        rows = torch.arange(len(words))
        before, after = rows - 1, rows + 1
        before[batch.start[:-1].long()] = len(words)
        after[batch.start[1:].long() - 1] = len(words)
        padded = torch.cat([x, x.new_zeros(1, x.shape[1])])
        outputs, inputs, residual = [], torch.cat([padded[before], x, padded[after]], 1), x
        for layer in self.layers:
            h = layer(inputs, residual, batch.start)
            outputs.append(h)
            inputs, residual = self.dropout(h), h
        return outputs


class Average:
    """Exponential moving average of a module's parameters, used for evaluation and for the shipped model."""

    def __init__(self, module, decay=0.998):
        self.decay, self.steps = decay, 0
        self.parameters = list(module.parameters())
        self.values = [p.detach().clone() for p in self.parameters]

    def update(self):
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        torch._foreach_lerp_(self.values, [p.detach() for p in self.parameters], 1 - decay)

    def swap(self):
        """Exchanges the averaged and the current values."""
        with torch.no_grad():
            for p, v in zip(self.parameters, self.values):
                kept = p.detach().clone()
                p.copy_(v)
                v.copy_(kept)


def seed_all(seed):
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    return random.Random(seed), np.random.default_rng(seed)
