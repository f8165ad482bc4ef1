"""Makes the Debian package and runs the program out of it."""
import gzip
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILD = pathlib.Path(sys.argv.pop(1))
SOURCE = pathlib.Path(os.environ["ENTENTE_SOURCE_DIR"])


def run(*command, **options):
    done = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = pathlib.Path(temporary.name)
        run("cpack", "--config", BUILD / "CPackConfig.cmake", "-B", cls.folder / "made")
        cls.package, = (cls.folder / "made").glob("entente_*.deb")
        cls.root = cls.folder / "root"
        run("dpkg-deb", "-x", cls.package, cls.root)

    def test_says_what_it_is_and_needs(self):
        fields = run("dpkg-deb", "-f", self.package)
        self.assertRegex(fields, r"(?m)^Package: entente$")
        depends = re.search(r"(?m)^Depends: (.*)$", fields)[1]
        for library in ("graphviz", "libc6", "libgvc6", "libicu", "libsqlite3-0", "libxml2", "libserd-0-0"):
            self.assertIn(library, depends)

    def test_tells_other_packages_and_the_loader_of_the_library(self):
        control = self.folder / "control"
        run("dpkg-deb", "-e", self.package, control)
        self.assertRegex((control / "shlibs").read_text(), r"^libentente 0\.1 entente \(>= ")
        self.assertIn("ldconfig", (control / "triggers").read_text())

    def test_the_program_in_it_finds_its_data(self):
        environment = {k: v for k, v in os.environ.items() if k != "ENTENTE_DATA"}
        run(self.root / "usr/bin/entente", "build", SOURCE / "examples" / "gsomia.txt", "-o", self.folder / "graph.svg",
            "-o", self.folder / "graph.ttl", env=environment)
        self.assertIn("<svg", (self.folder / "graph.svg").read_text())

    def test_holds_the_manual_page_with_every_command_and_option(self):
        page = gzip.decompress((self.root / "usr/share/man/man1/entente.1.gz").read_bytes()).decode().replace("\\-", "-")
        program = self.root / "usr/bin/entente"
        for command in re.findall(r"(?m)^  (\w+) ", run(program, "--help").split("Subcommands:")[1]):
            if command == "actors":
                continue
            self.assertRegex(page, rf"(?m)^\.SS entente {command}\b")
            for option in re.findall(r"(?m)^  (?:-\w,)?(--[\w-]+)", run(program, command, "--help")):
                self.assertIn(option, page, command)
        for suffix in (".svg", ".jsonld", ".neo4j/", ".events.csv"):
            self.assertIn(suffix, page)

    def test_holds_completions_that_the_shells_take(self):
        share = self.root / "usr/share"
        bash = share / "bash-completion/completions/entente"
        asked = run("bash", "-c", f"source {bash}; COMP_WORDS=(entente export g --status pl); COMP_CWORD=4; _entente; "
                                  "echo ${COMPREPLY[@]}")
        self.assertEqual(asked.strip(), "planned")
        for shell, file in (("zsh", "zsh/vendor-completions/_entente"), ("fish", "fish/vendor_completions.d/entente.fish")):
            self.assertIn("--top" if shell == "zsh" else "-l top", (share / file).read_text())
            if shutil.which(shell):
                run(shell, "-n", share / file)

    def test_holds_the_licences(self):
        for file in ("doc/entente/copyright", "doc/entente/NOTICE", "doc/entente/LICENSE", "entente/models/LICENSE"):
            self.assertTrue((self.root / "usr/share" / file).is_file(), file)


if __name__ == "__main__":
    unittest.main()
