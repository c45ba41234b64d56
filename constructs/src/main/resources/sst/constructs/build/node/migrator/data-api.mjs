// The RDS Data API, without an SDK: it works on AWS and on a machine without network alike.
// https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/Welcome.html
import { createHash, createHmac } from "node:crypto";

const PATHS = {
  executeStatement: "/Execute",
  beginTransaction: "/BeginTransaction",
  commitTransaction: "/CommitTransaction",
  rollbackTransaction: "/RollbackTransaction",
};
// A paused cluster says so while it wakes up, which takes about half a minute.
const WAKING = /resum|Communications link failure|not currently available/i;
const PATIENCE = 300_000;
const PAUSE = 3_000;

export class DataApi {
  constructor(env, database, pause = PAUSE) {
    this.env = env;
    this.pause = pause;
    this.target = { resourceArn: env.RDS_ARN, secretArn: env.RDS_SECRET, database };
  }

  execute(sql, { transactionId, parameters } = {}) {
    return this.call("executeStatement", { ...this.target, sql, transactionId, parameters });
  }

  async begin() {
    return (await this.call("beginTransaction", this.target)).transactionId;
  }

  commit(transactionId) {
    return this.call("commitTransaction", { ...this.target, database: undefined, transactionId });
  }

  rollback(transactionId) {
    return this.call("rollbackTransaction", { ...this.target, database: undefined, transactionId });
  }

  // What kysely-data-api takes for the SDK's client, of version 2 (which has promise()) and 3.
  client() {
    const operation = (name) => (input) => {
      const answer = this.call(name, input);
      return Object.assign(answer, { promise: () => answer });
    };
    return Object.fromEntries(Object.keys(PATHS).map((name) => [name, operation(name)]));
  }

  async call(operation, input) {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const response = await this.send(PATHS[operation], JSON.stringify(input));
      const text = await response.text();
      if (response.ok) {
        return JSON.parse(text || "{}");
      }
      const kind = response.headers.get("x-amzn-errortype") ?? "";
      const reason = messageOf(text);
      if (!WAKING.test(kind + " " + reason) || Date.now() > until) {
        throw new Error(reason || `${operation} failed with status ${response.status}`);
      }
      await new Promise((resolve) => setTimeout(resolve, this.pause));
    }
  }

  send(path, body) {
    const region = this.env.AWS_REGION;
    const suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    const endpoint =
      this.env.AWS_ENDPOINT_URL_RDS_DATA || this.env.AWS_ENDPOINT_URL || `https://rds-data.${region}.${suffix}`;
    const url = new URL(path, endpoint);
    const headers = { "content-type": "application/json" };
    return fetch(url, { method: "POST", body, headers: sign({ url, headers, body, env: this.env, now: new Date() }) });
  }
}

function messageOf(text) {
  try {
    const { message, Message } = JSON.parse(text);
    return message ?? Message;
  } catch {
    return text;
  }
}

const hash = (text) => createHash("sha256").update(text).digest("hex");
const keyed = (key, text) => createHmac("sha256", key).update(text).digest();

// AWS's signature, version 4: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
export function sign({ url, headers, body, env, now }) {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const scope = [time.slice(0, 8), env.AWS_REGION, "rds-data", "aws4_request"];
  const all = { ...headers, host: url.host, "x-amz-date": time };
  if (env.AWS_SESSION_TOKEN) {
    all["x-amz-security-token"] = env.AWS_SESSION_TOKEN;
  }
  const names = Object.keys(all).sort();
  const lines = names.map((name) => `${name}:${all[name]}\n`).join("");
  const signed = names.join(";");
  const request = ["POST", url.pathname, "", lines, signed, hash(body)].join("\n");
  const text = ["AWS4-HMAC-SHA256", time, scope.join("/"), hash(request)].join("\n");
  const key = scope.reduce(keyed, "AWS4" + env.AWS_SECRET_ACCESS_KEY);
  const signature = keyed(key, text).toString("hex");
  const credential = `${env.AWS_ACCESS_KEY_ID}/${scope.join("/")}`;
  delete all.host;
  return {
    ...all,
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signed}, Signature=${signature}`,
  };
}
