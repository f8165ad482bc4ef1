"""Installs into an empty prefix; from other folders runs the program and a small project that uses the library."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

BUILD = pathlib.Path(sys.argv.pop(1))
COMPILER = sys.argv.pop(1)
SOURCE = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"])
ARTICLE = SOURCE / "examples" / "gsomia.txt"


def run(*command, cwd):
    done = subprocess.run([str(c) for c in command], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode != 0:
        raise AssertionError(f"{command} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.prefix = pathlib.Path(cls.temporary.name, "prefix")
        cls.elsewhere = pathlib.Path(cls.temporary.name, "elsewhere")
        cls.elsewhere.mkdir()
        run("cmake", "--install", BUILD, "--prefix", cls.prefix, cwd=cls.elsewhere)

    def test_another_project_finds_the_package_and_calls_the_library(self):
        consumer = self.elsewhere / "consumer"
        run("cmake", "-S", SOURCE / "tests" / "install" / "consumer", "-B", consumer, f"-DCMAKE_PREFIX_PATH={self.prefix}",
            f"-DCMAKE_CXX_COMPILER={COMPILER}", "-DCMAKE_BUILD_TYPE=Debug", cwd=self.elsewhere)
        run("cmake", "--build", consumer, cwd=self.elsewhere)
        out = run(consumer / "consumer", ARTICLE, cwd=self.elsewhere)
        self.assertRegex(out, r"^[0-9a-f]{16}\n$")

    def test_only_entente_h_and_what_it_includes_is_installed(self):
        headers = self.prefix / "include" / "entente"
        self.assertTrue((headers / "entente.h").is_file())
        self.assertFalse((headers / "cli").exists())
        text = "".join(p.read_text() for p in headers.rglob("*.h"))
        for heavy in ("rapidjson/", "sqlite3.h", "gvc.h", "libxml/", "unicode/", "boost/"):
            self.assertNotIn(f"<{heavy}", text)


if __name__ == "__main__":
    unittest.main()
