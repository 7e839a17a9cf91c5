import { randomUUID } from "node:crypto";

import { readJwt, signJwt } from "./jwt";
import type { ShopState } from "../store/records";
import type { World } from "../world";

/** Seconds; the life of a session token. */
const LIFETIME_S = 60;
/** Seconds; how far clocks may differ. */
const LEEWAY_S = 10;

export interface SessionTokenOptions {
  /** Claims that replace the right ones: `{ aud: "another app" }`, `{ exp: 0 }`. */
  overrides?: Record<string, unknown>;
  /** Signs with something else than the app's secret. */
  secret?: string;
  algorithm?: "HS256" | "none";
}

/** A session token as App Bridge gets it: HS256 with the app's secret, 60 s. */
export function createSessionToken(world: World, state: ShopState, options: SessionTokenOptions = {}): string {
  const now = Math.floor(world.clock.now() / 1000);
  const claims = {
    iss: `https://${state.shop.domain}/admin`,
    dest: `https://${state.shop.domain}`,
    aud: world.apiKey,
    sub: state.shop.staffId,
    exp: now + LIFETIME_S,
    nbf: now,
    iat: now,
    jti: randomUUID(),
    sid: randomUUID(),
    ...options.overrides,
  };
  return signJwt(claims, options.secret ?? world.apiSecret, options.algorithm);
}

/** The member of staff for whom the token speaks in that shop, or null when Shopify would not take it. */
export function verifySessionToken(world: World, state: ShopState, token: string): { userId: string } | null {
  const claims = readJwt(token, world.apiSecret);
  if (claims === null) return null;
  const now = world.clock.now() / 1000;
  const { aud, dest, exp, iss, nbf, sub } = claims;
  const fits =
    aud === world.apiKey &&
    dest === `https://${state.shop.domain}` &&
    iss === `${dest}/admin` &&
    typeof exp === "number" &&
    exp + LEEWAY_S > now &&
    typeof nbf === "number" &&
    nbf - LEEWAY_S < now;
  return fits && typeof sub === "string" ? { userId: sub } : null;
}
