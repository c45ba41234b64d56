#!/usr/bin/env python3
"""Measures sst beside the CDK on examples/notes and prints a table.

Usage: bench/bench.py [--runs N] [--only WORD]

Gates look at CPU seconds (user and system, of a command and all processes it waited for); wall time is shown
because people feel it. Each figure is the median of the runs. The local cloud is a process of its own and is not
part of a command's CPU. Needs what sst needs, and npm for the CDK's own tools.
"""

import argparse
import contextlib
import http.client
import json
import os
import pathlib
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
BENCH = ROOT / "bench"
TARGET = BENCH / "target"


class Measured:
    def __init__(self, name, aim=""):
        self.name, self.aim = name, aim
        self.cpu, self.wall = [], []

    def row(self):
        return f"| {self.name} | {statistics.median(self.cpu):.2f} | {statistics.median(self.wall):.2f} | {self.aim} |"


class Project:
    """A copy of examples/notes with a local cloud of its own."""

    def __init__(self, folder):
        self.folder = folder / "notes"
        ignored = shutil.ignore_patterns("node_modules", ".sst", "target", "__pycache__")
        shutil.copytree(ROOT / "examples/notes", self.folder, ignore=ignored)
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "SST_"))}
        self.env = {**kept, "SST_LOCAL_PORT": str(free_port()), "NO_COLOR": "1"}

    def sst(self, *args):
        command = [str(ROOT / "sst"), "--stage", "dev", *args]
        return run(command, self.folder, self.env)

    def forget(self, *paths):
        for path in paths:
            shutil.rmtree(self.folder / path, ignore_errors=True)

    def edit(self, path, old, new):
        file = self.folder / path
        text = file.read_text()
        assert old in text, f"{path} has no {old!r}"
        file.write_text(text.replace(old, new))

    def outputs(self):
        return json.loads((self.folder / ".sst/outputs.json").read_text())

    def cloud(self):
        return json.loads((self.folder / ".sst/local/cloud.json").read_text())


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(command, folder, env, accept=(0,)):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in accept:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def measure(name, aim, runs, once, before=lambda: None):
    measured = Measured(name, aim)
    for _ in range(runs):
        before()
        cpu, wall = once()
        measured.cpu.append(cpu)
        measured.wall.append(wall)
    print(measured.row(), flush=True)
    return measured


def archive():
    """Waits until the class-data archive of this build and JDK is there: the figures are those of later runs."""
    folder = ROOT / "dist/target/archive"
    built = (ROOT / "dist/target/built").stat().st_mtime
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        made = [f for f in folder.glob("*") if f.is_file() and f.stat().st_mtime > built]
        if any(f.suffix == ".log" for f in made):
            sys.exit(f"the class-data archive could not be made: {made}")
        if made and not list(folder.glob("*.lock")):
            return
        subprocess.run([str(ROOT / "sst"), "--help"], check=True, stdout=subprocess.DEVNULL)
        time.sleep(0.5)
    sys.exit("no class-data archive after two minutes")


def commands(project, runs):
    sst = project.sst
    for word, aim in (("version", "≤ 0.15"), ("--help", "")):
        measure(f"`sst {word}`", aim, runs, lambda word=word: run([str(ROOT / "sst"), word], project.folder, project.env))
    sst("build")  # node_modules, function builds
    measure("`sst build`, cold: nothing kept but function builds", "≤ 1.3", runs, lambda: sst("build"),
            lambda: project.forget(".sst/assembly", ".sst/cache/scripts"))
    measure("`sst build`, script cached", "", runs, lambda: sst("build"), lambda: project.forget(".sst/assembly"))
    measure("`sst build`, model unchanged", "≤ 0.6", runs, lambda: sst("build"))
    sst("deploy", "--yes")
    measure("`sst deploy`, nothing changed", "≤ 1.2", runs, lambda: sst("deploy", "--yes"))
    measure("`sst diff`, nothing changed", "", runs, lambda: sst("diff"))
    sst("run", "seed", "--count", "3")
    sst("run", "report")
    with without_node(project):
        measure("`sst run report`, script compiled", "≤ 1.0", runs, lambda: sst("run", "report"))
    measure("`sst shell true`", "", runs, lambda: sst("shell", "true"))
    texts = iter(range(10_000))
    state = {"old": "there is no note"}

    def change():
        new = f"no note {next(texts)} named"
        project.edit("src/get.ts", state["old"], new)
        state["old"] = new

    measure("`sst deploy`, one function changed", "≤ 3", runs, lambda: sst("deploy", "--yes"), change)


