import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import { handler, HttpError } from "./http";
import { db, tableName } from "./table";

export const main = handler(async (request) => {
  const id = request.pathParameters?.id;
  const { Attributes: removed } = await db.send(
    new DeleteCommand({ TableName: tableName, Key: { id }, ReturnValues: "ALL_OLD" }),
  );
  if (!removed) {
    throw new HttpError(404, `there is no note ${id}`);
  }
  return { statusCode: 204 };
});
