import { ExecuteStatementCommand, RDSDataClient } from "@aws-sdk/client-rds-data";

const { env } = process;
const client = new RDSDataClient({});

/** Runs a statement in the ledger; its rows as objects. */
export async function sql(text, values = {}) {
  const { formattedRecords } = await client.send(
    new ExecuteStatementCommand({
      resourceArn: env.SST_RDS_clusterArn_Ledger,
      secretArn: env.SST_RDS_secretArn_Ledger,
      database: env.SST_RDS_defaultDatabaseName_Ledger,
      sql: text,
      formatRecordsAs: "JSON",
      parameters: Object.entries(values).map(([name, value]) => ({
        name,
        value: typeof value === "number" ? { longValue: value } : { stringValue: value },
      })),
    }),
  );
  return JSON.parse(formattedRecords ?? "[]");
}
