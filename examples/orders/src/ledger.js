import { sql } from "./sql.js";

/** GET /ledger: what was sold. */
export const main = async () => ({
  statusCode: 200,
  body: JSON.stringify(await sql("select item, orders, cents from sales order by item")),
});
