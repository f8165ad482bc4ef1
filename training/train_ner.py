#!/usr/bin/env python3
"""Trains the name recogniser on gold and silver names; same machine and seed, same checkpoint.

    training/train_ner.py --treebank en_ewt-train.conllu en_gum-train.conllu --silver silver.jsonl.gz \\
        --countries countries.tsv --people officials.tsv --organisations organisations.tsv --agreements agreements.tsv \\
        --dev-names en_ewt-dev.iob2 --dev-gum en_gum-dev.conllu --vectors data/models/vectors.bin --checkpoint ner.pt

The silver names come from training/label_names.py, ner_labels.py settles them. The tables of facts help to settle
classes and lend names that take the place of others in some sentences; they may be left out. Writes a checkpoint of the
averaged weights when the mean F1 on the development files is the best so far; training/export_ner.py makes the model file
of it.
"""
import argparse
import csv
import math
import time

import numpy as np
import torch
from torch.nn import functional

import conllu
import encoder
import ner_labels
from encoder import Average, Lexicon, Vectors, batch_of, batches
from ner_labels import AGREEMENT, CLASSES, ORGANISATION, PERSON, PLACE
from ner_network import NameNetwork, decode, tags_of

FUNCTION_WORDS = {"Of", "The", "And", "On", "For", "In", "To", "Between", "With", "At", "By", "From", "De", "Du", "La"}
LENT = {PERSON: 0.2, ORGANISATION: 0.1, AGREEMENT: 0.5}


def names_of_table(path, column, longest):
    """Names of plain letters from a column of a TSV file, as lists of words."""
    if not path:
        return []
    with open(path, encoding="utf-8", newline="") as f:
        found = {r[column] for r in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)}
    out = []
    for name in sorted(found):
        words = name.split()
        if 0 < len(words) <= longest and all(c.isalpha() or c in " -'.&" for c in name) and words[0][0].isupper():
            if all(w[:1].isupper() for w in words):
                words = words[:1] + [w.lower() if w in FUNCTION_WORDS else w for w in words[1:]]
            out.append(words)
    return out


def separated(words, random):
    """Hyphens apart or not: tokenizers differ on names."""
    apart = random.random() < 0.5
    return [p for w in words for p in (w.replace("-", " - ").split() if apart and "-" in w[1:-1] else [w])]


class Variation:
    """What happens to a share of the sentences, so that the network does not lean on habits of the corpus."""

    def __init__(self, lent, random):
        self.lent, self.random = lent, random

    def other_names(self, s):
        forms, names, unknown, at = [], [], set(), 0
        for begin, end, kind in s.names:
            unknown |= {i + len(forms) - at for i in s.unknown if at <= i < begin}
            forms += s.forms[at:begin]
            words, table = s.forms[begin:end], self.lent.get(kind)
            chance = self.random.random()
            if table and chance < LENT[kind]:
                words = table[self.random.randrange(len(table))]
                if kind == PERSON and (end - begin == 1 or chance < 0.02):
                    words = words[-1:]
                words = separated(words, self.random)
            elif any(begin <= i < end for i in s.unknown):
                unknown |= {i + len(forms) - begin for i in s.unknown if begin <= i < end}
            names.append((len(forms), len(forms) + len(words), kind))
            forms, at = forms + words, end
        unknown |= {i + len(forms) - at for i in s.unknown if i >= at}
        return forms + s.forms[at:], names, unknown

    def __call__(self, s):
        forms, names, unknown = self.other_names(s)
        chance = self.random.random()
        if chance < 0.05:
            forms = [f if len(f) < 4 and chance < 0.02 else f[:1].upper() + f[1:] for f in forms]
        elif chance < 0.08:
            forms = [f.upper() for f in forms]
        elif chance < 0.10:
            forms = [f.lower() for f in forms]
        elif chance < 0.12 and len(forms) > 3 and not forms[-1].isalnum() and not any(n[1] == len(forms) for n in names):
            forms = forms[:-1]
            unknown = {i for i in unknown if i < len(forms)}
        return forms, names, unknown


