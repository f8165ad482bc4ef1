"""The npm jsonld processor and rdflib read the JSON-LD alike, and find in it what node-link JSON says of the graph."""
import functools
import json
import pathlib
import subprocess
import unittest

import rdflib
import samples
from rdflib import OWL, RDF, XSD
from rdflib.compare import isomorphic

FOLDER = samples.written("jsonld", "node-link")
BASE = "https://w3id.org/entente/"
ENT = rdflib.Namespace(BASE + "ns#")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
subprocess.run(["node", pathlib.Path(__file__).with_name("jsonld_to_nquads.js"),
                *(FOLDER / f"{name}.jsonld" for name in samples.NAMES)], check=True)


@functools.cache
def load(name, suffix="jsonld"):
    forms = {"jsonld": "json-ld", "nq": "nt"}
    return rdflib.Graph().parse(FOLDER / f"{name}.{suffix}", format=forms[suffix])


def node_link(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def camel(name):
    head, *rest = name.split("-")
    return head + "".join(part.capitalize() for part in rest)


def direct(graph, relations):
    return {(str(s), str(ENT[p]), str(o)) for p in relations for s, o in graph.subject_objects(ENT[p])}


ONTOLOGY = json.loads((samples.SOURCE / "schemas/ontology.json").read_text(encoding="utf-8"))
RELATIONS = [camel(relation["name"]) for relation in ONTOLOGY["relations"]]


class JsonLd(unittest.TestCase):
    def test_means_the_same_to_both_processors(self):
        for name in ("small", "pact", "hostile"):
            self.assertTrue(isomorphic(load(name), load(name, "nq")), name)
        self.assertEqual(len(load("world")), len(load("world", "nq")))

    def test_has_a_direct_triple_for_each_asserted_edge_and_no_other(self):
        for name in ("small", "pact", "world"):
            expected = {(BASE + link["source"], str(ENT[camel(link["type"])]), BASE + link["target"])
                        for link in node_link(name)["links"] if link["status"] == "asserted"}
            self.assertEqual(direct(load(name), RELATIONS), expected, name)

    def test_has_a_statement_for_each_event_with_evidence(self):
        for name in ("pact", "world"):
            graph, links = load(name), node_link(name)["links"]
            statements = set(graph.subjects(RDF.type, RDF.Statement))
            self.assertEqual(len(statements), len(links), name)
            self.assertEqual({(str(graph.value(s, RDF.subject)), str(graph.value(s, RDF.predicate)),
                               str(graph.value(s, RDF.object)), str(graph.value(s, ENT.status))) for s in statements},
                             {(BASE + link["source"], str(ENT[camel(link["type"])]), BASE + link["target"],
                               str(ENT[link["status"]])) for link in links}, name)
            for statement in statements:
                for evidence in graph.objects(statement, PROV.wasDerivedFrom):
                    self.assertIn((evidence, RDF.type, PROV.Entity), graph)
                    self.assertIsNotNone(graph.value(evidence, PROV.value))
                    self.assertIsNotNone(graph.value(evidence, PROV.wasDerivedFrom))

    def test_has_no_blank_nodes_and_only_declared_terms(self):
        vocabulary = rdflib.Graph().parse(samples.SOURCE / "schemas/entente.ttl")
        declared = set(vocabulary.subjects())
        for name in samples.NAMES:
            for triple in load(name):
                for term in triple:
                    self.assertNotIsInstance(term, rdflib.BNode)
                    if str(term).startswith(ENT) and not isinstance(term, rdflib.Literal):
                        self.assertIn(term, declared)

    def test_says_dates_at_their_precision_and_numbers_as_decimals(self):
        graph = load("pact")
        dates = {d.datatype for d in graph.objects(None, ENT.date)}
        self.assertEqual(dates, {XSD.date, XSD.gYear})
        self.assertEqual({c.datatype for c in graph.objects(None, ENT.confidence)}, {XSD.decimal})

    def test_answers_a_question_in_sparql(self):
        rows = load("pact").query("""
            PREFIX ent: <https://w3id.org/entente/ns#> PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX dc: <http://purl.org/dc/elements/1.1/>
            SELECT DISTINCT ?publisher WHERE {
              ?statement rdf:predicate ent:scraps ; ent:status ent:planned ; prov:wasDerivedFrom ?evidence .
              ?evidence prov:wasDerivedFrom/dc:publisher ?publisher } ORDER BY ?publisher""")
        self.assertEqual([str(row.publisher) for row in rows], ["Example Times", "Example Wire", "Harbour Post"])

    def test_links_to_wikidata_only_by_item(self):
        self.assertIn((rdflib.URIRef(BASE + "country/JPN"), OWL.sameAs,
                       rdflib.URIRef("http://www.wikidata.org/entity/Q17")), load("pact"))
        self.assertEqual(list(load("hostile").objects(None, OWL.sameAs)), [])


if __name__ == "__main__":
    unittest.main()
