#!/usr/bin/env python3
"""Draws articles at random from files of JSON Lines, up to about so many words of each file, for label_text.py.

    training/sample_text.py agency.jsonl.gz:400000 wiki.jsonl.gz:80000 > sample.jsonl
"""
import argparse
import gzip
import json
import random
import sys


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("files", nargs="+", metavar="FILE:WORDS")
    arguments.add_argument("--seed", type=int, default=7)
    a = arguments.parse_args()
    generator = random.Random(a.seed)
    for name in a.files:
        path, most = name.rsplit(":", 1)
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
            articles = [json.loads(line) for line in lines]
        generator.shuffle(articles)
        words = 0
        for article in articles:
            if words > int(most):
                break
            words += len(article["text"].split())
            json.dump({k: article[k] for k in ("id", "title", "text") if article.get(k)}, sys.stdout)
            sys.stdout.write("\n")


if __name__ == "__main__":
    main()
