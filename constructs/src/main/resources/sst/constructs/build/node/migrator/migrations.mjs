// The migrations of a folder in the order of their names, and which of them a database has had. The table that
// remembers them is Kysely's, so that a database that SST v2 migrated goes on from where it is.
import { readdir, readFile } from "node:fs/promises";
import { statements } from "./statements.mjs";

const FOLDER = new URL("./sst_rds_migration_scripts/", import.meta.url);
const TABLE = "kysely_migration";

export class Migrations {
  constructor(api, mode, files) {
    this.api = api;
    this.mode = mode;
    this.files = files;
  }

  static async open(api, mode) {
    const names = await readdir(FOLDER);
    const files = names
      .filter((file) => /\.(sql|mjs)$/.test(file))
      .map((file) => ({ name: file.replace(/\.(sql|mjs)$/, ""), file }))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
    return new Migrations(api, mode, files);
  }

  async list() {
    const had = await this.applied();
    return this.files.map(({ name }) => ({ name, executedAt: had.get(name) }));
  }

  async latest() {
    const had = await this.applied();
    const open = this.open(had);
    for (const migration of open) {
      try {
        await this.apply(migration);
      } catch (error) {
        throw new Error(`migration ${migration.name} failed: ${error.message}`, { cause: error });
      }
    }
    return { applied: open.map(({ name }) => name) };
  }

  // What was applied must be the beginning of the list, or the result would depend on the database.
  open(had) {
    const names = this.files.map(({ name }) => name);
    for (const name of had.keys()) {
      if (!names.includes(name)) {
        throw new Error(`migration ${name} was applied and its file is gone; put it back`);
      }
    }
    const late = this.files.slice(0, had.size).find(({ name }) => !had.has(name));
    if (late) {
      throw new Error(`migration ${late.name} comes before others that were applied; give it a later name`);
    }
    return this.files.slice(had.size);
  }

  async applied() {
    await this.api.execute(
      `create table if not exists ${TABLE} (name varchar(255) not null primary key, timestamp varchar(255) not null)`,
    );
    const { records = [] } = await this.api.execute(`select name, timestamp from ${TABLE} order by name`);
    return new Map(records.map(([name, at]) => [name.stringValue, at.stringValue]));
  }

  async apply({ name, file }) {
    if (file.endsWith(".sql")) {
      const text = await readFile(new URL(file, FOLDER), "utf8");
      await this.applyText(name, statements(text, this.mode));
      return;
    }
    const { up } = await import(new URL(file, FOLDER));
    if (typeof up !== "function") {
      throw new Error("it exports no function 'up'");
    }
    const { database } = await import("./kysely.mjs");
    await this.applyModule(name, up, database(this.api, this.mode));
  }

  // MySQL ends a transaction at every change of a table; there a failure leaves what came before it.
  async applyText(name, all) {
    const transactionId = this.mode === "postgres" ? await this.api.begin() : undefined;
    try {
      for (const sql of all) {
        await this.api.execute(sql, { transactionId });
      }
      await this.remember(name, transactionId);
    } catch (error) {
      if (transactionId) {
        await this.api.rollback(transactionId);
      }
      throw error;
    }
    if (transactionId) {
      await this.api.commit(transactionId);
    }
  }

  async remember(name, transactionId) {
    const values = { name, timestamp: new Date().toISOString() };
    const parameters = Object.entries(values).map(([key, stringValue]) => ({ name: key, value: { stringValue } }));
    await this.api.execute(`insert into ${TABLE} (name, timestamp) values (:name, :timestamp)`, {
      transactionId,
      parameters,
    });
  }

  async applyModule(name, up, db) {
    const work = async (on) => {
      await up(on);
      await on.insertInto(TABLE).values({ name, timestamp: new Date().toISOString() }).execute();
    };
    await (this.mode === "postgres" ? db.transaction().execute(work) : work(db));
  }
}
