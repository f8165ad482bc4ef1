"""Runs the program as people do: arguments in; exit code, standard output and standard error out."""
import os
import pathlib
import subprocess
import tempfile
import unittest

ENTENTE = os.environ["ENTENTE"]
SOURCE = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"])
EXAMPLES = SOURCE / "examples"


class ProgramTest(unittest.TestCase):
    """Each test has an empty folder of its own, self.folder, and runs the program there."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def run_program(self, *args, stdin=b"", environment=None):
        run = subprocess.run([ENTENTE, *map(str, args)], input=stdin, capture_output=True, cwd=self.folder,
                             env={**os.environ, **(environment or {})}, timeout=240)
        return run.returncode, run.stdout, run.stderr.decode()

    def assert_runs(self, code, *args, **kwargs):
        """Standard output and standard error of a run that must end with that exit code."""
        found, out, messages = self.run_program(*args, **kwargs)
        self.assertEqual(found, code, messages)
        return out, messages

    def files(self):
        return sorted(p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*") if p.is_file())
