#!/usr/bin/env python3
"""The local cloud under load, beside a bare Node server, and killed at random points.

    bench/local.py                 start, memory, queries, requests, queues
    bench/local.py --kills 50      kill -9 under load, then count what was acknowledged

The client is the same for both servers: asyncio over plain sockets that stay open, in one process.
"""

import argparse
import asyncio
import base64
import io
import json
import os
import pathlib
import random
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROLE = "arn:aws:iam::000000000000:role/r"
ECHO = """require('node:http').createServer((request, response) => {
  let body = ''; request.on('data', (part) => body += part); request.on('end', () => response.end(JSON.stringify({ ok: body.length })))
}).listen(0, '127.0.0.1', function () { console.log(this.address().port) })"""
PUT = """import http from 'node:http'
const agent = new http.Agent({ keepAlive: true })
const to = new URL(process.env.AWS_ENDPOINT_URL)
const call = (target, body) => new Promise((done, failed) => http.request({ host: to.hostname, port: to.port, method: 'POST', agent,
  headers: { 'X-Amz-Target': target, 'Content-Type': 'application/x-amz-json-1.0' } },
  (answer) => { answer.resume(); answer.on('end', () => answer.statusCode == 200 ? done() : failed(new Error(answer.statusCode))) }).on('error', failed).end(JSON.stringify(body)))
export const handler = async (event) => {
  await call('DynamoDB_20120810.PutItem', { TableName: 'notes', Item: { id: { S: event.requestContext.requestId }, text: { S: event.body ?? '' } } })
  return { statusCode: 200, body: '{"ok":true}' }
}"""
COUNT = """import { appendFileSync } from 'node:fs'
export const handler = async (event) => {
  appendFileSync(process.env.SEEN + '/' + process.pid, event.Records.map((r) => r.body + '\\n').join(''))
}"""


FLAGS = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xlog:disable", "-Xms16m", "-Xmn12m", "-Xmx1g"]


def kept(class_path, folder):
    """The jars in a folder of ours: a build beside the run would pull them from under it."""
    copies = []
    for part in class_path.split(os.pathsep):
        copy = pathlib.Path(folder) / f"lib{len(copies)}"
        shutil.copytree(part.removesuffix("*"), copy)
        copies.append(f"{copy}/*")
    return os.pathsep.join(copies)


class Cloud:
    """The local cloud as a process of its own, started as `sst` starts it."""

    def __init__(self, class_path, folder):
        self.class_path, self.folder, self.process = class_path, pathlib.Path(folder), None

    def start(self):
        begun = time.perf_counter()
        self.process = subprocess.Popen(
            ["java", *FLAGS, "-cp", self.class_path, "sst.local.Main", "--dir", str(self.folder), "--port", "0"],
            stdout=open(f"{self.folder}.log", "wb"), stderr=subprocess.STDOUT)
        while True:
            try:
                record = json.loads((self.folder / "cloud.json").read_text())
                if record["pid"] == self.process.pid:
                    self.port = record["port"]
                    return time.perf_counter() - begun
            except (FileNotFoundError, ValueError):
                pass
            if self.process.poll() is not None:
                said = pathlib.Path(f"{self.folder}.log").read_text()
                raise SystemExit(f"the local cloud did not start: status {self.process.returncode}, {said}")
            time.sleep(0.005)

    def memory(self):
        lines = pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Client:
    """One connection that stays open."""

    def __init__(self, port):
        self.port, self.reader, self.writer = port, None, None

    async def send(self, method, path, body=b"", headers=()):
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(body)}", *headers, "", ""]
        self.writer.write("\r\n".join(lines).encode() + body)
        status = int((await self.reader.readline()).split()[1])
        length, chunked = 0, False
        while (line := (await self.reader.readline()).strip().lower()):
            if line.startswith(b"content-length:"):
                length = int(line[15:])
            chunked |= line == b"transfer-encoding: chunked"
        if not chunked:
            return status, await self.reader.readexactly(length)
        parts = []
        while (size := int(await self.reader.readline(), 16)):
            parts.append((await self.reader.readexactly(size + 2))[:-2])
        await self.reader.readline()
        return status, b"".join(parts)

    async def call(self, target, body):
        status, answer = await self.send("POST", "/", json.dumps(body).encode(), [f"X-Amz-Target: {target}", "Content-Type: application/x-amz-json-1.0"])
        if status != 200:
            raise RuntimeError(f"{target}: {status} {answer[:300]}")
        return json.loads(answer or b"{}")

    async def rest(self, service, path, body):
        scope = f"Authorization: AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0"
        status, answer = await self.send("POST", path, json.dumps(body).encode(), [scope])
        if status >= 300:
            raise RuntimeError(f"{path}: {status} {answer[:300]}")
        return json.loads(answer)

    async def function(self, name, source, variables=None):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as zipped:
            zipped.writestr("index.mjs", source)
        await self.rest("lambda", "/2015-03-31/functions", {
            "FunctionName": name, "Runtime": "nodejs20.x", "Handler": "index.handler", "Role": ROLE, "Timeout": 60,
            "Code": {"ZipFile": base64.b64encode(data.getvalue()).decode()}, "Environment": {"Variables": variables or {}}})
        return f"arn:aws:lambda:us-east-1:000000000000:function:{name}"

    async def table(self, name, keys=("id",)):
        kinds = ["HASH", "RANGE"]
        await self.call("DynamoDB_20120810.CreateTable", {
            "TableName": name, "BillingMode": "PAY_PER_REQUEST",
            "KeySchema": [{"AttributeName": key, "KeyType": kinds[i]} for i, key in enumerate(keys)],
            "AttributeDefinitions": [{"AttributeName": key, "AttributeType": "S"} for key in keys]})


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1000


