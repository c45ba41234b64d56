import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";

export const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const trail = process.env.SST_Table_tableName_Trail;

/** Notes that something has happened to an order; noting it again changes nothing. */
export const note = (orderId, step, more = {}) =>
  db.send(new PutCommand({ TableName: trail, Item: { orderId, step, ...more } }));
