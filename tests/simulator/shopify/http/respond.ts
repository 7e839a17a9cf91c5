import type { IncomingMessage, ServerResponse } from "node:http";

import { toJson } from "../webhooks/json";

/** No request of an app is larger. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  send(response, status, "application/json; charset=utf-8", toJson(body), headers);
}

export function send(response: ServerResponse, status: number, type: string, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body), "cache-control": "no-store", ...headers });
  response.end(body);
}

/** The body as JSON or as a form, by its content type; `{}` when there is none. @throws SyntaxError, RangeError */
export async function readInput(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  if (text === "") return {};
  if (request.headers["content-type"]?.includes("application/x-www-form-urlencoded")) return Object.fromEntries(new URLSearchParams(text));
  return JSON.parse(text) as unknown;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new RangeError("the request is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** One value of a header, or null. */
export function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === "string" ? value : null;
}