async def load(port, path, connections, seconds):
    """Requests a second, p50 and p99 in ms, errors."""
    times, errors, end = [], 0, time.perf_counter() + seconds

    async def run():
        nonlocal errors
        client = Client(port)
        while time.perf_counter() < end:
            begun = time.perf_counter()
            status, _ = await client.send("POST", path, b'{"text":"hello"}', ["Content-Type: application/json"])
            times.append(time.perf_counter() - begun)
            errors += status != 200

    begun = time.perf_counter()
    await asyncio.gather(*[run() for _ in range(connections)])
    return len(times) / (time.perf_counter() - begun), percentile(times, 0.5), percentile(times, 0.99), errors


async def requests(cloud, seconds):
    client = Client(cloud.port)
    await client.table("notes")
    arn = await client.function("put", PUT)
    api = (await client.rest("apigateway", "/v2/apis", {"name": "a", "protocolType": "HTTP"}))["apiId"]
    target = (await client.rest("apigateway", f"/v2/apis/{api}/integrations", {
        "integrationType": "AWS_PROXY", "integrationUri": arn, "payloadFormatVersion": "2.0"}))["integrationId"]
    await client.rest("apigateway", f"/v2/apis/{api}/routes", {"routeKey": "POST /notes", "target": f"integrations/{target}"})
    await client.rest("apigateway", f"/v2/apis/{api}/stages", {"stageName": "$default", "autoDeploy": True})
    node = subprocess.Popen(["node", "-e", ECHO], stdout=subprocess.PIPE, text=True)
    bare = int(node.stdout.readline())
    try:
        for connections in (1, 16, 64):
            await load(cloud.port, f"/_api/{api}/notes", connections, min(3, seconds))
            for name, port, path in (("API, function, put", cloud.port, f"/_api/{api}/notes"), ("bare Node", bare, "/")):
                rate, middle, high, errors = await load(port, path, connections, seconds)
                print(f"| {name} | {connections} | {rate:.0f} | {middle:.1f} | {high:.1f} | {errors} | {cloud.memory():.0f} |", flush=True)
    finally:
        node.kill()


async def queries(cloud):
    client = Client(cloud.port)
    await client.table("items", ("pk", "sk"))
    for start in range(0, 10_000, 25):
        await client.call("DynamoDB_20120810.BatchWriteItem", {"RequestItems": {"items": [
            {"PutRequest": {"Item": {"pk": {"S": f"p{n % 100}"}, "sk": {"S": f"{n:05d}"}, "text": {"S": "x" * 100}}}}
            for n in range(start, start + 25)]}})
    times = []
    for n in range(1000):
        begun = time.perf_counter()
        answer = await client.call("DynamoDB_20120810.Query", {
            "TableName": "items", "KeyConditionExpression": "pk = :p AND sk > :s", "Limit": 25,
            "ExpressionAttributeValues": {":p": {"S": f"p{n % 100}"}, ":s": {"S": "02000"}}})
        times.append(time.perf_counter() - begun)
        if answer["Count"] != 25:
            raise SystemExit(f"a query found {answer['Count']} items")
    print(f"query of 25 among 10,000 items: p50 {percentile(times[200:], 0.5):.2f} ms, p99 {percentile(times[200:], 0.99):.2f} ms", flush=True)


async def queues(cloud, count, seen):
    for fifo in (False, True):
        name = "work.fifo" if fifo else "work"
        folder = pathlib.Path(seen) / name
        folder.mkdir()
        client = Client(cloud.port)
        await client.call("AmazonSQS.CreateQueue", {"QueueName": name, "Attributes": {
            "VisibilityTimeout": "120", **({"FifoQueue": "true", "ContentBasedDeduplication": "true"} if fifo else {})}})
        await client.function("count-fifo" if fifo else "count", COUNT, {"SEEN": str(folder)})
        begun = time.perf_counter()
        await client.rest("lambda", "/2015-03-31/event-source-mappings", {
            "EventSourceArn": f"arn:aws:sqs:us-east-1:000000000000:{name}", "FunctionName": "count-fifo" if fifo else "count",
            "BatchSize": 10, **({} if fifo else {"MaximumBatchingWindowInSeconds": 1, "BatchSize": 100})})

        async def send(part):
            sender = Client(cloud.port)
            for start in range(part * 10, count, 80):
                await sender.call("AmazonSQS.SendMessageBatch", {"QueueUrl": f"/{name}", "Entries": [
                    {"Id": str(i), "MessageBody": str(start + i), **({"MessageGroupId": f"g{(start + i) % 50}"} if fifo else {})}
                    for i in range(min(10, count - start))]})

        await asyncio.gather(*[send(part) for part in range(8)])
        sent = time.perf_counter() - begun
        deadline = time.perf_counter() + 3600
        while True:
            got = [int(line) for file in folder.iterdir() for line in file.read_text().split()]
            if len(set(got)) == count or time.perf_counter() > deadline:
                break
            await asyncio.sleep(1)
        print(f"{name}: {count} messages sent in {sent:.0f} s, {len(set(got))} handled in {time.perf_counter() - begun:.0f} s, "
              f"lost {count - len(set(got))}, twice {len(got) - len(set(got))}", flush=True)


