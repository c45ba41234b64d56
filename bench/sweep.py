#!/usr/bin/env python3
"""Ends the real command at each of its calls, runs it again, and compares what is then deployed.

Usage: bench/sweep.py [--stacks N] [--step K] [--skip N] [--seeds N] [--minutes N] [--only kills|random]

For every K-th call of an undisturbed deploy, change and removal: the process is killed with SIGKILL before the call,
after the call, and the reply is lost while the process lives. Then the same command runs again. It must end with 0,
leave the state that the undisturbed run left, no second table, the item that was in the table, and no lock.
With seeds: throttling, resets, delays, cut and lost replies, expired credentials and kills at random calls, the command
repeated until it ends with 0. Counts are printed; any difference is printed and makes the exit code 1. A sweep that has
no more than some minutes takes every eighth call first, then those between, and says how far it came; the next one
may skip so many.
"""

import argparse
import collections
import pathlib
import random
import subprocess
import sys
import tempfile
import time

from lab import ROOT, App, Cli, Cloud, Proxy

MODES = ("before", "after", "lost")


class Sweep:
    def __init__(self, folder, stacks):
        self.app = App(folder / "out", stacks)
        self.cloud = Cloud(folder / "cloud")
        self.proxy = Proxy(self.cloud)
        project = folder / "project"
        project.mkdir()
        self.cli = Cli(project, self.proxy, self.app)
        self.counts = collections.Counter()
        self.wrong = []
        self.until = float("inf")

    def close(self):
        self.proxy.close()
        self.cloud.close()

    def good(self, *words):
        self.proxy.begin()
        code, said = self.cli.run(*words)
        if code != 0:
            raise SystemExit(f"undisturbed {words} ended with {code}\n{said}")
        return list(self.proxy.calls)

    def item(self):
        self.cloud.dynamo("PutItem", TableName=self.cloud.tables()[0], Item={"id": {"S": "kept"}})

    def differences(self, expected, data):
        found = []
        state = self.cloud.state()
        if state != expected:
            names = [n for n in {*state, *expected} if state.get(n) != expected.get(n)]
            found += [f"{n}: {[k for k in (expected.get(n) or {}) if (state.get(n) or {}).get(k) != expected[n][k]]} "
                      f"status {(state.get(n) or {}).get('status')}" for n in names]
        tables = self.cloud.tables()
        if len(tables) != (1 if expected else 0):
            found.append(f"tables {tables}")
        elif data and self.cloud.dynamo("Scan", TableName=tables[0])["Count"] != 1:
            found.append("the item is lost")
        if self.cloud.objects("sst/locks"):
            found.append("a lock is left")
        return found

    def case(self, name, words, at, mode):
        """One disturbed run and the same command again."""
        self.proxy.begin(lambda number, label: mode if number == at else None)
        code, said = self.cli.run(*words)
        reached = len(self.proxy.calls) >= at
        self.counts[f"{name} {mode}" if reached else "not reached"] += 1
        if mode == "lost" and code == 0:
            self.counts["went on by itself"] += 1
        again = 0
        self.proxy.begin()
        if code != 0:
            again, said = self.cli.run(*words)
        # A removal that was complete when it was killed finds nothing to remove.
        done = again == 0 or (name == "remove" and "is not deployed" in said)
        return [] if done else [f"the second run ended with {again}: {said[-600:]}"]

    def report(self, name, at, mode, label, problems):
        for problem in problems:
            self.wrong.append(problem)
            print(f"WRONG {name} call {at} ({label}) {mode}: {problem}", flush=True)

    def kills(self, step, skip):
        self.app.write("1")
        deploys = self.good("deploy")
        first = self.cloud.state()
        self.app.write("2")
        changes = self.good("deploy")
        second = self.cloud.state()
        removes = self.good("remove")
        print(f"undisturbed: deploy {len(deploys)} calls, change {len(changes)}, remove {len(removes)}", flush=True)
        calls = range(1, max(len(deploys), len(changes), len(removes)) + 1, step)
        spread = [at for first in (0, 4, 2, 6, 1, 5, 3, 7) for at in calls[first::8]][skip:]
        for done, at in enumerate(spread):
            if time.monotonic() > self.until:
                print(f"stopped in time after {done} of {len(spread)} calls", flush=True)
                return self.good_or_gone()
            print(f"call {at}, {done} of {len(spread)} done, {len(self.wrong)} wrong", flush=True)
            for mode in MODES:
                self.app.write("1")
                if at <= len(deploys):
                    self.report("deploy", at, mode, deploys[at - 1],
                                self.case("deploy", ["deploy"], at, mode) + self.differences(first, False))
                else:
                    self.good("deploy")
                self.item()
                self.app.write("2")
                if at <= len(changes):
                    self.report("change", at, mode, changes[at - 1],
                                self.case("change", ["deploy"], at, mode) + self.differences(second, True))
                if at <= len(removes):
                    self.report("remove", at, mode, removes[at - 1],
                                self.case("remove", ["remove"], at, mode) + self.differences({}, False))
                else:
                    self.good("remove")

    def good_or_gone(self):
        if self.cloud.state():
            self.good("remove")

    def randoms(self, seeds):
        self.app.write("1")
        self.good("deploy")
        self.item()
        for seed in range(seeds):
            if time.monotonic() > self.until:
                print(f"stopped in time after {seed} seeds", flush=True)
                break
            dice = random.Random(seed)
            version = str(seed + 10)
            self.app.write(version)
            faults = ["throttle", "reset", "delay", "truncate", "lost", "expired", "before", "after"]
            budget = [12]

            def fault(number, label):
                if budget[0] > 0 and dice.random() < 0.08:
                    budget[0] -= 1
                    chosen = dice.choice(faults)
                    self.counts[f"random {chosen}"] += 1
                    return chosen
                return None

            runs, code, said = 0, 1, ""
            self.proxy.begin(fault)
            while code != 0 and runs < 20:
                runs += 1
                code, said = self.cli.run("deploy")
            self.counts["random runs"] += runs
            self.proxy.begin()
            problems = [] if code == 0 else [f"after {runs} runs: {said[-600:]}"]
            state = self.cloud.state()
            for name, stack in state.items():
                if stack["status"] != "good" or name not in self.app.stacks():
                    problems.append(f"{name} is {stack['status']}")
            self.app.write(version)
            before = list(state.values())
            self.good("deploy")
            if list(self.cloud.state().values()) != before:
                problems.append("another deploy changed something")
            self.report("random", seed, "seed", "", problems + self.differences(self.cloud.state(), True))
        self.good("remove")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--stacks", type=int, default=5)
    options.add_argument("--step", type=int, default=1)
    options.add_argument("--skip", type=int, default=0)
    options.add_argument("--seeds", type=int, default=20)
    options.add_argument("--minutes", type=float, default=float("inf"))
    options.add_argument("--only", choices=["kills", "random"])
    chosen = options.parse_args()
    subprocess.run([str(ROOT / "sst"), "version"], check=True, stdout=subprocess.DEVNULL)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        sweep = Sweep(pathlib.Path(folder), chosen.stacks)
        sweep.until = begun + 60 * chosen.minutes
        try:
            if chosen.only != "random":
                sweep.kills(chosen.step, chosen.skip)
            if chosen.only != "kills":
                sweep.randoms(chosen.seeds)
        finally:
            sweep.close()
    for name, count in sorted(sweep.counts.items()):
        print(f"{count:6} {name}")
    print(f"{len(sweep.wrong)} wrong, {time.monotonic() - begun:.0f} s")
    sys.exit(1 if sweep.wrong else 0)


if __name__ == "__main__":
    main()
