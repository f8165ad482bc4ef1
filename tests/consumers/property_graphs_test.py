"""NetworkX, igraph, LadybugDB and pandas read the property graphs and the event table, with what the graph holds."""
import json
import pathlib
import subprocess
import sys
import unittest

import igraph
import ladybug
import networkx
import pandas
import property_samples as expected
import samples

FOLDER = samples.written("node-link", "graphml", "gexf", "cytoscape", "kuzu", "events-csv")
TABLES = {"id", "happening", "evidence", "titles", "firstDay", "lastDay", "place", "speakerIds"}  # not told by node-link


def comparable(found):
    """Without what node-link JSON does not tell, or is absent."""
    return {key: value for key, value in found.items() if value is not None and key not in TABLES}


def from_text(found):
    """GraphML's and GEXF's attributes: lists are JSON arrays in text, and may hold what XML itself cannot."""
    return {key: expected.xml_text(json.loads(value, strict=False))
            if isinstance(value, str) and value.startswith("[") else value for key, value in found.items()}


def without(found, *keys):
    return {key: value for key, value in found.items() if key not in keys}


def plain_lists(found):
    """Lists with text for numbers, as GEXF has them."""
    return {key: [str(item) for item in value] if isinstance(value, list) else value for key, value in found.items()}


class Xml(unittest.TestCase):
    """The two XML formats; NetworkX takes yEd's label and shape for attributes as well."""

    def check(self, name, loaded, own):
        graph = expected.load(FOLDER, name)
        nodes = {id: {key: expected.xml_text(value) for key, value in found.items()}
                 for id, found in expected.nodes(graph).items()}
        self.assertEqual(set(loaded.nodes), set(nodes), name)
        for id, found in loaded.nodes(data=True):
            found = from_text(without(found, "shape_type", "viz")) | {"id": id}
            self.assertEqual(without(found, "label") | {"name": found["label"]}, nodes[id])
        events = expected.events(graph)
        self.assertEqual(loaded.number_of_edges(), len(events), name)
        for source, target, found in loaded.edges(data=True):
            wanted = {key: expected.xml_text(value)
                      for key, value in events[source, found["type"], target, found["status"]].items()}
            found = from_text(comparable(without(found, *own)))
            self.assertEqual(plain_lists(found), plain_lists(wanted))

    def test_networkx_reads_graphml(self):
        for name in expected.NAMES:
            loaded = networkx.read_graphml(FOLDER / f"{name}.graphml", force_multigraph=True)
            self.check(name, loaded, ("label", "event"))
            for _, _, key, found in loaded.edges(keys=True, data=True):
                self.assertEqual(key, found["event"])

    def test_networkx_reads_gexf(self):
        for name in expected.NAMES:
            loaded = networkx.read_gexf(FOLDER / f"{name}.gexf", version="1.3")
            self.check(name, loaded, ("label", "id", "weight", "start", "end", "kind"))

    def test_igraph_reads_graphml(self):
        for name in expected.NAMES:
            graph = expected.load(FOLDER, name)
            loaded = igraph.Graph.Read_GraphML(str(FOLDER / f"{name}.graphml"))
            self.assertTrue(loaded.is_directed())
            self.assertEqual((loaded.vcount(), loaded.ecount()), (len(graph["nodes"]), len(graph["links"])), name)
            for vertex in loaded.vs:
                wanted = expected.nodes(graph)[vertex["id"]]
                self.assertEqual(vertex["label"], expected.xml_text(wanted["name"]))
                self.assertEqual(expected.xml_text(json.loads(vertex["aliases"] or "[]")),
                                 expected.xml_text(wanted.get("aliases", [])))
            for edge in loaded.es:
                wanted = expected.events(graph)[loaded.vs[edge.source]["id"], edge["type"], loaded.vs[edge.target]["id"],
                                                edge["status"]]
                self.assertEqual(expected.xml_text(json.loads(edge["quotes"] or "[]")),
                                 expected.xml_text(wanted.get("quotes", [])))
                self.assertEqual(edge["confidence"], wanted["confidence"])

    def test_gexf_has_the_days_of_events(self):
        loaded = networkx.read_gexf(FOLDER / "pact.gexf", version="1.3")
        times = {(s, found["type"], t): (found.get("start"), found.get("end")) for s, t, found in loaded.edges(data=True)}
        self.assertEqual(times["country/JPN", "imposes", "policy/jpn-export-curbs"], ("2019-07-04", "2019-07-04"))
        self.assertEqual(times["country/JPN", "occupies", "country/korea-before-1948"], ("1910-01-01", "1945-12-31"))
        self.assertEqual(times["country/JPN", "party-to", "agreement/general-security-of-military-information-agreement"],
                         ("2016-01-01", None), "still holds")


