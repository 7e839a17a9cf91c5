import { z } from "zod";

import { verifySessionToken } from "./session-token";
import { grantOffline, grantOnline, refreshOffline } from "./tokens";
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

const refuse = (error: string, description: string): OauthAnswer => ({ status: 400, body: { error, error_description: description } });

/**
 * POST /admin/oauth/access_token: token exchange (offline and online) and refresh.
 * Answers 400 with `invalid_client`, `invalid_subject_token`, `invalid_grant`, `unsupported_grant_type` or
 * `invalid_request`.
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
    return grant ? { status: 200, body: grant } : refuse("invalid_grant", "The refresh token is unknown, expired or retired.");
  }
  if (request.grant_type !== TOKEN_EXCHANGE) return refuse("unsupported_grant_type", `${request.grant_type} is not supported.`);
  if (request.subject_token_type !== ID_TOKEN) return refuse("invalid_request", `subject_token_type ${request.subject_token_type} is not simulated.`);
  const subject = verifySessionToken(world, state, request.subject_token);
  if (subject === null || state.shop.installation === null) return refuse("invalid_subject_token", "The session token is not valid for this shop.");
  if (request.requested_token_type === ONLINE) return { status: 200, body: grantOnline(world, state, subject.userId) };
  if (request.requested_token_type === OFFLINE) return { status: 200, body: grantOffline(world, state, request.expiring === "1") };
  return refuse("invalid_request", `requested_token_type ${request.requested_token_type} is not known.`);
}
