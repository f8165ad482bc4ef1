#!/usr/bin/env python3
"""Checks that the features of words are still those of the program: tests/language/network_test.cpp has the same cases.
With --print, prints them for it."""
import os
import re
import sys

import features

FORMS = ["", "a", "Treaty", "NATO", "McDonald", "1,234.5", "U.S.", "don\u2019t", "\u201c", "``", "-LRB-", "\u2014", "\u2026",
         "\u00c9lys\u00e9e", "\u0130zmir", "\u0417\u0435\u043b\u0435\u043d\u0441\u044c\u043a\u0438\u0439", "\u5317\u4eac", "2019-08-22",
         "\u0663", "aaaaBBBB1111----x", "\U0001f1ef"]


def case(form):
    quoted = ['"%s"' % "".join(c if " " < c < "\x7f" and c not in '"\\' else "".join("\\%03o" % b for b in c.encode())
                               for c in text) for text in (form, features.lexical_form(form), features.normal_form(form))]
    return "{%s, {%s}}," % (", ".join(quoted), ", ".join(map(str, features.hashed(form))))


def main():
    cases = [case(form) for form in FORMS]
    if "--print" in sys.argv:
        print("\n".join("      " + c for c in cases))
        return
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../tests/language/network_test.cpp")
    with open(path, encoding="utf-8") as f:
        text = re.sub(r"\s+", " ", f.read())
    missing = [c for c in cases if c.rstrip(",") not in text]
    print(f"{len(cases) - len(missing)} of {len(cases)} cases are in the program's test")
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
