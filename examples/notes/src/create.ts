import { randomUUID } from "node:crypto";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { handler, HttpError, json, jsonBody } from "./http";
import { db, kind, tableName, toNote } from "./table";

const longest = 10_000;

export const main = handler(async (request) => {
  const { text } = jsonBody(request);
  if (typeof text !== "string" || text.trim() === "") {
    throw new HttpError(400, "text must be a string that is not empty");
  }
  if (text.length > longest) {
    throw new HttpError(400, `text must not be longer than ${longest} characters`);
  }
  const item = { id: randomUUID(), kind, text, createdAt: new Date().toISOString() };
  await db.send(new PutCommand({ TableName: tableName, Item: item }));
  return json(201, toNote(item));
});
