#!/usr/bin/env python3
"""Checks the include direction of docs/architecture.md: a layer includes itself and lower layers only, neighbours never
include each other, heavy libraries stay in the files that adapt them, and only cli prints.

    tools/check_layers.py [ROOT]

Prints one line an offending include, "path:line: reason". Exit 0: none; 1: some; 2: ROOT is no source tree."""
import pathlib
import re
import sys

# What a layer may include besides itself.
BELOW = {
    "base": set(),
    "schemas": {"base"},
    "actors": {"base", "schemas"},
    "language": {"base", "schemas", "actors"},
    "graph": {"base", "schemas", "actors"},
    "ingest": {"base", "schemas", "actors", "language"},
    "export": {"base", "schemas", "graph"},
    "store": {"base", "schemas", "actors", "graph"},
    "cli": {"base", "schemas", "actors", "language", "graph", "ingest", "export", "store"},
}
# Single headers of a layer that is otherwise out of reach: the two halves meet at the claim.
ALSO = {"ingest": {"graph/claim.h", "graph/claims_jsonl.h", "graph/ids.h"}}

# Heavy libraries, and the files that may include them (regular expressions on the path).
HEAVY = {
    r"rapidjson/": r"base/json\.cpp",
    r"boost/": r"graph/(bgl_view\.h|.*\.cpp)",
    r"sqlite3\.h": r"store/.*\.cpp",
    r"(graphviz/)?(gvc|cgraph|gvcext|gvplugin)\.h": r"export/.*\.cpp",
    r"serd/serd\.h": r"export/rdf\.cpp",
    r"libxml/": r"ingest/readers/html.*",
    r"(zstd|zlib)\.h": r"ingest/.*\.cpp",
    r"openssl/": r"base/.*\.cpp",
    r"unicode/": r"(base|actors|language|graph|ingest|export)/.*\.cpp",
    r"CLI/": r"cli/.*",
    r"(iostream|cstdio|stdio\.h|print)$": r"cli/.*|.*\.cpp",
}
# Libraries neither print nor exit, and read no environment.
PRINTS = re.compile(r"\bstd::(cout|cerr|clog|puts|printf|exit|abort|quick_exit|getenv)\b|\b(printf|getenv)\s*\(")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def problems_of(root, path):
    """Yields (line number, reason) for one source file."""
    relative = path.relative_to(root).as_posix()
    layer = relative.split("/")[0]
    public = relative in ("entente.h", "entente.cpp")
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        code = re.sub(r'"(\\.|[^"\\])*"', '""', line).split("//")[0]
        if layer != "cli":
            found = PRINTS.search(code)
            if found:
                yield number, f"{found.group(0).strip('( ')} in a library: only cli prints, exits and reads the environment"
        match = INCLUDE.match(line)
        if not match:
            continue
        mark, name = match.groups()
        if name.startswith("entente/"):
            inner = name.removeprefix("entente/")
            target = inner.split("/")[0]
            if not (root / inner).is_file():
                yield number, f'"{name}" does not exist'
            elif not public and target != layer and target not in BELOW[layer] and inner not in ALSO.get(layer, ()):
                yield number, f'{layer} may not include "{name}"'
        elif mark == '"':
            yield number, f'"{name}": the project\'s headers are included as "entente/<layer>/x.h"'
        for heavy, where in HEAVY.items():
            if re.match(heavy, name) and not public and not re.fullmatch(where, relative):
                yield number, f"<{name}> belongs in {where}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent).resolve()
    layers = [root / name for name in BELOW if (root / name).is_dir()]
    if not layers:
        print(f"{root}: no layer's folder found", file=sys.stderr)
        return 2
    files = [p for layer in layers for p in layer.rglob("*") if p.suffix in (".h", ".cpp")]
    files += [p for p in (root / "entente.h", root / "entente.cpp") if p.is_file()]
    count = 0
    for path in sorted(files):
        for number, reason in problems_of(root, path):
            print(f"{path.relative_to(root)}:{number}: {reason}")
            count += 1
    print(f"{len(files)} files, {count} wrong includes or calls")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
