import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { KinesisClient, PutRecordCommand } from "@aws-sdk/client-kinesis";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { NodeHttpHandler } from "@smithy/node-http-handler";

const { env } = process;
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const queue = new SQSClient({});
const topic = new SNSClient({});
const bus = new EventBridgeClient({});
const bucket = new S3Client({});
// The client's usual HTTP/2 is not spoken by the local cloud.
const stream = new KinesisClient({ requestHandler: new NodeHttpHandler() });

/** POST /orders: keeps the order, and tells everyone of it. */
export async function main(request) {
  const { item, cents } = JSON.parse(Buffer.from(request.body ?? "{}", request.isBase64Encoded ? "base64" : "utf8"));
  if (typeof item !== "string" || !item || !Number.isInteger(cents) || cents < 0) {
    return { statusCode: 400, body: JSON.stringify({ error: "an order has an item and cents" }) };
  }
  const order = { id: randomUUID(), item, cents };
  const text = JSON.stringify(order);
  await db.send(new PutCommand({ TableName: env.SST_Table_tableName_Orders, Item: order }));
  await Promise.all([
    queue.send(new SendMessageCommand({ QueueUrl: env.SST_Queue_queueUrl_Packing, MessageBody: text })),
    topic.send(new PublishCommand({ TopicArn: env.SST_Topic_topicArn_News, Message: text })),
    bus.send(new PutEventsCommand({ Entries: [{ EventBusName: env.SST_EventBus_eventBusName_Bus,
      Source: "orders", DetailType: "order.placed", Detail: text }] })),
    stream.send(new PutRecordCommand({ StreamName: env.SST_KinesisStream_streamName_Sales, PartitionKey: order.id,
      Data: Buffer.from(text) })),
    bucket.send(new PutObjectCommand({ Bucket: env.SST_Bucket_bucketName_Receipts, Key: `receipts/${order.id}.json`,
      Body: text, ContentType: "application/json" })),
  ]);
  return { statusCode: 201, body: text };
}
