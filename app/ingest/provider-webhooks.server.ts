import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

import type { Database } from "~/db/database.server";
import { connectionByWebhookToken, notePush } from "~/db/connections.server";
import type { Secrets } from "~/db/secrets.server";
import { describeError } from "~/domain/errors/describe-error";
import type { CarrierAdapter } from "~/integrations/carriers/port";
import type { PublicKeys } from "~/integrations/carriers/public-keys";
import { schemeOf, verifySignature } from "~/integrations/carriers/verify-signature";
import type { Log } from "~/use-cases/context";

import { ConnectionCache } from "./connection-cache";
import { BodyTooLarge, readBody } from "./read-body";
import { isWellFormedTarget } from "./request-target";
import { answer, MAX_BODY_BYTES } from "./shopify-webhooks.server";
import { CannotBeStored, type TakeIn } from "./take-in.server";

/**
 * Takes in what carriers and aggregators push, at /hooks/PROVIDER/TOKEN. The token names the connection (and so the
 * shop) and is a second lock beside the provider's own signature, which is checked over the raw bytes.
 *
 * Answers: 200 kept, 401 wrong signature or too old, 404 no such address, 405, 413, 503 as for Shopify's.
 */
export function createProviderWebhookHandler(
  ports: { db: Database; secrets: Secrets; find: (provider: string) => CarrierAdapter | null; keys: PublicKeys; now: () => number; log: Log },
  takeIn: TakeIn,
) {
  const connections = new ConnectionCache(async (token) => {
    const connection = await connectionByWebhookToken(ports.db.prisma, token);
    if (!connection) return null;
    const credentials = JSON.parse(ports.secrets.decrypt(connection.credentials, "connection.credentials")) as Record<string, string>;
    return { id: connection.id, noted: false, provider: connection.provider, shopDomain: connection.shopDomain, credentials };
  }, ports.now);

  return async function handle(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (request.method !== "POST") return answer(response, 405, "Webhooks are posted.");
    const [, , provider = "", token = ""] = path.split("/");
    const adapter = isWellFormedTarget(path) ? ports.find(decodeURIComponent(provider)) : null;
    if (!adapter?.webhook || token.length < 16 || token.length > 64) return answer(response, 404, "No such webhook address.");
    let body: Buffer;
    try {
      body = await readBody(request, MAX_BODY_BYTES);
    } catch (error) {
      response.setHeader("connection", "close");
      return error instanceof BodyTooLarge
        ? answer(response, 413, `A webhook may have at most ${MAX_BODY_BYTES} bytes.`)
        : answer(response, 400, "The request's body could not be read.");
    }
    try {
      const connection = await connections.get(token);
      if (!connection || connection.provider !== adapter.code) return answer(response, 404, "No such webhook address.");
      const headers = singleHeaders(request);
      const scheme = schemeOf(adapter, connection.credentials) ?? adapter.webhook;
      const keys = scheme.kind === "rsa" ? await ports.keys.at(scheme.jwksUrl, headers[scheme.keyIdHeader.toLowerCase()]) : [];
      const verdict = verifySignature(scheme, { body, headers, keys, now: ports.now() }, connection.credentials);
      if (!verdict.ok) return answer(response, 401, verdict.why === "stale" ? "This was sent too long ago." : "The signature does not match the body.");
      await takeIn({
        source: adapter.code,
        shopDomain: connection.shopDomain,
        topic: "tracking",
        // Providers give no id per push: the same bytes are the same push.
        webhookId: createHash("sha256").update(body).digest("base64url"),
        eventId: null,
        apiVersion: null,
        triggeredAt: null,
        receivedAt: new Date(ports.now()).toISOString(),
        body,
      });
      if (!connection.noted) {
        // Once per look-up: a burst of pushes must not queue for the connection's row.
        connection.noted = true;
        await notePush(ports.db.prisma, connection.id, ports.now());
      }
    } catch (error) {
      ports.log.error({ provider: adapter.code, error: describeError(error) }, "a provider's webhook could not be stored");
      if (error instanceof CannotBeStored) return answer(response, 400, "This webhook holds values that cannot be stored.");
      return answer(response, 503, "The database cannot take this in now; send it again.");
    }
    answer(response, 200, "");
  };
}

/** Headers that came once; a doubled signature header is no signature. */
function singleHeaders(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, typeof value === "string" ? value : undefined]));
}
