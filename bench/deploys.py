#!/usr/bin/env python3
"""Measures `sst` beside `cdk` from the same ready assembly on the same local cloud, and compares what they leave.

Usage: bench/deploys.py [--stacks 1,5,20] [--runs N]

For each size: first deploy, nothing changed, one function changed, hotswap of it, diff, removal. Wall seconds, CPU
seconds of the command and its children, and calls to AWS, counted by a proxy. Stacks deploy ten at a time in both.
What they leave must agree: status, tags, outputs and resources with each other, templates and objects with the assembly.
"""

import argparse
import json
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from lab import ROOT, App, Cli, Cloud, Proxy

TARGET = ROOT / "bench/target/cdk-js"


def cdk():
    TARGET.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "bench/cdk-js/package.json", TARGET)
    if not (TARGET / "node_modules/aws-cdk").exists():
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"], cwd=TARGET, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return str(TARGET / "node_modules/.bin/cdk")


class Tool:
    """One of the two, with a proxy of its own before the shared cloud."""

    def __init__(self, name, folder, cloud, count):
        self.name, self.cloud = name, cloud
        self.app = App(folder / "out", count, name)
        self.project = folder / "project"
        self.project.mkdir(parents=True)
        self.proxy = Proxy(cloud)
        self.cli = Cli(self.project, self.proxy, self.app)
        url = f"http://127.0.0.1:{self.proxy.port}"
        self.env = {**self.cli.env, "AWS_ENDPOINT_URL": url, "AWS_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "test",
                    "AWS_SECRET_ACCESS_KEY": "test", "AWS_EC2_METADATA_DISABLED": "true",
                    "CDK_DISABLE_CLI_TELEMETRY": "true", "CI": "true"}

    def words(self, step):
        if self.name == "sst":
            base = [str(ROOT / "sst"), "--from", str(self.app.folder), "--cloud", "local", "--yes"]
            return base + {"deploy": ["deploy"], "hotswap": ["deploy", "--hotswap"], "diff": ["diff"],
                           "remove": ["remove"]}[step]
        base = [cdk(), "--app", str(self.app.folder), "--no-notices", "--no-version-reporting"]
        return base + {"deploy": ["deploy", "--all", "--require-approval", "never", "--concurrency", "10"],
                       "hotswap": ["deploy", "--all", "--hotswap", "--concurrency", "10"],
                       "diff": ["diff", "--method", "template", "--all"],
                       "remove": ["destroy", "--all", "--force", "--concurrency", "10"]}[step]

    def run(self, step):
        self.proxy.begin()
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        done = subprocess.run(self.words(step), cwd=self.project, env=self.env, capture_output=True, text=True)
        wall, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode != 0:
            raise SystemExit(f"{self.name} {step} ended with {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return wall, cpu, len(self.proxy.calls)

    def close(self):
        self.proxy.close()


def round_of(tool, version):
    """Figures of one life of an app, by step, and the state in its middle."""
    figures = {}
    tool.app.write(f"{version}a")
    figures["first deploy"] = tool.run("deploy")
    figures["nothing changed"] = tool.run("deploy")
    last = tool.app.count - 1
    tool.app.write(f"{version}a", {last: f"{version}b"})
    figures["diff of one function"] = tool.run("diff")
    figures["one function changed"] = tool.run("deploy")
    state = tool.cloud.state()
    wrong = as_written(tool, state)
    tool.app.write(f"{version}a", {last: f"{version}c"})
    figures["hotswap of it"] = tool.run("hotswap")
    figures["removal"] = tool.run("remove")
    return figures, state, wrong


def as_written(tool, state):
    """Whether the deployed templates are those of the assembly, and all its files lie in the bucket."""
    objects = {key.decode() for key in tool.cloud.objects("")}
    wrong = []
    for stack in tool.app.stacks():
        template = json.loads((tool.app.folder / f"{stack}.template.json").read_text())
        if state[stack]["template"] != template:
            wrong.append(f"{tool.name}: the template of {stack} is not that of the assembly")
        assets = json.loads((tool.app.folder / f"{stack}.assets.json").read_text())["files"].values()
        for key in (asset["destinations"]["here"]["objectKey"] for asset in assets):
            if key not in objects:
                wrong.append(f"{tool.name}: {key} of {stack} is not in the bucket")
    return wrong


def neutral(state, name):
    """A state without the app's name, which is all that the two apps differ in."""
    text = json.dumps({k: v for k, v in state.items() if k.startswith(f"dev-{name}-")}, sort_keys=True)
    return json.loads(text.replace(f"dev-{name}-", "dev-app-").replace(f'"{name}"', '"app"'))


def compare(states):
    """Templates hold hashes of code that names the stack; only these may differ."""
    sst, other = neutral(states["sst"], "sst"), neutral(states["cdk"], "cdk")
    differences = []
    for stack in sorted({*sst, *other}):
        for key in ("status", "tags", "outputs", "resources"):
            if sst.get(stack, {}).get(key) != other.get(stack, {}).get(key):
                differences.append(f"{stack} {key}: {sst.get(stack, {}).get(key)} / {other.get(stack, {}).get(key)}")
    return differences


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--stacks", default="1,5,20")
    options.add_argument("--runs", type=int, default=1)
    chosen = options.parse_args()
    subprocess.run([str(ROOT / "sst"), "version"], check=True, stdout=subprocess.DEVNULL)
    cdk()
    differences = []
    print("| stacks | step | sst: wall s | CPU s | calls | cdk: wall s | CPU s | calls |\n|---|---|---|---|---|---|---|---|")
    for count in [int(n) for n in chosen.stacks.split(",")]:
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            cloud = Cloud(folder / "cloud")
            tools = [Tool(name, folder / name, cloud, count) for name in ("sst", "cdk")]
            try:
                tools[0].app.write("0")
                bootstrap = subprocess.run(
                    [str(ROOT / "sst"), "--from", str(tools[0].app.folder), "--cloud", "local", "bootstrap"],
                    cwd=tools[0].project, env=tools[0].env, capture_output=True, text=True)
                if bootstrap.returncode:
                    raise SystemExit(bootstrap.stderr)
                rounds, states = {tool.name: [] for tool in tools}, {}
                for number in range(chosen.runs):
                    for tool in tools:
                        figures, states[tool.name], wrong = round_of(tool, str(number))
                        differences += [f"{count} stacks: {w}" for w in wrong]
                        rounds[tool.name].append(figures)
                differences += [f"{count} stacks: {d}" for d in compare(states)]
                for step in rounds["sst"][0]:
                    row = [str(count), step]
                    for name in ("sst", "cdk"):
                        runs = [figures[step] for figures in rounds[name]]
                        row += [f"{statistics.median(r[0] for r in runs):.1f}", f"{statistics.median(r[1] for r in runs):.1f}",
                                f"{statistics.median_low([r[2] for r in runs])}"]
                    print("| " + " | ".join(row) + " |", flush=True)
            finally:
                for tool in tools:
                    tool.close()
                cloud.close()
    for difference in differences:
        print("DIFFERENT", difference)
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
