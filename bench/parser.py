#!/usr/bin/env python3
"""Tagging and parsing with gold tokens: accuracy, and tokens/s of one core.

    bench/parser.py --words FILE.conllu [--scorer PATH/parse.py] [--program build/entente] [--repeat 3]

--words: CoNLL-U whose words are parsed, several times over (--copies), for speed; the time to load is measured on one
sentence and subtracted. --scorer: a program, no part of this repository, that takes --system and prints accuracy, the
figure last."""
import argparse
import pathlib
import subprocess
import sys
import tempfile
import time


def seconds(program, path):
    begin = time.monotonic()
    subprocess.run([program, "parse", "--threads", "1", "--conllu", path], stdout=subprocess.DEVNULL, check=True)
    return time.monotonic() - begin


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", required=True)
    parser.add_argument("--scorer")
    parser.add_argument("--program", default="build/entente")
    parser.add_argument("--copies", type=int, default=10)
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    if args.scorer:
        run = subprocess.run([sys.executable, args.scorer, "--system", args.program], stdout=subprocess.PIPE, text=True)
        print(run.stdout)
        if run.returncode > 1:
            sys.exit(f"{args.scorer} failed with {run.returncode}")
    text = pathlib.Path(args.words).read_text(encoding="utf-8")
    tokens = sum(line.split("\t")[0].isdigit() for line in text.split("\n")) * args.copies
    with tempfile.TemporaryDirectory() as folder:
        one, all_copies = pathlib.Path(folder, "one.conllu"), pathlib.Path(folder, "all.conllu")
        one.write_text(text.split("\n\n")[0] + "\n\n", encoding="utf-8")
        all_copies.write_text(text * args.copies, encoding="utf-8")
        load = min(seconds(args.program, one) for _ in range(args.repeat))
        whole = min(seconds(args.program, all_copies) for _ in range(args.repeat))
    print(f"{tokens} tokens in {whole:.2f} s, of which {load:.2f} s to load: {tokens / (whole - load):.0f} tokens/s")


if __name__ == "__main__":
    main()
