"""Runs the program on development data: as it is, or out of fold, with models that have not seen the sentences they read."""
import argparse
import hashlib
import importlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

FOLDS = 5
SCORERS = "goldlib", "parse", "names", "coreference", "relations", "all_claims"


def arguments(description):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--score", required=True, help="folder of the scorers, beside the folders of their gold")
    parser.add_argument("--program", default="build/entente")
    parser.add_argument("--data", default="data", help="models and actor data (default %(default)s)")
    parser.add_argument("--folds", help="folder with the models of the folds: relations.0.bin to relations.4.bin")
    parser.add_argument("--answers", help="keep the program's answers here, and use those of the same program and data")
    parser.add_argument("--threads", type=int, default=1)
    return parser


def scorers(folder):
    """The scorers' modules, as attributes of one object; their names hide those of this folder from now on."""
    if not os.path.exists(os.path.join(folder, "goldlib.py")):
        sys.exit(f"{folder}: no goldlib.py")
    sys.dont_write_bytecode = True
    sys.path.insert(0, os.path.abspath(folder))
    return argparse.Namespace(**{name: importlib.import_module(name) for name in SCORERS})


def lay_fold(data, folds, fold, folder):
    """Fills `folder` with links to `data`, but to the fold's own models NAME.bin where `folds` has NAME.<fold>.bin."""
    own = {path.name.replace(f".{fold}.bin", ".bin"): path for path in pathlib.Path(folds).glob(f"*.{fold}.bin")}
    if not own:
        sys.exit(f"{folds}: no model of fold {fold}")
    models = pathlib.Path(folder, "models")
    models.mkdir(parents=True)
    for path in pathlib.Path(data).iterdir():
        if path.name != "models":
            pathlib.Path(folder, path.name).symlink_to(path.resolve())
    for path in pathlib.Path(data, "models").iterdir():
        (models / path.name).symlink_to(own.get(path.name, path).resolve())
    return folder


class Runner:
    def __init__(self, options):
        self.options = options
        self.answers = {}
        self.kept = pathlib.Path(options.answers, made_from(options)) if options.answers else None

    def text(self, name, command, text, suffix, data=None):
        """What the program prints for an input file that holds `text`; `name` is that of the answer, by which it is kept."""
        if name not in self.answers:
            self.answers[name] = self.run(name, command, text, suffix, data)
        return self.answers[name]

    def run(self, name, command, text, suffix, data):
        kept = self.kept and self.kept / name
        if kept and kept.exists():
            return kept.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "input" + suffix)
            path.write_text(text, encoding="utf-8")
            run = subprocess.run([self.options.program, *command, "--data", data or self.options.data,
                                  "--threads", str(self.options.threads), str(path)], stdout=subprocess.PIPE)
        if run.returncode not in (0, 1):
            sys.exit(f"{self.options.program} {' '.join(command)} failed with {run.returncode}")
        out = run.stdout.decode("utf-8")
        if kept:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(out, encoding="utf-8")
        return out

    def documents(self, name, command, documents):
        """The program's lines for documents, {"id", "text", ...} each."""
        return self.text(name, [command], lines(documents), ".jsonl")

    def out_of_fold(self, name, command, documents, fold_of):
        """The same, each document read with the models of its fold; with the shipped models if there are no folds."""
        if not self.options.folds:
            return self.documents(name, command, documents)
        if name in self.answers:
            return self.answers[name]
        out = []
        for fold in range(FOLDS):
            with tempfile.TemporaryDirectory() as folder:
                data = lay_fold(self.options.data, self.options.folds, fold, folder)
                stem, dot, suffix = name.rpartition(".")
                own = [d for d in documents if fold_of[d["id"]] == fold]
                out.append(self.text(f"{stem}.{fold}{dot}{suffix}", [command], lines(own), ".jsonl", data))
        self.answers[name] = "".join(out)
        return self.answers[name]


def made_from(options):
    """A name for what answers depend on: the bytes of program, data and folds."""
    digest = hashlib.sha256(pathlib.Path(options.program).read_bytes())
    for folder in filter(None, (options.data, options.folds)):
        for path in sorted(p for p in pathlib.Path(folder).rglob("*") if p.is_file()):
            digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def lines(documents):
    return "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)


def by_document(text, prefix=""):
    """{document id without the prefix: rows}"""
    out = {}
    for row in map(json.loads, text.splitlines()):
        out.setdefault((row["doc"] if "doc" in row else row["id"]).removeprefix(prefix), []).append(row)
    return out
