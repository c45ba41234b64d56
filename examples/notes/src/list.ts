import { paginateQuery } from "@aws-sdk/lib-dynamodb";
import { handler, json } from "./http";
import { db, kind, type Note, tableName, toNote } from "./table";

/** All notes, the newest first. */
export const main = handler(async () => {
  const pages = paginateQuery(
    { client: db },
    {
      TableName: tableName,
      IndexName: "byTime",
      KeyConditionExpression: "kind = :kind",
      ExpressionAttributeValues: { ":kind": kind },
      ScanIndexForward: false,
    },
  );
  const notes: Note[] = [];
  for await (const page of pages) {
    notes.push(...(page.Items ?? []).map(toNote));
  }
  return json(200, notes);
});
