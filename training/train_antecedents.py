#!/usr/bin/env python3
"""Trains the ranker that chooses what a third-person pronoun takes up, on a treebank with coreference (GUM's Entity=).

    bench_antecedents data en_gum-train.conllu > train.jsonl
    bench_antecedents data en_gum-dev.conllu > dev.jsonl
    training/train_antecedents.py --train train.jsonl en_gum-train.conllu --dev dev.jsonl en_gum-dev.conllu \
        --out data/models/antecedents.bin

A log-linear model over the candidates and leaving the pronoun alone; what is right is each candidate whose word heads a
gold mention of the pronoun's entity, else leaving it alone.  Cross-validation over the training documents chooses the
penalty and the least probability of a choice; the development set only measures.  The features are made by the program
alone (language/coref/antecedent_features.cpp).  Needs numpy; seconds; the same input gives the same bytes."""
import argparse
import collections
import json
import re

import numpy as np

import model_file

BUCKETS = 1 << 13
FOLDS = 5
EPOCHS = 20
PENALTIES = (0.05, 0.1, 0.2)
# A wrong link costs as much as this many right ones are worth; twice as much would buy 4 points of precision for 7 of recall.
COST_OF_WRONG = 1.0
ENTITY = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")  # (opening   (one word)   closing)


class Pronoun:
    """features: of each candidate and of none; right: which of them are; entity: which are mentions, not mere nouns;
    salience: of the candidates, by the rules."""

    def __init__(self, line, gold):
        self.doc = line["doc"]
        self.features = [np.array(sorted(set(f)), np.int64) for f in line["features"]]
        clusters = gold.get(line["token"], {}).keys()
        right = []
        for token, kind in zip(line["candidates"], line["kinds"]):
            mentions = gold.get(token, {})
            right.append(any(c in mentions and (kind == "several" or "one" in mentions[c]) for c in clusters))
        right.append(not any(right))
        self.right = np.array(right)
        self.salience = np.array(line["salience"])
        self.entity = np.array([kind != "thing" for kind in line["kinds"]] + [False])


def gold_documents(path):
    """For each document: token -> {entity: {"one", "several"}}, by the head words of its mentions."""
    documents = []
    words, open_, mentions = [], collections.defaultdict(list), []

    def finish():
        heads = collections.defaultdict(lambda: collections.defaultdict(set))
        for entity, begin, end in mentions:
            head = next((i for i in range(begin, end + 1) if not begin <= words[i][0] <= end), begin)
            joined = any(words[i][0] == head and words[i][1].startswith("conj") for i in range(begin, end + 1))
            heads[head][entity].add("several" if joined else "one")
        documents.append({h: dict(e) for h, e in heads.items()})

    first = 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                if words:
                    finish()
                words, open_, mentions, first = [], collections.defaultdict(list), [], 0
            columns = line.rstrip("\n").split("\t")
            if len(columns) != 10:
                first = len(words)
                continue
            if not columns[0].isdigit():
                continue
            at = len(words)
            words.append((first + int(columns[6]) - 1 if columns[6] != "0" else -1, columns[7]))
            field = re.search(r"(?:^|\|)Entity=([^|]*)", columns[9])
            for opening, one_word, closing in ENTITY.findall(field.group(1)) if field else ():
                if opening:
                    entity = re.sub(r"\[.*", "", opening.split("-")[0])
                    if one_word:
                        mentions.append((entity, at, at))
                    else:
                        open_[entity].append(at)
                else:
                    entity = re.sub(r"\[.*", "", closing)
                    if open_[entity]:
                        mentions.append((entity, open_[entity].pop(), at))
    finish()
    return documents


def read(dump, treebank):
    gold = gold_documents(treebank)
    with open(dump, encoding="utf-8") as lines:
        return [Pronoun(line, gold[line["doc"]]) for line in map(json.loads, lines)]


def probabilities(pronoun, weights):
    scores = np.array([weights[f].sum() for f in pronoun.features])
    scores = np.exp(scores - scores.max())
    return scores / scores.sum()


