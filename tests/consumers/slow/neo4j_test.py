"""A Neo4j server holds what the graph holds after neo4j-admin has imported the folder, and after cypher-shell has run the
statements, once and twice."""
import os
import pathlib
import shutil
import socket
import subprocess
import time
import unittest

import java_programs
import neo4j
import property_samples as expected
import samples

CLASS_PATH = java_programs.class_path("neo4j")
FOLDER = samples.written("node-link", "neo4j", "cypher")
HOME = pathlib.Path("server").resolve()
# Not told by node-link JSON.
MORE = {"id", "happening", "evidence", "titles", "firstDay", "lastDay", "place", "speakerIds"}


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def java(*arguments):
    return ["java", "-Xmx1g", "-cp", CLASS_PATH, *map(str, arguments)]


class Server:
    """A server with the one database "neo4j", in a folder of its own."""

    def __init__(self):
        shutil.rmtree(HOME, ignore_errors=True)
        (HOME / "conf").mkdir(parents=True)
        (HOME / "bin").mkdir()
        self.address = f"bolt://127.0.0.1:{free_port()}"
        (HOME / "conf/neo4j.conf").write_text(
            "dbms.security.auth_enabled=false\nserver.http.enabled=false\ndbms.usage_report.enabled=false\n"
            f"server.bolt.listen_address={self.address.removeprefix('bolt://')}\nserver.memory.pagecache.size=64m\n")
        admin = HOME / "bin/neo4j-admin"
        admin.write_text(f"#!/bin/sh\nexport NEO4J_CONF={HOME}/conf\n"
                         f"exec java -Xmx1g -cp '{CLASS_PATH}' org.neo4j.cli.AdminTool \"$@\"\n")
        admin.chmod(0o755)

    def load(self, folder):
        """By the script in the folder, as people do."""
        done = subprocess.run(["sh", folder / "import.sh"], env={**os.environ, "NEO4J_HOME": str(HOME)},
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(done.stdout[-2000:] + done.stderr[-2000:])
        return done.stdout

    def __enter__(self):
        with open(HOME / "log", "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                java("org.neo4j.server.CommunityEntryPoint", f"--home-dir={HOME}", f"--config-dir={HOME}/conf"),
                stdout=log, stderr=subprocess.STDOUT)
        self.driver = neo4j.GraphDatabase.driver(self.address, auth=None)
        for _ in range(240):
            if self.process.poll() is not None:
                break
            try:
                self.driver.verify_connectivity()
                return self
            except neo4j.exceptions.DriverError:
                time.sleep(0.5)
        self.__exit__()
        raise AssertionError((HOME / "log").read_text(encoding="utf-8")[-3000:])

    def __exit__(self, *_):
        self.driver.close()
        self.process.terminate()
        self.process.wait(60)

    def run(self, query):
        return self.driver.execute_query(query).records

    def shell(self, file):
        subprocess.run(java("org.neo4j.shell.Main", "-a", self.address, "--fail-fast", "-f", file), check=True,
                       capture_output=True)

    def nodes(self):
        return {row["p"]["id"]: (set(row["l"]), row["p"])
                for row in self.run("MATCH (n) RETURN labels(n) AS l, properties(n) AS p")}

    def events(self):
        return {(row["s"], row["p"]["type"], row["t"], row["p"]["status"]): (row["k"], row["p"]) for row in self.run(
            "MATCH (a)-[r]->(b) RETURN a.id AS s, type(r) AS k, properties(r) AS p, b.id AS t")}

    def relationships(self):
        return self.run("MATCH ()-[r]->() RETURN count(r) AS n")[0]["n"]


class Neo4j(unittest.TestCase):
    maxDiff = 2000

    def check(self, server, name, held=lambda things: things):
        """The server holds the sample, with texts as `held` says. Returns what it holds."""
        graph = expected.load(FOLDER, name)
        nodes, events = server.nodes(), server.events()
        self.assertEqual({id: found for id, (_, found) in nodes.items()}, held(expected.nodes(graph)), name)
        for labels, found in nodes.values():
            self.assertEqual(labels, {"Entity", found["type"].capitalize()})
        self.assertEqual(server.relationships(), len(graph["links"]), name)
        self.assertEqual({key: {k: v for k, v in found.items() if k not in MORE} for key, (_, found) in events.items()},
                         held(expected.events(graph)), name)
        for kind, found in events.values():
            self.assertEqual(kind, expected.relationship(found["type"]))
        return nodes, events

    def test_holds_the_graph(self):
        server = Server()
        imported = {}
        for name in ("pact", "awkward"):
            report = server.load(FOLDER / f"{name}.neo4j")
            self.assertIn("IMPORT DONE", report)
            with server:
                imported[name] = self.check(server, name, expected.csv_texts)
                server.shell(FOLDER / f"{name}.neo4j/constraints.cypher")
                if name == "pact":
                    self.answers_questions(server)
                    continue
                for other in ("hostile", "awkward", "pact", "world"):
                    server.run("MATCH (n) DETACH DELETE n")
                    server.shell(FOLDER / f"{other}.cypher")
                    once = self.check(server, other)
                    server.run("MATCH (n:Entity) SET n.note = 'mine'")
                    server.shell(FOLDER / f"{other}.cypher")
                    self.assertEqual(len(server.run("MATCH (n:Entity {note: 'mine'}) RETURN n")), len(once[0]))
                    server.run("MATCH (n) REMOVE n.note")
                    self.assertEqual(self.check(server, other), once, "the same again")
                    if other == "pact":
                        self.assertEqual(once, imported[other], "as the folder says")
                self.brings_up_to_date(server)

    def answers_questions(self, server):
        row = server.run("MATCH (a:Country)-[r:SCRAPS {status: 'planned'}]->(b:Agreement) WHERE r.firstDay = "
                         "date('2019-08-22') RETURN a.name, b.aliases, r.affected, r.goldstein, size(r.quotes)")[0]
        self.assertEqual(list(row), ["South Korea", ["GSOMIA"], "country/JPN", -4.0, 3])
        constraints = server.run("SHOW CONSTRAINTS")
        self.assertIn("entente_entity_id", [row["name"] for row in constraints])

    def brings_up_to_date(self, server):
        """What the graph no longer says of a node goes, an official who was a person is one no more."""
        server.run("MATCH (n) DETACH DELETE n")
        server.run("CREATE (:Entity:Person {id: 'person/taro-kono', iso3: 'XXX', wikidata: 'Q1', note: 'mine'})")
        server.shell(FOLDER / "pact.cypher")
        labels, found = server.nodes()["person/taro-kono"]
        self.assertEqual(labels, {"Entity", "Official"})
        self.assertEqual((found["iso3"], found.get("wikidata"), found["note"]), ("JPN", None, "mine"))


if __name__ == "__main__":
    unittest.main()
