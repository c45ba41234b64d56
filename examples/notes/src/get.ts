import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { handler, HttpError, json } from "./http";
import { db, tableName, toNote } from "./table";

export const main = handler(async (request) => {
  const id = request.pathParameters?.id;
  const { Item: item } = await db.send(new GetCommand({ TableName: tableName, Key: { id } }));
  if (!item) {
    throw new HttpError(404, `there is no note ${id}`);
  }
  return json(200, toNote(item));
});
