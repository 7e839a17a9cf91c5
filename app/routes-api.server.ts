import type { AppLoadContext } from "@remix-run/node";

import type { Dependencies } from "./dependencies.server";
import { describeError } from "./domain/errors/describe-error";
import { createApiLimits, type ApiLimits } from "./integrations/limits/api-limits";
import { readJsonText } from "./routes-input.server";
import { shopByApiKey } from "./use-cases/api/keys";
import type { UseCaseContext } from "./use-cases/context";

/** Largest body of a request, bytes. */
export const MAX_API_BODY = 1_024 * 1_024;
/** So much of a body that is too large is still read, so that its sender gets to read the answer, bytes. */
const MAX_DISCARDED = 8 * MAX_API_BODY;

/** A request with a key that opens a shop. */
export interface ApiRequest {
  shopId: string;
  useCases: UseCaseContext;
  /** The body as JSON. @throws Response when it is none, or too large */
  body(): Promise<unknown>;
}

/** One set of limits for as long as the process lives. */
const limitsOf = new WeakMap<Dependencies, ApiLimits>();

/** An error in the one shape that all errors of the API have. */
export function apiError(status: number, code: string, message: string, more: { errors?: unknown; headers?: Record<string, string> } = {}): Response {
  return apiJson(status, { error: { code, message, ...(more.errors === undefined ? {} : { errors: more.errors }) } }, more.headers);
}

const API_HEADERS = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", "referrer-policy": "no-referrer", "x-content-type-options": "nosniff" };

/** An answer of the API as JSON, which is not cached anywhere. */
export function apiJson(status: number, value: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), { status, headers: { ...API_HEADERS, ...headers } });
}

/** For a method that an address does not have. */
export function notAllowed(allow: string): Response {
  return apiError(405, "method_not_allowed", `This address takes ${allow}.`, { headers: { allow } });
}

/**
 * Answers a request of the API: its key, its limits, then the work. Every answer is JSON, errors too; what failed inside
 * is logged and not told.
 */
export async function answerApi(request: Request, context: AppLoadContext, work: (open: ApiRequest) => Promise<Response>): Promise<Response> {
  const { useCases } = context.dependencies;
  try {
    const shopId = await openShop(request, context);
    return await work({ shopId, useCases, body: () => readJson(request) });
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    useCases.log.error({ path: new URL(request.url).pathname.slice(0, 40), error: describeError(thrown) }, "an API request failed");
    return apiError(500, "failed", "This could not be done now; send it again. Sending it twice changes nothing.");
  }
}

/** The key is looked up first: wrong keys are limited by their address, and a right one is not refused because of them. */
async function openShop(request: Request, context: AppLoadContext): Promise<string> {
  const deps = context.dependencies;
  const limits = limitsOf.get(deps) ?? createApiLimits();
  limitsOf.set(deps, limits);
  const key = /^Bearer\s+(\S{1,200})\s*$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  const shop = await shopByApiKey(deps.useCases, key);
  if (!shop) {
    const attempt = await limits.wrongKey(context.clientAddress({ byShopify: false }));
    if (!attempt.allowed) throw tooMany("Too many wrong keys came from this address.", attempt.retryAfterSeconds);
    throw apiError(401, "unauthorized", "Send a valid key as \"Authorization: Bearer mpk_…\".", { headers: { "www-authenticate": "Bearer" } });
  }
  const allowance = await limits.tryRequest(shop.keyId);
  if (!allowance.allowed) throw tooMany("This key sends too many requests; send more items in each.", allowance.retryAfterSeconds);
  return shop.shopId;
}

function tooMany(message: string, retryAfterSeconds: number): Response {
  return apiError(429, "rate_limited", message, { headers: { "retry-after": String(retryAfterSeconds) } });
}

async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) throw apiError(415, "unsupported_media_type", "Send JSON: \"Content-Type: application/json\".");
  const value = readJsonText(await readText(request));
  if (value === undefined) throw apiError(400, "invalid_json", "The body is no JSON.");
  return value;
}

async function readText(request: Request): Promise<string> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (declared <= MAX_DISCARDED && size <= MAX_DISCARDED) {
    const next = await reader?.read();
    if (!next || next.done) break;
    size += next.value.byteLength;
    if (size <= MAX_API_BODY) chunks.push(next.value);
  }
  if (Math.max(declared, size) <= MAX_API_BODY) return Buffer.concat(chunks).toString("utf8");
  // What may be left of the body must not be read as the next request. The stream is not cancelled: that would end the
  // connection before the answer is sent.
  const headers = { connection: "close" };
  throw apiError(413, "too_large", `A request may have at most ${MAX_API_BODY} bytes: send it in parts.`, { headers });
}
