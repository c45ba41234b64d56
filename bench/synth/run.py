#!/usr/bin/env python3
"""CPU and wall seconds of one synthesis (HTTP API, 2 routes, 2 functions, 1 table) in a fresh JVM.

Usage: bench/synth/run.py [RUNS]   after: mvn -pl dist -am package -DskipTests
"stock" is the CDK for Java over jsii as it comes, "stock, no rules" the same with CDK_VALIDATION=false.
"""
import os, pathlib, statistics, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent
LIB = ROOT.parent.parent / "dist/target/lib"
RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 5


def measure(command, env):
    began, started = os.times(), time.monotonic()
    subprocess.run(command, env={**os.environ, **env}, check=True, capture_output=True)
    ended = os.times()
    cpu = ended.children_user + ended.children_system - began.children_user - began.children_system
    return cpu, time.monotonic() - started


def main():
    with tempfile.TemporaryDirectory() as folder:
        classes = pathlib.Path(folder) / "classes"
        path = f"{classes}{os.pathsep}{LIB}/*"
        subprocess.run(["javac", "-nowarn", "-d", classes, "-cp", f"{LIB}/*", *ROOT.glob("*.java")], check=True)
        java = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", path, "SynthBench"]
        plain = ["java", "-cp", path, "SynthBench"]
        rows = [
            ("stock", plain, "stock", {}),
            ("stock, no rules", plain, "stock", {"CDK_VALIDATION": "false"}),
            ("tuned", java, "tuned", {}),
            ("unchanged", java, "unchanged", {}),
        ]
        print("| run | CPU s | wall s |\n|---|---|---|")
        for name, line, mode, env in rows:
            runs = [measure([*line, mode, folder], env) for _ in range(RUNS + 1)][1:]
            print(f"| {name} | {statistics.median(r[0] for r in runs):.2f} | {statistics.median(r[1] for r in runs):.2f} |")


main()
