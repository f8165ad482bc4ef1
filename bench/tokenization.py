#!/usr/bin/env python3
"""Tokens and sentences of raw text against a treebank.

The raw text of each document of the CoNLL-U files ("# newdoc", "# newpar", "# text") is read by `SYSTEM parse FILE.jsonl`,
and what it prints is compared: F1 of words and of sentences, by their characters without white space, as in the CoNLL 2018
shared task (a word of a multiword token that does not spell it counts by its number there).
Usage: bench/tokenization.py --system build/entente en_ewt-dev.conllu en_gum-dev.conllu [--errors 40]"""
import argparse
import collections
import json
import os
import shlex
import subprocess
import sys
import tempfile


def documents(lines):
    """Yields (id, paragraphs) with paragraphs a list of lists of sentences (text, words); a word is (surface, number, form)."""
    name, paragraphs, text, words, multiword = "", [], None, [], None
    new_paragraph = True

    def close():
        nonlocal words, text, new_paragraph
        if words:
            if new_paragraph or not paragraphs:
                paragraphs.append([])
            paragraphs[-1].append((text, words))
            new_paragraph = False
        words, text = [], None

    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            close()
            if paragraphs:
                yield name, paragraphs
            name, paragraphs, new_paragraph = line.partition("=")[2].strip(), [], True
        elif line.startswith("# newpar"):
            new_paragraph = True
        elif line.startswith("# text ="):
            text = line[8:].strip()
        elif not line:
            close()
            multiword = None
        elif line[0].isdigit():
            row = line.split("\t")
            if "-" in row[0]:
                first, last = map(int, row[0].split("-"))
                multiword = (first, last, row[1])
            elif "." not in row[0]:
                number = int(row[0])
                if multiword and number <= multiword[1]:
                    words.append((multiword[2], number - multiword[0], row[1], multiword[1] - multiword[0] + 1))
                else:
                    words.append((row[1], 0, row[1], 1))
    close()
    if paragraphs:
        yield name, paragraphs


def spans(paragraphs):
    """(set of word spans, set of sentence spans, characters)"""
    words, sentences, at, characters = [], [], 0, []
    for paragraph in paragraphs:
        for _, sentence in paragraph:
            begin, k = at, 0
            while k < len(sentence):
                surface, _, _, size = sentence[k]
                group = sentence[k:k + size]
                flat = "".join(surface.split())
                if "".join(w[2] for w in group) == surface:
                    inner = at
                    for w in group:
                        length = len("".join(w[2].split()))
                        words.append((inner, inner + length, 0))
                        inner += length
                else:
                    words += [(at, at + len(flat), w[1]) for w in group]
                characters.append(flat)
                at += len(flat)
                k += size
            sentences.append((begin, at))
    return words, sentences, "".join(characters)


def f1(right, gold, system):
    precision, recall = right / max(1, system), right / max(1, gold)
    return 200 * precision * recall / max(1e-9, precision + recall)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--system", required=True, help="the program, e.g. build/entente")
    arguments.add_argument("--errors", type=int, default=0, metavar="N", help="print N wrong places of each kind")
    arguments.add_argument("--only", default="", help="only documents whose id contains this")
    arguments.add_argument("files", nargs="+")
    options = arguments.parse_args()
    for path in options.files:
        with open(path, encoding="utf-8") as file:
            gold = [d for d in documents(file) if options.only in d[0]]
        with tempfile.TemporaryDirectory() as folder:
            raw = os.path.join(folder, "raw.jsonl")
            with open(raw, "w", encoding="utf-8") as file:
                for name, paragraphs in gold:
                    text = "\n\n".join(" ".join(s[0] for s in paragraph) for paragraph in paragraphs)
                    file.write(json.dumps({"id": name, "language": "en", "text": text}) + "\n")
            run = subprocess.run(shlex.split(options.system) + ["parse", raw], stdout=subprocess.PIPE, check=True)
        system = dict(documents(run.stdout.decode("utf-8").splitlines()))
        counts, wrong = collections.Counter(), []
        for name, paragraphs in gold:
            gold_words, gold_sentences, characters = spans(paragraphs)
            words, sentences, read = spans(system.get(name, []))
            if read != characters:
                # A repeated headline, which the program reads once.
                print("%s came back with other characters: left out" % name, file=sys.stderr)
                counts["lost"] += 1
                continue
            for kind, a, b in (("words", gold_words, words), ("sentences", gold_sentences, sentences)):
                a, b = set(a), set(b)
                counts[kind, "right"] += len(a & b)
                counts[kind, "gold"] += len(a)
                counts[kind, "system"] += len(b)
                for span in sorted(b - a):
                    here = characters[max(0, span[0] - 15):span[0]] + "[" + characters[span[0]:span[1]] + "]"
                    if kind == "sentences":
                        here = characters[max(0, span[0] - 30):span[0]] + " [ " + characters[span[0]:span[0] + 30]
                        here += " … " + characters[max(span[0], span[1] - 30):span[1]] + " ] " + characters[span[1]:span[1] + 30]
                    wrong.append((kind, name, here + (characters[span[1]:span[1] + 15] if kind == "words" else "")))
        print("%s: words F1 %.2f, sentences F1 %.2f (%d words, %d sentences, %d documents left out)" % (
            os.path.basename(path),
            f1(counts["words", "right"], counts["words", "gold"], counts["words", "system"]),
            f1(counts["sentences", "right"], counts["sentences", "gold"], counts["sentences", "system"]),
            counts["words", "gold"], counts["sentences", "gold"], counts["lost"]))
        for kind in ("words", "sentences"):
            shown = [w for w in wrong if w[0] == kind]
            step = max(1, len(shown) // max(1, options.errors))
            for row in shown[::step][:options.errors]:
                print("  " + "  ".join(row))


if __name__ == "__main__":
    main()
