import { GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { db, trail } from "./trail.js";

/** GET /orders/{id}: the order, and what has happened to it. */
export async function main(request) {
  const { id } = request.pathParameters;
  const { Item: order } = await db.send(new GetCommand({ TableName: process.env.SST_Table_tableName_Orders, Key: { id } }));
  if (!order) {
    return { statusCode: 404, body: JSON.stringify({ error: `there is no order ${id}` }) };
  }
  const { Items } = await db.send(
    new QueryCommand({ TableName: trail, KeyConditionExpression: "orderId = :id", ExpressionAttributeValues: { ":id": id } }),
  );
  return { statusCode: 200, body: JSON.stringify({ ...order, trail: Items.map(({ step }) => step) }) };
}
