import { ApiGatewayManagementApiClient, GoneException, PostToConnectionCommand } from "@aws-sdk/client-apigatewaymanagementapi";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";

const { env } = process;
const TableName = env.SST_Table_tableName_Watchers;
const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** A browser opens its socket. */
export async function connect({ requestContext }) {
  await db.send(new PutCommand({ TableName, Item: { connection: requestContext.connectionId } }));
  return { statusCode: 200 };
}

/** And closes it. */
export async function disconnect({ requestContext }) {
  await forget(requestContext.connectionId);
  return { statusCode: 200 };
}

const forget = (connection) => db.send(new DeleteCommand({ TableName, Key: { connection } }));

/** Tells all who watch of each order. */
export async function tell(event) {
  const sockets = new ApiGatewayManagementApiClient({ endpoint: env.SST_WebSocketApi_httpsUrl_Live });
  const { Items } = await db.send(new ScanCommand({ TableName }));
  for (const { Sns } of event.Records) {
    await Promise.all(Items.map(({ connection }) => post(sockets, connection, Sns.Message)));
  }
}

async function post(sockets, connection, text) {
  try {
    await sockets.send(new PostToConnectionCommand({ ConnectionId: connection, Data: text }));
  } catch (gone) {
    if (!(gone instanceof GoneException)) throw gone;
    await forget(connection);
  }
}
