"""Tells customers of their orders; here, the log."""
import json


def main(event, context):
    for record in event["Records"]:
        order = json.loads(record["Sns"]["Message"])
        print(f"mail: order {order['id']} of {order['item']}")
