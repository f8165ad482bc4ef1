"""Reads CoNLL-U into sentences of plain columns."""
from dataclasses import dataclass


@dataclass
class Sentence:
    """Words of one sentence; heads count from 1, 0 is the root. misc holds the tenth column."""
    forms: list
    upos: list
    xpos: list
    heads: list
    deprels: list
    misc: list
    document: str = ""
    lemmas: list = None


def read(path):
    """Yields the sentences of a file; multiword-token lines and ellipsis nodes are left out."""
    rows, document = [], ""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                row = line.split("\t")
                if row[0].isdigit():
                    rows.append(row)
            elif not line and rows:
                yield of_rows(rows, document)
                rows = []
            elif line.startswith("# newdoc id = "):
                document = line.split(" = ", 1)[1]
    if rows:
        yield of_rows(rows, document)


def of_rows(rows, document):
    return Sentence([r[1] for r in rows], [r[3] for r in rows], [r[4] for r in rows], [int(r[6]) for r in rows],
                    [r[7] for r in rows], [r[9] for r in rows], document, [r[2] for r in rows])
