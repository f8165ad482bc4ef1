#!/usr/bin/env python3
"""Labels tokenised text with a teacher that train_parser.py --teacher has trained; input and output are CoNLL-U.

    entente parse articles.jsonl titles.jsonl > news.conllu
    training/label_text.py --vectors data/models/vectors.bin --teacher model --checkpoint teacher.pt news.conllu silver.conllu

Sentences of 3 to 60 words are kept, the tenth of them left out of which the teacher is least sure.
"""
import argparse

import torch

import conllu
from encoder import Vectors, batch_of
from train_parser import network_of


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("text")
    arguments.add_argument("output")
    arguments.add_argument("--vectors", required=True)
    arguments.add_argument("--teacher", required=True)
    arguments.add_argument("--checkpoint", required=True)
    a = arguments.parse_args()
    torch.set_num_threads(1)
    checkpoint = torch.load(a.checkpoint, weights_only=False)
    lexicon, network = network_of(checkpoint, Vectors(a.vectors), 0.0, a.teacher)
    network.eval()
    tags, labels = checkpoint["tags"], checkpoint["labels"]
    sentences = [s for s in conllu.read(a.text) if 3 <= len(s.forms) <= 60]
    order = sorted(range(len(sentences)), key=lambda s: len(sentences[s].forms))
    sureness = [0.0] * len(sentences)
    with torch.no_grad():
        for first in range(0, len(order), 48):
            part = [sentences[s] for s in order[first:first + 48]]
            batch = batch_of(lexicon, [s.forms for s in part])
            tag_scores, arc_scores, top = network(batch)
            inside = torch.arange(arc_scores.shape[1])[None, :] < batch.lengths()[:, None]
            sure, heads = torch.log_softmax(arc_scores, 2)[inside].max(1)
            starts = torch.repeat_interleave(batch.start[:-1].long(), batch.lengths().long())
            label = network.labels(top, torch.arange(len(heads)), (starts + heads - 1).clamp(min=0)).argmax(1).tolist()
            tag, heads, sure, row = tag_scores.argmax(1).tolist(), heads.tolist(), sure.tolist(), 0
            for number, s in zip(order[first:first + 48], part):
                rows = range(row, row + len(s.forms))
                s.upos, s.xpos = zip(*(tags[tag[r]].split("|", 1) for r in rows))
                s.heads = [heads[r] for r in rows]
                s.deprels = [labels[label[r]] if heads[r] else "root" for r in rows]
                sureness[number] = sum(sure[r] for r in rows) / len(s.forms)
                row += len(s.forms)
    least = sorted(sureness)[len(sureness) // 10]
    with open(a.output, "w", encoding="utf-8") as out:
        for number, s in enumerate(sentences):
            if sureness[number] >= least:
                for i in range(len(s.forms)):
                    out.write("\t".join([str(i + 1), s.forms[i], "_", s.upos[i], s.xpos[i], "_", str(s.heads[i]),
                                         s.deprels[i], "_", "_"]) + "\n")
                out.write("\n")


if __name__ == "__main__":
    main()
