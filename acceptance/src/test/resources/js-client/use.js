// Usage: node use.js STACK TABLE FUNCTION. Prints what it saw as JSON.
import * as cfn from "@aws-sdk/client-cloudformation";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as lambda from "@aws-sdk/client-lambda";

const [stack, table, name] = process.argv.slice(2);
const stacks = new cfn.CloudFormationClient({});
const items = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const functions = new lambda.LambdaClient({});
const log = new logs.CloudWatchLogsClient({});

const { Stacks } = await stacks.send(new cfn.DescribeStacksCommand({ StackName: stack }));
const { StackResources } = await stacks.send(new cfn.DescribeStackResourcesCommand({ StackName: stack }));
const { StackEvents } = await stacks.send(new cfn.DescribeStackEventsCommand({ StackName: stack }));

await items.send(new PutCommand({ TableName: table, Item: { id: "js", list: [1, { deep: "value" }], set: new Set(["a", "b"]) } }));
const { Item } = await items.send(new GetCommand({ TableName: table, Key: { id: "js" } }));

const reply = await functions.send(new lambda.InvokeCommand({
  FunctionName: name,
  LogType: "Tail",
  Payload: JSON.stringify({ rawPath: "/from-js" }),
}));

const group = `/aws/lambda/${name}`;
const { events } = await log.send(new logs.FilterLogEventsCommand({ logGroupName: group, filterPattern: '"from-js"' }));

console.log(JSON.stringify({
  status: Stacks[0].StackStatus,
  types: StackResources.map((resource) => resource.ResourceType),
  events: StackEvents.map((event) => event.ResourceStatus),
  item: { ...Item, set: [...Item.set].sort() },
  reply: JSON.parse(Buffer.from(reply.Payload).toString()),
  tail: Buffer.from(reply.LogResult, "base64").toString(),
  messages: events.map((event) => event.message),
}));
