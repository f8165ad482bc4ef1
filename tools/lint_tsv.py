#!/usr/bin/env python3
"""Checks tab-separated data tables: strict grammar, order, and for data/actors that every id is listed.

    tools/lint_tsv.py [FOLDER_OR_FILE...]      default: data/actors data/words

Every line with a fault is named as file:line: reason. Exit 1 if there is one.
"""

import pathlib
import re
import sys
import unicodedata

DATE = re.compile(r"-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
KEYS = {"metonyms.tsv": 4, "memberships.tsv": 5, "offices.tsv": 5, "titles.tsv": 5}  # columns that make a row's key; else the first
ID_COLUMNS = {"country", "parent", "institution", "organisation", "member", "person", "of", "parties", "successors"}


def cells(text):
    return [cell for cell in text.split(" | ") if cell]


def check_table(path, faults):
    """Rows of the table as dicts, with their line number under None; adds faults."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        faults.append((path, data[:error.start].count(b"\n") + 1, f"not UTF-8 at byte {error.start}"))
        return []
    if not text.endswith("\n"):
        faults.append((path, text.count("\n") + 1, "the last line does not end with a line feed"))
    lines = text.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    if not lines:
        faults.append((path, 1, "no header line"))
        return []
    header = lines[0].split("\t")
    if len(set(header)) != len(header) or not all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in header):
        faults.append((path, 1, "the header is not a list of different lower-case names"))
        return []
    rows, before, keys = [], None, {}
    width = KEYS.get(path.name, 1)
    for number, line in enumerate(lines[1:], 2):
        columns = line.split("\t")
        if len(columns) != len(header):
            faults.append((path, number, f"{len(columns)} columns, expected {len(header)}"))
            continue
        if unicodedata.normalize("NFC", line) != line:
            faults.append((path, number, "not in normal form C"))
        if re.search(r"[\x00-\x08\x0b-\x1f\x7f\u0080-\u009f\ufeff\u200b-\u200f]", line):
            faults.append((path, number, "a control character"))
        for name, cell in zip(header, columns):
            if cell != cell.strip() or "  " in cell:
                faults.append((path, number, f"{name}: blanks at an end or doubled"))
            if re.search(r"(^|\S)\||\|(\S|$)", cell):
                faults.append((path, number, f"{name}: a list is separated by ' | '"))
            if name in ("valid_from", "valid_to", "signed", "start") and cell and not DATE.match(cell):
                faults.append((path, number, f"{name}: '{cell}' is no date"))
        if before is not None and columns < before:
            faults.append((path, number, "not sorted"))
        before = columns
        key = tuple(columns[:width])
        if key in keys:
            faults.append((path, number, f"the same key as line {keys[key]}"))
        keys[key] = number
        row = dict(zip(header, columns))
        if "valid_from" in row and row["valid_from"] and row["valid_to"]:
            length = min(len(row["valid_from"]), len(row["valid_to"]))
            if row["valid_to"][:length] < row["valid_from"][:length]:
                faults.append((path, number, "valid_to is before valid_from"))
        row[None] = number
        rows.append(row)
    if "source" not in header and path.name != "sources.tsv" and path.parent.name == "actors" and path.parent.parent.name == "data":
        faults.append((path, 1, "no column 'source'"))
    return rows


def check_actors(tables, faults):
    """Checks that ids and source codes of the tables of one folder are listed in it."""
    listed = {row["id"] for rows in tables.values() for row in rows if "id" in row}
    sources = {row["code"] for path, rows in tables.items() for row in rows if path.name == "sources.tsv"}
    for path, rows in tables.items():
        for row in rows:
            for name, cell in row.items():
                if name in ID_COLUMNS:
                    for value in cells(cell):
                        if value not in listed:
                            faults.append((path, row[None], f"{name}: '{value}' is no id of these tables"))
                elif name == "source" and path.name != "sources.tsv":
                    for value in cells(cell):
                        if value not in sources:
                            faults.append((path, row[None], f"source: '{value}' is not in sources.tsv"))


def main(arguments):
    root = pathlib.Path(__file__).resolve().parent.parent
    targets = [pathlib.Path(argument) for argument in arguments] or [root / "data" / "actors", root / "data" / "words"]
    faults = []
    for target in targets:
        paths = sorted(target.glob("*.tsv")) if target.is_dir() else [target]
        if not paths:
            faults.append((target, 0, "no table"))
        tables = {path: check_table(path, faults) for path in paths}
        if (target / "sources.tsv").is_file():
            check_actors(tables, faults)
    for path, number, reason in faults:
        print(f"{path}:{number}: {reason}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
