#!/usr/bin/env python3
"""Trains the joint tagger and parser; same machine and seed, same checkpoint (but not with --minutes).

    training/train_parser.py --train en_ewt-train.conllu en_gum-train.conllu --dev en_ewt-dev.conllu en_gum-dev.conllu \\
        --vectors data/models/vectors.bin --checkpoint parser.pt

--teacher trains a slower, more accurate parser; --start and --silver let the small one learn from what that says of
unlabelled text (label_text.py). data/README.md has the commands of the shipped model.

Writes a checkpoint of the averaged weights each time the mean LAS on the development files is the best so far.
training/export_parser.py makes the model file of it.
"""
import argparse
import math
import time

import numpy as np
import torch
from torch.nn import functional

import conllu
import encoder
from encoder import Average, Lexicon, Vectors, batch_of, batches
from parser_network import ParserNetwork
from teacher import TeacherNetwork


def varied(sentence, random):
    """A share of the sentences is seen as headlines and careless texts write them."""
    chance = random.random()
    forms, kept = sentence.forms, None
    if chance < 0.02:
        forms = [f[:1].upper() + f[1:] for f in forms]
    elif chance < 0.03:
        forms = [f.upper() for f in forms]
    elif chance < 0.05:
        forms = [f.lower() for f in forms]
    elif chance < 0.08:
        last = len(forms)
        if last > 3 and sentence.upos[-1] == "PUNCT" and last not in sentence.heads:
            kept = last - 1
    if kept is None:
        return conllu.Sentence(forms, sentence.upos, sentence.xpos, sentence.heads, sentence.deprels, sentence.misc)
    return conllu.Sentence(forms[:kept], sentence.upos[:kept], sentence.xpos[:kept], sentence.heads[:kept],
                           sentence.deprels[:kept], sentence.misc[:kept])


def tag_of(upos, xpos):
    return f"{upos}|{xpos}"


def targets(sentences, tag_number, label_number):
    """-> tags (-1 unknown), heads (0 root), arcs as rows (dependent, head, label; label -1 unknown) without the root's."""
    tags, heads, arcs, first = [], [], [], 0
    for s in sentences:
        for i in range(len(s.forms)):
            tags.append(tag_number.get(tag_of(s.upos[i], s.xpos[i]), -1))
            heads.append(s.heads[i])
            if s.heads[i] > 0:
                arcs.append((first + i, first + s.heads[i] - 1, label_number.get(s.deprels[i], -1)))
        first += len(s.forms)
    return torch.tensor(tags), torch.tensor(heads), torch.tensor(arcs, dtype=torch.long).reshape(-1, 3).T


def step_loss(network, batch, sentences, tag_number, label_number):
    tag_scores, arc_scores, top = network(batch)
    tags, heads, (dependents, governors, labels) = targets(sentences, tag_number, label_number)
    tokens = len(tags)
    loss = 0.5 * functional.cross_entropy(tag_scores, tags, ignore_index=-1, reduction="sum")
    inside = torch.arange(arc_scores.shape[1])[None, :] < batch.lengths()[:, None]
    loss = loss + functional.cross_entropy(arc_scores[inside], heads, reduction="sum")
    label_scores = network.labels(top, dependents, governors)
    loss = loss + functional.cross_entropy(label_scores, labels, ignore_index=-1, reduction="sum")
    return loss / tokens


def evaluate(network, lexicon, sentences, tags, labels):
    """Shares of right UPOS, head, and head with universal relation; best heads, without the demand of a tree."""
    network.eval()
    words = upos = uas = las = 0
    order = sorted(range(len(sentences)), key=lambda s: len(sentences[s].forms))
    with torch.no_grad():
        for first in range(0, len(order), 64):
            part = [sentences[s] for s in order[first:first + 64]]
            batch = batch_of(lexicon, [s.forms for s in part])
            tag_scores, arc_scores, top = network(batch)
            inside = torch.arange(arc_scores.shape[1])[None, :] < batch.lengths()[:, None]
            heads = arc_scores.argmax(2)[inside]
            starts = torch.repeat_interleave(batch.start[:-1].long(), batch.lengths().long())
            label = network.labels(top, torch.arange(len(heads)), (starts + heads - 1).clamp(min=0)).argmax(1)
            tag, head, label = tag_scores.argmax(1).tolist(), heads.tolist(), label.tolist()
            row = 0
            for s in part:
                for i in range(len(s.forms)):
                    words += 1
                    upos += tags[tag[row]].split("|", 1)[0] == s.upos[i]
                    if head[row] == s.heads[i]:
                        uas += 1
                        relation = labels[label[row]] if head[row] else "root"
                        las += relation.split(":")[0] == s.deprels[i].split(":")[0]
                    row += 1
    network.train()
    return upos / words, uas / words, las / words


