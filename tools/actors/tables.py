"""Reading and writing tab-separated tables, folding names, and the codes of sources."""

import pathlib
import re
import unicodedata

HAND = pathlib.Path(__file__).resolve().parent

SOURCES = {
    "archigos": ("Archigos 4.1 (Goemans, Gleditsch and Chiozza), from globalgov/manystates", "CC-BY-4.0"),
    "entente": ("compiled by the entente project from general knowledge", "CC0-1.0"),
    "factbook": ("CIA World Factbook, editions 1990 to 2026", "public domain"),
    "faker": ("@faker-js/faker 10.6.0", "MIT"),
    "ifg": ("Institute for Government, IfG Ministers Database", "CC-BY-4.0"),
    "moby": ("Moby names list, from stdlib", "CC0-1.0"),
    "phoenix": ("Phoenix actor dictionaries, from openeventdata/petrarch2", "MIT"),
    "rigour": ("OpenSanctions rigour, from Wikidata, with datasets/country-codes (PDDL), "
               "i18n-iso-countries (MIT) and Unicode CLDR (Unicode-3.0)", "MIT"),
    "sigpwned": ("popular names by country, sigpwned", "CC0-1.0"),
    "usexec": ("unitedstates/congress-legislators, executive.yaml", "CC0-1.0"),
    "wikidata": ("Wikidata, lists of holders of office", "CC0-1.0"),
}


def read(path):
    """Rows of a table with a header, as dicts."""
    with open(path, encoding="utf-8", newline="\n") as table:
        header = table.readline().rstrip("\n").split("\t")
        for line in table:
            yield dict(zip(header, line.rstrip("\n").split("\t")))


def read_hand(name):
    """Rows of a hand-kept table beside this file."""
    return list(read(HAND / name))


def write(folder, name, header, rows):
    """Writes rows (tuples of text) sorted, in normal form C, and returns how many bytes that makes."""
    lines = ["\t".join(header)]
    for row in sorted(set(rows)):
        assert len(row) == len(header), (name, row)
        for cell in row:
            assert "\t" not in cell and "\n" not in cell and cell == cell.strip(), (name, row)
        lines.append("\t".join(row))
    data = unicodedata.normalize("NFC", "\n".join(lines) + "\n").encode("utf-8")
    (folder / name).write_bytes(data)
    return len(data)


def cells(text):
    """The values of a list cell."""
    return [value.strip() for value in text.split(" | ") if value.strip()]


def listed(values):
    """A list cell without repetitions, in the order given."""
    return " | ".join(dict.fromkeys(value for value in values if value))


SPECIAL = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i", "İ": "I", "ß": "ss", "æ": "ae", "Æ": "Ae",
                         "œ": "oe", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "ə": "e", "’": "'", "‘": "'", "ʼ": "'",
                         "ʿ": "'", "ʾ": "'", "–": "-"})


def ascii_form(text):
    """The text without diacritics."""
    text = unicodedata.normalize("NFKD", text.translate(SPECIAL))
    return "".join(c for c in text if not unicodedata.combining(c))


def fold(text):
    """What two spellings of a name have in common: lower case, no diacritics, hyphens or apostrophes."""
    text = re.sub(r"[.'`]", "", ascii_form(text).lower())
    return " ".join(re.sub(r"[-/,]", " ", text).split())


def slug(text):
    """The readable part of an id: at most 60 of a-z, 0-9 and hyphens."""
    text = ascii_form(text.replace("&", " and ")).lower()
    text = re.sub(r"[.']", "", text)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")[:60].strip("-")


def plain(name):
    """A name without its mark of ambiguity."""
    return name.rstrip("~")
