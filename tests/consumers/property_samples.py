"""What a property graph must hold of the hand-made graphs, told from their node-link JSON: each link has one event there."""
import json

import samples

NAMES = [*samples.NAMES, "awkward"]
LISTS = {"documents": "doc", "urls": "url", "publishers": "publisher", "published": "published", "fields": "field",
         "spanBegins": "begin", "spanEnds": "end", "quotes": "quote", "confidences": "confidence", "readBy": "by"}


def load(folder, name):
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def nodes(graph):
    """Properties by id, without those that are absent."""
    out = {}
    for node in graph["nodes"]:
        found = {"id": node["id"], "name": node["label"], **{key: node[key] for key in
                 ("type", "aliases", "formerIds", "iso3", "wikidata", "claims")}}
        out[node["id"]] = {key: value for key, value in found.items() if value not in (None, [])}
    return out


def events(graph):
    """Properties by (source, type, target, status), without id and happening and those that are absent."""
    out = {}
    for link in graph["links"]:
        found = {key: link[key] for key in ("type", "status", "plover", "cameo", "quad", "goldstein", "date", "until",
                                            "confidence", "sources", "claims", "office", "affected")}
        evidence = link["evidence"]
        for name, member in LISTS.items():
            found[name] = [row[member] if row[member] is not None else "" for row in evidence]
        found["about"] = [row["about"]["text"] if row["about"] else "" for row in evidence]
        found["speakers"] = [row["speaker"]["name"] if row["speaker"] else "" for row in evidence]
        out[link["source"], link["type"], link["target"], link["status"]] = {
            key: value for key, value in found.items()
            if value is not None and not (isinstance(value, list) and all(item == "" for item in value))}
    return out


def relationship(name):
    """HOLDS_OFFICE_IN of holds-office-in."""
    return name.upper().replace("-", "_")


def xml_text(value):
    """As XML can hold it: what it cannot is U+FFFD."""
    if isinstance(value, list):
        return [xml_text(item) for item in value]
    if not isinstance(value, str):
        return value
    return "".join("\ufffd" if (c < " " and c not in "\t\n\r") or c in "\ufffe\uffff" else c for c in value)


def csv_text(value, empty=None):
    """As the CSV of bulk loaders can hold it: NUL, and in lists U+241F, are U+FFFD. empty: what stands for no element."""
    if isinstance(value, list):
        return ["" if item == empty else csv_text(item).replace("\u241f", "\ufffd") if isinstance(item, str) else item
                for item in value]
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def csv_texts(things, empty=None):
    """The same of all properties of nodes or events."""
    return {key: {name: csv_text(value, empty) for name, value in found.items()} for key, found in things.items()}