def network_of(checkpoint, vectors, dropout, teacher=None):
    """The lexicon and the network of a checkpoint; teacher: folder of the pretrained model if it is one."""
    lexicon = Lexicon(vectors, checkpoint["words"])
    lexicon.counts = checkpoint["counts"] if "counts" in checkpoint else None
    if teacher:
        network = TeacherNetwork(lexicon, checkpoint["tags"], checkpoint["labels"], dropout, teacher)
    else:
        network = ParserNetwork(lexicon, checkpoint["tags"], checkpoint["labels"], dropout)
    network.load_state_dict(checkpoint["network"])
    return lexicon, network


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--train", nargs="+", required=True)
    arguments.add_argument("--dev", nargs="+", required=True)
    arguments.add_argument("--vectors", required=True)
    arguments.add_argument("--checkpoint", required=True)
    arguments.add_argument("--epochs", type=int, default=40)
    arguments.add_argument("--batch-tokens", type=int, default=650)
    arguments.add_argument("--rate", type=float, default=2e-3)
    arguments.add_argument("--warm-up", type=int, default=200)
    arguments.add_argument("--dropout", type=float, default=0.25)
    arguments.add_argument("--average", type=float, default=0.998, help="decay of the moving average of the weights")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--teacher", metavar="FOLDER", help="train a teacher over this pretrained model")
    arguments.add_argument("--start", metavar="CHECKPOINT", help="start from these weights")
    arguments.add_argument("--silver", nargs="*", default=[], help="automatically labelled text, seen once each epoch")
    arguments.add_argument("--gold-weight", type=int, default=2, help="with --silver: how often an epoch sees --train")
    arguments.add_argument("--minutes", type=float, default=0, help="end then; the rate falls with the clock, not by --epochs")
    arguments.add_argument("--stop-after-epochs", type=int, default=0, help="of the schedule of --epochs")
    arguments.add_argument("--stop-after-steps", type=int, default=0, help="to measure speed")
    a = arguments.parse_args()
    torch.set_num_threads(1)
    random, drop = encoder.seed_all(a.seed)

    train = [s for path in a.train for s in conllu.read(path)]
    dev = [list(conllu.read(path)) for path in a.dev]
    lexicon = Lexicon.of_training(Vectors(a.vectors), [s.forms for s in train])
    tags = sorted({tag_of(u, x) for s in train for u, x in zip(s.upos, s.xpos)})
    labels = sorted({r for s in train for r, h in zip(s.deprels, s.heads) if h > 0})
    tag_number, label_number = ({n: i for i, n in enumerate(names)} for names in (tags, labels))
    network = ParserNetwork(lexicon, tags, labels, a.dropout)
    slow = []
    if a.teacher:
        network = TeacherNetwork(lexicon, tags, labels, a.dropout, a.teacher)
        network.reader.load(a.teacher)
        slow = list(network.reader.parameters())
    if a.start:
        network.load_state_dict(torch.load(a.start, weights_only=False)["network"])
    if a.silver:
        train = train * a.gold_weight + [s for path in a.silver for s in conllu.read(path)]
    average = Average(network, a.average)
    fast = [p for p in network.parameters() if all(p is not q for q in slow)]
    # The pretrained model is tuned at a twentieth of the rate.
    optimiser = torch.optim.Adam([{"params": fast, "share": 1.0}] + ([{"params": slow, "share": 0.05}] if slow else []),
                                 lr=a.rate, betas=(0.9, 0.95), fused=True)
    lengths = [len(s.forms) for s in train]
    steps = a.epochs * len(batches(lengths, a.batch_tokens, random))
    print(f"{len(train)} sentences, {sum(lengths)} words, {len(tags)} tags, {len(labels)} relations, "
          f"{len(lexicon.words)} trained words, about {steps} steps", flush=True)

    best, step, began = 0.0, 0, time.time()
    for epoch in range(1, a.epochs + 1):
        total = count = 0
        for part in batches(lengths, a.batch_tokens, random):
            done = (time.time() - began) / 60 / a.minutes if a.minutes else step / steps
            if a.minutes and done > 1:
                break
            rate = a.rate * min((step + 1) / a.warm_up, max(0.0, 1 - done) + 0.005)
            for group in optimiser.param_groups:
                group["lr"] = rate * group["share"]
            sentences = [varied(train[s], random) for s in part]
            loss = step_loss(network, batch_of(lexicon, [s.forms for s in sentences], drop), sentences, tag_number,
                             label_number)
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
        figures = [evaluate(network, lexicon, sentences, tags, labels) for sentences in dev]
        las = float(np.mean([f[2] for f in figures]))
        print(f"epoch {epoch} {time.time() - began:.0f} s loss {total / count:.4f} "
              + " ".join("UPOS %.4f UAS %.4f LAS %.4f" % f for f in figures) + (" *" if las > best else ""), flush=True)
        if las > best:
            best = las
            torch.save({"network": network.state_dict(), "tags": tags, "labels": labels, "words": lexicon.words,
                        "counts": lexicon.counts, "epoch": epoch, "figures": figures}, a.checkpoint)
        average.swap()
        if epoch == a.stop_after_epochs or (a.minutes and time.time() - began > 60 * a.minutes):
            return


if __name__ == "__main__":
    main()
