#!/usr/bin/env python3
"""Speed and memory of every output format over a made-up graph, beside programs that do the like, in one run.

    bench/export.py [--build build] [--edges 1000000] [--store-edges 100000] [--drawn-edges 200]

Needs a build with -DENTENTE_BENCH=ON; serdi (Debian package) and dot; for jsonld.js what `tools/setup check` installs.
Rows of the first table: a format from a graph in memory, in a process of its own; output goes nowhere; the fastest of
--repeat runs. `graph` is the memory that the graph takes, `beyond` what writing adds at its peak; `beyond/10` is that
for a graph of a tenth of the edges. Rows of the second: other programs, from files. Third: `entente export` from a
store. Last lines: the ratios that the project promises."""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parent.parent
RDF = ("turtle", "ntriples", "nquads", "trig", "jsonld")
DRAWN = ("svg", "png", "pdf")


def measure(program, name, edges, repeat, file=None):
    """Edges, seconds, bytes, lines, kilobytes of the graph and beyond; None where the format cannot hold the graph."""
    command = [program, name, str(edges), str(repeat), *([str(file)] if file else [])]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        print(f"{name}, {edges} edges: {done.stderr.strip()}", file=sys.stderr)
        return None
    numbers = done.stdout.split()
    return [float(number) for number in numbers]


def timed(command, output=os.devnull, cwd=None):
    """Seconds and peak megabytes."""
    begin = time.monotonic()
    child = os.posix_spawnp(command[0], [str(part) for part in command], os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, str(output), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)])
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command} failed")
    return time.monotonic() - begin, usage.ru_maxrss / 1024


def rate(number):
    return f"{number / 1e6:.2f} M" if number >= 1e6 else f"{number / 1e3:.1f} k"


def own_rows(args, program, folder):
    """Prints the first table. Triples a second by format, and triples of an edge."""
    print("| format | edges | edges/s | triples/s | MB/s | graph MB | beyond MB | beyond/10 MB |\n"
          "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    names = [line.split("\t")[0] for line in subprocess.check_output([program, "--formats"], text=True).splitlines()]
    rates, triples = {}, 0
    for name in sorted(names, key=lambda name: name != "ntriples"):
        edges = args.drawn_edges if name in DRAWN else args.edges
        figures = measure(program, name, edges, args.repeat, folder / "graph.nt" if name == "ntriples" else None)
        tenth = measure(program, name, max(edges // 10, 10), 1)
        if figures is None or tenth is None:
            continue
        edges, seconds, size, lines, graph, beyond = figures
        if name == "ntriples":
            triples = lines / edges
        rates[name] = triples * edges / seconds
        print(f"| {name} | {edges:.0f} | {rate(edges / seconds)} | {rate(rates[name]) if name in RDF else ''} | "
              f"{size / seconds / 1e6:.1f} | {graph / 1024:.0f} | {beyond / 1024:.1f} | {tenth[5] / 1024:.1f} |", flush=True)
    return rates, triples


def peer_rows(args, program, folder, triples):
    """Prints the second table. Triples a second by peer."""
    print("\n| peer | of | a second | peak MB |\n| --- | --- | ---: | ---: |", flush=True)
    rates = {}

    def row(name, unit, amount, command):
        seconds, megabytes = min(timed(command) for _ in range(args.repeat))
        rates[name] = amount / seconds
        print(f"| {name} | {unit} | {rate(rates[name])} | {megabytes:.0f} |", flush=True)

    for syntax in ("turtle", "ntriples"):
        row(f"serdi nt→{syntax}", "triples", triples * args.edges, ["serdi", "-b", "-i", "ntriples", "-o", syntax,
                                                                    folder / "graph.nt"])
    measure(program, "dot", args.dot_edges, 1, folder / "graph.dot")
    row("dot -Tcanon", f"edges ({args.dot_edges} edges)", args.dot_edges, ["dot", "-Tcanon", folder / "graph.dot"])
    tools = args.build / "tools"
    node = tools / "venv/bin/node"
    if node.exists():
        small = folder / "small.jsonld"
        measure(program, "jsonld", args.peer_edges, 1, small)
        done = subprocess.run([node, "--max-old-space-size=8192", SOURCE / "bench/jsonld_peer.js", small], check=True,
                              capture_output=True, text=True, env={**os.environ, "NODE_PATH": str(tools / "node_modules")})
        count, seconds = map(float, done.stdout.split())
        rates["jsonld.js"] = count / seconds
        print(f"| jsonld.js triples→jsonld | triples ({args.peer_edges} edges) | {rate(rates['jsonld.js'])} | |", flush=True)
    return rates


def store_rows(args, program, folder, triples):
    claims, store = folder / "claims.jsonl", folder / "store"
    subprocess.run([program, "--claims", str(args.store_edges), str(claims)], check=True)
    entente = args.build / "entente"
    seconds, _ = timed([entente, "build", claims, "-g", store, "-o", folder / "first.nt"])
    print(f"\n`entente build` of {args.store_edges} edges' claims into a store: {seconds:.1f} s\n\n"
          "| from a store | edges | seconds | triples/s | peak MB |\n| --- | ---: | ---: | ---: | ---: |", flush=True)
    for suffix in ("nt", "ttl", "jsonld", "nq", "json"):
        seconds, megabytes = timed([entente, "export", store, "-o", folder / f"out.{suffix}"])
        of = rate(triples * args.store_edges / seconds) if suffix != "json" else ""
        print(f"| .{suffix} | {args.store_edges} | {seconds:.2f} | {of} | {megabytes:.0f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=SOURCE / "build")
    parser.add_argument("--edges", type=int, default=1_000_000, help="of the first table")
    parser.add_argument("--dot-edges", type=int, default=20_000, help="of the graph that dot is given")
    parser.add_argument("--drawn-edges", type=int, default=200, help="of pictures, which Graphviz lays out")
    parser.add_argument("--peer-edges", type=int, default=20_000, help="of the graph that jsonld.js is given")
    parser.add_argument("--store-edges", type=int, default=100_000)
    parser.add_argument("--repeat", type=int, default=2)
    args = parser.parse_args()
    program = args.build / "bench/bench_export"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        own, triples = own_rows(args, program, folder)
        peers = peer_rows(args, program, folder, triples)
        store_rows(args, program, folder, triples)
    print()
    for syntax in ("turtle", "ntriples"):
        print(f"{syntax}: {own[syntax] / peers[f'serdi nt→{syntax}']:.2f} × serdi (at least 0.8)")
    if "jsonld.js" in peers:
        print(f"jsonld: {own['jsonld'] / peers['jsonld.js']:.1f} × jsonld.js (at least 10)")


if __name__ == "__main__":
    main()
