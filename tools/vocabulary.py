"""What the world outside reads of the ontology: the JSON-LD context, the RDF vocabulary, the JSON Schemas of our lines and
documents. Called by gen_types.py; every function takes the parsed schemas/ontology.json and returns text."""
import json

PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "http://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "org": "http://www.w3.org/ns/org#",
}

STATUS_COMMENTS = {
    "denied": "A speaker says that it did not, does not or will not happen.",
    "negated": "The narrator says that it did not, does not or will not happen.",
    "ended": "A lasting relation that no longer holds.",
    "planned": "Decided, promised, intended or announced, not yet come.",
    "hypothetical": "Possible, conditional, feared, likely, or demanded of the actor.",
    "asserted": "Happened or holds.",
}

# Terms of other vocabularies that the exports use under names of their own: name, IRI, what values are.
BORROWED = [
    ("label", "rdfs:label", None), ("alias", "skos:altLabel", None), ("sameAs", "owl:sameAs", "@id"),
    ("formerId", "dcterms:replaces", "@id"), ("subject", "rdf:subject", "@id"), ("predicate", "rdf:predicate", "@vocab"),
    ("object", "rdf:object", "@id"), ("derivedFrom", "prov:wasDerivedFrom", "@id"), ("quote", "prov:value", None),
    ("url", "schema:url", "@id"), ("title", "dcterms:title", None), ("identifier", "dcterms:identifier", None),
    ("publisher", "dc:publisher", None), ("published", "dcterms:issued", "xsd:date"),
]

# Properties of our own: name, range ("@vocab": a named value of the vocabulary), on what, what it says, near to.
PROPERTIES = [
    ("iso3", "xsd:string", "Node", "ISO 3166-1 alpha-3 code of the country that it is or belongs to; XKX for Kosovo.", None),
    ("claims", "xsd:integer", "Node", "Claims that it is source or target of.", None),
    ("status", "@vocab", "Statement", "Its standing, a Status.", None),
    ("plover", "@vocab", "Statement", "PLOVER root of the whole statement, a PloverRoot.", None),
    ("quad", "@vocab", "Statement", "Quad class of the root, a Quad.", None),
    ("cameo", "xsd:string", "Statement", "CAMEO 1.1b3 code of the whole statement, with its leading zero.", None),
    ("goldstein", "xsd:decimal", "Statement", "Goldstein score of the CAMEO code, -10 to 10.", None),
    ("confidence", "xsd:decimal", "Statement Evidence",
     "Calibrated probability that actors, direction, relation and status are right, 0 to 1.", None),
    ("date", "xsd:date", "Statement Evidence",
     "When it happened or began: xsd:date, xsd:gYearMonth or xsd:gYear, at the precision known.", "schema:startDate"),
    ("until", "xsd:date", "Statement", "When it ended, at the precision known.", "schema:endDate"),
    ("happening", "@id", "Statement",
     "The statement that stands for one happening told through different representatives: a minister, his state.", None),
    ("office", "xsd:string", "Statement", "The office held, of holdsOfficeIn and spokespersonFor.", "schema:roleName"),
    ("affected", "@id", "Statement", "The actor whom an act on an agreement or policy falls upon.", None),
    ("place", "@id", "Statement", "Where it happened.", "sem:hasPlace"),
    ("sources", "xsd:integer", "Statement", "Independent publishers that report it.", None),
    ("field", "xsd:string", "Evidence", "The part of the document that begin and end count in: title or text.", None),
    ("begin", "xsd:integer", "Evidence", "Where the quote begins, in UTF-8 bytes of the field.", None),
    ("end", "xsd:integer", "Evidence", "Where the quote ends, in UTF-8 bytes of the field, exclusive.", None),
    ("about", "xsd:string", "Evidence", "What the act is over, in the document's words.", None),
    ("aboutNode", "@id", "Evidence", "What the act is over, where that is a node.", "schema:about"),
    ("speaker", "@id", "Evidence", "Who is reported as saying it, where that is a node.", None),
    ("speakerName", "xsd:string", "Evidence", "Name of who is reported as saying it.", None),
    ("by", "xsd:string", "Evidence", "The program or curator that read it, and version.", None),
]

