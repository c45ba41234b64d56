import { sql } from "./sql.js";
import { note } from "./trail.js";

/** Takes orders from the queue, books them in the ledger and packs them. A message may come twice. */
export async function main(event) {
  for (const { body } of event.Records) {
    const { id, item, cents } = JSON.parse(body);
    await sql("insert into entries (order_id, item, cents) values (:id, :item, :cents) on conflict do nothing", {
      id, item, cents,
    });
    await note(id, "packed");
  }
}
