#!/usr/bin/env python3
"""Measures the console on examples/notes by the keys of a real pseudo-terminal and prints a table.

Usage: bench/repl.py [--runs N] [--rounds N]

Times are from the last key to the text on the screen, in a session that is warm; CPU seconds are those of the console's
process until its prompt is there, warming in the background included. Memory and classes of the JVM are counted after a
full collection, so that only what is held counts; of the CDK's Node process what it occupies is counted, garbage and all.
Needs what sst needs, and jcmd of the JDK that runs it.
"""

import argparse
import contextlib
import os
import pathlib
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import fcntl
import termios
import time
import typing

import bench

TICK = os.sysconf("SC_CLK_TCK")
# Kept plans (the last 20) and the CDK's caches fill up in the first rounds.
FIRST_ROUNDS = 40
MOST_CLASSES = 100
PROMPT = r"^dev(±[0-9]+)?> \Z"
MOST_BYTES_A_ROUND = 20_000
MOST_NODE_BYTES_A_ROUND = 150_000


def cpu_of(pid):
    """CPU seconds that a process, and what it waited for, has used so far."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(map(int, fields[11:15])) / TICK


class Console:
    """A console in a pseudo-terminal of 120 columns."""

    def __init__(self, project, home=bench.ROOT):
        self.seen = b""
        self.pid, self.tty = pty.fork()
        if self.pid == 0:
            os.chdir(project.folder)
            os.execvpe(str(home / "sst"), ["sst", "--stage", "dev", "repl"], {**project.env, "TERM": "xterm-256color"})
        fcntl.ioctl(self.tty, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))

    def until(self, wanted, seconds=120):
        """Reads on until a pattern is there; gives the seconds that took."""
        start = time.monotonic()
        pattern = re.compile(wanted, re.MULTILINE)
        while not pattern.search(self.shown()):
            ready, _, _ = select.select([self.tty], [], [], start + seconds - time.monotonic())
            if not ready:
                sys.exit(f"no {wanted!r} on the screen:\n{self.shown()}")
            self.seen += os.read(self.tty, 65536)
        return time.monotonic() - start

    def shown(self):
        """What was written, without escape codes."""
        return re.sub(r"\x1b\[[?0-9;]*[a-zA-Z]|\x1b[=>]|[\r\a]", "", self.seen.decode(errors="replace"))

    def type(self, keys, wanted, seconds=120):
        self.seen = b""
        os.write(self.tty, keys.encode())
        return self.until(wanted, seconds)

    def line(self, text, wanted=PROMPT):
        """Types a line, waits for its echo, then takes the time from Enter."""
        self.type(text, re.escape(text[-4:]))
        return self.type("\r", wanted)

    def cpu(self):
        return cpu_of(self.pid)

    def jcmd(self, *command):
        tool = pathlib.Path(os.readlink(f"/proc/{self.pid}/exe")).parent / "jcmd"
        return subprocess.run([str(tool), str(self.pid), *command], check=True, capture_output=True, text=True).stdout

    def node(self):
        """Bytes that the CDK's Node process occupies."""
        children = pathlib.Path(f"/proc/{self.pid}/task").glob("*/children")
        pids = [pid for each in children for pid in each.read_text().split()]
        names = {pid: pathlib.Path(f"/proc/{pid}/comm").read_text().strip() for pid in pids}
        return sum(bench.resident(pid) * 1e6 for pid, name in names.items() if name.startswith("node"))

    def held(self):
        """Bytes and classes that are held after a full collection."""
        self.jcmd("GC.run")
        total = [line for line in self.jcmd("GC.class_histogram").splitlines() if line.startswith("Total")][0]
        loaders = [line for line in self.jcmd("VM.classloader_stats").splitlines() if line.startswith("Total")][0]
        return int(total.split()[2]), int(loaders.split()[3])

    def close(self):
        os.write(self.tty, b"\x15/quit\r")
        with contextlib.suppress(OSError):
            while os.read(self.tty, 65536):
                pass
        os.waitpid(self.pid, 0)


