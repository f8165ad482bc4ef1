#!/usr/bin/env python3
"""Trains the pair network (data/models/pairs.bin): two recurrent layers over the states of the shipped parser, and a score of
every root for every ordered pair of candidates, on labelled sentences and on pair_teacher.py's answers.

  train_pairs.py --parser parser.pt --vectors data/models/vectors.bin --program build/entente --plover plover \\
      --labels labels/news.tsv --news news --pairs WORK/plover WORK/news WORK/silver --answers silver.npy --without 0 1 \\
      --out pairs.pt

--pairs: what train_pair_features wrote of PLV's, of the news and of the unlabelled sentences, each beside its PREFIX.in.jsonl.
--without: folds to leave out (its average precision on PLV is printed). Five minutes on one core.
"""
import argparse
import re
import subprocess
import time

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.metrics import average_precision_score
from torch import nn

import relation_labels as labels
import train_relations
from encoder import Layer, Lexicon, Vectors, batch_of
from pair_teacher import CLASSES, REACH, loss_of, shares
from parser_network import ParserNetwork

INPUTS, WIDTH, PAIR, PRODUCT = 512, 256, 128, 64
TAGGED = 1  # layer of the encoder that the tags are read off


class PairNetwork(nn.Module):
    def __init__(self, dropout=0.3):
        super().__init__()
        self.layers = nn.ModuleList([Layer(INPUTS, INPUTS, WIDTH, dropout), Layer(WIDTH, WIDTH, WIDTH, dropout)])
        self.d = nn.Dropout(dropout)
        self.S, self.T, self.gap = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR), nn.Embedding(2 * REACH + 1, PAIR)
        self.o = nn.Linear(PAIR, CLASSES)
        self.bs, self.bt = nn.Linear(WIDTH, PRODUCT), nn.Linear(WIDTH, PRODUCT)
        self.B = nn.Parameter(torch.randn(CLASSES, PRODUCT) * 0.05)
        nn.init.zeros_(self.gap.weight)
        with torch.no_grad():
            self.o.bias[0] = 3

    def forward(self, states, start, source, target, gap):
        x = residual = self.d(states)
        for layer in self.layers:
            hidden = layer(x, residual, start)
            x, residual = self.d(hidden), hidden
        pair = F.dropout(torch.relu(self.S(x)[source] + self.T(x)[target] + self.gap(gap)), 0.2, self.training)
        return self.o(pair) + (self.bs(x)[source] * self.bt(x)[target]) @ self.B.T


def parsed(program, path):
    """(document, number) -> (forms, first bytes) of its sentences, as `entente parse` has them."""
    run = subprocess.run([program, "parse", path], capture_output=True, text=True)
    if run.returncode > 1:  # 1: some are no English
        raise RuntimeError(run.stderr)
    out, document, number, forms, begins, span = {}, None, 0, [], [], None
    for line in run.stdout.split("\n"):
        if line.startswith("# newdoc"):
            document, number = line.split("= ", 1)[1], 0
        elif line.startswith("# sent_id"):
            forms, begins = [], []
        elif line and line[0].isdigit():
            columns = line.split("\t")
            range_ = re.search(r"TokenRange=(\d+):", columns[9])
            span = int(range_[1]) if range_ else span
            if "-" not in columns[0]:
                forms.append(columns[1])
                begins.append(span)
        elif not line and forms:
            out[document, number] = forms, begins
            number, forms = number + 1, []
    return out


class Sentences:
    """Sentences with the parser's states, heads of candidates and pairs."""

    def __init__(self, prefix, parser, lexicon, program):
        self.pairs = train_relations.Pairs([prefix], features=False)
        trees = parsed(program, prefix + ".in.jsonl")
        order = np.argsort(self.pairs.sentence, kind="stable")
        bounds = np.searchsorted(self.pairs.sentence[order], np.arange(len(self.pairs.sentences) + 1))
        kept = [(i, trees[s["id"], s["sentence"]]) for i, s in enumerate(self.pairs.sentences)
                if (s["id"], s["sentence"]) in trees and bounds[i + 1] > bounds[i]]
        self.items, states, first = [], [], 0
        for at in range(0, len(kept), 64):
            part = kept[at:at + 64]
            with torch.no_grad():
                outputs = parser.encoder(batch_of(lexicon, [forms for _, (forms, _) in part]))
            states.append(torch.cat([outputs[-1], outputs[TAGGED]], 1).half().numpy())
            for i, (forms, begins) in part:
                rows = order[bounds[i]:bounds[i + 1]]
                heads = np.searchsorted(begins, [c[2] for c in self.pairs.sentences[i]["candidates"]], side="right") - 1
                heads = np.clip(heads, 0, len(forms) - 1)
                pairs = np.stack([self.pairs.source[rows], self.pairs.target[rows]], 1)
                self.items.append((first, first + len(forms), heads, pairs, rows))
                first += len(forms)
        self.states = np.concatenate(states)

    def batch(self, numbers):
        states, start, source, target, gap, rows = [], [0], [], [], [], []
        for n in numbers:
            begin, end, heads, pairs, of = self.items[n]
            s, t = heads[pairs[:, 0]], heads[pairs[:, 1]]
            states.append(self.states[begin:end])
            source.append(start[-1] + s)
            target.append(start[-1] + t)
            gap.append(np.clip(t - s, -REACH, REACH) + REACH)
            rows.append(of)
            start.append(start[-1] + end - begin)
        join = lambda parts: torch.from_numpy(np.concatenate(parts))
        return (join(states).float(), torch.tensor(start, dtype=torch.int32), join(source), join(target), join(gap)), np.concatenate(rows)


