#!/usr/bin/env python3
"""Has teachers find names in treebanks and news: what training/train_ner.py learns from beside gold.

    training/label_names.py --teachers MD SM --treebank en_ewt-train.conllu en_gum-train.conllu \\
        --news wikinews.jsonl.gz ... --words 1200000 --output silver.jsonl.gz

A teacher is the folder of a spaCy pipeline with a name recogniser (spaCy 3.8; data/README.md says which were used). Each
input line of the output is a sentence {"document", "forms", "teachers": [[[begin, end, label], ...], ...]}; sentences of
a treebank have "treebank" and "number" too, are labelled twice, as they are and with capitals where the gold tags have a
proper noun and nowhere else, and so have two lists a teacher. News gives as many words of every file, of articles in
random order.
"""
import argparse
import gzip
import json
import os
import random
import time

import conllu

LONGEST_ARTICLE = 500      # words taken of one: many articles teach more names than long ones
LONGEST_SENTENCE = 80


def load(path):
    import spacy
    pipeline = spacy.load(path, exclude=["parser", "tagger", "lemmatizer", "attribute_ruler"])
    pipeline.max_length = 10 ** 9
    return pipeline


def capitals_by_tag(sentence):
    """The forms with a capital where the tag says that there is a name, whatever the author's habits."""
    out, loud = [], sum(f.isupper() and len(f) > 1 for f in sentence.forms) > 0.6 * len(sentence.forms)
    for i, (form, upos) in enumerate(zip(sentence.forms, sentence.upos)):
        if upos == "PROPN":
            out.append(form.title() if loud and len(form) > 3 else form[:1].upper() + form[1:])
        elif loud or form.istitle() and upos in ("NOUN", "VERB", "ADV", "ADP", "DET"):
            low = form.lower()
            out.append(low[:1].upper() + low[1:] if i == 0 else low)
        else:
            out.append(form)
    return out


def names_of(teacher, sentences):
    from spacy.tokens import Doc
    docs = teacher.pipe((Doc(teacher.vocab, words=forms) for forms in sentences), batch_size=256)
    return [[[e.start, e.end, e.label_] for e in doc.ents] for doc in docs]


def treebank(teachers, paths, out):
    for path in paths:
        sentences = list(conllu.read(path))
        plain = [names_of(t, [s.forms for s in sentences]) for t in teachers]
        cased = [names_of(t, [capitals_by_tag(s) for s in sentences]) for t in teachers]
        for n, s in enumerate(sentences):
            write(out, {"document": s.document, "forms": s.forms, "treebank": os.path.basename(path), "number": n,
                        "teachers": [found[n] for found in plain + cased]})


def sentences_of(article, splitter):
    """Paragraph by paragraph, in the teacher's tokens."""
    words = 0
    paragraphs = [p.strip() for p in (article.get("title") or "", *article["text"].split("\n"))]
    for doc in splitter.pipe([" ".join(p.split()) for p in paragraphs if p], batch_size=64):
        for sentence in doc.sents:
            forms = [t.text for t in sentence if not t.is_space]
            if 3 <= len(forms) <= LONGEST_SENTENCE:
                words += len(forms)
                yield forms
        if words >= LONGEST_ARTICLE:
            return


def news(teachers, paths, words, out, chance):
    splitter = teachers[0]
    splitter.enable_pipe("senter")
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            articles = [json.loads(line) for line in lines]
        chance.shuffle(articles)
        documents, sentences, taken = [], [], 0
        with splitter.select_pipes(disable=["ner"]):
            for article in articles:
                if taken >= words / len(paths):
                    break
                for forms in sentences_of(article, splitter):
                    documents.append(article.get("id") or str(len(documents)))
                    sentences.append(forms)
                    taken += len(forms)
        found = [names_of(t, sentences) for t in teachers]
        for n, forms in enumerate(sentences):
            write(out, {"document": documents[n], "forms": forms, "teachers": [f[n] for f in found]})
        print(f"{os.path.basename(path)}: {taken} words, {time.process_time():.0f} s", flush=True)


def write(out, record):
    out.write((json.dumps(record, ensure_ascii=False) + "\n").encode("utf-8"))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--teachers", nargs="+", required=True)
    arguments.add_argument("--treebank", nargs="*", default=[])
    arguments.add_argument("--news", nargs="*", default=[])
    arguments.add_argument("--words", type=int, default=1200000, help="of news")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--output", required=True)
    a = arguments.parse_args()
    teachers = [load(path) for path in a.teachers]
    with gzip.GzipFile(a.output, "wb", mtime=0) as out:
        treebank(teachers, a.treebank, out)
        news(teachers, a.news, a.words, out, random.Random(a.seed))


if __name__ == "__main__":
    main()
