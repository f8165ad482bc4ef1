#!/usr/bin/env python3
"""Accuracy of relations on sentences with labelled actors, by class: given spans, end to end, and shares of triples.

    bench/relations.py --scorer PATH/relations.py [--program build/entente] [argument of the scorer...]

The scorer is no part of this repository: a program that takes --system and --figure (end-to-end, given-span, triple-recall,
pair-precision), runs `entente claims` and `entente relate` on its labelled sentences, and prints its tables and, last, the
figure. Last line here: all figures."""
import argparse
import subprocess
import sys


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--program", default="build/entente")
    args, others = parser.parse_known_args()
    figures = []
    for figure in ("given-span", "end-to-end", "triple-recall", "pair-precision"):
        run = subprocess.run([sys.executable, args.scorer, "--system", args.program, "--figure", figure, *others],
                             stdout=subprocess.PIPE, text=True)
        if run.returncode > 1 or not run.stdout:
            sys.exit(f"{args.scorer} failed with {run.returncode}")
        print(run.stdout)
        figures.append(run.stdout.strip().split("\n")[-1])
    print("\n".join(figures))


if __name__ == "__main__":
    main()