def evaluate(network, lexicon, sentences):
    """F1 of exact spans and types of people, organisations and places; and by type."""
    network.eval()
    right, found, gold = (np.zeros(len(CLASSES)) for _ in range(3))
    with torch.no_grad():
        for first in range(0, len(sentences), 64):
            part = sentences[first:first + 64]
            batch = batch_of(lexicon, [forms for forms, _ in part])
            scores = torch.log_softmax(network(batch), 1).numpy()
            for (_, names), begin, end in zip(part, batch.start[:-1].tolist(), batch.start[1:].tolist()):
                mine, theirs = set(decode(scores[begin:end])), set(names)
                for counts, some in ((right, mine & theirs), (found, mine), (gold, theirs)):
                    for _, _, kind in some:
                        counts[kind] += 1
    network.train()
    scored = [PERSON, ORGANISATION, PLACE]
    share = lambda r, f, g: 2 * r / max(f + g, 1)
    return [share(right[scored].sum(), found[scored].sum(), gold[scored].sum())] + [
        share(right[k], found[k], gold[k]) for k in scored] + [right[scored].sum() / max(found[scored].sum(), 1)]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--treebank", nargs="+", required=True)
    arguments.add_argument("--silver", nargs="+", required=True)
    arguments.add_argument("--countries")
    arguments.add_argument("--people")
    arguments.add_argument("--organisations")
    arguments.add_argument("--agreements")
    arguments.add_argument("--dev-names", required=True)
    arguments.add_argument("--dev-gum", required=True)
    arguments.add_argument("--vectors", required=True)
    arguments.add_argument("--checkpoint", required=True)
    arguments.add_argument("--epochs", type=int, default=3, help="more learn the teachers' mistakes as well")
    arguments.add_argument("--layers", type=int, default=3)
    arguments.add_argument("--half", type=int, default=64)
    arguments.add_argument("--least", type=int, default=8, help="how often a word must occur to have a vector of its own")
    arguments.add_argument("--batch-tokens", type=int, default=800)
    arguments.add_argument("--rate", type=float, default=3e-3)
    arguments.add_argument("--dropout", type=float, default=0.2)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--stop-after-steps", type=int, default=0, help="to measure speed")
    a = arguments.parse_args()
    torch.set_num_threads(1)
    random, drop = encoder.seed_all(a.seed)

    train = ner_labels.build(a.treebank, a.silver, ner_labels.read_facts(a.countries, a.organisations, a.people))
    dev = [list(ner_labels.read_iob2(a.dev_names)),
           [(s.forms, [n for n in ner_labels.gold_names(s) if n[2] in (PERSON, ORGANISATION, PLACE)])
            for s in conllu.read(a.dev_gum)]]
    lexicon = Lexicon.of_training(Vectors(a.vectors), [s.forms for s in train], a.least)
    lent = {PERSON: names_of_table(a.people, "person", 5), ORGANISATION: names_of_table(a.organisations, "name", 6),
            AGREEMENT: names_of_table(a.agreements, "name", 9)}
    varied = Variation(lent, random)
    network = NameNetwork(lexicon, a.layers, a.half, a.dropout)
    average = Average(network)
    optimiser = torch.optim.Adam(network.parameters(), lr=a.rate, betas=(0.9, 0.95), fused=True)
    lengths = [len(s.forms) for s in train]
    steps = a.epochs * len(batches(lengths, a.batch_tokens, random))
    print(f"{len(train)} sentences, {sum(lengths)} words, {len(lexicon.words)} trained words, about {steps} steps; lent "
          f"{[len(t) for t in lent.values()]}", flush=True)

    best, step, began = 0.0, 0, time.time()
    for epoch in range(1, a.epochs + 1):
        total = count = 0
        for part in batches(lengths, a.batch_tokens, random):
            rate = a.rate * min((step + 1) / 200, max(0.0, 1 - step / steps) + 0.005)
            for group in optimiser.param_groups:
                group["lr"] = rate
            forms, tags, weights = [], [], []
            for n in part:
                f, names, unknown = varied(train[n])
                forms.append(f)
                tags += [-1 if i in unknown else t for i, t in enumerate(tags_of(len(f), names))]
                weights += [train[n].weight] * len(f)
            scores = network(batch_of(lexicon, forms, drop))
            each = functional.cross_entropy(scores, torch.tensor(tags), ignore_index=-1, reduction="none")
            loss = (each * torch.tensor(weights)).sum() / sum(weights)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 3.0)
            optimiser.step()
            average.update()
            step, total, count = step + 1, total + loss.item(), count + 1
            if math.isnan(total):
                raise SystemExit("loss is not a number")
            if step == a.stop_after_steps:
                print(f"{step} steps, {time.time() - began:.1f} s, loss {total / count:.3f}")
                return
        average.swap()
        figures = [evaluate(network, lexicon, sentences) for sentences in dev]
        mean = float(np.mean([f[0] for f in figures]))
        print(f"epoch {epoch} {time.time() - began:.0f} s loss {total / count:.4f} "
              + " ".join("F1 %.4f (PER %.3f ORG %.3f LOC %.3f, P %.3f)" % tuple(f) for f in figures)
              + (" *" if mean > best else ""), flush=True)
        if mean > best:
            best = mean
            torch.save({"network": network.state_dict(), "words": lexicon.words, "layers": a.layers, "half": a.half,
                        "epoch": epoch, "figures": figures}, a.checkpoint)
        average.swap()


if __name__ == "__main__":
    main()