async def write_until_killed(port, marks, part):
    client, number = Client(port), 0
    try:
        while True:
            key = f"{part}-{number}"
            if part % 4 == 0:
                await client.call("AmazonSSM.PutParameter", {"Name": f"/p/{key}", "Value": key, "Type": "String", "Overwrite": True})
            elif part % 4 == 1:
                await client.call("DynamoDB_20120810.PutItem", {"TableName": "kept", "Item": {"id": {"S": key}}})
            elif part % 4 == 2:
                status, _ = await client.send("PUT", f"/kept/{key}", key.encode())
                if status != 200:
                    raise RuntimeError(f"put: {status}")
            else:
                await client.call("AmazonSQS.SendMessage", {"QueueUrl": "/kept", "MessageBody": key})
            marks.append(key)
            number += 1
    except (OSError, asyncio.IncompleteReadError, IndexError):
        pass


async def missing(port, marks):
    client, lost, sent = Client(port), [], set()
    if any(int(key.split("-")[0]) % 4 == 3 for key in marks):
        while (batch := (await client.call("AmazonSQS.ReceiveMessage", {"QueueUrl": "/kept", "MaxNumberOfMessages": 10, "VisibilityTimeout": 3600})).get("Messages")):
            sent.update(message["Body"] for message in batch)
    for key in marks:
        kind = int(key.split("-")[0]) % 4
        if kind == 0:
            status, body = await client.send("POST", "/", json.dumps({"Name": f"/p/{key}"}).encode(), ["X-Amz-Target: AmazonSSM.GetParameter"])
            there = status == 200 and key.encode() in body
        elif kind == 1:
            there = "Item" in await client.call("DynamoDB_20120810.GetItem", {"TableName": "kept", "Key": {"id": {"S": key}}})
        elif kind == 2:
            there = await client.send("GET", f"/kept/{key}") == (200, key.encode())
        else:
            there = key in sent
        if not there:
            lost.append(key)
    return lost


async def kills(class_path, count, seed):
    # A connection that a kill resets is what this is about.
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
    chance, starts, written, lost = random.Random(seed), [], 0, []
    for _ in range(count):
        with tempfile.TemporaryDirectory() as folder:
            cloud = Cloud(class_path, pathlib.Path(folder) / "state")
            cloud.start()
            client = Client(cloud.port)
            await client.table("kept")
            await client.send("PUT", "/kept")
            await client.call("AmazonSQS.CreateQueue", {"QueueName": "kept"})
            marks = []
            writers = [asyncio.create_task(write_until_killed(cloud.port, marks, part)) for part in range(8)]
            await asyncio.sleep(chance.uniform(0.2, 2.5))
            cloud.kill()
            await asyncio.gather(*writers)
            starts.append(cloud.start())
            written += len(marks)
            lost += await missing(cloud.port, marks)
            cloud.stop()
    print(f"{count} kills: {written} acknowledged writes, {len(lost)} lost {lost[:5]}; next start: "
          f"median {statistics.median(starts):.2f} s, longest {max(starts):.2f} s", flush=True)
    return 1 if lost else 0


async def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--class-path", default=str(ROOT / "dist/target/lib/*"))
    arguments.add_argument("--seconds", type=float, default=10)
    arguments.add_argument("--messages", type=int, default=100_000)
    arguments.add_argument("--kills", type=int, default=0)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    print(f"load average {os.getloadavg()[0]:.0f}", flush=True)
    folder = tempfile.mkdtemp()
    try:
        class_path = kept(given.class_path, folder)
        if given.kills:
            raise SystemExit(await kills(class_path, given.kills, given.seed))
        await load_all(Cloud(class_path, pathlib.Path(folder) / "state"), given, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def load_all(cloud, given, folder):
    try:
        print(f"start {cloud.start():.2f} s, memory when ready {cloud.memory():.0f} MB", flush=True)
        await queries(cloud)
        print("| what | connections | requests/s | p50 ms | p99 ms | errors | cloud MB |\n|---|---|---|---|---|---|---|")
        await requests(cloud, given.seconds)
        await queues(cloud, given.messages, folder)
    finally:
        cloud.stop()


asyncio.run(main())
