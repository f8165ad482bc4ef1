"""Sentences with labelled relations, as the trainer of relations wants them: from the PLOVER data of ../shared/plover and
from labels/news.tsv, which holds offsets into the news texts and none of their words.
"""
import glob
import gzip
import json
import os
import re
import zlib

ROOTS = ("AGREE CONSULT SUPPORT COOPERATE AID YIELD REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE "
         "ASSAULT").split()
ROOT = {root: i for i, root in enumerate(ROOTS)}
FOLDS = 5


def tsv(path):
    with open(path, encoding="utf-8") as f:
        header = f.readline().rstrip("\n").split("\t")
        for line in f:
            yield dict(zip(header, line.rstrip("\n").split("\t")))


def marked_span(marked, tag):
    """Bytes of the first <tag>...</tag> in the sentence without its marks; None if there is none."""
    at, begin = 0, None
    for piece in re.split(r"(</?[st]>)", marked):
        if piece == f"<{tag}>":
            begin = at
        elif piece == f"</{tag}>" and begin is not None and at > begin:
            return [begin, at]
        elif not re.fullmatch(r"</?[st]>", piece):
            at += len(piece.encode("utf-8"))
    return None


def plover(folder):
    """(sentences, pairs): dictionaries id -> {text, fold, claims}, and -> {text, fold, source, target, root}."""
    rows = list(tsv(os.path.join(folder, "train.tsv")))
    by_id = {row["id"]: row for row in rows}
    by_text = {}
    with open(os.path.join(folder, "full.jsonl"), encoding="utf-8") as f:
        for labelled in map(json.loads, f):
            by_text[by_id[labelled["id"]]["sentence"]] = labelled["claims"]
    sentences, pairs = {}, {}
    for row in rows:
        text, fold = row["sentence"], int(row["fold"])
        if text in by_text:
            sentences["plover-" + row["id"]] = {"text": text, "fold": fold, "claims": by_text.pop(text)}
        source, target = marked_span(row["marked"], "s"), marked_span(row["marked"], "t")
        if source and target:
            pairs["plover-" + row["id"]] = {"text": text, "fold": fold, "source": source, "target": target, "root": row["root"]}
    return sentences, pairs


def news(labels, folder):
    """Dictionary id -> {text, fold, claims} of the labelled sentences of the news texts. A document is in one fold."""
    wanted = {}
    for row in tsv(labels):
        wanted.setdefault((row["file"], row["document"], row["field"], int(row["begin"]), int(row["end"])), []).append(row)
    files, out = {}, {}
    for file in sorted({key[0] for key in wanted}):
        with gzip.open(glob.glob(os.path.join(folder, file + ".jsonl.gz"))[0], "rt", encoding="utf-8") as f:
            texts = {article["id"]: article for article in map(json.loads, f)}
        for (of, document, field, begin, end), rows in wanted.items():
            if of != file or document not in texts:
                continue
            text = (texts[document].get(field) or "").encode("utf-8")[begin:end].decode("utf-8", "replace")
            claims = [{"source": list(map(int, row["source"].split(":"))), "target": list(map(int, row["target"].split(":"))),
                       "root": row["root"], "type": row["type"], "status": row["status"],
                       "also": row["also"].split(",") if row["also"] else []} for row in rows if row["root"]]
            out[f"{document}/{field}/{begin}"] = {"text": text, "fold": zlib.crc32(document.encode()) % FOLDS, "claims": claims}
    return dict(sorted(out.items()))


HEAD_ENDS = re.compile(r",|\s(?:of|in|from|to|for|at|on|by|with|who|that|which|and|including|near|against|under|over)\s")


def head_words(span, text):
    """Bytes of about the head word of a labelled noun phrase: the last before its first preposition or comma."""
    words = text.encode("utf-8")[span[0]:span[1]].decode("utf-8", "replace")
    cut = HEAD_ENDS.search(words, 1)
    phrase = (words[:cut.start()] if cut else words).rstrip(" .'’\"”)")
    if not phrase.split():
        return span
    begin = span[0] + len(phrase[:len(phrase) - len(phrase.split()[-1])].encode("utf-8"))
    return [begin, min(span[1], span[0] + len(phrase.encode("utf-8")))]


def candidates_at(candidates, span, text):
    """Numbers of the candidates that the labelled words name, the best first."""
    head = head_words(span, text)

    def quality(candidate):
        begin, end, head_begin, head_end = candidate[:4]
        if begin >= span[1] or span[0] >= end:
            return None
        inside = span[0] <= head_begin and head_end <= span[1]
        covers = (begin <= head[0] and head[1] <= end) or (head_begin < head[1] and head[0] < head_end)
        if not inside and not covers:
            return None
        outside = max(0, span[0] - begin) + max(0, end - span[1])
        return inside and covers, min(end, span[1]) - max(begin, span[0]) - outside

    found = [(quality(c), i) for i, c in enumerate(candidates)]
    return [i for q, i in sorted(((q, i) for q, i in found if q is not None), reverse=True)]
