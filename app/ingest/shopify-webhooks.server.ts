import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

import type { Config } from "~/config.server";
import { describeError } from "~/domain/errors/describe-error";
import type { Log } from "~/use-cases/context";

import { BodyTooLarge, readBody } from "./read-body";
import { CannotBeStored, type TakeIn } from "./take-in.server";
import { readSignature, readWebhookHeaders, type GivenHeaders, type WebhookHeaders } from "./webhook-headers";

/** Shopify's largest webhook bodies stay under this; a larger one is refused unread, bytes. */
export const MAX_BODY_BYTES = 5 * 1024 * 1024;

/**
 * Takes Shopify's webhooks in before Remix: raw bytes, size cap, HMAC, then the row; 200 only
 * once it is committed. Neither sessions nor tokens are touched, so a failing refresh never fails a webhook.
 *
 * Answers: 200 kept (or kept before), 400 headers missing or contradictory, 401 wrong signature, 405 not a POST,
 * 413 too large, 503 the database cannot take it now (Shopify tries again).
 */
export function createShopifyWebhookHandler(config: Config["shopify"], takeIn: TakeIn, now: () => number, log: Log) {
  const secrets = [config.apiSecret, config.apiSecretOld].filter((secret) => secret !== null);

  return async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "POST") return answer(response, 405, "Webhooks are posted.");
    let body: Buffer;
    try {
      body = await readBody(request, MAX_BODY_BYTES);
    } catch (error) {
      if (error instanceof BodyTooLarge) {
        response.setHeader("connection", "close");
        return answer(response, 413, `A webhook may have at most ${MAX_BODY_BYTES} bytes.`);
      }
      return answer(response, 400, "The request's body could not be read.");
    }
    const checked = check(secrets, request.headersDistinct ?? request.headers, body);
    if (!checked.valid) return answer(response, checked.status, checked.message);
    const { headers } = checked;
    try {
      await takeIn({
        source: "shopify",
        shopDomain: headers.domain,
        topic: headers.topic,
        webhookId: headers.webhookId,
        eventId: headers.eventId,
        apiVersion: headers.apiVersion,
        triggeredAt: headers.triggeredAt,
        receivedAt: new Date(now()).toISOString(),
        body,
      });
    } catch (error) {
      log.error({ topic: headers.topic, shop: headers.domain, error: describeError(error) }, "a webhook could not be stored");
      if (error instanceof CannotBeStored) return answer(response, 400, "This webhook holds values that cannot be stored.");
      return answer(response, 503, "The database cannot take this in now; send it again.");
    }
    answer(response, 200, "");
  };
}

type Checked = { valid: true; headers: WebhookHeaders } | { valid: false; status: 400 | 401; message: string };

/**
 * Signature first, headers after. It is base64(HMAC-SHA256(client secret, raw body)), in X-Shopify-Hmac-Sha256 or
 * Shopify-Hmac-Sha256.
 *
 * Checked with Node's own crypto over the bytes: Shopify's library reads the body as text and imports the key anew for
 * each webhook, which costs three quarters of what one takes. A test holds both verdicts against each other
 * (docs/decisions/webhooks-before-remix.md).
 */
function check(secrets: readonly string[], given: GivenHeaders, body: Buffer): Checked {
  // Shopify never sends an empty body.
  if (body.length === 0) return { valid: false, status: 400, message: "The body is empty." };
  const signature = readSignature(given);
  if (signature.state === "missing") return { valid: false, status: 400, message: "Headers are missing: X-Shopify-Hmac-Sha256" };
  if (signature.state === "ambiguous" || !secrets.some((secret) => isSigned(secret, body, signature.signature))) {
    return { valid: false, status: 401, message: "The signature does not match the body." };
  }
  const read = readWebhookHeaders(given);
  return read.ok ? { valid: true, headers: read.headers } : { valid: false, status: 400, message: read.problem };
}

function isSigned(secret: string, body: Buffer, signature: string): boolean {
  const expected = Buffer.from(createHmac("sha256", secret).update(body).digest("base64"));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Answers a webhook with a status and a line of plain text. */
export function answer(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "content-length": Buffer.byteLength(message) });
  response.end(message);
}
