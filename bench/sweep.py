#!/usr/bin/env python3
"""Ends the real command at each of its calls, runs it again, and compares what is then deployed.

Usage: bench/sweep.py [--stacks N] [--step K] [--skip N] [--seeds N] [--lanes N] [--minutes N] [--only kills|random]
                      [--copy FOLDER]

For every K-th call of an undisturbed deploy, change, hotswap and removal: the process is killed with SIGKILL before the
call, after the call, and the reply is lost while the process lives. Then the same command runs again. It must end with
0, leave the state that the undisturbed run left, the code of functions included, no second table, the item that was in
the table, no lock, and exactly the swapped stacks on record as such. A full deploy after each hotswap must leave its
template's code and nothing on record. With seeds: throttling, resets, delays, cut and lost replies, expired credentials
and kills at random calls of deploys and, for every third seed, hotswaps, the command repeated until it ends with 0.

Counts are printed; any difference is printed and makes the exit code 1. Lanes are local clouds of their own, worked on
at the same time. A sweep that has no more than some minutes takes every eighth call first, then those between, and says
how far it came; the next one may skip so many. The build is copied first, so that building on does not disturb it.
"""

import argparse
import collections
import pathlib
import queue
import random
import subprocess
import sys
import tempfile
import threading
import time

from lab import ROOT, App, Cli, Cloud, Proxy, copied

MODES = ("before", "after", "lost")
FAULTS = ("throttle", "reset", "delay", "truncate", "lost", "expired", "before", "after")
COMMANDS = {"deploy": ["deploy"], "change": ["deploy"], "hotswap": ["deploy", "--hotswap"], "remove": ["remove"]}


class Findings:
    """What all lanes count and find wrong."""

    def __init__(self):
        self.lock = threading.Lock()
        self.counts = collections.Counter()
        self.wrong = []

    def count(self, name, number=1):
        with self.lock:
            self.counts[name] += number

    def report(self, where, problems):
        with self.lock:
            for problem in problems:
                self.wrong.append(problem)
                print(f"WRONG {where}: {problem}", flush=True)


class Undisturbed:
    """Calls and states of the four commands when nothing goes wrong, the same in every lane."""

    def __init__(self, lane):
        self.calls, self.states = {}, {}
        for version, name in enumerate(COMMANDS, 1):
            lane.app.write(str(version))
            self.calls[name] = lane.good(*COMMANDS[name])
            self.states[name] = lane.cloud.state()
            if name == "hotswap":
                lane.good("deploy")
                self.states["full"] = lane.cloud.state()

    def reaches(self, name, at):
        return at <= len(self.calls[name])

    def longest(self):
        return max(map(len, self.calls.values()))


class Lane:
    """A local cloud, a project and an app of its own."""

    def __init__(self, folder, stacks, home, findings):
        folder.mkdir()
        self.app = App(folder / "out", stacks)
        self.cloud = Cloud(folder / "cloud", home)
        self.proxy = Proxy(self.cloud)
        project = folder / "project"
        project.mkdir()
        self.cli = Cli(project, self.proxy, self.app, home)
        self.findings = findings

    def close(self):
        self.proxy.close()
        self.cloud.close()

    def good(self, *words):
        self.proxy.begin()
        code, said = self.cli.run(*words)
        if code != 0:
            raise RuntimeError(f"undisturbed {words} ended with {code}\n{said}")
        return list(self.proxy.calls)

    def item(self):
        self.cloud.dynamo("PutItem", TableName=self.cloud.tables()[0], Item={"id": {"S": "kept"}})

    def differences(self, expected, data, swapped=()):
        found = []
        state = self.cloud.state()
        for name in sorted(n for n in {*state, *expected} if state.get(n) != expected.get(n)):
            there, wanted = state.get(name) or {}, expected.get(name) or {}
            found.append(f"{name}: {[k for k in wanted if there.get(k) != wanted[k]]} status {there.get('status')}")
        tables = self.cloud.tables()
        if len(tables) != (1 if expected else 0):
            found.append(f"tables {tables}")
        elif data and self.cloud.dynamo("Scan", TableName=tables[0])["Count"] != 1:
            found.append("the item is lost")
        if self.cloud.objects("sst/locks"):
            found.append("a lock is left")
        if self.cli.swapped() != sorted(swapped):
            found.append(f"on record as swapped are {self.cli.swapped()}")
        return found

    def disturbed(self, name, at, mode):
        """One disturbed run and the same command again."""
        self.proxy.begin(lambda number, label: mode if number == at else None)
        code, said = self.cli.run(*COMMANDS[name])
        reached = len(self.proxy.calls) >= at
        self.findings.count(f"{name} {mode}" if reached else "not reached")
        if mode == "lost" and code == 0:
            self.findings.count("went on by itself")
        self.proxy.begin()
        if code == 0:
            return []
        again, said = self.cli.run(*COMMANDS[name])
        # A removal that was complete when it was killed finds nothing to remove.
        done = again == 0 or (name == "remove" and "is not deployed" in said)
        return [] if done else [f"the second run ended with {again}: {said[-600:]}"]

    def kill(self, good, at, mode):
        """The four commands one after another, each disturbed at that call if it has so many."""
        if self.cloud.state():
            self.good("remove")
        for version, name in enumerate(COMMANDS, 1):
            later = list(COMMANDS)[version - 1:]
            self.app.write(str(version))
            if good.reaches(name, at):
                swapped = self.app.stacks() if name == "hotswap" else ()
                problems = self.disturbed(name, at, mode)
                problems += self.differences(good.states[name], name in ("change", "hotswap"), swapped)
                self.findings.report(f"{name} call {at} ({good.calls[name][at - 1]}) {mode}", problems)
            elif name in ("deploy", "remove") or any(good.reaches(each, at) for each in later if each != "remove"):
                self.good(*COMMANDS[name])
            else:
                continue
            if name == "deploy":
                self.item()
            if name == "hotswap":
                self.good("deploy")
                self.findings.report(f"full deploy after hotswap call {at} {mode}",
                                     self.differences(good.states["full"], True))

    def seed(self, seed):
        dice = random.Random(seed)
        if not self.cloud.state():
            self.app.write("1")
            self.good("deploy")
            self.item()
        version = str(seed + 10)
        self.app.write(version)
        words = ["deploy", "--hotswap"] if seed % 3 == 2 else ["deploy"]
        budget = [12]

        def fault(number, label):
            if budget[0] > 0 and dice.random() < 0.08:
                budget[0] -= 1
                chosen = dice.choice(FAULTS)
                self.findings.count(f"random {chosen}")
                return chosen
            return None

        runs, code, said = 0, 1, ""
        self.proxy.begin(fault)
        while code != 0 and runs < 20:
            runs += 1
            code, said = self.cli.run(*words)
        self.findings.count(f"random runs of {' '.join(words)}", runs)
        self.proxy.begin()
        problems = [] if code == 0 else [f"after {runs} runs: {said[-600:]}"]
        state = self.cloud.state()
        for name, stack in state.items():
            if stack["status"] != "good" or name not in self.app.stacks():
                problems.append(f"{name} is {stack['status']}")
        self.good("deploy")
        after = self.cloud.state()
        if len(words) == 1 and after != state:
            problems.append("another deploy changed something")
        if [after[name]["code"] for name in after] != [state[name]["code"] for name in state]:
            problems.append("another deploy changed code")
        if [stack["template"] for stack in after.values()] != self.app.templates():
            problems.append("the templates are not those of the app")
        self.findings.count("random seeds")
        self.findings.report(f"seed {seed} {words}", problems + self.differences(after, True))