class Cytoscape(unittest.TestCase):
    def test_has_every_value(self):
        for name in expected.NAMES:
            graph, elements = expected.load(FOLDER, name), json.loads(
                (FOLDER / f"{name}.cyjs").read_text(encoding="utf-8"))["elements"]
            self.assertEqual({node["data"]["id"]: without(node["data"], "value") for node in elements["nodes"]},
                             expected.nodes(graph), name)
            found = {(edge["data"]["source"], edge["data"]["type"], edge["data"]["target"], edge["data"]["status"]):
                     comparable(without(edge["data"], "source", "target", "key", "interaction"))
                     for edge in elements["edges"]}
            self.assertEqual(found, expected.events(graph), name)

    def test_networkx_reads_it(self):
        for name in expected.NAMES:
            graph = expected.load(FOLDER, name)
            loaded = networkx.cytoscape_graph(json.loads((FOLDER / f"{name}.cyjs").read_text(encoding="utf-8")))
            self.assertIsInstance(loaded, networkx.MultiDiGraph)
            self.assertEqual((len(loaded), loaded.number_of_edges()), (len(graph["nodes"]), len(graph["links"])), name)


class LadybugDB(unittest.TestCase):
    def load(self, name):
        database = pathlib.Path(f"{name}.lbdb").resolve()
        for left in pathlib.Path().glob(f"{name}.lbdb*"):
            left.unlink()
        subprocess.run([sys.executable, FOLDER / f"{name}.kuzu/load.py", database], check=True)
        return ladybug.Connection(ladybug.Database(str(database)))

    def rows(self, connection, query):
        result, out = connection.execute(query), []
        while result.has_next():
            out.append(result.get_next())
        return out

    def plain(self, found):
        return {key: value for key, value in found.items() if not key.startswith("_")}

    def test_holds_every_node_edge_and_value(self):
        for name in expected.NAMES:
            graph, connection = expected.load(FOLDER, name), self.load(name)
            found = [self.plain(row[0]) for row in self.rows(connection, "MATCH (n:Entity) RETURN n")]
            self.assertEqual({node["id"]: {key: value for key, value in node.items() if value is not None}
                              for node in found}, expected.csv_texts(expected.nodes(graph), "␀"), name)
            found = {}
            for source, edge, target in self.rows(connection, "MATCH (a:Entity)-[r]->(b:Entity) RETURN a.id, r, b.id"):
                self.assertEqual(edge["_LABEL"], expected.relationship(edge["type"]))
                found[source, edge["type"], target, edge["status"]] = comparable(self.plain(edge))
            self.assertEqual(found, expected.csv_texts(expected.events(graph), "␀"), name)

    def test_answers_a_question(self):
        rows = self.rows(self.load("pact"), "MATCH (a)-[r:SCRAPS {status: 'planned'}]->(b) WHERE r.firstDay >= "
                         "date('2019-08-01') RETURN a.name, b.aliases, r.affected, r.place, r.until, r.about")
        self.assertEqual(rows, [["South Korea", ["GSOMIA"], "country/JPN", None, None,
                                 ["Seoul w", "The Blu", "South K"]]])


class EventTable(unittest.TestCase):
    def load(self, name, **options):
        return pandas.read_csv(FOLDER / f"{name}.events.csv", dtype=str, keep_default_na=False, **options)

    def test_has_a_row_for_each_event_that_is_an_act(self):
        ontology = json.loads((samples.SOURCE / "schemas/ontology.json").read_text(encoding="utf-8"))
        acts = {relation["name"] for relation in ontology["relations"] if not relation.get("lasting")}
        for name in expected.NAMES:
            wanted = [link for link in expected.load(FOLDER, name)["links"]
                      if link["type"] in acts and link["status"] not in ("negated", "hypothetical")]
            table = self.load(name)
            self.assertEqual(len(table), len(wanted), name)
            self.assertEqual(sorted(table["relation"] + table["status"] + table["cameo"] + table["plover"] +
                                    table["goldstein"].map(lambda text: str(float(text))) + table["sources"]),
                             sorted(f"{link['type']}{link['status']}{link['cameo']}{link['plover']}"
                                    f"{float(link['goldstein'])}{link['sources']}" for link in wanted), name)

    def test_has_the_affected_actor_as_target(self):
        row = self.load("small").set_index("relation").loc["scraps"]
        self.assertEqual((row["source_id"], row["target_id"], row["target_country"], row["object_id"], row["quad_class"]),
                         ("country/KOR", "country/JPN", "JPN", "agreement/jpn-kor-pact", "4"))

    def test_runs_no_cell_as_a_formula(self):
        table = self.load("hostile")
        for column in table:
            if column != "goldstein":
                self.assertFalse(table[column].str.startswith(("=", "+", "-", "@", "\t", "\r")).any(), column)


if __name__ == "__main__":
    unittest.main()
