import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

export interface Note {
  id: string;
  text: string;
  createdAt: string;
}

/** Every note has the same partition in the index, so that one query lists them by time. */
export const kind = "note";

export const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Binding the table in sst.config.groovy sets this variable. */
export const tableName = process.env.SST_Table_tableName_Notes!;

export function toNote(item: Record<string, any>): Note {
  return { id: item.id, text: item.text, createdAt: item.createdAt };
}