def work(lane, tasks, until, done):
    """Takes tasks until none is left or the time is over; a lane that breaks is a finding and begins anew no task."""
    while time.monotonic() < until:
        try:
            name, task = tasks.get_nowait()
        except queue.Empty:
            break
        try:
            task(lane)
        except Exception as broken:
            lane.findings.report(name, [f"the sweep itself stopped: {broken}"])
            return
        done.append(name)
        if len(done) % 10 == 0:
            print(f"{len(done)} tasks done, {tasks.qsize()} left, {len(lane.findings.wrong)} wrong", flush=True)


def tasks_of(good, chosen):
    tasks = queue.Queue()
    if chosen.only != "kills":
        for seed in range(chosen.seeds):
            tasks.put((f"seed {seed}", lambda lane, seed=seed: lane.seed(seed)))
    if chosen.only != "random":
        calls = range(1, good.longest() + 1, chosen.step)
        spread = [at for first in (0, 4, 2, 6, 1, 5, 3, 7) for at in calls[first::8]][chosen.skip:]
        for at in spread:
            for mode in MODES:
                tasks.put((f"call {at} {mode}", lambda lane, at=at, mode=mode: lane.kill(good, at, mode)))
    return tasks


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stacks", type=int, default=5)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--skip", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--lanes", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=float("inf"))
    parser.add_argument("--only", choices=["kills", "random"])
    parser.add_argument("--copy", type=pathlib.Path, help="where the build is copied to; used as it is if it is there")
    return parser.parse_args()


def main():
    chosen = options()
    begun = time.monotonic()
    findings = Findings()
    with tempfile.TemporaryDirectory(prefix="sst-sweep-") as folder:
        folder = pathlib.Path(folder)
        home = chosen.copy or folder / "home"
        home = home.absolute() if (home / "sst").exists() else copied(home)
        print(subprocess.run([str(home / "sst"), "version"], check=True, capture_output=True, text=True).stdout, end="")
        lanes = [Lane(folder / f"lane{i}", chosen.stacks, home, findings) for i in range(chosen.lanes)]
        try:
            good = Undisturbed(lanes[0])
            print("undisturbed calls: " + ", ".join(f"{n} {len(c)}" for n, c in good.calls.items()), flush=True)
            tasks, done = tasks_of(good, chosen), []
            total = tasks.qsize()
            threads = [threading.Thread(target=work, args=(lane, tasks, begun + 60 * chosen.minutes, done))
                       for lane in lanes]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            print(f"{len(done)} of {total} tasks done", flush=True)
        finally:
            for lane in lanes:
                lane.close()
    for name, count in sorted(findings.counts.items()):
        print(f"{count:6} {name}")
    print(f"{len(findings.wrong)} wrong, {time.monotonic() - begun:.0f} s")
    sys.exit(1 if findings.wrong else 0)


if __name__ == "__main__":
    main()
