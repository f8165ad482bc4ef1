"""Gephi's toolkit imports GEXF and GraphML, with every node, edge, list and day of the graph."""
import datetime
import json
import pathlib
import subprocess
import unittest

import java_programs
import property_samples as expected
import samples

CLASS_PATH = java_programs.class_path("gephi")
FOLDER = samples.written("node-link", "gexf", "graphml")
# Not told by node-link JSON, or Gephi's own.
MORE = {"id", "label", "weight", "happening", "evidence", "titles", "firstDay", "lastDay", "place", "speakerIds", "event",
        "edge_graphics", "node_graphics"}
LISTS = {*expected.LISTS, "about", "speakers", "aliases", "formerIds"}


def contents():
    """By file name: what the graph is, its nodes and edges."""
    files = [FOLDER / f"{name}.{suffix}" for name in expected.NAMES for suffix in ("gexf", "graphml")]
    done = subprocess.run(["java", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp", CLASS_PATH,
                           pathlib.Path(__file__).with_name("GephiContents.java"), *files],
                          capture_output=True, check=True)
    out = {}
    for line in done.stdout.decode().splitlines():
        if not line.startswith("{"):
            continue
        row = json.loads(line)
        if "file" in row:
            graph = out[row.pop("file")] = {"is": row, "nodes": [], "edges": []}
        else:
            graph["nodes" if row.pop("node", 0) else "edges"].append({k: v for k, v in row.items() if k != "edge"})
    return out


def lists(found):
    """Attributes that are lists, as text elements, from either format."""
    out = {}
    for key, value in found.items():
        if isinstance(value, str) and value.startswith("[") and key in LISTS:
            value = json.loads(value)
        out[key] = texts(value)
    return out


def texts(value):
    """Gephi's lists hold text, and take an empty one and "null" for none."""
    return ["" if item in (None, "null") else str(item) for item in value] if isinstance(value, list) else value


def wanted(found):
    return {key: expected.xml_text(texts(value))
            for key, value in found.items()}


def found_text(found):
    return {key: expected.xml_text(value) for key, value in found.items()}


def day(milliseconds):
    number = float(milliseconds)
    epoch = datetime.datetime(1970, 1, 1)
    return None if abs(number) == float("inf") else str((epoch + datetime.timedelta(milliseconds=number)).date())


class Gephi(unittest.TestCase):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.contents = contents()

    def test_holds_every_node_edge_and_value(self):
        for name in expected.NAMES:
            graph = expected.load(FOLDER, name)
            for suffix in ("gexf", "graphml"):
                loaded = self.contents[f"{name}.{suffix}"]
                nodes = {node["id"]: found_text(lists(node)) for node in loaded["nodes"]}
                self.assertEqual({id: {key: value for key, value in node.items() if key not in MORE} | {"id": id, "name": node["label"]}
                                  for id, node in nodes.items()},
                                 {id: wanted(node) for id, node in expected.nodes(graph).items()}, name)
                edges = {(edge.pop("source"), edge["type"], edge.pop("target"), edge["status"]): edge
                         for edge in (found_text(lists(edge)) for edge in loaded["edges"])}
                self.assertEqual(len(loaded["edges"]), len(graph["links"]), name)
                self.assertEqual({key: {k: v for k, v in edge.items() if k not in MORE and k not in ("low", "high")}
                                  for key, edge in edges.items()},
                                 {key: wanted(edge) for key, edge in expected.events(graph).items()}, name)

    def test_has_a_timeline_and_kinds_of_edges(self):
        loaded = self.contents["pact.gexf"]
        self.assertTrue(loaded["is"]["dynamic"])
        self.assertEqual(loaded["is"]["edgeTypes"], len({edge["type"] for edge in loaded["edges"]}))
        days = {edge["type"]: (day(edge["low"]), day(edge["high"])) for edge in loaded["edges"] if "low" in edge}
        self.assertEqual(days["imposes"], ("2019-07-04", "2019-07-04"))
        self.assertEqual(days["occupies"], ("1910-01-01", "1945-12-31"))
        self.assertEqual(days["party-to"], ("2016-01-01", None))
        self.assertNotIn("allies-with", days)


if __name__ == "__main__":
    unittest.main()
