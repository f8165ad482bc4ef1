#!/usr/bin/env python3
"""Trains the model that weighs relations (data/models/relations.bin) on labelled sentences.

  train_relations.py --program build/training/train_pair_features --data data --plover ../shared/plover \\
      --labels training/labels/news.tsv --news ../shared/news --networks NETWORKS --work WORK --out data/models/relations.bin

The program writes the features of all pairs of candidates; linear models are trained on them: a logistic regression that
tells pairs with a relation from others, a linear support vector machine (one against the rest) for the root of a relation,
on features weighted by their rarity and rows of length one. A third, small regression weighs both scores against those of
the competing pairs; an isotonic curve turns its sum into a probability. The last two are fitted to answers that models
gave on folds which they had not seen. --folds writes the model of each fold too (relations.0.bin ...), for measuring:
every sentence by the model that was not trained on it.
"""
import argparse
import json
import os
import subprocess
import sys

import numpy as np
import scipy.sparse as sparse
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.svm import LinearSVC

import model_file
import relation_labels as labels

WORDING_SHARE = 2 ** 0.5
REVERSIBLE = {"AGREE", "CONSULT", "COOPERATE", "SUPPORT"}
NETWORK = 16  # its score of a pair, then those of the roots
# ranker.cpp: pairs below are not looked at, the same for the network's score; what that weighs.
LEAST, LEAST_OF_NETWORK, NETWORK_SHARE = -7.0, -6.5, 0.8
ROOT_NETWORK_SHARE = 0.12  # relation_model.cpp
# What a sentence of PLV, of the news, and a given pair weigh: there are five times as many of the news.
SHARES, GIVEN_SHARE = (3.0, 1.0), 6.0
MOST_KNOTS = 24


class Pairs:
    """The pairs that train_pair_features wrote, with their features as flat arrays; without them for those who read the
    sentences only."""

    def __init__(self, prefixes, features=True):
        self.sentences, tables, raws, size = [], [], [], 0
        for prefix in prefixes:
            raw = np.fromfile(prefix + ".bin", np.uint32)
            rows, at = [], 0
            numbers = memoryview(raw)
            while at < len(numbers):
                sentence, source, target, structure, wording = numbers[at:at + 5]
                begin = at + 5 + NETWORK
                rows.append((sentence + len(self.sentences), source, target, size + begin, structure, wording))
                at = begin + structure + wording
            with open(prefix + ".jsonl", encoding="utf-8") as f:
                self.sentences += [json.loads(line) for line in f]
            tables.append(np.array(rows, np.int64).reshape(-1, 6))
            if features:
                raws.append(raw)
            size += len(raw)
        table = np.concatenate(tables)
        self.sentence, self.source, self.target = table[:, 0], table[:, 1], table[:, 2]
        if not features:
            return
        raw = np.concatenate(raws)
        self.network = raw[table[:, 3:4] + np.arange(-NETWORK, 0)].view(np.float32)
        self.structure = self.gather(raw, table[:, 3], table[:, 4])
        self.wording = self.gather(raw, table[:, 3] + table[:, 4], table[:, 5])

    def __len__(self):
        return len(self.sentence)

    @staticmethod
    def gather(raw, begin, count):
        """(features of all pairs, where each pair begins)"""
        starts = np.concatenate([[0], np.cumsum(count)])
        where = np.repeat(begin - starts[:-1], count) + np.arange(starts[-1])
        return raw[where], starts


def matrix(features, vocabulary):
    flat, starts = features
    column = np.minimum(np.searchsorted(vocabulary, flat), len(vocabulary) - 1)
    known = vocabulary[column] == flat
    row = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    out = sparse.csr_matrix((np.ones(known.sum(), np.float32), (row[known], column[known])),
                            shape=(len(starts) - 1, len(vocabulary)))
    out.data[:] = 1
    return out


def unit_rows(x):
    length = np.sqrt(np.asarray(x.multiply(x).sum(1)).ravel())
    return (sparse.diags(1 / np.maximum(length, 1e-9)) @ x).tocsr()


