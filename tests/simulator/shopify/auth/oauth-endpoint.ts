import { z } from "zod";

import { verifySessionToken } from "./session-token";
import { exchangeUnending, grantOffline, grantOnline, refreshOffline } from "./tokens";
import type { ShopState } from "../store/records";
import type { World } from "../world";

const TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";

const shape = z.object({
  client_id: z.string().default(""),
  client_secret: z.string().default(""),
  grant_type: z.string().default(""),
  subject_token: z.string().default(""),
  subject_token_type: z.string().default(""),
  requested_token_type: z.string().default(OFFLINE),
  expiring: z.coerce.string().default("0"),
  refresh_token: z.string().default(""),
});

export interface OauthAnswer {
  status: number;
  body: object;
}

const refuse = (error: string, description: string, status = 400): OauthAnswer => ({ status, body: { error, error_description: description } });

/**
 * POST /admin/oauth/access_token: token exchange (offline and online, of a session token or of an offline token without
 * an end) and refresh.
 * Answers 400 with `invalid_client`, `invalid_subject_token`, `unsupported_grant_type` or `invalid_request`, and 401
 * with `invalid_request` for a refresh token that is revoked, expired or replaced: what apps were seen to be answered
 * after an uninstall (community.shopify.dev/t/35182).
 */
export function oauthAccessToken(world: World, state: ShopState, body: unknown): OauthAnswer {
  const parsed = shape.safeParse(body);
  if (!parsed.success) return refuse("invalid_request", "The request is not understood.");
  const request = parsed.data;
  if (request.client_id !== world.apiKey || request.client_secret !== world.apiSecret) {
    return refuse("invalid_client", "The client id and secret do not belong to an app.");
  }
  if (request.grant_type === "refresh_token") {
    const grant = state.shop.installation === null ? null : refreshOffline(world, state, request.refresh_token);
    return grant ? { status: 200, body: grant } : refuse("invalid_request", "This request requires an active refresh_token", 401);
  }
  if (request.grant_type !== TOKEN_EXCHANGE) return refuse("unsupported_grant_type", `${request.grant_type} is not supported.`);
  if (request.subject_token_type === OFFLINE) {
    if (request.requested_token_type !== OFFLINE || request.expiring !== "1") return refuse("invalid_request", "An offline token can be exchanged for an expiring offline token alone.");
    const grant = state.shop.installation === null ? null : exchangeUnending(world, state, request.subject_token);
    return grant ? { status: 200, body: grant } : refuse("invalid_subject_token", "The offline token is unknown, revoked or expires by itself.");
  }
  if (request.subject_token_type !== ID_TOKEN) return refuse("invalid_request", `subject_token_type ${request.subject_token_type} is not simulated.`);
  const subject = verifySessionToken(world, state, request.subject_token);
  if (subject === null || state.shop.installation === null) return refuse("invalid_subject_token", "The session token is not valid for this shop.");
  if (request.requested_token_type === ONLINE) return { status: 200, body: grantOnline(world, state, subject.userId) };
  if (request.requested_token_type === OFFLINE) return { status: 200, body: grantOffline(world, state, request.expiring === "1") };
  return refuse("invalid_request", `requested_token_type ${request.requested_token_type} is not known.`);
}
