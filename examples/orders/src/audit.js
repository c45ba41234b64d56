import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { sql } from "./sql.js";
import { db, note } from "./trail.js";

/** Every minute: notes the orders that stand in the ledger. */
export async function main() {
  const booked = new Set((await sql("select order_id from entries")).map((entry) => entry.order_id));
  const { Items } = await db.send(new ScanCommand({ TableName: process.env.SST_Table_tableName_Orders }));
  for (const { id } of Items.filter((order) => booked.has(order.id))) {
    await note(id, "audited");
  }
}