class Examples:
    """Pairs with what the labels say of them: gold [pairs x 15] shares of roots, `judged` those that count."""

    def __init__(self, pairs, sentences):
        self.pairs = pairs
        self.fold = np.array([sentences[s["id"]]["fold"] for s in pairs.sentences], int)[pairs.sentence]
        self.gold = np.zeros((len(pairs), len(labels.ROOTS)), np.float32)
        self.judged = np.ones(len(pairs), bool)
        self.found = self.labelled = 0
        number = {key: i for i, key in enumerate(zip(pairs.sentence.tolist(), pairs.source.tolist(), pairs.target.tolist()))}
        beside = []
        for i, sentence in enumerate(pairs.sentences):
            truth = sentences[sentence["id"]]
            for claim in truth["claims"]:
                if not sentence["begin"] <= claim["source"][0] < sentence["end"]:
                    continue
                self.labelled += 1
                a = labels.candidates_at(sentence["candidates"], claim["source"], truth["text"])
                b = labels.candidates_at(sentence["candidates"], claim["target"], truth["text"])
                pair = number.get((i, a[0], b[0])) if a and b else None
                if pair is None:
                    continue
                self.found += 1
                also = [root for root in claim.get("also", []) if root in labels.ROOT]
                self.gold[pair, labels.ROOT[claim["root"]]] += 0.7 if also else 1
                for root in also:
                    self.gold[pair, labels.ROOT[root]] += 0.3 / len(also)
                # Other words for the same ends are neither right nor wrong.
                beside += [(i, x, y) for x in a[:3] for y in b[:3] if x != y]
                if claim["root"] in REVERSIBLE:
                    beside += [(i, y, x) for x in a[:3] for y in b[:3] if x != y]
        total = self.gold.sum(1, keepdims=True)
        self.related = total[:, 0] > 0
        self.gold = np.divide(self.gold, total, out=self.gold, where=total > 0)
        for key in beside:
            pair = number.get(key)
            if pair is not None and not self.related[pair]:
                self.judged[pair] = False


class Features:
    """Vocabularies and weights, from the training rows."""

    def __init__(self, sets, rows):
        def seen(which, least, rows_of):
            parts = []
            for x, keep in zip(sets, rows_of):
                flat, starts = getattr(x.pairs, which)
                take = np.repeat(keep, np.diff(starts))
                parts.append(flat[take])
            keys, counts = np.unique(np.concatenate(parts), return_counts=True)
            return keys[counts >= least]

        related = [x.related & keep for x, keep in zip(sets, rows)]
        self.structure = np.union1d(seen("structure", 2, related), seen("structure", 80, rows))
        self.wording = seen("wording", 2, related)
        positives = sum(r.sum() for r in related)
        self.structure_weight = self.rarity("structure", self.structure, sets, related, positives)
        self.wording_weight = self.rarity("wording", self.wording, sets, related, positives)

    @staticmethod
    def rarity(which, vocabulary, sets, rows, total):
        count = 1
        for x, keep in zip(sets, rows):
            count = count + np.asarray(matrix(getattr(x.pairs, which), vocabulary)[keep].sum(0)).ravel()
        return np.sqrt(np.log(1 + total / count)).astype(np.float32)

    def of_pair(self, pairs):
        return matrix(pairs.structure, self.structure)

    def of_root(self, pairs, rows):
        s = unit_rows(matrix(pairs.structure, self.structure)[rows] @ sparse.diags(self.structure_weight))
        w = unit_rows(matrix(pairs.wording, self.wording)[rows] @ sparse.diags(self.wording_weight))
        return sparse.hstack([s, WORDING_SHARE * w]).tocsr()


