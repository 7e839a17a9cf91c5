import { Session } from "@shopify/shopify-api";

import { AdminApiError } from "./admin-port";
import { readTokenAnswer, type TokenAnswer, type TokenGrant } from "./token-answer";

/** The part of the session storage that is used here; see app/db/session-storage.server.ts. */
export interface TokenSessions {
  loadSession(id: string): Promise<Session | undefined>;
  /** Stores a session in place of the one that still holds the access token `held`; false when none does. */
  replaceSession(session: Session, held: string): Promise<boolean>;
  /** Deletes a session that still holds the access token `held`; false when none does. */
  deleteSessionHolding(id: string, held: string): Promise<boolean>;
}

export interface OfflineTokenOptions {
  sessions: TokenSessions;
  apiKey: string;
  apiSecret: string;
  now: () => number;
  /** Runs work while no other process holds the same key; see exclusively.server.ts. */
  exclusively: <T>(key: string, work: () => Promise<T>) => Promise<T>;
  log?: { warn(fields: Record<string, unknown>, message: string): void };
  fetch?: typeof fetch;
}

/** A token is renewed this long before it ends, ms: a call that has begun should still finish with it. */
const MARGIN_MS = 2 * 60_000;
const TIMEOUT_MS = 10_000;

const TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const OFFLINE_TOKEN = "urn:shopify:params:oauth:token-type:offline-access-token";

const OPEN_AGAIN = "the shop has to open the app again";

/**
 * Gives shops' offline access tokens, renewed in time: once, however many callers in this process need one at that
 * moment, and once across processes, because the second caller reads again what the first has stored.
 *
 * - Expiring tokens last one hour and are refreshed; a refresh token works once (expiring offline tokens, shopify.dev,
 *   mandatory for public apps since 2026-04-01), so two refreshes at once would lose the session.
 * - Tokens without an end (apps of custom distribution, installations from before expiring tokens) are used as they are.
 *   One that Shopify refuses is exchanged for an expiring one, without the merchant, as Shopify's migration guide has it.
 * - When Shopify refuses that too, the session is deleted, so that the next visit to the app exchanges a new token:
 *   Shopify's library exchanges one only when the stored session is missing or has ended. A session that got another
 *   token meanwhile (a visit exchanges tokens outside this lock) is left alone and its token used.
 *
 * @returns `accessToken(shop, rejected?)`; `rejected` is a token that Shopify has refused
 * @throws AdminApiError `unauthorized` when the merchant has to open the app again, `access_denied` when the shop is
 *   frozen, locked or gone, `unavailable` when Shopify does not answer or refuses the app itself
 */
export function createOfflineTokens(options: OfflineTokenOptions): (shopDomain: string, rejected?: string) => Promise<string> {
  const underWay = new Map<string, Promise<string>>();
  const { sessions } = options;

  const load = async (shopDomain: string) => {
    const session = await sessions.loadSession(`offline_${shopDomain}`);
    if (!session?.accessToken) throw new AdminApiError("unauthorized", `There is no access token of this shop; ${OPEN_AGAIN}.`);
    return { session, held: session.accessToken };
  };
  const usable = (session: Session, held: string, rejected: string | undefined) =>
    held !== rejected && (session.expires === undefined || session.expires.getTime() - options.now() > MARGIN_MS);

  /** The token that was stored by another caller while this one was renewed. */
  async function storedMeanwhile(shopDomain: string, rejected: string): Promise<string> {
    const { session, held } = await load(shopDomain);
    if (usable(session, held, rejected)) return held;
    throw new AdminApiError("unavailable", "The access token was replaced while it was renewed.");
  }

  async function renew(shopDomain: string, rejected: string | undefined): Promise<string> {
    return options.exclusively(`offline-token:${shopDomain}`, async () => {
      const { session, held } = await load(shopDomain);
      if (usable(session, held, rejected)) return held;
      const answer = await requestToken(session, held, held === rejected, options);
      if (answer.kind === "granted") {
        const renewed = withGrant(session, answer.grant, options.now());
        return (await sessions.replaceSession(renewed, held)) ? answer.grant.accessToken : storedMeanwhile(shopDomain, held);
      }
      if (answer.kind === "refused") {
        if (!(await sessions.deleteSessionHolding(session.id, held))) return storedMeanwhile(shopDomain, held);
        options.log?.warn({ shop: shopDomain }, "a shop's tokens are refused or have ended; its session was deleted, and the next visit to the app gets new ones");
        throw new AdminApiError("unauthorized", `Shopify refuses to renew the access token; ${OPEN_AGAIN}.`);
      }
      throw new AdminApiError(answer.kind === "denied" ? "access_denied" : "unavailable", `Renewing the access token: ${answer.reason}.`);
    });
  }

  return async (shopDomain, rejected) => {
    const { session, held } = await load(shopDomain);
    if (usable(session, held, rejected)) return held;
    const running = underWay.get(shopDomain);
    if (running) return running;
    const renewal = renew(shopDomain, rejected).finally(() => underWay.delete(shopDomain));
    underWay.set(shopDomain, renewal);
    return renewal;
  };
}

/** Asks Shopify for a token in place of the session's: by its refresh token, or by the token itself where it has none. */
async function requestToken(session: Session, held: string, isRejected: boolean, options: OfflineTokenOptions): Promise<TokenAnswer> {
  const ended = session.refreshTokenExpires !== undefined && session.refreshTokenExpires.getTime() <= options.now();
  if (session.refreshToken && !ended) return post(session.shop, { grant_type: "refresh_token", refresh_token: session.refreshToken }, options);
  // A refused token without an end is exchanged for an expiring one (shopify.dev, "Migrate to expiring offline access tokens").
  if (isRejected && session.expires === undefined && !session.refreshToken) {
    return post(session.shop, { grant_type: TOKEN_EXCHANGE, subject_token: held, subject_token_type: OFFLINE_TOKEN, requested_token_type: OFFLINE_TOKEN, expiring: "1" }, options);
  }
  return { kind: "refused" };
}

async function post(shop: string, grant: Record<string, string>, options: OfflineTokenOptions): Promise<TokenAnswer> {
  const send = options.fetch ?? ((...call: Parameters<typeof fetch>) => globalThis.fetch(...call));
  try {
    const response = await send(`https://${shop}/admin/oauth/access_token`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ client_id: options.apiKey, client_secret: options.apiSecret, ...grant }),
      // The client secret and the token go to the shop's own host alone.
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return readTokenAnswer(response.status, await response.text());
  } catch {
    return { kind: "unavailable", reason: "Shopify could not be reached" };
  }
}

function withGrant(session: Session, grant: TokenGrant, now: number): Session {
  const inSeconds = (seconds: number | undefined) => (seconds === undefined ? undefined : new Date(now + seconds * 1_000));
  return new Session({
    ...session.toObject(),
    accessToken: grant.accessToken,
    scope: grant.scope ?? session.scope,
    expires: inSeconds(grant.expiresInS),
    refreshToken: grant.refreshToken ?? session.refreshToken,
    refreshTokenExpires: inSeconds(grant.refreshTokenExpiresInS) ?? session.refreshTokenExpires,
  });
}