def predict(net, sentences, numbers):
    out = np.zeros((len(sentences.pairs), CLASSES), np.float32)
    net.eval()
    with torch.no_grad():
        for at in range(0, len(numbers), 64):
            inputs, rows = sentences.batch(numbers[at:at + 64])
            out[rows] = net(*inputs).numpy()
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("parser", "vectors", "program", "plover", "labels", "news", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--pairs", nargs="+", required=True)
    parser.add_argument("--answers", nargs="+", required=True, help="of each set of unlabelled sentences")
    parser.add_argument("--without", type=int, nargs="*", default=[])
    parser.add_argument("--epochs", type=int, default=6)
    options = parser.parse_args()
    checkpoint = torch.load(options.parser, map_location="cpu", weights_only=False)
    lexicon = Lexicon(Vectors(options.vectors), checkpoint["words"])
    front = ParserNetwork(lexicon, checkpoint["tags"], checkpoint["labels"])
    front.load_state_dict(checkpoint["network"])
    front.eval()
    plover, news, *unlabelled = (Sentences(prefix, front, lexicon, options.program) for prefix in options.pairs)
    sets, unseen = [], []
    for sentences, path in zip(unlabelled, options.answers, strict=True):
        answers = np.load(path).astype(np.float32)
        answers = np.exp(answers - answers.max(1, keepdims=True))
        answers /= answers.sum(1, keepdims=True)
        sets.append((sentences, answers, np.ones(len(answers), bool), 0.8))
    for sentences, rows, weight in ((plover, labels.plover(options.plover)[0], 1.5),
                                    (news, labels.news(options.labels, options.news), 1.0)):
        examples = train_relations.Examples(sentences.pairs, rows)
        used = examples.judged & ~np.isin(examples.fold, options.without)
        sets.append((sentences, shares(examples), used, weight))
        unseen.append((examples, examples.judged & np.isin(examples.fold, options.without)))

    torch.manual_seed(1)
    generator = np.random.default_rng(1)
    net = PairNetwork()
    optimizer = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.01)
    size, step, begin = 24, 0, time.time()
    steps = options.epochs * sum(-(-len(s[0].items) // size) for s in sets)
    for epoch in range(options.epochs):
        net.train()
        work = []
        for s in sets:
            order = generator.permutation(len(s[0].items))
            work += [(s, order[at:at + size]) for at in range(0, len(order), size)]
        generator.shuffle(work)
        for (sentences, gold, used, weight), numbers in work:
            inputs, rows = sentences.batch(numbers)
            loss = loss_of(net(*inputs), torch.from_numpy(gold[rows]))
            loss = weight * (loss * torch.from_numpy(used[rows].astype(np.float32))).sum() / (size * 1.5)
            for group in optimizer.param_groups:
                group["lr"] = 2e-3 * min(1, (step + 1) / 200) * (1 - step / steps)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 3)
            optimizer.step()
            step += 1
        report = ""
        examples, rows = unseen[0]
        if rows.any():
            scores = predict(net, plover, range(len(plover.items)))
            lead = scores[:, 1:].max(1) - scores[:, 0]
            related = np.flatnonzero(rows & examples.related)
            roots = np.mean(examples.gold[related, scores[related, 1:].argmax(1)] > 0)
            report = f"average precision {average_precision_score(examples.related[rows], lead[rows]):.3f}, roots {roots:.3f}"
        print(f"epoch {epoch} {time.time() - begin:.0f} s {report}", flush=True)
    torch.save(net.state_dict(), options.out)


if __name__ == "__main__":
    main()
