"""The hand-made graphs in RDF, graphs that are broken, and the questions of docs/formats/rdf.md."""
import re

import samples

FORMATS = {"ttl": "turtle", "nt": "ntriples", "jsonld": "jsonld", "trig": "trig", "nq": "nquads"}
TRIPLES, QUADS = ("ttl", "nt", "jsonld"), ("trig", "nq")
PREFIXES = {"ent": "https://w3id.org/entente/ns#", "": "https://w3id.org/entente/",
            "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "xsd": "http://www.w3.org/2001/XMLSchema#"}
SHAPES = samples.SOURCE / "schemas/shapes.ttl"

# What breaks the small graph: what is taken from it, what is put in its place, in Turtle's short form.
STATEMENT = ":event/733f46259fe8eb64"
BROKEN = {
    "a status that is none": (f"{STATEMENT} ent:status ent:asserted", f"{STATEMENT} ent:status ent:perhaps"),
    "no status": (f"{STATEMENT} ent:status ent:asserted", ""),
    "two subjects": ("", f"{STATEMENT} rdf:subject :country/KOR"),
    "a relation that is none": (f"{STATEMENT} rdf:predicate ent:criticizes", f"{STATEMENT} rdf:predicate ent:likes"),
    "an agreement that criticizes": (f"{STATEMENT} rdf:subject :country/JPN",
                                     f"{STATEMENT} rdf:subject :agreement/jpn-kor-pact"),
    "a country that is scrapped": (":event/1484d5ee29d043a3 rdf:object :agreement/jpn-kor-pact",
                                   ":event/1484d5ee29d043a3 rdf:object :country/JPN"),
    "a planned act as a bare fact": ("", ":country/KOR ent:scraps :agreement/jpn-kor-pact"),
    "an asserted act without direct triple": (":country/JPN ent:criticizes :country/KOR", ""),
    "confidence beyond 1": (f'{STATEMENT} ent:confidence "0.91"^^xsd:decimal',
                            f'{STATEMENT} ent:confidence "1.91"^^xsd:decimal'),
    "a date that is a string": ('ent:date "2019-08-22"^^xsd:date', 'ent:date "2019-08-22"'),
    "a node without name": (':country/JPN rdfs:label "Japan"', ""),
    "an end before its begin": (':evidence/84d405fedb0e237a ent:end "350"^^xsd:integer',
                                ':evidence/84d405fedb0e237a ent:end "35"^^xsd:integer'),
    "evidence of no document": (":document/f55ff16f66f43360 rdf:type ent:Document", ""),
}


def written():
    return samples.written(*FORMATS.values())


def spelled(text):
    """N-Triples of the short form."""
    def iri(match):
        return f"<{PREFIXES[match[1]]}{match[2]}>"
    outside = re.split(r'("[^"]*")', text)
    outside[::2] = (re.sub(r"(\w*):([\w/-]+)", iri, part) for part in outside[::2])
    return "".join(outside)


def broken(ntriples, taken, put):
    """The text with one triple replaced by another; "" is none."""
    if taken:
        assert spelled(taken) + " .\n" in ntriples, taken
        return ntriples.replace(spelled(taken) + " .\n", spelled(put) + " .\n" if put else "")
    return ntriples + spelled(put) + " .\n"


def questions(kind):
    """The queries of the page: kind is sparql or sparql-quads."""
    page = (samples.SOURCE / "docs/formats/rdf.md").read_text(encoding="utf-8")
    prefixes = re.search(r"```sparql-prefixes\n(.*?)```", page, re.S)[1]
    return [prefixes + query for query in re.findall(rf"```{kind}\n(.*?)```", page, re.S)]


# Answers on the pact graph, in the order of the page: how many rows, and the first.
ANSWERS = [
    (4, ("Japan", "South Korea")),
    (3, ("South Korea", "General Security of Military Information Agreement", "Example Times",
         "Seoul will let the accord on sharing military secrets run out.")),
    (2, ("KOR", "JPN", "3")),
    (3, ("South Korea", PREFIXES["ent"] + "scraps", "General Security of Military Information Agreement",
         PREFIXES["ent"] + "planned", "3")),
    (3, ("Kang Kyung-wha", "foreign minister", "South Korea")),
]
QUAD_ANSWERS = [(2, ("Two neighbours, one pact", "Example Wire", PREFIXES["ent"] + "asserted",
                     'Japan was "deeply disappointed".'))]
