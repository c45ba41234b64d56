#!/usr/bin/env python3
"""An app of 200 constructs: its model in a warm process, and its build beside the CDK's in JavaScript, in one run.

Usage: bench/large/run.py [RUNS]   CPU is user and system time of a command and every process that it started (Linux).
The model must not start a process; "cold" keeps function builds and nothing else.
"""
import contextlib, ctypes, os, pathlib, shutil, statistics, subprocess, sys, tempfile, time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LIB = ROOT / "dist/target/lib"
JS = ROOT / "bench/target/large-js"
RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 3


def reap():
    """Waits for what the command left behind: the CDK's process ends a moment after its JVM, and its CPU counts."""
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()


def measure(name, command, folder, env=None, before=lambda: None):
    cpu, wall = [], []
    for _ in range(RUNS):
        before()
        began, started = os.times(), time.monotonic()
        subprocess.run(command, cwd=folder, env={**os.environ, **(env or {})}, check=True, capture_output=True)
        wall.append(time.monotonic() - started)
        reap()
        ended = os.times()
        cpu.append(ended.children_user + ended.children_system - began.children_user - began.children_system)
    print(f"| {name} | {statistics.median(cpu):.2f} | {statistics.median(wall):.2f} |", flush=True)


def model(folder):
    classes = folder / "classes"
    subprocess.run(["javac", "-nowarn", "-d", classes, "-cp", f"{LIB}/*", HERE / "LargeModel.java"], check=True)
    line = ["java", "-XX:+UseSerialGC", "-cp", f"{classes}{os.pathsep}{LIB}/*", "LargeModel", str(folder)]
    constructs, wall, cpu, started = subprocess.run(line, check=True, capture_output=True, text=True).stdout.split()
    if started != "0":
        sys.exit(f"the model started {started} processes")
    print(f"model of {constructs} constructs, warm: {float(wall):.1f} ms, {float(cpu):.1f} ms of CPU, no process started (aim ≤ 50 ms)\n")


def javascript():
    JS.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "bench/cdk-js/package.json", JS)
    shutil.copy(HERE / "app.js", JS)
    shutil.copytree(HERE / "src", JS / "src", dirs_exist_ok=True)
    if not (JS / "node_modules/aws-cdk").exists():
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--no-package-lock"], cwd=JS, check=True,
                       capture_output=True)


def main():
    ctypes.CDLL(None).prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: orphans become children of this process
    subprocess.run([str(ROOT / "sst"), "version"], check=True, capture_output=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copy(HERE / "sst.config.groovy", folder)
        shutil.copytree(HERE / "src", folder / "src")
        model(folder)
        javascript()
        sst = [str(ROOT / "sst"), "build", "--stage", "dev"]
        subprocess.run(sst, cwd=folder, check=True, capture_output=True)
        forget = lambda *paths: [shutil.rmtree(folder / path, ignore_errors=True) for path in paths]
        print("| command | CPU s | wall s |\n|---|---|---|")
        measure("`sst build`, cold", sst, folder, before=lambda: forget(".sst/assembly", ".sst/cache/scripts"))
        measure("`sst build`, model unchanged", sst, folder)
        measure("plain JavaScript CDK, `node app.js`", ["node", "app.js"], JS, {"CDK_OUTDIR": str(folder / "out")})
        measure("the same without the CDK's validation", ["node", "app.js"], JS,
                {"CDK_OUTDIR": str(folder / "out"), "CDK_VALIDATION": "false"})
        measure("`cdk synth` of it, without the CDK's validation",
                ["node_modules/.bin/cdk", "synth", "--quiet", "--app", "node app.js", "--output", str(folder / "out2")],
                JS, {"CDK_VALIDATION": "false", "CDK_DISABLE_CLI_TELEMETRY": "true"})


main()