CLASSES = [
    ("Node", "An actor, agreement, policy or place.", None, None),
    ("Statement", "One event or lasting relation as the articles tell it, whatever its standing. Only asserted ones are also "
     "direct triples.", "rdf:Statement", "sem:Event"),
    ("Evidence", "One sentence's support for a statement.", "prov:Entity", None),
    ("Document", "An article as it was published.", "prov:Entity", "schema:NewsArticle"),
    ("Status", "Standing of a statement.", None, None),
    ("PloverRoot", "Root of the PLOVER event ontology (2021, as 15).", None, None),
    ("Quad", "Quad class: verbal or material, cooperation or conflict.", None, None),
]


def pascal(name):
    return "".join(part.capitalize() for part in name.split("-"))


def camel(name):
    text = pascal(name)
    return text[0].lower() + text[1:]


def terms(onto):
    """The context without @base and @vocab, which depend on where the graph lives."""
    out = {"id": "@id", "type": "@type"}
    out.update((prefix, iri) for prefix, iri in PREFIXES.items() if prefix not in ("sem", "org"))
    for name, iri, kind in BORROWED:
        out[name] = {"@id": iri, "@type": kind} if kind else {"@id": iri}
    for name, kind, *_ in PROPERTIES:
        # Strings and integers are what JSON says they are.
        if kind in ("@id", "@vocab", "xsd:decimal", "xsd:date"):
            out[name] = {"@type": kind}
    out.update((camel(r["name"]), {"@type": "@id"}) for r in onto["relations"])
    return out


def without_vocab(onto):
    """The terms as JSON members, for the writer to put behind its own @base and @vocab."""
    return json.dumps(terms(onto), ensure_ascii=False, separators=(",", ":"))[1:-1]


