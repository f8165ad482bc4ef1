"""Apache Jena reads the RDF formats without complaint, its SHACL validates them, and a Fuseki answers the page's questions."""
import contextlib
import json
import pathlib
import socket
import subprocess
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request

import java_programs
import pyoxigraph
import rdf_samples
import samples

CLASS_PATH = java_programs.class_path("jena")
FOLDER = rdf_samples.written()
MEDIA = {"ttl": "text/turtle", "nt": "application/n-triples", "nq": "application/n-quads"}
CONFIGURATION = """
PREFIX fuseki: <http://jena.apache.org/fuseki#>
PREFIX ja: <http://jena.hpl.hp.com/2005/11/Assembler#>
<#service> a fuseki:Service ; fuseki:name "graph" ; fuseki:dataset <#dataset> ;
  fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "sparql" ] ;
  fuseki:endpoint [ fuseki:operation fuseki:gsp-rw ; fuseki:name "data" ] ;
  fuseki:endpoint [ fuseki:operation fuseki:shacl ; fuseki:name "shacl" ] .
<#dataset> a ja:MemoryDataset .
"""


def java(*arguments):
    return ["java", "-Xmx1g", "-XX:TieredStopAtLevel=1", "-cp", CLASS_PATH, *map(str, arguments)]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Fuseki:
    """A server on loopback with one dataset in memory."""

    def __init__(self, stack):
        configuration = pathlib.Path("fuseki.ttl")
        configuration.write_text(CONFIGURATION, encoding="utf-8")
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        log = stack.enter_context(open("fuseki.log", "wb"))
        process = subprocess.Popen(java("org.apache.jena.fuseki.main.cmds.FusekiMainCmd", "--localhost", f"--port={port}",
                                        "--ping", f"--conf={configuration}"), stdout=log, stderr=log)
        stack.callback(process.wait)
        stack.callback(process.terminate)
        for _ in range(300):
            if process.poll() is not None:
                break
            with contextlib.suppress(OSError):
                urllib.request.urlopen(self.url + "/$/ping").close()
                return
            time.sleep(0.2)
        raise RuntimeError(pathlib.Path("fuseki.log").read_text(encoding="utf-8"))

    def _send(self, method, path, media, data, accept="*/*"):
        request = urllib.request.Request(self.url + path, data, {"Content-Type": media, "Accept": accept}, method=method)
        with urllib.request.urlopen(request) as response:
            return response.read()

    def put(self, data, suffix):
        place = "/graph/data" + ("" if suffix == "nq" else "?default")
        self._send("PUT", place, MEDIA[suffix], data)

    def query(self, text):
        answer = json.loads(self._send("POST", "/graph/sparql", "application/sparql-query", text.encode(),
                                       "application/sparql-results+json"))
        return [tuple(row[name]["value"] for name in answer["head"]["vars"]) for row in answer["results"]["bindings"]]

    def conforms(self):
        report = self._send("POST", "/graph/shacl?graph=default", "text/turtle", rdf_samples.SHAPES.read_bytes(),
                            "application/n-triples")
        conforms = [quad.object.value for quad in pyoxigraph.parse(report, format=pyoxigraph.RdfFormat.N_TRIPLES)
                    if quad.predicate.value == "http://www.w3.org/ns/shacl#conforms"]
        return conforms == ["true"]


class Riot(unittest.TestCase):
    def test_reads_all_formats_strictly_and_the_same_in_all(self):
        read = {}
        for suffix in rdf_samples.FORMATS:
            files = [FOLDER / f"{name}.{suffix}" for name in samples.NAMES]
            done = subprocess.run(java("riotcmd.riot", "--strict", "--check", "--out=nquads", *files), capture_output=True)
            lines = done.stdout.decode().splitlines()
            complaints = [line for line in lines + done.stderr.decode().splitlines() if "ERROR" in line or "WARN" in line]
            self.assertEqual((done.returncode, complaints), (0, []), suffix)
            quads = "\n".join(line for line in lines if line.startswith("<"))
            read[suffix] = set(pyoxigraph.parse(quads, format=pyoxigraph.RdfFormat.N_QUADS))
        for suffix in rdf_samples.TRIPLES:
            self.assertEqual(read[suffix], read["nt"], suffix)
        self.assertEqual(read["trig"], read["nq"])
        self.assertEqual({quad.triple for quad in read["nq"]}, {quad.triple for quad in read["nt"]})


class Server(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        stack = contextlib.ExitStack()
        cls.addClassCleanup(stack.close)
        cls.server = Fuseki(stack)

    def test_answers_the_questions_of_the_page(self):
        for kind, suffix, answers in (("sparql", "ttl", rdf_samples.ANSWERS), ("sparql-quads", "nq", rdf_samples.QUAD_ANSWERS)):
            self.server.put((FOLDER / f"pact.{suffix}").read_bytes(), suffix)
            for question, (count, first) in zip(rdf_samples.questions(kind), answers):
                rows = self.server.query(question)
                self.assertEqual((len(rows), rows[0]), (count, first), question)

    def test_finds_that_the_shapes_hold(self):
        for name in ("small", "pact", "world", "empty"):
            self.server.put((FOLDER / f"{name}.ttl").read_bytes(), "ttl")
            self.assertTrue(self.server.conforms(), name)

    def test_finds_what_is_broken(self):
        lines = (FOLDER / "small.nt").read_text(encoding="utf-8")
        for what, (taken, put) in rdf_samples.BROKEN.items():
            self.server.put(rdf_samples.broken(lines, taken, put).encode(), "nt")
            self.assertFalse(self.server.conforms(), what)


if __name__ == "__main__":
    unittest.main()
