"""Counts the words and characters of a note before it is saved."""

import base64
import json


class BadRequest(Exception):
    pass


def main(event, context):
    try:
        return respond(200, preview(text_of(event)))
    except BadRequest as error:
        return respond(400, {"error": str(error)})


def preview(text):
    return {"words": len(text.split()), "characters": len(text)}


def text_of(event):
    body = event.get("body") or ""
    try:
        if event.get("isBase64Encoded"):
            body = base64.b64decode(body).decode()
        value = json.loads(body)
    except ValueError:
        raise BadRequest("the body is not JSON")
    text = value.get("text") if isinstance(value, dict) else None
    if not isinstance(text, str):
        raise BadRequest("text must be a string")
    return text


def respond(status, body):
    return {
        "statusCode": status,
        "headers": {"content-type": "application/json"},
        "body": json.dumps(body),
    }
