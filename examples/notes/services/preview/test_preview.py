import base64
import json
import unittest

from preview import main


def call(body, **event):
    reply = main({"body": body, **event}, None)
    return reply["statusCode"], json.loads(reply["body"])


class PreviewTest(unittest.TestCase):
    def test_counts_words_and_characters(self):
        self.assertEqual(call('{"text": "two  words"}'), (200, {"words": 2, "characters": 10}))

    def test_counts_characters_not_bytes(self):
        self.assertEqual(call('{"text": "h\u00e9\u00e9"}'), (200, {"words": 1, "characters": 3}))

    def test_decodes_a_binary_body(self):
        body = base64.b64encode(b'{"text": "one"}').decode()
        self.assertEqual(call(body, isBase64Encoded=True)[0], 200)

    def test_refuses_what_is_not_json(self):
        self.assertEqual(call("{"), (400, {"error": "the body is not JSON"}))
        self.assertEqual(call(None)[0], 400)

    def test_refuses_a_body_without_text(self):
        self.assertEqual(call("[]"), (400, {"error": "text must be a string"}))
        self.assertEqual(call('{"text": 1}')[0], 400)


if __name__ == "__main__":
    unittest.main()
