"""tools/check_layers.py on small trees made here: each wrong include is named, and a right tree passes."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "tools" / "check_layers.py"
TREE = {"base/error.h": "#pragma once\n", "schemas/types.h": '#include "entente/base/error.h"\n', "graph/claim.h": "",
        "graph/graph.h": "", "ingest/reader.h": '#include "entente/graph/claim.h"\n', "export/writer.h": "", "cli/main.cpp": ""}


def check(**changed):
    """Exit code and output for TREE with some files (given as base__error_h) replaced."""
    files = dict(TREE)
    for name, text in changed.items():
        layer, file = name.split("__")
        files[f"{layer}/{file[::-1].replace('_', '.', 1)[::-1]}"] = text
    with tempfile.TemporaryDirectory() as root:
        for name, text in files.items():
            path = pathlib.Path(root, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        run = subprocess.run([sys.executable, TOOL, root], capture_output=True, text=True)
        return run.returncode, run.stdout


class CheckLayers(unittest.TestCase):
    def wrong(self, place, **changed):
        code, out = check(**changed)
        self.assertEqual(code, 1, out)
        self.assertIn(place, out)

    def test_accepts_downward_includes(self):
        code, out = check()
        self.assertEqual(code, 0, out)

    def test_names_an_upward_include(self):
        self.wrong("base/error.h:2:", base__error_h='\n#include "entente/schemas/types.h"\n')

    def test_names_a_neighbour(self):
        self.wrong("export/writer.h:1:", export__writer_h='#include "entente/ingest/reader.h"\n')

    def test_lets_ingest_see_the_claim_only(self):
        self.wrong("ingest/reader.h:1:", ingest__reader_h='#include "entente/graph/graph.h"\n')

    def test_names_a_path_that_is_not_from_the_root(self):
        self.wrong("graph/graph.h:1:", graph__graph_h='#include "claim.h"\n')

    def test_names_a_header_that_does_not_exist(self):
        self.wrong("graph/graph.h:1:", graph__graph_h='#include "entente/graph/gone.h"\n')

    def test_names_a_heavy_library_out_of_its_adapter(self):
        self.wrong("export/writer.h:1:", export__writer_h="#include <rapidjson/document.h>\n")

    def test_names_printing_in_a_library(self):
        self.wrong("graph/graph.h:2:", graph__graph_h="\nvoid f() { std::cerr << 1; }\n")

    def test_lets_cli_print(self):
        code, out = check(cli__main_cpp="#include <iostream>\nint main() { std::cout << 1; }\n")
        self.assertEqual(code, 0, out)


if __name__ == "__main__":
    unittest.main()
