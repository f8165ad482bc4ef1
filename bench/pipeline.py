#!/usr/bin/env python3
"""End-to-end speed and memory: `entente build` over articles, without and with several threads.

    bench/pipeline.py [--program build/entente] [--threads 1 2] [--repeat 3] INPUT...

INPUT: files or folders as `entente build` takes them. For each number of threads the fastest of the runs is printed:
articles/s (all of the program, loading included), articles/s without the time to load (that of an article of one word),
seconds, peak memory. Last line: the figures of the first number of threads."""
import argparse
import os
import pathlib
import re
import sys
import tempfile
import time


def run(program, threads, inputs, folder):
    """Seconds, peak megabytes and what was printed on standard error."""
    messages = pathlib.Path(folder, "messages")
    command = [program, "build", "--threads", str(threads), "-o", os.path.join(folder, "graph.json"), *inputs]
    begin = time.monotonic()
    child = os.posix_spawn(program, command, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 2, str(messages), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)])
    _, status, usage = os.wait4(child, 0)
    seconds = time.monotonic() - begin
    text = messages.read_text(errors="replace")
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(command)} failed:\n{text[-2000:]}")
    return seconds, usage.ru_maxrss / 1024, text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="build/entente")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, os.cpu_count()])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("inputs", nargs="+")
    args = parser.parse_args()
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        word = pathlib.Path(folder, "word.txt")
        word.write_text("Words.\n")
        load = min(run(args.program, 1, [str(word)], folder)[0] for _ in range(args.repeat))
        print(f"load: {load:.3f} s")
        for threads in dict.fromkeys(args.threads):
            runs = [run(args.program, threads, args.inputs, folder) for _ in range(args.repeat)]
            seconds, megabytes, text = min(runs)
            articles = int(re.search(r"(\d+) articles?", text).group(1))
            figures.append(f"{articles / seconds:.1f} articles/s, {articles / max(seconds - load, 1e-9):.1f} after loading, "
                           f"{megabytes:.0f} MB at peak")
            print(f"{threads} threads: {articles} articles in {seconds:.2f} s: {figures[-1]}")
    print(figures[0])


if __name__ == "__main__":
    main()
