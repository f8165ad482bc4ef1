#!/usr/bin/env python3
"""Writes tests/golden/<format>/<case>/expected.<suffix> from what the program writes now; look at the difference before
you commit it.

    tools/update_goldens.py BUILD     BUILD: a build folder with tests/consumers/write_samples"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Formats whose bytes are the same everywhere: name and suffix.
FORMATS = {"node-link": "json", "dot": "dot", "jsonld": "jsonld", "turtle": "ttl", "ntriples": "nt",
           "nquads": "nq", "trig": "trig", "cypher": "cypher", "graphml": "graphml", "gexf": "gexf",
           "cytoscape": "cyjs", "events-csv": "events.csv"}
CASES = ["small", "pact", "hostile", "empty"]


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    writer = pathlib.Path(sys.argv[1]) / "tests/consumers/write_samples"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([writer.resolve(), folder, *FORMATS], check=True)
        for name, suffix in FORMATS.items():
            for case in CASES:
                target = ROOT / "tests/golden" / name / case / f"expected.{suffix}"
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(pathlib.Path(folder) / f"{case}.{suffix}", target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
