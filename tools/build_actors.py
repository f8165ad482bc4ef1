#!/usr/bin/env python3
"""Builds data/actors/*.tsv from a folder of facts and the hand-kept tables in tools/actors.

    tools/build_actors.py FACTS [OUT]      OUT defaults to data/actors

The same facts and tables give the same bytes. tools/lint_tsv.py checks the result.
"""

import pathlib
import sys

from actors import agreements, officials, organisations, places, words
from actors.tables import SOURCES, write


def main(arguments):
    if len(arguments) not in (1, 2):
        sys.exit(__doc__)
    facts = pathlib.Path(arguments[0])
    out = pathlib.Path(arguments[1]) if len(arguments) == 2 else pathlib.Path(__file__).resolve().parent.parent / "data" / "actors"
    out.mkdir(parents=True, exist_ok=True)
    names = words.given_names(facts)
    sizes, countries = places.build(facts, out)
    more, orgs = organisations.build(facts, out, countries)
    sizes |= more
    sizes |= agreements.build(facts, out, countries, orgs)
    sizes |= officials.build(facts, out, countries, orgs, words.gender_by_fold(names))
    sizes |= words.build(facts, out, names)
    sizes["sources.tsv"] = write(out, "sources.tsv", ["code", "source", "licence"], [(code, *rest) for code, rest in SOURCES.items()])
    for name, size in sorted(sizes.items()):
        print(f"{size:9d} {name}")
    print(f"{sum(sizes.values()):9d} in all")


if __name__ == "__main__":
    main(sys.argv[1:])
