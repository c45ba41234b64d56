#!/usr/bin/env python3
"""Measures how much CPU the commands of daily use cost until they have answered, a script until its first line is there,
and the console until its prompt.

Usage: bench/start.py [--runs N] [--beside CHECKOUT]... [--only WORD]...

CPU seconds are user and system time: of a command and all that it waited for, or of the process when the first line of
a script's output came, or the console's first prompt was on the screen. With --beside the same is measured of other built checkouts, each command of all of them
in turn, so that what else the machine does weighs on all alike. Each figure is the median of the runs, with the
class-data archive in place. JAVA_HOME chooses the JDK.
"""

import argparse
import contextlib
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import bench
import repl

COMMANDS = {
    "version": ["version"],
    "help": ["--help"],
    "lint": ["lint"],
    "build": ["build"],
    "diff": ["diff"],
    "deploy": ["deploy", "--yes"],
    "run": ["run", "report"],
}
UNTIL = ("first line", "prompt")
AIMS = {"version": "≤ 0.15", "build": "≤ 0.6", "deploy": "≤ 1.2", "first line": "≤ 1.0", "prompt": "≤ 0.6"}


class Checkout:
    def __init__(self, home, folder):
        self.home = pathlib.Path(home).resolve()
        folder.mkdir()
        self.project = bench.Project(folder)

    def prepare(self):
        """Deploys the app and waits for the archive."""
        self.sst("deploy", "--yes")
        self.sst("run", "seed", "--count", "3")
        for words in COMMANDS.values():
            self.sst(*words)
        self.archive()

    def sst(self, *words):
        """CPU and wall seconds of a command."""
        return bench.run([str(self.home / "sst"), "--stage", "dev", *words] if words != ("version",)
                         else [str(self.home / "sst"), "version"], self.project.folder, self.project.env)

    def archive(self):
        folder = self.home / "dist/target/archive"
        deadline = time.monotonic() + 180
        while time.monotonic() < deadline:
            files = list(folder.glob("*"))
            if any(each.suffix == ".log" for each in files):
                sys.exit(f"the class-data archive could not be made: {files}")
            if any(each.suffix != ".lock" for each in files) and not any(each.suffix == ".lock" for each in files):
                return
            self.sst("--help")
            time.sleep(0.5)
        sys.exit("no class-data archive after three minutes")

    def prompt(self):
        """CPU and wall seconds of a console until its prompt, while it reads the model in the background."""
        console = repl.Console(self.project, self.home)
        try:
            wall = console.until("dev> ")
            cpu = console.cpu()
            console.line("1 + 1", "^2$")
            return cpu, wall
        finally:
            console.close()

    def first_line(self):
        """CPU and wall seconds of a script until its first line can be read."""
        start = time.monotonic()
        command = [str(self.home / "sst"), "--stage", "dev", *COMMANDS["run"]]
        with subprocess.Popen(command, cwd=self.project.folder, env=self.project.env, stdout=subprocess.PIPE) as script:
            if not script.stdout.readline():
                sys.exit(f"{' '.join(command)} printed nothing")
            wall = time.monotonic() - start
            return repl.cpu_of(script.pid), wall

    def measure(self, name):
        if name == "first line":
            return self.first_line()
        return self.prompt() if name == "prompt" else self.sst(*COMMANDS[name])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=9)
    options.add_argument("--beside", action="append", default=[], metavar="CHECKOUT")
    options.add_argument("--only", action="append", choices=[*COMMANDS, *UNTIL])
    chosen = options.parse_args()
    homes = [*chosen.beside, bench.ROOT]
    for home in homes:
        subprocess.run([str(pathlib.Path(home) / "sst"), "version"], check=True, stdout=subprocess.DEVNULL)
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        checkouts = []
        for number, home in enumerate(homes):
            checkout = Checkout(home, folder / str(number))
            stack.callback(lambda each=checkout: each.sst("local", "stop"))
            checkout.prepare()
            checkouts.append(checkout)
        print("| command |" + " CPU s | wall s |" * len(homes) + " aim CPU s |")
        print("|---|" + "---|---|" * len(homes) + "---|")
        for name in chosen.only or [*COMMANDS, *UNTIL]:
            taken = [[] for _ in checkouts]
            for _ in range(chosen.runs):
                for index, checkout in enumerate(checkouts):
                    taken[index].append(checkout.measure(name))
            cells = [f"{statistics.median(each[part] for each in times):.3f}" for times in taken for part in (0, 1)]
            print(f"| {name} | {' | '.join(cells)} | {AIMS.get(name, '')} |", flush=True)


if __name__ == "__main__":
    main()
