import { randomBytes } from "node:crypto";

import type { AccessToken, RefreshToken, ShopState } from "../store/records";
import type { World } from "../world";

/** Seconds. Expiring offline tokens since December 2025: one hour; online tokens: a day less a second. */
export const OFFLINE_LIFETIME_S = 3600;
export const ONLINE_LIFETIME_S = 86_399;
/** Seconds; 90 days. */
export const REFRESH_LIFETIME_S = 7_776_000;
/** Milliseconds; how long the exchange of a token without an end may be repeated when its answer was lost: 7 days. */
const EXCHANGE_REPEAT_MS = 7 * 86_400_000;
/** Milliseconds; how long a refresh token may be used again while its replacement is not (since August 2026): 30 days. */
const REPEAT_MS = 30 * 86_400_000;

export interface OfflineGrant {
  access_token: string;
  scope: string;
  expires_in?: number;
  refresh_token?: string;
  refresh_token_expires_in?: number;
}

function newToken(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString("hex")}`;
}

function addAccessToken(world: World, state: ShopState, token: Omit<AccessToken, "shop" | "revoked" | "token" | "issuedAt">): AccessToken {
  const record: AccessToken = { ...token, token: newToken(token.online ? "shpua" : "shpat"), shop: state.shop.domain, issuedAt: world.clock.now(), revoked: false };
  world.store.accessTokens[record.token] = record;
  world.store.touch();
  return record;
}

/** A new offline token of an installed app, expiring with a refresh token or not. */
export function grantOffline(world: World, state: ShopState, expiring: boolean, replaces: string | null = null): OfflineGrant {
  const scopes = state.shop.installation?.scopes ?? [];
  const now = world.clock.now();
  const access = addAccessToken(world, state, {
    online: false,
    scopes,
    userId: null,
    expiresAt: expiring ? now + OFFLINE_LIFETIME_S * 1000 : null,
  });
  const grant: OfflineGrant = { access_token: access.token, scope: scopes.join(",") };
  if (!expiring) return grant;
  const refresh: RefreshToken = {
    token: newToken("shprt"),
    shop: state.shop.domain,
    scopes,
    expiresAt: now + REFRESH_LIFETIME_S * 1000,
    firstUsedAt: null,
    replaces,
    retired: false,
  };
  world.store.refreshTokens[refresh.token] = refresh;
  return { ...grant, expires_in: OFFLINE_LIFETIME_S, refresh_token: refresh.token, refresh_token_expires_in: REFRESH_LIFETIME_S };
}

/** A new online token: of one member of staff. */
export function grantOnline(world: World, state: ShopState, userId: string): Record<string, unknown> {
  const scopes = state.shop.installation?.scopes ?? [];
  const access = addAccessToken(world, state, { online: true, scopes, userId, expiresAt: world.clock.now() + ONLINE_LIFETIME_S * 1000 });
  const [firstName = "", ...lastName] = state.shop.ownerName.split(" ");
  return {
    access_token: access.token,
    scope: scopes.join(","),
    expires_in: ONLINE_LIFETIME_S,
    associated_user_scope: scopes.join(","),
    associated_user: {
      id: Number(userId),
      first_name: firstName,
      last_name: lastName.join(" "),
      email: state.shop.email,
      email_verified: true,
      account_owner: true,
      locale: state.shop.locale,
      collaborator: false,
    },
  };
}

/**
 * A new pair for a refresh token, or null when it is none, expired or retired. As Shopify's changelog of 28 August
 * 2026 has it: a used refresh token may be used again until its replacement is, for at most 30 days.
 */
export function refreshOffline(world: World, state: ShopState, token: string): OfflineGrant | null {
  const now = world.clock.now();
  const refresh = world.store.refreshTokens[token];
  if (!refresh || refresh.shop !== state.shop.domain || refresh.retired || refresh.expiresAt <= now) return null;
  if (refresh.firstUsedAt !== null && refresh.firstUsedAt + REPEAT_MS <= now) return null;
  refresh.firstUsedAt ??= now;
  const preceding = refresh.replaces === null ? undefined : world.store.refreshTokens[refresh.replaces];
  if (preceding) preceding.retired = true;
  return grantOffline(world, state, true, refresh.token);
}

/**
 * An expiring pair for an offline token without an end, or null when it is none, revoked or of another shop. Shopify
 * invalidates the original and gives the same pair again for 7 days, until the pair is refreshed or a later token of the
 * shop replaces it (shopify.dev, changelog "More resilient token exchanges when migrating tokens").
 */
export function exchangeUnending(world: World, state: ShopState, token: string): OfflineGrant | null {
  const now = world.clock.now();
  const original = world.store.accessTokens[token];
  if (!original || original.online || original.expiresAt !== null || original.shop !== state.shop.domain) return null;
  const { exchanged } = original;
  if (!exchanged) {
    if (original.revoked) return null;
    const grant = grantOffline(world, state, true);
    original.revoked = true;
    original.exchanged = { accessToken: grant.access_token, refreshToken: grant.refresh_token ?? "", at: now };
    return grant;
  }
  const access = world.store.accessTokens[exchanged.accessToken];
  const refresh = world.store.refreshTokens[exchanged.refreshToken];
  const replaced = Object.values(world.store.accessTokens).some(
    (one) => one.shop === original.shop && !one.online && (one.issuedAt ?? 0) >= exchanged.at && one !== access && one !== original,
  );
  if (!access || !refresh || refresh.firstUsedAt !== null || replaced || exchanged.at + EXCHANGE_REPEAT_MS <= now) return null;
  access.expiresAt = now + OFFLINE_LIFETIME_S * 1000;
  world.store.touch();
  return {
    access_token: access.token,
    scope: access.scopes.join(","),
    expires_in: OFFLINE_LIFETIME_S,
    refresh_token: refresh.token,
    refresh_token_expires_in: Math.floor((refresh.expiresAt - now) / 1000),
  };
}

/** The token's record when it opens this shop's Admin API now, or null. */
export function liveToken(world: World, state: ShopState, token: string | null): AccessToken | null {
  const record = token === null ? undefined : world.store.accessTokens[token];
  if (!record || record.revoked || record.shop !== state.shop.domain || state.shop.installation === null) return null;
  if (record.expiresAt !== null && record.expiresAt <= world.clock.now()) return null;
  return record;
}

export interface Revocation {
  /** Access tokens alone unless told: the refresh tokens then still bring new ones. */
  refreshTokens?: boolean;
}

/** Ends every token of a shop at once. @returns how many there were */
export function revokeTokens(world: World, state: ShopState, options: Revocation = {}): number {
  let count = 0;
  for (const token of Object.values(world.store.accessTokens)) {
    if (token.shop === state.shop.domain && !token.revoked) {
      token.revoked = true;
      count += 1;
    }
  }
  if (options.refreshTokens) {
    // What a token was exchanged for ends with it.
    for (const token of Object.values(world.store.accessTokens)) if (token.shop === state.shop.domain) delete token.exchanged;
    for (const token of Object.values(world.store.refreshTokens)) {
      if (token.shop === state.shop.domain && !token.retired) {
        token.retired = true;
        count += 1;
      }
    }
  }
  world.store.touch();
  return count;
}
