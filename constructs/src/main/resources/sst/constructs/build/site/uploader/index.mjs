// Uploads a site and lets CloudFront forget the one before it; called by CloudFormation when they change.
import { fileURLToPath } from "node:url";
import { Aws } from "./aws.mjs";
import { contentOf, headersOf, list } from "./files.mjs";

const FOLDER = fileURLToPath(new URL("./site", import.meta.url));
const AT_ONCE = 16;
const PAUSE = 3_000;

export async function handler(event, context = {}) {
  const properties = event.ResourceProperties;
  const answer = {
    Status: "SUCCESS",
    PhysicalResourceId: event.PhysicalResourceId ?? event.LogicalResourceId,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
  };
  try {
    if (event.RequestType !== "Delete") {
      const aws = new Aws(process.env);
      await (properties.distributionId ? invalidate(aws, properties, event.RequestId, context) : upload(aws, properties));
    }
  } catch (error) {
    answer.Status = "FAILED";
    answer.Reason = error.message;
  }
  // Who calls it without an address wants the answer at once, as a hotswap does.
  if (event.ResponseURL) {
    await fetch(event.ResponseURL, { method: "PUT", body: JSON.stringify(answer) });
  }
  return answer;
}

async function upload(aws, { destinationBucketName: bucket, settings, replaceValues = [] }) {
  const rules = JSON.parse(settings);
  const names = await list(FOLDER);
  // Pages last: they name the files that they need.
  const [pages, others] = [names.filter(isPage), names.filter((name) => !isPage(name))];
  const put = async (name) => {
    const body = await contentOf(FOLDER, name, replaceValues);
    await aws.s3("PUT", bucket, name, { headers: headersOf(name, rules), body });
  };
  await inParallel(others, put);
  await inParallel(pages, put);
  if (rules.purge) {
    const wanted = new Set(names);
    const old = (await keys(aws, bucket)).filter((key) => !wanted.has(key));
    await inParallel(old, (key) => aws.s3("DELETE", bucket, key));
  }
}

const isPage = (name) => name.endsWith(".html");

async function inParallel(items, work) {
  const left = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left.length > 0) {
        await work(left.shift());
      }
    }),
  );
}

async function keys(aws, bucket) {
  const found = [];
  let token;
  do {
    const query = { "list-type": "2", "encoding-type": "url", ...(token && { "continuation-token": token }) };
    const page = await aws.s3("GET", bucket, "", { query });
    for (const [, key] of page.matchAll(/<Key>([^<]*)<\/Key>/g)) {
      found.push(decodeURIComponent(key.replaceAll("+", " ")));
    }
    token = /<NextContinuationToken>([^<]*)</.exec(page)?.[1];
  } while (token);
  return found;
}

async function invalidate(aws, { distributionId, paths, waitForInvalidation }, reference, context) {
  const path = `/2020-05-31/distribution/${distributionId}/invalidation`;
  const items = paths.map((each) => `<Path>${each}</Path>`).join("");
  const answer = await aws.cloudFront(
    "POST",
    path,
    `<InvalidationBatch xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Paths><Quantity>${paths.length}</Quantity>` +
      `<Items>${items}</Items></Paths><CallerReference>${reference}</CallerReference></InvalidationBatch>`,
  );
  const id = /<Id>([^<]*)</.exec(answer)[1];
  let status = /<Status>([^<]*)</.exec(answer)[1];
  while (String(waitForInvalidation) === "true" && status !== "Completed") {
    if ((context.getRemainingTimeInMillis?.() ?? PAUSE * 3) < PAUSE * 2) {
      throw new Error("CloudFront took longer to show the new files than the function may wait");
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    status = /<Status>([^<]*)</.exec(await aws.cloudFront("GET", `${path}/${id}`))[1];
  }
}
