import { Session } from "@shopify/shopify-api";
import { z } from "zod";

import { AdminApiError } from "./admin-port";

/** The part of shopify-api's SessionStorage that is used here. */
export interface TokenSessions {
  loadSession(id: string): Promise<Session | undefined>;
  storeSession(session: Session): Promise<boolean>;
}

export interface OfflineTokenOptions {
  sessions: TokenSessions;
  apiKey: string;
  apiSecret: string;
  now: () => number;
  /** Runs work while no other process holds the same key; see exclusively.server.ts. */
  exclusively: <T>(key: string, work: () => Promise<T>) => Promise<T>;
  fetch?: typeof fetch;
}

/** A token is renewed this long before it ends, ms: a call that has begun should still finish with it. */
const MARGIN_MS = 2 * 60_000;
const TIMEOUT_MS = 10_000;

const answerSchema = z.object({
  access_token: z.string().min(1),
  scope: z.string().optional(),
  expires_in: z.number().positive().optional(),
  refresh_token: z.string().optional(),
  refresh_token_expires_in: z.number().positive().optional(),
});

/**
 * Gives shops' offline access tokens, renewed in time: once, however many callers in this process need one at that
 * moment, and once across processes, for whoever comes second reads again what the first has stored.
 *
 * Tokens last one hour, and a refresh token works once (expiring offline tokens, shopify.dev, mandatory since
 * 2026-04-01), so two refreshes at once would lose the session.
 *
 * @returns `accessToken(shop, rejected?)`; `rejected` is a token that Shopify has refused
 * @throws AdminApiError `unauthorized` when the merchant has to open the app again, `unavailable` when Shopify does not answer
 */
export function createOfflineTokens(options: OfflineTokenOptions): (shopDomain: string, rejected?: string) => Promise<string> {
  const underWay = new Map<string, Promise<string>>();

  const load = async (shopDomain: string) => {
    const session = await options.sessions.loadSession(`offline_${shopDomain}`);
    if (!session?.accessToken) throw new AdminApiError("unauthorized", "There is no access token of this shop; it has to open the app again.");
    return session;
  };
  const usable = (session: Session, rejected: string | undefined) =>
    session.accessToken !== undefined &&
    session.accessToken !== rejected &&
    (session.expires === undefined || session.expires.getTime() - options.now() > MARGIN_MS);

  async function renew(shopDomain: string, rejected: string | undefined): Promise<string> {
    return options.exclusively(`offline-token:${shopDomain}`, async () => {
      const session = await load(shopDomain);
      if (session.accessToken && usable(session, rejected)) return session.accessToken;
      const renewed = await refresh(session, options);
      await options.sessions.storeSession(renewed);
      return renewed.accessToken ?? "";
    });
  }

  return async (shopDomain, rejected) => {
    const session = await load(shopDomain);
    if (session.accessToken && usable(session, rejected)) return session.accessToken;
    const running = underWay.get(shopDomain);
    if (running) return running;
    const renewal = renew(shopDomain, rejected).finally(() => underWay.delete(shopDomain));
    underWay.set(shopDomain, renewal);
    return renewal;
  };
}

async function refresh(session: Session, options: OfflineTokenOptions): Promise<Session> {
  const now = options.now();
  const ended = session.refreshTokenExpires && session.refreshTokenExpires.getTime() <= now;
  if (!session.refreshToken || ended) throw new AdminApiError("unauthorized", "The access token has ended; the shop has to open the app again.");

  const send = options.fetch ?? ((...call: Parameters<typeof fetch>) => globalThis.fetch(...call));
  let response: Response;
  let body: string;
  try {
    response = await send(`https://${session.shop}/admin/oauth/access_token`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({
        client_id: options.apiKey,
        client_secret: options.apiSecret,
        grant_type: "refresh_token",
        refresh_token: session.refreshToken,
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    body = await response.text();
  } catch {
    throw new AdminApiError("unavailable", "Shopify could not be reached to renew the access token.");
  }
  if (response.status >= 500 || response.status === 429) throw new AdminApiError("unavailable", `Renewing the access token: Shopify answered ${response.status}.`);
  if (!response.ok) throw new AdminApiError("unauthorized", "Shopify refuses to renew the access token; the shop has to open the app again.");

  const parsed = answerSchema.safeParse(parseJson(body));
  if (!parsed.success) throw new AdminApiError("unavailable", "Renewing the access token: Shopify's answer cannot be read.");
  const answer = parsed.data;
  const inSeconds = (seconds: number | undefined) => (seconds === undefined ? undefined : new Date(now + seconds * 1_000));
  return new Session({
    ...session.toObject(),
    accessToken: answer.access_token,
    scope: answer.scope ?? session.scope,
    expires: inSeconds(answer.expires_in),
    refreshToken: answer.refresh_token ?? session.refreshToken,
    refreshTokenExpires: inSeconds(answer.refresh_token_expires_in) ?? session.refreshTokenExpires,
  });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}