def prompts(project, runs):
    cpus, walls = [], []
    for _ in range(runs):
        console = Console(project)
        walls.append(console.until("dev> "))
        cpus.append(console.cpu())
        console.line("1 + 1", "^2$")
        console.close()
    return statistics.median(cpus), statistics.median(walls)


def completions(project, runs):
    times = []
    for _ in range(runs):
        console = Console(project)
        console.until("dev> ")
        console.line("api.name", "^api$")
        time.sleep(3)  # The session is warm: what warms in the background is done.
        console.type("Notes.", "Notes")
        times.append(console.type("\t", "fields"))
        console.close()
    return statistics.median(times)


def edits(console, runs, first):
    diffs, deploys = [], []
    for number in range(runs):
        console.line(f"api.create.memorySize = {first + 64 * number}")
        diffs.append(console.line("/diff", "plan-[0-9]+: .*$"))
        console.until(PROMPT)
        deploys.append(console.line("/deploy", "ApiUrl"))
        console.until(PROMPT)
    return statistics.median(diffs), statistics.median(deploys)


def rounds(console, count):
    def once(number):
        console.line(f"api.create.memorySize = {2000 + number}")
        console.line("/diff", "plan-[0-9]+: .*$")
        console.until(PROMPT)

    for number in range(FIRST_ROUNDS):
        once(number)
    bytes_before, classes_before = console.held()
    node_before = console.node()
    for number in range(count):
        once(FIRST_ROUNDS + number)
    bytes_after, classes_after = console.held()
    node_after = console.node()
    return Growth((bytes_after - bytes_before) / count, classes_after - classes_before, bytes_after,
                  (node_after - node_before) / count, node_after)


class Growth(typing.NamedTuple):
    bytes_a_round: float
    classes: int
    bytes: int
    node_bytes_a_round: float
    node_bytes: float

    def is_too_much(self):
        return (self.bytes_a_round > MOST_BYTES_A_ROUND or self.classes > MOST_CLASSES
                or self.node_bytes_a_round > MOST_NODE_BYTES_A_ROUND)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--rounds", type=int, default=200)
    chosen = options.parse_args()
    subprocess.run([str(bench.ROOT / "sst"), "version"], check=True, stdout=subprocess.DEVNULL)
    bench.archive()
    with contextlib.ExitStack() as stack:
        project = bench.Project(pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory())))
        stack.callback(lambda: project.sst("local", "stop"))
        project.sst("deploy", "--yes")
        cpu, wall = prompts(project, chosen.runs)
        print("| console | | aim |\n|---|---|---|")
        print(f"| start to the prompt | {cpu:.2f} CPU s, {wall:.2f} s | ≤ 0.6 CPU s |", flush=True)
        print(f"| first completion | {completions(project, chosen.runs) * 1000:.0f} ms | ≤ 100 ms |", flush=True)
        console = Console(project)
        console.until("dev> ")
        console.line("/diff", "nothing|no change|0 add")
        edits(console, 1, 512)
        diff, deploy = edits(console, max(chosen.runs, 9), 576)
        print(f"| an edit's `/diff` on the screen | {diff:.2f} s | ≤ 0.4 s |")
        print(f"| `/deploy` of it | {deploy:.2f} s | ≤ 2 s |", flush=True)
        growth = rounds(console, chosen.rounds)
        console.close()
        print(f"| {chosen.rounds} more edits with `/diff`: memory held | {growth.bytes_a_round / 1000:+.1f} KB a round, "
              f"{growth.bytes / 1e6:.0f} MB | ≤ {MOST_BYTES_A_ROUND / 1000:.0f} KB a round |")
        print(f"| the same: classes | {growth.classes:+d} | ≤ {MOST_CLASSES} |")
        print(f"| the same: memory of Node | {growth.node_bytes_a_round / 1000:+.1f} KB a round, "
              f"{growth.node_bytes / 1e6:.0f} MB | ≤ {MOST_NODE_BYTES_A_ROUND / 1000:.0f} KB a round |")
        if growth.is_too_much():
            sys.exit("the console grows")


if __name__ == "__main__":
    main()
