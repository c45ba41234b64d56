"""Runs a Python handler inside a worker: loads it, then takes one event after the other from the Runtime API."""
import decimal
import http.client
import importlib
import json
import logging
import os
import sys
import time
import traceback

ROOT = os.environ["LAMBDA_TASK_ROOT"]
API = "/2018-06-01/runtime/"
request_id = None


class RuntimeApi:
    def __init__(self):
        self.connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])

    def call(self, method, path, body=None, repeat=True):
        try:
            self.connection.request(method, API + path, body)
            response = self.connection.getresponse()
            return response, response.read()
        except (http.client.HTTPException, ConnectionError):
            # A kept connection may have been closed while the handler ran.
            self.connection.close()
            if not repeat:
                raise
            return self.call(method, path, body, False)


class Context:
    def __init__(self, headers):
        env = os.environ
        self.function_name = env["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = env["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = env["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = env["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = env["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.client_context = self._object(headers.get("Lambda-Runtime-Client-Context"))
        self.identity = self._object(headers.get("Lambda-Runtime-Cognito-Identity"))
        self._deadline = int(headers["Lambda-Runtime-Deadline-Ms"])

    @staticmethod
    def _object(text):
        return type("Members", (), json.loads(text)) if text else None

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline - int(time.time() * 1000))

    def log(self, message):
        sys.stdout.write(str(message))


class RequestIdFilter(logging.Filter):
    def filter(self, record):
        record.aws_request_id = request_id or ""
        return True


class LogHandler(logging.StreamHandler):
    def format(self, record):
        return super().format(record).replace("\n", "\r")


def prepare_logging():
    handler = LogHandler(sys.stdout)
    form = logging.Formatter("[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s", "%Y-%m-%dT%H:%M:%S")
    form.converter = time.gmtime
    handler.setFormatter(form)
    handler.addFilter(RequestIdFilter())
    logging.getLogger().addHandler(handler)


class RuntimeFailure(Exception):
    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind


def load():
    name = os.environ["_HANDLER"]
    module_name, dot, function_name = name.rpartition(".")
    if not dot:
        raise RuntimeFailure("Runtime.MalformedHandlerName", f"Bad handler '{name}': not enough values to unpack (expected 2, got 1)")
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as e:
        raise RuntimeFailure("Runtime.ImportModuleError", f"Unable to import module '{module_name}': {e}") from e
    except SyntaxError as e:
        text = f"Syntax error in module '{module_name}': {e.msg} ({os.path.basename(e.filename or '')}, line {e.lineno})"
        raise RuntimeFailure("Runtime.UserCodeSyntaxError", text) from e
    if not hasattr(module, function_name):
        raise RuntimeFailure("Runtime.HandlerNotFound", f"Handler '{function_name}' missing on module '{module_name}'")
    return getattr(module, function_name)


def describe(error):
    kind = error.kind if isinstance(error, RuntimeFailure) else type(error).__name__
    frames = [] if isinstance(error, RuntimeFailure) else traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename != __file__]
    described = {"errorMessage": str(error), "errorType": kind}
    if request_id:
        described["requestId"] = request_id
    described["stackTrace"] = traceback.format_list(own)
    return described


def log_error(described):
    lines = [f"[ERROR] {described['errorType']}: {described['errorMessage']}"]
    if described["stackTrace"]:
        lines += ["Traceback (most recent call last):"] + "".join(described["stackTrace"]).rstrip().split("\n")
    print("\r".join(line.replace("\n", "\r") for line in lines))


def number(value):
    if isinstance(value, decimal.Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


def answer(handler, event, context):
    result = handler(event, context)
    try:
        return json.dumps(result, ensure_ascii=False, default=number).encode()
    except (TypeError, ValueError) as e:
        raise RuntimeFailure("Runtime.MarshalError", f"Unable to marshal response: {e}") from e


def finish_output():
    sys.stdout.flush()
    sys.stderr.flush()
    os.write(1, b"\0")


def main():
    global request_id
    sys.stdout.reconfigure(encoding="utf-8", line_buffering=True)
    sys.path[0] = ROOT
    prepare_logging()
    api = RuntimeApi()
    try:
        handler = load()
    except Exception as e:
        described = describe(e)
        log_error(described)
        finish_output()
        api.call("POST", "init/error", json.dumps(described))
        sys.exit(1)
    while True:
        response, body = api.call("GET", "invocation/next")
        request_id = response.headers["Lambda-Runtime-Aws-Request-Id"]
        os.environ["_X_AMZN_TRACE_ID"] = response.headers.get("Lambda-Runtime-Trace-Id", "")
        try:
            kind, result = "response", answer(handler, json.loads(body), Context(response.headers))
        except Exception as e:
            described = describe(e)
            log_error(described)
            kind, result = "error", json.dumps(described).encode()
        finish_output()
        api.call("POST", f"invocation/{request_id}/{kind}", result)


main()
