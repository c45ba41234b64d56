import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

export type Request = APIGatewayProxyEventV2;
export type Response = APIGatewayProxyStructuredResultV2;

/** What a client did wrong; `handler` turns it into a response. */
export class HttpError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

export function json(statusCode: number, body: unknown): Response {
  return {
    statusCode,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
}

/** Wraps a route. Any other error is a fault of ours: it goes to the log, and Lambda answers 500. */
export function handler(route: (request: Request) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    try {
      return await route(request);
    } catch (error) {
      if (error instanceof HttpError) {
        return json(error.status, { error: error.message });
      }
      throw error;
    }
  };
}

export function jsonBody(request: Request): Record<string, unknown> {
  const body = request.isBase64Encoded
    ? Buffer.from(request.body ?? "", "base64").toString()
    : request.body ?? "";
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new HttpError(400, "the body is not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new HttpError(400, "the body is not a JSON object");
  }
  return value as Record<string, unknown>;
}