def context(onto):
    document = {"@context": {"@version": 1.1, "@vocab": onto["vocabulary"], **terms(onto)}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def literal(text):
    return json.dumps(text, ensure_ascii=False) + "@en"


def turtle(onto):
    """The vocabulary in Turtle."""
    out = ["# Generated by tools/gen_types.py from schemas/ontology.json; do not edit."]
    out += [f"@prefix {prefix}: <{iri}> ." for prefix, iri in sorted({**PREFIXES, "ent": onto["vocabulary"]}.items())]

    def subject(name, *facts):
        out.append(f"\nent:{name}\n  " + " ;\n  ".join(fact for fact in facts if fact) + " .")

    def iri(text):
        return text if ":" in text and "//" not in text else f"<{text}>"

    def near(text):
        return text and f"skos:closeMatch {iri(text)}"

    def classes(names):
        return ", ".join("ent:" + pascal(n) for n in names)

    out.append(f'\n<{onto["vocabulary"].rstrip("#")}>\n  a owl:Ontology ;\n  dcterms:title "entente"@en ;\n'
               '  rdfs:comment "Who does what to whom among the actors of world politics, as news articles tell it."@en ;\n'
               f'  owl:versionInfo "{onto["version"]}" .')
    for name, comment, parent, match in CLASSES:
        subject(name, "a rdfs:Class, owl:Class", f"rdfs:label {literal(name)}", f"rdfs:comment {literal(comment)}",
                parent and f"rdfs:subClassOf {parent}", near(match))
    for n in onto["nodeTypes"]:
        subject(pascal(n["name"]), "a rdfs:Class, owl:Class", "rdfs:subClassOf ent:Node", f"rdfs:label {literal(n['label'])}",
                f"rdfs:comment {literal(n['comment'])}", near(n["closeMatch"]))
    for r in onto["relations"]:
        subject(camel(r["name"]), "a rdf:Property, owl:ObjectProperty" + (", owl:SymmetricProperty" if r["symmetric"] else ""),
                f"rdfs:label {literal(r['label'])}", f"rdfs:comment {literal(r['comment'])}",
                f"schema:domainIncludes {classes(r['domain'])}", f"schema:rangeIncludes {classes(r['range'])}",
                r.get("inverse") and f"owl:inverseOf ent:{camel(r['inverse'])}",
                r.get("undoneBy") and f"ent:undoneBy ent:{camel(r['undoneBy'])}", near(r.get("closeMatch")))
    subject("undoneBy", "a rdf:Property, owl:AnnotationProperty", 'rdfs:label "undone by"@en',
            'rdfs:comment "The relation whose act takes back the act or state of this one."@en')
    kinds = {"status": "ent:Status", "plover": "ent:PloverRoot", "quad": "ent:Quad", "happening": "ent:Statement"}
    for name, kind, domain, comment, match in PROPERTIES:
        is_object = kind.startswith("@")
        value = kinds.get(name, "ent:Node") if is_object else kind
        # Dates come in three datatypes: the schema.org way to say it.
        values = "xsd:date, xsd:gYearMonth, xsd:gYear" if kind == "xsd:date" else value
        subject(name, "a rdf:Property, owl:" + ("ObjectProperty" if is_object else "DatatypeProperty"),
                f"rdfs:label {literal(name)}", f"rdfs:comment {literal(comment)}",
                f"schema:domainIncludes {classes(domain.split())}", f"schema:rangeIncludes {values}", near(match))
    for status in onto["statuses"]:
        subject(status, "a ent:Status", f"rdfs:label {literal(status)}", f"rdfs:comment {literal(STATUS_COMMENTS[status])}")
    for quad, roots in onto["quads"].items():
        subject(camel(quad), "a ent:Quad", f"rdfs:label {literal(quad.replace('-', ' '))}")
        for root in roots:
            subject(root, "a ent:PloverRoot", f"rdfs:label {literal(root)}", f"skos:broader ent:{camel(quad)}")
    return "\n".join(out) + "\n"


# JSON Schemas, draft 2020-12. Readers ignore what they do not know, so further members are allowed everywhere.

DRAFT = "https://json-schema.org/draft/2020-12/schema"
STRING = {"type": "string"}
ISO3 = {"type": ["string", "null"], "pattern": "^[A-Z]{3}$"}
OFFSET = {"type": "integer", "minimum": 0}
DATE = {"type": "string", "pattern": r"^-?\d{4}(-\d{2}(-\d{2})?)?$"}
PROBABILITY = {"type": "number", "minimum": 0, "maximum": 1}
COUNT = {"type": "integer", "minimum": 0}


def nullable(schema):
    return {"anyOf": [schema, {"type": "null"}]}


def record(required, optional=None):
    return {"type": "object", "required": list(required), "properties": {**required, **(optional or {})}}


def reference(name):
    return {"$ref": f"#/$defs/{name}"}


def definitions(onto, *names):
    node_type = {"enum": [n["name"] for n in onto["nodeTypes"]]}
    end = {"id": nullable(STRING), "type": nullable(node_type), "iso3": ISO3, "name": STRING, "begin": OFFSET, "end": OFFSET}
    every = {
        "nodeType": node_type,
        "relation": {"enum": [r["name"] for r in onto["relations"]]},
        "status": {"enum": onto["statuses"]},
        "plover": {"enum": [root for roots in onto["quads"].values() for root in roots]},
        "quad": {"enum": list(onto["quads"])},
        "cameo": {"enum": list(onto["cameo"])},
        "end": record(end, {"aliases": {"type": "array", "items": STRING}, "parties": {"type": "array", "items": STRING}}),
        "topic": record({"text": STRING, "begin": OFFSET, "end": OFFSET, "id": nullable(STRING)}),
    }
    return {name: every[name] for name in names}


def coding():
    return {"plover": nullable(reference("plover")), "cameo": nullable(reference("cameo")),
            "quad": nullable(reference("quad")), "goldstein": nullable({"type": "number", "minimum": -10, "maximum": 10})}


def schema(name, description, body, defs=None):
    out = {"$schema": DRAFT, "$id": f"https://w3id.org/entente/schemas/{name}.schema.json",
           "$comment": "Generated by tools/gen_types.py from schemas/ontology.json; do not edit.",
           "title": name, "description": description, **body}
    if defs:
        out["$defs"] = defs
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


def claim_schema(onto):
    body = record(
        {"doc": STRING, "field": {"enum": ["title", "text"]}, "sentence": COUNT, "begin": OFFSET, "end": OFFSET,
         "trigger": nullable({"type": "array", "items": OFFSET, "minItems": 2, "maxItems": 2}),
         "type": reference("relation"), "status": reference("status"), **coding(), "confidence": PROBABILITY,
         "date": nullable(DATE), "until": nullable(DATE), "source": reference("end"), "target": reference("end"),
         "affected": nullable(reference("end")), "about": nullable(reference("topic")), "place": nullable(reference("end")),
         "speaker": nullable(reference("end")), "by": nullable(STRING)},
        {"quote": nullable(STRING), "url": nullable(STRING), "publisher": nullable(STRING), "published": nullable(DATE),
         "doc_title": nullable(STRING), "office": nullable(STRING),
         "commitment": nullable({"enum": ["none", "promised", "concluded"]})})
    return schema("claim", "One line of `entente claims`: one relation stated in one sentence.", body,
                  definitions(onto, "nodeType", "relation", "status", "plover", "quad", "cameo", "end", "topic"))


def mention_schema(onto):
    body = record({"doc": STRING, "field": {"enum": ["title", "text"]}, "begin": OFFSET, "end": OFFSET, "text": STRING,
                   "kind": {"enum": ["name", "nominal", "pronoun"]}, "type": nullable(reference("nodeType")),
                   "entity": nullable(STRING), "iso3": ISO3})
    body["if"] = {"properties": {"kind": {"const": "name"}}}
    body["then"] = {"properties": {"entity": STRING}}
    return schema("mention", "One line of `entente mentions`: a name, or what else was resolved.", body,
                  definitions(onto, "nodeType"))


def article_schema(_):
    body = record({"text": STRING}, {"id": nullable(STRING), "url": nullable(STRING), "title": nullable(STRING),
                                     "date": nullable(STRING), "source": nullable(STRING), "language": nullable(STRING)})
    return schema("article", "One line of articles in JSON Lines: `date` is the publication date, ISO 8601.", body)


def node_link_schema(onto):
    node = record({"id": STRING, "type": reference("nodeType"), "label": STRING, "aliases": {"type": "array", "items": STRING},
                   "iso3": ISO3, "wikidata": nullable({"type": "string", "pattern": r"^Q\d+$"}), "claims": COUNT},
                  {"formerIds": {"type": "array", "items": STRING}})
    evidence = record(
        {"doc": STRING, "url": nullable(STRING), "field": {"enum": ["title", "text"]}, "begin": OFFSET, "end": OFFSET,
         "quote": STRING, "about": nullable(reference("topic")), "place": nullable(reference("end")),
         "speaker": nullable(reference("end")), "date": nullable(DATE), "confidence": PROBABILITY, "by": nullable(STRING)},
        {"affected": nullable(reference("end")), "publisher": nullable(STRING), "published": nullable(DATE)})
    link = record(
        {"source": STRING, "target": STRING, "key": {"type": "string", "pattern": "^[a-z-]+/[a-z]+$"},
         "type": reference("relation"), "status": reference("status"), **coding(), "affected": nullable(STRING),
         "date": nullable(DATE), "until": nullable(DATE), "confidence": PROBABILITY, "claims": COUNT, "sources": COUNT,
         "office": nullable(STRING), "evidence": {"type": "array", "items": reference("evidence")}})
    body = record({"entente": {"const": 1}, "directed": {"const": True}, "multigraph": {"const": True},
                   "graph": {"type": "object"}, "nodes": {"type": "array", "items": reference("node")},
                   "links": {"type": "array", "items": reference("link")}})
    defs = {"node": node, "link": link, "evidence": evidence,
            **definitions(onto, "nodeType", "relation", "status", "plover", "quad", "cameo", "end", "topic")}
    return schema("node_link", "A graph in node-link JSON, as NetworkX and d3 read it.", body, defs)


SCHEMAS = {"claim.schema.json": claim_schema, "mention.schema.json": mention_schema, "article.schema.json": article_schema,
           "node_link.schema.json": node_link_schema}