class Model:
    def __init__(self, sets, given, train, train_given, options):
        """train: rows of each set to learn from."""
        self.features = Features(sets + [given], train + [train_given])
        x = sparse.vstack([self.features.of_pair(e.pairs)[t & e.judged] for e, t in zip(sets, train)])
        y = np.concatenate([e.related[t & e.judged] for e, t in zip(sets, train)])
        w = np.concatenate([np.full((t & e.judged).sum(), times, np.float32) for e, t, times in zip(sets, train, SHARES)])
        self.pair = LogisticRegression(C=options.pair_c, solver="liblinear", tol=2e-3, random_state=0).fit(x, y, w)
        blocks, roots, weights = [], [], []
        for e, t, times in list(zip(sets, train, SHARES)) + [(given, train_given, GIVEN_SHARE)]:
            rows = np.flatnonzero(t & e.related)
            blocks.append(self.features.of_root(e.pairs, rows))
            roots.append(e.gold[rows].argmax(1))
            weights.append(np.full(len(rows), times, np.float32))
        self.root = LinearSVC(C=options.root_c, random_state=0).fit(sparse.vstack(blocks), np.concatenate(roots),
                                                                    np.concatenate(weights))
        self.weights, self.knots, self.root_knots = None, None, None

    def scores(self, pairs, rows):
        pair = self.pair.decision_function(self.features.of_pair(pairs)[rows]).astype(np.float32)
        related = pairs.network[rows, 0]
        pair = np.where(related < LEAST_OF_NETWORK, LEAST - 1, pair + NETWORK_SHARE * related)
        return pair, self.root_scores(pairs, rows)

    def root_scores(self, pairs, rows):
        network = pairs.network[rows, 1:]
        network = network - network.max(1, keepdims=True)
        return (self.root.decision_function(self.features.of_root(pairs, rows)) + ROOT_NETWORK_SHARE * network).astype(np.float32)

    def write(self, path):
        f = self.features
        n = len(f.structure)
        coefficients = self.root.coef_.T.astype(np.float32)
        sections = []
        for name, keys, weight, part in (("structure", f.structure, f.structure_weight, coefficients[:n]),
                                         ("wording", f.wording, f.wording_weight, coefficients[n:])):
            scale = np.maximum(np.abs(part).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
            sections += [(name + ".keys", keys.astype("<u4").reshape(-1, 1)), (name + ".weights", weight.reshape(-1, 1)),
                         (name + ".roots", np.rint(part / scale).astype(np.int8)), (name + ".scales", scale)]
        sections.insert(1, ("structure.pair", self.pair.coef_.astype(np.float32).reshape(-1, 1)))
        bias = np.concatenate([self.pair.intercept_, self.root.intercept_]).astype(np.float32).reshape(1, -1)
        sections += [("bias", bias), ("competition", self.weights.astype(np.float32).reshape(1, -1)),
                     ("confidence", self.knots.astype(np.float32)), ("root.confidence", self.root_knots.astype(np.float32))]
        model_file.write(path, "RELA", sections)


def competition(pairs, score, root):
    """ranker.cpp's competition() of every pair."""
    best = root.argmax(1)
    related = pairs.network[:, 0]
    of_root = pairs.network[np.arange(len(best)), 1 + best]
    ordered = np.sort(root, 1)
    number = {key: i for i, key in enumerate(zip(pairs.sentence.tolist(), pairs.source.tolist(), pairs.target.tolist()))}
    reverse = np.array([number.get((s, t, a), -1) for s, a, t in
                        zip(pairs.sentence.tolist(), pairs.source.tolist(), pairs.target.tolist())])
    reversed_score = np.where(reverse >= 0, score[reverse], -6)

    def best_other(keys):
        groups = {}
        for i, key in enumerate(keys):
            groups.setdefault(key, []).append(i)
        out = np.full(len(score), -8.0)
        for group in groups.values():
            if len(group) < 2:
                continue
            values = score[group]
            order = np.argsort(-values)
            out[group] = values[order[0]]
            out[group[order[0]]] = values[order[1]]
        return out

    sentence = pairs.sentence.tolist()
    any_other = best_other(sentence)
    of_source = best_other(list(zip(sentence, pairs.source.tolist())))
    of_target = best_other(list(zip(sentence, pairs.target.tolist())))
    within = lambda x: np.clip(x, -6, 6)
    return np.stack([score, np.minimum(score, 0), ordered[:, -1], ordered[:, -1] - ordered[:, -2], within(reversed_score),
                     within(score - any_other), within(score - of_source), within(score - of_target),
                     score > of_source, score > of_target, related, of_root - related], 1).astype(np.float32)


def curve(x, y, weight=None):
    """Knots of the isotonic regression of y on x; kept apart enough to interpolate between."""
    fit = IsotonicRegression(out_of_bounds="clip").fit(x, y, weight)
    at = np.unique(np.quantile(x, np.linspace(0, 1, 400)))
    value = fit.predict(at)
    groups = np.array_split(np.arange(len(at)), MOST_KNOTS)
    return np.array([[at[g].mean(), value[g].mean()] for g in groups if len(g)])


def prepare(options):
    """Runs the program on the labelled sentences, those of a fold with the pair network that was not trained on it."""
    sentences, pairs = labels.plover(options.plover)
    news = labels.news(options.labels, options.news)
    for fold in range(labels.FOLDS):
        data = os.path.join(options.work, f"data.{fold}")
        os.makedirs(os.path.join(data, "models"), exist_ok=True)
        lay(options.data, data, {"models"})
        lay(os.path.join(options.data, "models"), os.path.join(data, "models"), {"pairs.bin"})
        link(os.path.join(options.networks, f"pairs.{fold}.bin"), os.path.join(data, "models", "pairs.bin"))
        for name, rows in (("plover", sentences), ("given", pairs), ("news", news)):
            prefix = os.path.join(options.work, f"{name}.{fold}")
            with open(prefix + ".in.jsonl", "w", encoding="utf-8") as f:
                for key, row in rows.items():
                    line = {"id": key, "text": row["text"]}
                    if "source" in row:
                        line.update(source=row["source"], target=row["target"])
                    if row["fold"] == fold:
                        f.write(json.dumps(line, ensure_ascii=False) + "\n")
            subprocess.run([options.program, data, prefix + ".in.jsonl", prefix], check=True)
    return sentences, pairs, news


def link(source, target):
    if os.path.lexists(target):
        os.remove(target)
    os.symlink(os.path.abspath(source), target)


def lay(source, target, without):
    """Links to all that a folder holds."""
    for name in os.listdir(source):
        if name not in without:
            link(os.path.join(source, name), os.path.join(target, name))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("program", "data", "plover", "labels", "news", "networks", "work", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--folds", help="folder for the models of the folds")
    parser.add_argument("--pair-c", type=float, default=0.1)
    parser.add_argument("--root-c", type=float, default=0.3)
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
    sentences, given_rows, news = prepare(options)
    read = lambda name: Pairs([os.path.join(options.work, f"{name}.{fold}") for fold in range(labels.FOLDS)])
    sets = [Examples(read("plover"), sentences), Examples(read("news"), news)]
    for e in sets:
        print(f"{len(e.pairs)} pairs, {e.found} of {e.labelled} labelled claims have candidates")
    given = Examples.__new__(Examples)
    given.pairs = read("given")
    ids = [given.pairs.sentences[s]["id"] for s in given.pairs.sentence]
    given.fold = np.array([given_rows[i]["fold"] for i in ids])
    given.gold = np.eye(len(labels.ROOTS), dtype=np.float32)[[labels.ROOT[given_rows[i]["root"]] for i in ids]]
    given.related = given.judged = np.ones(len(given.pairs), bool)

    models, scores = [], [(np.zeros(len(e.pairs), np.float32), np.zeros((len(e.pairs), len(labels.ROOTS)), np.float32))
                          for e in sets]
    given_scores = np.zeros((len(given.pairs), len(labels.ROOTS)), np.float32)
    for fold in range(labels.FOLDS):
        model = Model(sets, given, [e.fold != fold for e in sets], given.fold != fold, options)
        models.append(model)
        for e, (pair, root) in zip(sets, scores):
            rows = np.flatnonzero(e.fold == fold)
            pair[rows], root[rows] = model.scores(e.pairs, rows)
        rows = np.flatnonzero(given.fold == fold)
        given_scores[rows] = model.root_scores(given.pairs, rows)
        print("fold", fold, len(model.features.structure), "+", len(model.features.wording), "features", flush=True)
    for e, (pair, root), name in zip(sets, scores, ("plover", "news")):
        rows = np.flatnonzero(e.related)
        print(f"{name}: pairs average precision {average_precision_score(e.related[e.judged], pair[e.judged]):.3f}, "
              f"root of labelled pairs {np.mean(e.gold[rows, root[rows].argmax(1)] > 0):.3f}")
    hit = given_scores.argmax(1) == given.gold.argmax(1)
    print(f"given spans: accuracy {hit.mean():.3f}")

    final = Model(sets, given, [np.ones(len(e.pairs), bool) for e in sets], np.ones(len(given.pairs), bool), options)
    x = [competition(e.pairs, pair, root) for e, (pair, root) in zip(sets, scores)]
    y = [e.gold[np.arange(len(e.pairs)), root.argmax(1)] > 0 for e, (_, root) in zip(sets, scores)]
    ordered = np.sort(given_scores, 1)
    lead = ordered[:, -1] - ordered[:, -2]
    for fold, model in enumerate(models + [final]):
        keep = [(e.fold != fold) & e.judged & (pair > LEAST) for e, (pair, _) in zip(sets, scores)]
        features, right = np.concatenate([a[k] for a, k in zip(x, keep)]), np.concatenate([a[k] for a, k in zip(y, keep)])
        fit = LogisticRegression(C=1.0, max_iter=1000).fit(features, right)
        model.weights = np.concatenate([fit.coef_[0], fit.intercept_])
        # As much of the sentences chosen for their relations as of others.
        share = np.concatenate([np.full(k.sum(), 1 / k.sum()) for k in keep])
        model.knots = curve(features @ fit.coef_[0] + fit.intercept_[0], right, share)
        model.root_knots = curve(lead[given.fold != fold], hit[given.fold != fold])
    final.write(options.out)
    if options.folds:
        os.makedirs(options.folds, exist_ok=True)
        for fold, model in enumerate(models):
            model.write(os.path.join(options.folds, f"relations.{fold}.bin"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