def fit(pronouns, penalty):
    """AdaGrad on the likelihood that a right row is chosen, with a quadratic penalty; in a fixed order of examples. The
    weights are the mean over the later epochs."""
    weights, squares, sum_ = np.zeros(BUCKETS), np.full(BUCKETS, 1e-3), np.zeros(BUCKETS)
    order = np.random.default_rng(7)
    for epoch in range(EPOCHS):
        sum_ += weights if epoch >= EPOCHS // 2 else 0
        for i in order.permutation(len(pronouns)):
            p = pronouns[i]
            chosen = probabilities(p, weights)
            wanted = np.where(p.right, chosen, 0)
            wanted = wanted / wanted.sum()
            gradient = collections.defaultdict(float)
            for f, slope in zip(p.features, chosen - wanted):
                if abs(slope) > 1e-6:
                    for b in f:
                        gradient[b] += slope
            buckets = np.fromiter(gradient, np.int64)
            slopes = np.fromiter(gradient.values(), float) + penalty * weights[buckets]
            squares[buckets] += slopes ** 2
            weights[buckets] -= 0.1 * slopes / np.sqrt(squares[buckets])
    return sum_ / (EPOCHS - EPOCHS // 2)


def decisions(pronouns, weights):
    """(probability, right) of each choice of a mention."""
    out = []
    for p in pronouns:
        chance = probabilities(p, weights)
        best = int(chance.argmax())
        if p.entity[best]:
            out.append((chance[best], bool(p.right[best])))
    return out


def salient(pronouns):
    """What the rules choose without a ranker: the most salient, unless two are about as much."""
    out = []
    for p in pronouns:
        order = np.argsort(-p.salience)
        if len(order) == 0 or p.salience[order[0]] < 5:
            continue
        if len(order) > 1 and p.salience[order[0]] - p.salience[order[1]] < 0.3:
            continue
        if p.entity[order[0]]:
            out.append((1.0, bool(p.right[order[0]])))
    return out


def best_threshold(chosen):
    best, value = 0.0, -1e9
    for least in np.arange(0.0, 0.9, 0.02):
        kept = [right for chance, right in chosen if chance >= least]
        worth = sum(kept) - COST_OF_WRONG * (len(kept) - sum(kept))
        if worth > value:
            best, value = float(least), worth
    return best, value


def report(name, pronouns, chosen, least):
    kept = [right for chance, right in chosen if chance >= least]
    possible = sum(bool((p.right & p.entity).any()) for p in pronouns)
    print("%s: %d pronouns, %d with a mention before; %d linked, %.3f right, recall %.3f" %
          (name, len(pronouns), possible, len(kept), sum(kept) / max(1, len(kept)), sum(kept) / max(1, possible)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", nargs=2, required=True, metavar=("DUMP", "TREEBANK"))
    parser.add_argument("--dev", nargs=2, metavar=("DUMP", "TREEBANK"))
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    train = read(*args.train)
    report("the most salient", train, salient(train), 0)
    results = []
    for penalty in PENALTIES:
        chosen = []
        for fold in range(FOLDS):
            weights = fit([p for p in train if p.doc % FOLDS != fold], penalty)
            chosen += decisions([p for p in train if p.doc % FOLDS == fold], weights)
        least, worth = best_threshold(chosen)
        report("penalty %g, least probability %.2f, left out" % (penalty, least), train, chosen, least)
        results.append((worth, penalty, least))
    _, penalty, least = max(results)
    weights = fit(train, penalty)
    if args.dev:
        dev = read(*args.dev)
        report("development, the most salient", dev, salient(dev), 0)
        report("development, penalty %g" % penalty, dev, decisions(dev, weights), least)
    model_file.write(args.out, "ANTE", [("weights", weights.astype("<f4").reshape(1, -1)),
                                        ("least", np.array([[least]], "<f4"))])


if __name__ == "__main__":
    main()
