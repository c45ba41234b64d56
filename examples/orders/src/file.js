import { note } from "./trail.js";

/** Sees each receipt that lands in the bucket. */
export async function main(event) {
  for (const { s3 } of event.Records) {
    const [, id] = /receipts\/(.+)\.json/.exec(decodeURIComponent(s3.object.key));
    await note(id, "filed", { bytes: s3.object.size });
  }
}
