import { note } from "./trail.js";

/** Sees each sale in the stream. */
export async function main(event) {
  for (const { kinesis } of event.Records) {
    const { id } = JSON.parse(Buffer.from(kinesis.data, "base64"));
    await note(id, "counted", { shard: kinesis.partitionKey });
  }
}
