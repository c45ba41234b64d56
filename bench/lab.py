"""What the sweeps and side-by-side runs stand on: generated apps, a local cloud, and a proxy before it that counts
calls and makes them fail."""

import hashlib
import http.client
import http.server
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.parse
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent
REGION = "us-east-1"
ACCOUNT = "000000000000"
QUALIFIER = "hnb659fds"


def copied(home):
    """A copy of the build in a folder, with a class-data archive of its own: it stays as it is while work goes on."""
    home = pathlib.Path(home).absolute()
    subprocess.run([str(ROOT / "sst"), "version"], check=True, stdout=subprocess.DEVNULL)
    (home / "dist/target").mkdir(parents=True)
    shutil.copy2(ROOT / "sst", home)
    shutil.copytree(ROOT / "dist/src", home / "dist/src")
    shutil.copytree(ROOT / "dist/target/lib", home / "dist/target/lib")
    (home / "dist/target/built").touch()
    subprocess.run([str(home / "sst"), "--help"], check=True, stdout=subprocess.DEVNULL)
    archives, deadline = home / "dist/target/archive", time.monotonic() + 300
    while not [f for f in archives.glob("*") if f.suffix not in (".lock", ".log")] and time.monotonic() < deadline:
        time.sleep(0.2)
    return home


