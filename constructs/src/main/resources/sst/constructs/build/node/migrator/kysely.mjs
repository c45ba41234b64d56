// Migrations in JavaScript get a Kysely of the app's own version, as in SST v2.
import { Kysely } from "kysely";
import { DataApiDialect } from "kysely-data-api";

export function database(api, mode) {
  const { resourceArn, secretArn, database } = api.target;
  return new Kysely({
    dialect: new DataApiDialect({ mode, driver: { client: api.client(), database, resourceArn, secretArn } }),
  });
}
