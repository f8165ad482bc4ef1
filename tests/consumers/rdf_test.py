"""rdflib, Oxigraph and raptor read the RDF formats alike, pySHACL takes them and rejects broken ones."""
import functools
import subprocess
import unittest

import pyoxigraph
import pyshacl
import rdf_samples
import rdflib
import samples

FOLDER = rdf_samples.written()
OXIGRAPH = {"ttl": pyoxigraph.RdfFormat.TURTLE, "nt": pyoxigraph.RdfFormat.N_TRIPLES,
            "jsonld": pyoxigraph.RdfFormat.JSON_LD, "trig": pyoxigraph.RdfFormat.TRIG, "nq": pyoxigraph.RdfFormat.N_QUADS}


@functools.cache
def quads(name, suffix):
    """What Oxigraph reads, in order of the file."""
    return list(pyoxigraph.parse(path=FOLDER / f"{name}.{suffix}", format=OXIGRAPH[suffix]))


@functools.cache
def triples(name, suffix):
    return frozenset(quad.triple for quad in quads(name, suffix))


def through_raptor(name, suffix):
    syntax = {"ttl": "turtle", "nt": "ntriples", "trig": "trig", "nq": "nquads"}[suffix]
    base = [] if suffix in ("nt", "nq") else ["https://example.org/"]
    out = subprocess.run(["rapper", "-q", "-i", syntax, "-o", "ntriples", FOLDER / f"{name}.{suffix}", *base],
                         check=True, capture_output=True).stdout
    return frozenset(quad.triple for quad in pyoxigraph.parse(out, format=pyoxigraph.RdfFormat.N_TRIPLES))


def through_rdflib(name, suffix):
    forms = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "trig": "trig", "nq": "nquads"}
    dataset = rdflib.Dataset(default_union=True).parse(FOLDER / f"{name}.{suffix}", format=forms[suffix])
    graph = rdflib.Graph()
    for triple in dataset.triples((None, None, None)):
        graph.add(triple)
    return graph


class Syntaxes(unittest.TestCase):
    def test_say_the_same(self):
        for name in samples.NAMES:
            for suffix in rdf_samples.FORMATS:
                self.assertEqual(triples(name, suffix), triples(name, "nt"), f"{name}.{suffix}")

    def test_say_nothing_twice(self):
        for name in samples.NAMES:
            for suffix in rdf_samples.FORMATS:
                self.assertEqual(len(quads(name, suffix)), len(triples(name, suffix)), f"{name}.{suffix}")

    def test_of_quads_are_the_same_quads_with_only_evidence_in_graphs(self):
        for name in samples.NAMES:
            self.assertEqual(set(quads(name, "nq")), set(quads(name, "trig")), name)
            for quad in quads(name, "nq"):
                named = quad.graph_name != pyoxigraph.DefaultGraph()
                self.assertEqual(named, "/evidence/" in quad.subject.value, quad)
                if named and quad.predicate.value == "http://www.w3.org/ns/prov#wasDerivedFrom":
                    self.assertEqual(quad.graph_name, quad.object)

    def test_have_no_blank_nodes(self):
        for name in samples.NAMES:
            self.assertFalse(any(isinstance(term, pyoxigraph.BlankNode) for triple in triples(name, "nt") for term in triple))

    def test_mean_the_same_to_raptor(self):
        for name in ("small", "pact", "hostile", "world"):
            for suffix in ("ttl", "nt", "trig", "nq"):
                self.assertEqual(through_raptor(name, suffix), triples(name, "nt"), f"{name}.{suffix}")

    def test_mean_the_same_to_rdflib(self):
        for name in ("small", "pact", "hostile"):
            expected = set(through_rdflib(name, "nt"))
            self.assertEqual(len(expected), len(triples(name, "nt")))
            for suffix in rdf_samples.FORMATS:
                self.assertEqual(set(through_rdflib(name, suffix)), expected, f"{name}.{suffix}")


class Shapes(unittest.TestCase):
    def setUp(self):
        self.shapes = rdflib.Graph().parse(rdf_samples.SHAPES)

    def conforms(self, graph):
        result, _, text = pyshacl.validate(graph, shacl_graph=self.shapes)
        return result, text

    def test_hold_of_what_is_written(self):
        for name in ("small", "pact", "empty"):
            conforms, text = self.conforms(through_rdflib(name, "ttl"))
            self.assertTrue(conforms, f"{name}: {text}")

    def test_reject_what_is_broken(self):
        lines = (FOLDER / "small.nt").read_text(encoding="utf-8")
        for what, (taken, put) in rdf_samples.BROKEN.items():
            conforms, _ = self.conforms(rdflib.Graph().parse(data=rdf_samples.broken(lines, taken, put), format="nt"))
            self.assertFalse(conforms, what)


class Questions(unittest.TestCase):
    def test_of_the_page_are_answered_by_oxigraph(self):
        for kind, suffix, answers in (("sparql", "ttl", rdf_samples.ANSWERS), ("sparql-quads", "nq", rdf_samples.QUAD_ANSWERS)):
            store = pyoxigraph.Store()
            store.load(path=FOLDER / f"pact.{suffix}", format=OXIGRAPH[suffix])
            questions = rdf_samples.questions(kind)
            self.assertEqual(len(questions), len(answers))
            for question, (count, first) in zip(questions, answers):
                rows = [tuple(term.value for term in row) for row in store.query(question)]
                self.assertEqual((len(rows), rows[0]), (count, first), question)

    def test_of_quads_lose_an_article_with_its_graph(self):
        store = pyoxigraph.Store()
        store.load(path=FOLDER / "pact.nq", format=OXIGRAPH["nq"])
        question, = rdf_samples.questions("sparql-quads")
        article = next(store.query('SELECT ?a { ?a <http://purl.org/dc/terms/identifier> "c3" }'))["a"]
        store.update(f"DROP GRAPH {article}")
        self.assertEqual(list(store.query(question)), [])


if __name__ == "__main__":
    unittest.main(warnings="ignore")  # of rdflib's about its own names