@contextlib.contextmanager
def without_node(project):
    """Ends the benchmark when a command starts Node."""
    folder = project.folder / "trap"
    folder.mkdir()
    (folder / "node").write_text(f"#!/bin/sh\necho started >>'{folder}/log'\nexit 1\n")
    (folder / "node").chmod(0o755)
    path = project.env["PATH"]
    project.env["PATH"] = f"{folder}:{path}"
    yield
    project.env["PATH"] = path
    if (folder / "log").exists():
        sys.exit("a command that must not start Node did")


def cdk(folder, runs):
    js = TARGET / "cdk-js"
    js.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "app.js"):
        shutil.copy(BENCH / "cdk-js" / name, js)
    source = (js / "app.js").read_text().replace("${__dirname}/../../examples/notes", str(ROOT / "examples/notes"))
    (js / "app.js").write_text(source)
    if not (js / "node_modules/aws-cdk").exists():
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"], cwd=js, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run(["mvn", "-q", "-B", "package"], cwd=BENCH / "cdk-java", check=True, stdout=subprocess.DEVNULL)
    classes = BENCH / "cdk-java/target"
    java = f"java -cp '{classes}/classes:{classes}/lib/*' notes.NotesApp '{ROOT}/examples/notes'"
    command = js / "node_modules/.bin/cdk"
    env = {**os.environ, "CDK_DISABLE_CLI_TELEMETRY": "true"}
    quiet = {**env, "CDK_VALIDATION": "false"}
    for name, app, settings in (
        ("`cdk synth`, CDK for Java", java, env),
        ("`cdk synth`, CDK for Java, without CDK's validation", java, quiet),
        ("`cdk synth`, CDK in JavaScript", "node app.js", env),
        ("`cdk synth`, CDK in JavaScript, without CDK's validation", "node app.js", quiet),
    ):
        synth = [str(command), "synth", "--quiet", "--app", app, "--output", str(folder / "cdk.out")]
        measure(name, "", runs, lambda synth=synth, settings=settings: run(synth, js, settings))


def requests(project):
    url = urllib.parse.urlparse(project.outputs()["dev-notes-api"]["ApiUrl"])
    connection = http.client.HTTPConnection(url.hostname, url.port)

    def call(method, path, body=None):
        start = time.perf_counter()
        connection.request(method, url.path + path, body)
        reply = connection.getresponse()
        content = reply.read()
        assert reply.status < 300, f"{method} {path}: {reply.status} {content}"
        return (time.perf_counter() - start) * 1000, content

    note = json.loads(call("POST", "/notes", '{"text": "measured"}')[1])
    print("\n| request, warm, one at a time | p50 ms | p99 ms | aim p50 |\n|---|---|---|---|")
    for name, method, path, body in (
        ("`POST /preview` (Python, no table)", "POST", "/preview", '{"text": "a b"}'),
        ("`GET /notes/{id}` (TypeScript, table)", "GET", f"/notes/{note['id']}", None),
        ("`GET /stats` (Java, table)", "GET", "/stats", None),
    ):
        for _ in range(100):
            call(method, path, body)
        times = sorted(call(method, path, body)[0] for _ in range(1000))
        print(f"| {name} | {times[500]:.2f} | {times[990]:.2f} | ≤ 5 |")


def resident(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return float("nan")


def start_of_cloud(runs):
    """From the start of its process to a readable cloud.json, and its memory then."""
    lib = ROOT / "dist/target/lib"
    walls, sizes = [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            start = time.monotonic()
            process = subprocess.Popen(
                ["java", "-cp", str(lib / "sst-local-0.1.0.jar"), "sst.local.Main", "--dir", folder, "--port", "0"],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            ready = pathlib.Path(folder) / "cloud.json"
            while not ready.exists() and process.poll() is None:
                time.sleep(0.005)
            walls.append(time.monotonic() - start)
            sizes.append(resident(process.pid))
            process.terminate()
            process.wait()
    print("\n| local cloud | | aim |\n|---|---|---|")
    print(f"| start of the process to ready | {statistics.median(walls):.2f} s | ≤ 1 s |")
    print(f"| memory when ready, before workers | {statistics.median(sizes):.0f} MB | ≤ 150 MB |")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--only", choices=["commands", "cdk", "requests", "cloud"])
    chosen = options.parse_args()
    wanted = lambda part: chosen.only in (None, part)
    subprocess.run([str(ROOT / "sst"), "version"], check=True, stdout=subprocess.DEVNULL)
    archive()
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        project = Project(folder)
        stack.callback(lambda: project.sst("local", "stop"))
        if wanted("commands") or wanted("cdk"):
            print("| command | CPU s | wall s | aim CPU s |\n|---|---|---|---|")
        if wanted("commands"):
            commands(project, chosen.runs)
        if wanted("cdk"):
            cdk(folder, chosen.runs)
        if wanted("requests"):
            if chosen.only:
                project.sst("deploy", "--yes")
            requests(project)
        if wanted("cloud"):
            start_of_cloud(chosen.runs)


if __name__ == "__main__":
    main()