class App:
    """A ready cloud assembly of `count` stacks: the first has a table that the others import, each has a function."""

    def __init__(self, folder, count, name="lab"):
        self.folder, self.count, self.name = pathlib.Path(folder), count, name

    def stacks(self):
        return [f"dev-{self.name}-s{i}" for i in range(self.count)]

    def templates(self):
        """The templates of the stacks, as they were written last."""
        return [json.loads((self.folder / f"{stack}.template.json").read_text()) for stack in self.stacks()]

    def write(self, version, others=None):
        """Writes the assembly; `version` goes into the functions, but for stacks that have their own in `others`."""
        self.folder.mkdir(parents=True, exist_ok=True)
        manifest = {"version": "48.0.0", "artifacts": {}}
        sst = {"version": 1, "app": self.name, "stage": "dev", "region": REGION, "stacks": {}}
        for i, stack in enumerate(self.stacks()):
            self._stack(manifest, stack, i, (others or {}).get(i, version))
            sst["stacks"][stack] = {"name": f"s{i}", "resources": {}}
        (self.folder / "manifest.json").write_text(json.dumps(manifest))
        (self.folder / "sst.json").write_text(json.dumps(sst))

    def _stack(self, manifest, stack, i, version):
        code = f"exports.main = async () => '{stack} {version}'\n"
        asset = hashlib.sha256(code.encode()).hexdigest()
        folder = self.folder / f"asset.{asset}"
        folder.mkdir(exist_ok=True)
        (folder / "index.js").write_text(code)
        template = self._template(stack, i, asset)
        text = json.dumps(template)
        digest = hashlib.sha256(text.encode()).hexdigest()
        (self.folder / f"{stack}.template.json").write_text(text)
        bucket = "cdk-" + QUALIFIER + "-assets-${AWS::AccountId}-${AWS::Region}"
        role = "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cdk-" + QUALIFIER
        def to(key):
            return {"here": {"bucketName": bucket, "objectKey": key,
                             "assumeRoleArn": role + "-file-publishing-role-${AWS::AccountId}-${AWS::Region}"}}
        (self.folder / f"{stack}.assets.json").write_text(json.dumps({"version": "48.0.0", "files": {
            asset: {"displayName": f"{stack} code", "source": {"path": f"asset.{asset}", "packaging": "zip"},
                    "destinations": to(f"{asset}.zip")},
            digest: {"displayName": f"{stack} template",
                     "source": {"path": f"{stack}.template.json", "packaging": "file"},
                     "destinations": to(f"{digest}.json")}}, "dockerImages": {}}))
        artifacts = manifest["artifacts"]
        artifacts[f"{stack}.assets"] = {"type": "cdk:asset-manifest", "properties": {
            "file": f"{stack}.assets.json", "requiresBootstrapStackVersion": 6,
            "bootstrapStackVersionSsmParameter": f"/cdk-bootstrap/{QUALIFIER}/version"}}
        artifacts[stack] = {
            "type": "aws:cloudformation:stack", "environment": f"aws://{ACCOUNT}/{REGION}",
            "properties": {
                "templateFile": f"{stack}.template.json", "validateOnSynth": False,
                "tags": {"sst:app": self.name, "sst:stage": "dev"},
                "assumeRoleArn": role + "-deploy-role-${AWS::AccountId}-${AWS::Region}",
                "cloudFormationExecutionRoleArn": role + "-cfn-exec-role-${AWS::AccountId}-${AWS::Region}",
                "stackTemplateAssetObjectUrl": f"s3://{bucket}/{digest}.json",
                "requiresBootstrapStackVersion": 6,
                "bootstrapStackVersionSsmParameter": f"/cdk-bootstrap/{QUALIFIER}/version",
                "additionalDependencies": [f"{stack}.assets"],
                "lookupRole": {"arn": role + "-lookup-role-${AWS::AccountId}-${AWS::Region}",
                               "requiresBootstrapStackVersion": 8,
                               "bootstrapStackVersionSsmParameter": f"/cdk-bootstrap/{QUALIFIER}/version"}},
            "dependencies": [f"{stack}.assets"] + ([self.stacks()[0]] if i else []), "displayName": stack}

    def _template(self, stack, i, asset):
        first = self.stacks()[0]
        table = {"Ref": "Table"} if i == 0 else {"Fn::ImportValue": f"{first}:Table"}
        resources = {
            "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {
                "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                                                        "Principal": {"Service": "lambda.amazonaws.com"}}]}}},
            "Fn": {"Type": "AWS::Lambda::Function", "Properties": {
                "Code": {"S3Bucket": {"Fn::Sub": "cdk-" + QUALIFIER + "-assets-${AWS::AccountId}-${AWS::Region}"},
                         "S3Key": f"{asset}.zip"},
                "Role": {"Fn::GetAtt": ["Role", "Arn"]}, "Handler": "index.main", "Runtime": "nodejs20.x",
                "Environment": {"Variables": {"TABLE": table}}}},
            "Url": {"Type": "AWS::SSM::Parameter", "Properties": {
                "Type": "String", "Name": f"/{stack}/function", "Value": {"Ref": "Fn"}}}}
        outputs = {"Function": {"Value": {"Ref": "Fn"}}}
        if i == 0:
            resources["Table"] = {"Type": "AWS::DynamoDB::Table", "Properties": {
                "BillingMode": "PAY_PER_REQUEST",
                "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}]}}
            outputs["Table"] = {"Value": {"Ref": "Table"}, "Export": {"Name": f"{first}:Table"}}
        return {"Resources": resources, "Outputs": outputs}


class Cloud:
    """A local cloud of its own, and the few questions that are asked of it directly."""

    def __init__(self, folder, home=ROOT):
        self.folder = pathlib.Path(folder)
        self.process = subprocess.Popen(
            ["java", "-XX:TieredStopAtLevel=1", "-cp", str(home / "dist/target/lib/sst-local-0.1.0.jar"), "sst.local.Main",
             "--dir", str(self.folder), "--port", "0"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        file = self.folder / "cloud.json"
        deadline = time.monotonic() + 60
        while not file.exists():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("the local cloud does not start")
            time.sleep(0.02)
        self.status = json.loads(file.read_text())
        self.port = self.status["port"]
        self._keep()

    def _keep(self):
        """A stack of another app: `sst remove` ends a local cloud that no app is left in."""
        self.query("CreateStack", **{
            "StackName": "keeper", "TemplateBody": json.dumps({"Resources": {"P": {
                "Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": "x"}}}}),
            "Tags.member.1.Key": "sst:app", "Tags.member.1.Value": "keeper",
            "Tags.member.2.Key": "sst:stage", "Tags.member.2.Value": "keeper"})

    def close(self):
        self.process.terminate()
        self.process.wait()

    def call(self, service, body, headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        scope = f"Credential=local/20260101/{REGION}/{service}/aws4_request"
        connection.request("POST", "/", body, {
            "Authorization": f"AWS4-HMAC-SHA256 {scope}, SignedHeaders=host, Signature=0", **headers})
        reply = connection.getresponse()
        content = reply.read()
        if reply.status >= 300:
            raise SystemExit(f"{service}: {reply.status} {content[:400]}")
        return content

    def query(self, action, **parameters):
        body = urllib.parse.urlencode({"Action": action, "Version": "2010-05-15", **parameters})
        content = self.call("cloudformation", body, {"Content-Type": "application/x-www-form-urlencoded"})
        return xml.fromstring(re.sub(rb' xmlns="[^"]*"', b"", content, count=1))

    def dynamo(self, action, **parameters):
        return json.loads(self.call("dynamodb", json.dumps(parameters), {
            "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": f"DynamoDB_20120810.{action}"}))

    def stacks(self):
        found = self.query("DescribeStacks").findall(".//Stacks/member")
        return {s.findtext("StackName"): s for s in found if s.findtext("StackStatus") != "DELETE_COMPLETE"}

    def state(self):
        """All that two ways of getting somewhere must agree in, without what is random."""
        state = {}
        for name, stack in sorted(self.stacks().items()):
            if name in ("CDKToolkit", "keeper"):
                continue
            resources = self.query("ListStackResources", StackName=name).findall(".//member")
            functions = [r.findtext("PhysicalResourceId") for r in resources
                         if r.findtext("ResourceType") == "AWS::Lambda::Function"]
            state[name] = {
                "code": [self.code(function) for function in functions],
                "status": "good" if stack.findtext("StackStatus") in ("CREATE_COMPLETE", "UPDATE_COMPLETE")
                          else stack.findtext("StackStatus"),
                "template": json.loads(self.query("GetTemplate", StackName=name, TemplateStage="Original")
                                       .findtext(".//TemplateBody")),
                "tags": sorted((t.findtext("Key"), t.findtext("Value")) for t in stack.findall("Tags/member")),
                "outputs": sorted(o.findtext("OutputKey") for o in stack.findall("Outputs/member")),
                "resources": sorted((r.findtext("LogicalResourceId"), r.findtext("ResourceType"),
                                     r.findtext("ResourceStatus").split("_")[-1]) for r in resources)}
        return state

    def get(self, service, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers={
            "Authorization": f"AWS4-HMAC-SHA256 Credential=local/20260101/{REGION}/{service}/aws4_request, "
                             "SignedHeaders=host, Signature=0"})
        return connection.getresponse().read()

    def code(self, function):
        """The hash of a function's code as it is, whatever its stack says."""
        return json.loads(self.get("lambda", f"/2015-03-31/functions/{function}/configuration")).get("CodeSha256")

    def tables(self):
        return self.dynamo("ListTables")["TableNames"]

    def objects(self, prefix):
        listing = self.get("s3", f"/cdk-{QUALIFIER}-assets-{ACCOUNT}-{REGION}?list-type=2&prefix={prefix}")
        return re.findall(rb"<Key>([^<]*)</Key>", listing)


class Proxy:
    """Stands before a cloud. `fault(number, label)` says what happens to a call: None, or one of
    before (killed, not forwarded), after (forwarded, killed), lost (forwarded, no reply), reset, throttle, truncate,
    expired, delay."""

    def __init__(self, cloud):
        self.cloud = cloud
        self.lock = threading.Lock()
        self.calls = []
        self.fault = lambda number, label: None
        self.kill = lambda: None
        proxy = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def any(self):
                proxy.handle(self)

            do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = any

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        # Connections break on purpose here; each is counted where it is broken.
        self.server.handle_error = lambda request, address: None
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()

    def begin(self, fault=lambda number, label: None):
        with self.lock:
            self.calls, self.fault = [], fault

    def label(self, request, body):
        scope = re.search(r"Credential=[^/]+/\d+/[^/]+/([^/]+)/", request.headers.get("Authorization", ""))
        service = scope.group(1) if scope else "-"
        action = re.search(rb"(?:^|&)Action=([A-Za-z]+)", body or b"")
        target = request.headers.get("X-Amz-Target", "")
        return f"{service} " + (action.group(1).decode() if action else target.rpartition(".")[2] or request.command)

    def handle(self, request):
        length = int(request.headers.get("Content-Length") or 0)
        body = request.rfile.read(length) if length else b""
        if request.path.startswith("/_sst/"):
            if request.path == "/_sst/stop":
                return self.reply(request, 200, {}, b"{}")
            return self.reply(request, *self.forward(request, body))
        with self.lock:
            label = self.label(request, body)
            self.calls.append(label)
            fault = self.fault(len(self.calls), label)
        if fault == "before":
            self.kill()
            return self.drop(request)
        if fault == "reset":
            return self.drop(request)
        if fault in ("throttle", "expired"):
            code, text = (("Throttling", "Rate exceeded") if fault == "throttle"
                          else ("ExpiredToken", "The security token included in the request is expired"))
            content = (f"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>{text}</Message></Error>"
                       "<RequestId>0</RequestId></ErrorResponse>").encode()
            return self.reply(request, 400 if fault == "throttle" else 403, {"Content-Type": "text/xml"}, content)
        if fault == "delay":
            time.sleep(0.3)
        status, headers, content = self.forward(request, body)
        if fault == "after":
            self.kill()
            return self.drop(request)
        if fault == "lost":
            return self.drop(request)
        self.reply(request, status, headers, content, cut=fault == "truncate")

    def forward(self, request, body):
        connection = http.client.HTTPConnection("127.0.0.1", self.cloud.port, timeout=120)
        headers = {k: v for k, v in request.headers.items() if k.lower() not in ("connection", "expect", "host")}
        headers["Host"] = f"127.0.0.1:{self.cloud.port}"
        connection.request(request.command, request.path, body, headers)
        reply = connection.getresponse()
        content = reply.read()
        connection.close()
        return reply.status, dict(reply.getheaders()), content

    def reply(self, request, status, headers, content, cut=False):
        try:
            request.send_response_only(status)
            for key, value in headers.items():
                if key.lower() not in ("content-length", "transfer-encoding", "connection"):
                    request.send_header(key, value)
            request.send_header("Content-Length", str(len(content)))
            request.end_headers()
            if request.command != "HEAD":
                request.wfile.write(content[:len(content) // 2] if cut else content)
            if cut:
                self.drop(request)
        except OSError:
            request.close_connection = True

    def drop(self, request):
        request.close_connection = True
        try:
            request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            request.connection.close()
        except OSError:
            pass


class Cli:
    """`sst` in a project whose local cloud is the proxy, so that it works at the pace of a local stage."""

    def __init__(self, folder, proxy, app, home=ROOT):
        self.folder, self.proxy, self.app, self.home = pathlib.Path(folder), proxy, app, home
        (self.folder / ".sst/local").mkdir(parents=True, exist_ok=True)
        status = {**proxy.cloud.status, "port": proxy.port, "endpoint": f"http://127.0.0.1:{proxy.port}"}
        (self.folder / ".sst/local/cloud.json").write_text(json.dumps(status))
        (self.folder / ".sst/local/port").write_text(str(proxy.port))
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "SST_"))}
        self.env = {**kept, "NO_COLOR": "1", "SST_LOCAL_PORT": str(proxy.port)}
        self.process = None
        proxy.kill = self.kill

    def kill(self):
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)

    def swapped(self):
        """The stacks that are on record as hotswapped."""
        record = self.folder / ".sst/hotswap/dev.json"
        return sorted(json.loads(record.read_text())) if record.exists() else []

    def run(self, *words, timeout=300):
        """Exit code and all that was said; the code is None for a run that does not end."""
        with tempfile.TemporaryFile() as output:
            self.process = subprocess.Popen(
                [str(self.home / "sst"), "--from", str(self.app.folder), "--cloud", "local", *words, "--yes"],
                cwd=self.folder, env=self.env, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
            try:
                code = self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                self.kill()
                self.process.wait()
                code = None
            output.seek(0)
            return code, output.read().decode(errors="replace")
