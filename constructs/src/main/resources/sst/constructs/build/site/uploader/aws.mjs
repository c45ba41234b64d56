// S3 and CloudFront, without an SDK: it works on AWS and on a machine without network alike.
import { createHash, createHmac } from "node:crypto";

const hash = (data) => createHash("sha256").update(data).digest("hex");
const keyed = (key, text) => createHmac("sha256", key).update(text).digest();
const escape = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
const RETRIES = 5;

export class Aws {
  constructor(env) {
    this.env = env;
  }

  s3(method, bucket, key, { query = {}, headers = {}, body = "" } = {}) {
    const region = this.env.AWS_REGION;
    const suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    const base = this.env.AWS_ENDPOINT_URL_S3 || this.env.AWS_ENDPOINT_URL || `https://s3.${region}.${suffix}`;
    const path = "/" + [bucket, ...key.split("/")].map(escape).join("/");
    return this.call({ service: "s3", region, method, base, path, query, headers, body });
  }

  cloudFront(method, path, body = "") {
    const base =
      this.env.AWS_ENDPOINT_URL_CLOUDFRONT || this.env.AWS_ENDPOINT_URL || "https://cloudfront.amazonaws.com";
    const headers = body ? { "content-type": "text/xml" } : {};
    return this.call({ service: "cloudfront", region: "us-east-1", method, base, path, query: {}, headers, body });
  }

  async call(request) {
    for (let attempt = 0; ; attempt++) {
      const { url, headers } = this.sign(request, new Date());
      const body = request.body.length > 0 ? request.body : undefined;
      const response = await fetch(url, { method: request.method, headers, body });
      const text = await response.text();
      if (response.ok) {
        return text;
      }
      if ((response.status < 500 && response.status !== 429) || attempt === RETRIES) {
        const reason = /<Message>([^<]*)/.exec(text)?.[1] ?? text.slice(0, 300);
        throw new Error(`${request.method} ${request.path} failed with status ${response.status}: ${reason}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** attempt));
    }
  }

  // AWS's signature, version 4: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
  sign({ service, region, method, base, path, query, headers, body }, now) {
    const search = Object.keys(query)
      .sort()
      .map((name) => `${escape(name)}=${escape(query[name])}`)
      .join("&");
    const url = new URL(path + (search ? "?" + search : ""), base);
    const time = now.toISOString().replace(/[-:]|\.\d+/g, "");
    const all = { ...headers, host: url.host, "x-amz-date": time, "x-amz-content-sha256": hash(body) };
    if (this.env.AWS_SESSION_TOKEN) {
      all["x-amz-security-token"] = this.env.AWS_SESSION_TOKEN;
    }
    const names = Object.keys(all).sort();
    const signed = names.join(";");
    const lines = names.map((name) => `${name}:${all[name]}\n`).join("");
    const canonical = [method, path, search, lines, signed, hash(body)].join("\n");
    const scope = [time.slice(0, 8), region, service, "aws4_request"];
    const text = ["AWS4-HMAC-SHA256", time, scope.join("/"), hash(canonical)].join("\n");
    const key = scope.reduce(keyed, "AWS4" + this.env.AWS_SECRET_ACCESS_KEY);
    const signature = keyed(key, text).toString("hex");
    const credential = `${this.env.AWS_ACCESS_KEY_ID}/${scope.join("/")}`;
    delete all.host;
    const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signed}, Signature=${signature}`;
    return { url, headers: { ...all, authorization } };
  }
}
