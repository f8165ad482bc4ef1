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
        run("cmake", "-G", "Ninja", "-S", SOURCE / "tests" / "install" / "consumer", "-B", consumer, f"-DCMAKE_PREFIX_PATH={self.prefix}",
            f"-DCMAKE_CXX_COMPILER={COMPILER}", "-DCMAKE_BUILD_TYPE=Debug", cwd=self.elsewhere)
        run("cmake", "--build", consumer, cwd=self.elsewhere)
        out = run(consumer / "consumer", ARTICLE, self.elsewhere / "graph.jsonld", cwd=self.elsewhere)
        self.assertIn("person/taro-kono holds-office-in country/JPN\n", out)
        self.assertIn("country/KOR", (self.elsewhere / "graph.jsonld").read_text())
        # The program and the library read alike.
        run(self.prefix / "bin" / "entente", "build", ARTICLE, "--date", "2019-08-22", "-o", "program.jsonld", cwd=self.elsewhere)
        self.assertEqual((self.elsewhere / "program.jsonld").read_bytes(), (self.elsewhere / "graph.jsonld").read_bytes())

    def test_the_program_finds_its_data_from_another_folder(self):
        environment = {k: v for k, v in os.environ.items() if k != "ENTENTE_DATA"}
        done = subprocess.run([self.prefix / "bin" / "entente", "build", ARTICLE, "-o", "graph.svg"], cwd=self.elsewhere,
                              env=environment, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("<svg", (self.elsewhere / "graph.svg").read_text())

    def test_only_entente_h_and_what_it_includes_is_installed(self):
        headers = self.prefix / "include" / "entente"
        self.assertTrue((headers / "entente.h").is_file())
        self.assertFalse((headers / "cli").exists())
        text = "".join(p.read_text() for p in headers.rglob("*.h"))
        for heavy in ("rapidjson/", "sqlite3.h", "gvc.h", "libxml/", "unicode/", "boost/"):
            self.assertNotIn(f"<{heavy}", text)


if __name__ == "__main__":
    unittest.main()
