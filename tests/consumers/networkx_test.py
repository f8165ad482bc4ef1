"""NetworkX reads node-link JSON, with the nodes, edges and values that are in the file."""
import json
import unittest

import networkx
import samples

FOLDER = samples.written("node-link")


def graph(name):
    return networkx.node_link_graph(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")), edges="links")


class NetworkX(unittest.TestCase):
    def test_holds_every_node_and_edge(self):
        for name in samples.NAMES:
            text = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
            loaded = graph(name)
            self.assertIsInstance(loaded, networkx.MultiDiGraph)
            self.assertEqual(loaded.number_of_nodes(), len(text["nodes"]), name)
            self.assertEqual(loaded.number_of_edges(), len(text["links"]), name)

    def test_finds_an_edge_by_its_key(self):
        edge = graph("pact").get_edge_data("country/KOR", "agreement/general-security-of-military-information-agreement",
                                           "scraps/planned")
        self.assertEqual(edge["plover"], "SANCTION")
        self.assertEqual(edge["sources"], 3)
        self.assertEqual(edge["affected"], "country/JPN")
        self.assertEqual(len(edge["evidence"]), 3)

    def test_keeps_hostile_text_as_it_was(self):
        labels = networkx.get_node_attributes(graph("hostile"), "label")
        self.assertEqual(labels['person/b"]; x'], "</TD></TABLE><script>alert('x')</script>")
        self.assertIn("\x01\x1f\u202eevil", labels["country/AAA"])

    def test_comes_back_the_same(self):
        text = json.loads((FOLDER / "pact.json").read_text(encoding="utf-8"))
        again = networkx.node_link_data(graph("pact"), edges="links")
        key = lambda link: (link["source"], link["target"], link["key"])
        self.assertEqual(sorted(again["links"], key=key), sorted(text["links"], key=key))
        self.assertEqual(again["nodes"], text["nodes"])


if __name__ == "__main__":
    unittest.main()
