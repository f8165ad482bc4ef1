#!/usr/bin/env python3
"""Draws what a parser learns from without labels out of files of JSON Lines: articles, or their titles.

    training/sample_text.py agency.jsonl.gz:400000 wiki.jsonl.gz:80000 > articles.jsonl
    training/sample_text.py --titles agency.jsonl.gz broadcaster.jsonl.gz > titles.jsonl

Articles come in random order, up to about so many words of each file. Titles are of 3 to 25 words, each an article of its
own; half of them get a full stop, so that a short sentence and a headline look alike. Same input, same output.
"""
import argparse
import gzip
import json
import random
import sys


def articles_of(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def write(article):
    json.dump(article, sys.stdout)
    sys.stdout.write("\n")


def draw_articles(name, generator):
    path, most = name.rsplit(":", 1)
    articles = articles_of(path)
    generator.shuffle(articles)
    words = 0
    for article in articles:
        if words > int(most):
            break
        words += len(article["text"].split())
        write({k: article[k] for k in ("id", "title", "text") if article.get(k)})


def draw_titles(path, generator):
    for article in articles_of(path):
        # "Talks fail | World news": the site's section.
        title = (article.get("title") or "").split(" | ")[0].strip()
        if 3 <= len(title.split()) <= 25:
            full_stop = generator.random() < 0.5 and title[-1].isalnum()
            write({"id": article["id"], "text": title + "." * full_stop})


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("files", nargs="+", metavar="FILE[:WORDS]")
    arguments.add_argument("--titles", action="store_true", help="the titles of FILE")
    arguments.add_argument("--seed", type=int, default=7)
    a = arguments.parse_args()
    generator = random.Random(a.seed)
    for name in a.files:
        (draw_titles if a.titles else draw_articles)(name, generator)


if __name__ == "__main__":
    main()
