// Runs the migrations of an rds construct: called by CloudFormation when they change, or by hand with
// {"type": "latest"} or {"type": "list"}, and {"database": "…"} for another than the default one.
import { DataApi } from "./data-api.mjs";
import { Migrations } from "./migrations.mjs";

const TIME_TO_ANSWER = 10_000;

export async function handler(event = {}, context = {}) {
  if (event.RequestType === undefined) {
    return run(event);
  }
  const answer = {
    Status: "SUCCESS",
    PhysicalResourceId: event.PhysicalResourceId ?? event.LogicalResourceId,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
  };
  try {
    if (event.RequestType !== "Delete") {
      await inTime(run({ type: "latest", database: event.ResourceProperties.Database }), context);
    }
  } catch (error) {
    answer.Status = "FAILED";
    answer.Reason = error.message;
  }
  await fetch(event.ResponseURL, { method: "PUT", body: JSON.stringify(answer) });
}

async function run({ type = "latest", database }) {
  const api = new DataApi(process.env, database || process.env.RDS_DATABASE);
  const migrations = await Migrations.open(api, process.env.RDS_ENGINE_MODE);
  if (type === "list") {
    return migrations.list();
  }
  if (type === "latest") {
    return migrations.latest();
  }
  throw new Error(`'${type}' is no type of call; write 'latest' or 'list'`);
}

// CloudFormation waits an hour for an answer that never comes.
async function inTime(work, context) {
  const left = (context.getRemainingTimeInMillis?.() ?? 900_000) - TIME_TO_ANSWER;
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("the migrations took longer than the function may run")), left);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
