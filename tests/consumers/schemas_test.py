"""The JSON Schemas hold of what is written and of the ontology, and reject what is broken; rdflib reads the vocabulary."""
import copy
import json
import unittest

import jsonschema
import rdflib
import samples
from rdflib import OWL, RDF, RDFS

FOLDER = samples.written("node-link")
SCHEMAS = samples.SOURCE / "schemas"
ONTOLOGY = json.loads((SCHEMAS / "ontology.json").read_text(encoding="utf-8"))
ENT = rdflib.Namespace(ONTOLOGY["vocabulary"])


def validator(name):
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def camel(name):
    head, *rest = name.split("-")
    return head + "".join(part.capitalize() for part in rest)


# The claim of the public interface.
CLAIM = json.loads("""{"doc": "a1", "field": "text", "sentence": 12, "begin": 1737, "end": 1860, "trigger": [1776, 1786],
 "type": "criticizes", "status": "asserted", "plover": "ACCUSE", "cameo": "111", "quad": "verbal-conflict",
 "goldstein": -2.0, "confidence": 0.93, "date": "2019-08-22", "until": null,
 "source": {"id": "person/taro-kono", "type": "official", "iso3": "JPN", "name": "Taro Kono", "begin": 1765, "end": 1774},
 "target": {"id": "country/KOR", "type": "country", "iso3": "KOR", "name": "South Korea", "begin": 1787, "end": 1792},
 "affected": null, "about": {"text": "mixing the controls with security", "begin": 1806, "end": 1853, "id": null},
 "place": null, "speaker": null, "by": "entente 0.1.0"}""")
MENTION = {"doc": "a1", "field": "text", "begin": 1787, "end": 1792, "text": "Seoul", "kind": "name", "type": "country",
           "entity": "country/KOR", "iso3": "KOR"}


class Schemas(unittest.TestCase):
    def test_hold_of_the_ontology(self):
        validator("ontology").validate(ONTOLOGY)
        broken = copy.deepcopy(ONTOLOGY)
        broken["relations"][0]["polarity"] = 2
        self.assertFalse(validator("ontology").is_valid(broken))
        del broken["relations"][0]["coding"]
        self.assertFalse(validator("ontology").is_valid(broken))

    def test_hold_of_node_link_json(self):
        for name in samples.NAMES:
            text = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
            # A wikidata item that is none was put there on purpose.
            for node in text["nodes"] if name == "hostile" else []:
                node["wikidata"] = None
            validator("node_link").validate(text)
        text["links"] = [{"source": "a", "target": "b"}]
        self.assertFalse(validator("node_link").is_valid(text))

    def test_hold_of_lines(self):
        validator("claim").validate(CLAIM)
        validator("mention").validate(MENTION)
        validator("article").validate({"text": "x", "date": None, "more": 1})
        for broken in ({"type": "befriends"}, {"confidence": 1.2}, {"begin": -1}, {"cameo": "999"}, {"date": "Thursday"},
                       {"source": None}):
            self.assertFalse(validator("claim").is_valid({**CLAIM, **broken}), broken)
        self.assertFalse(validator("mention").is_valid({**MENTION, "entity": None}), "a name always has an entity")
        self.assertTrue(validator("mention").is_valid({**MENTION, "kind": "pronoun", "entity": None}))
        self.assertFalse(validator("article").is_valid({"title": "x"}))


class Vocabulary(unittest.TestCase):
    def setUp(self):
        self.graph = rdflib.Graph().parse(SCHEMAS / "entente.ttl")

    def test_declares_every_kind_and_relation(self):
        for kind in ONTOLOGY["nodeTypes"]:
            self.assertIn((ENT[kind["name"].capitalize()], RDFS.subClassOf, ENT.Node), self.graph)
        for relation in ONTOLOGY["relations"]:
            name = ENT[camel(relation["name"])]
            self.assertEqual(str(self.graph.value(name, RDFS.label)), relation["label"])
            self.assertEqual((name, RDF.type, OWL.SymmetricProperty) in self.graph, relation["symmetric"])
        for status in ONTOLOGY["statuses"]:
            self.assertIn((ENT[status], RDF.type, ENT.Status), self.graph)

    def test_has_a_context_of_the_same_terms(self):
        context = json.loads((SCHEMAS / "context.jsonld").read_text(encoding="utf-8"))["@context"]
        declared = {str(s)[len(ENT):] for s in self.graph.subjects() if str(s).startswith(ENT)}
        own = {term for term, value in context.items() if isinstance(value, dict) and "@id" not in value}
        self.assertLessEqual(own, declared)
        self.assertLessEqual({camel(relation["name"]) for relation in ONTOLOGY["relations"]}, own)


if __name__ == "__main__":
    unittest.main()
