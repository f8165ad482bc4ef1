"""What a network sees of a word. language/network/word_features.cpp computes the same; its test shares the cases of
test_features.py.

A word gives one row of the fixed vectors, one row of the trained word table and nine hashed rows of the affix table:
prefixes of 1 to 3 and suffixes of 1 to 4 characters of the normal form, its shape, its capitalisation.
"""
import unicodedata

BUCKETS = 1 << 14
HASHED = 9

QUOTES = {"\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u0060": "'", "\u00b4": "'",
          "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"',
          "\u2013": "-", "\u2012": "-", "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u2014": "--", "\u2015": "--",
          "\u2026": "...", "\u00a0": " "}
WORDS = {"''": '"', "-lrb-": "(", "-rrb-": ")"}      # "``" has become "''" before


def lower(character):
    """Simple case mapping of one character: never changes the number of characters."""
    low = character.lower()
    return low if len(low) == 1 else character


def cased_form(form):
    return "".join(QUOTES.get(c, c) for c in form)


def lexical_form(form):
    """Lower-cased form with typographic quotes and dashes as ASCII: the key of the fixed vectors."""
    low = "".join(lower(c) for c in cased_form(form))
    return WORDS.get(low, low)


def normal_form(form):
    """The lexical form with every digit as 0: the key of the trained words and the source of affixes."""
    return "".join("0" if c.isdecimal() else c for c in lexical_form(form))


def character_class(character):
    if character.isdecimal():
        return "d"
    category = unicodedata.category(character)
    if category in ("Lu", "Lt"):
        return "X"
    if category.startswith("L"):
        return "x"
    return character


def shape(form):
    """Classes of the first 32 characters, runs cut to two, at most eight of them."""
    out = ""
    for c in form[:32]:
        k = character_class(c)
        if not out.endswith(k + k):
            out += k
        if len(out) == 8:
            break
    return out


def capitalisation(form):
    classes = [character_class(c) for c in form]
    upper, low = classes.count("X"), classes.count("x")
    if upper == 0:
        return "l" if low else "-"
    if low == 0:
        return "U" if upper > 1 else "I"
    return "T" if classes[0] == "X" and upper == 1 else "M"


def fnv1a(data):
    h = 2166136261
    for b in data:
        h = ((h ^ b) * 16777619) & 0xFFFFFFFF
    return h


def bucket(kind, text):
    """kind: one character that tells features apart."""
    return fnv1a((kind + text).encode("utf-8")) % BUCKETS


def hashed(form):
    """The nine bucket numbers of a word, in the order of the table."""
    normal = normal_form(form)
    rows = [bucket(str(n), normal[:n]) for n in (1, 2, 3)]
    rows += [bucket("abcd"[n - 1], normal[-n:]) for n in (1, 2, 3, 4)]
    return rows + [bucket("s", shape(form)), bucket("c", capitalisation(form))]
