import type { IncomingMessage, ServerResponse } from "node:http";

import { GraphQLError } from "graphql";

import { oauthAccessToken } from "../auth/oauth-endpoint";
import { liveToken } from "../auth/tokens";
import { pendingScopes } from "../behaviour/installation";
import { expandScopes } from "../config/app-config";
import { answerGraphql, throttled, type GraphqlAnswer } from "../graphql/endpoint";
import { createBucket, type Bucket } from "../graphql/throttle";
import { API_VERSION } from "../schema/schema";
import type { AccessToken, ShopState } from "../store/records";
import type { World } from "../world";
import type { Failures } from "./failures";
import type { RequestRecord } from "./request-log";
import { headerOf, readInput, send, sendJson } from "./respond";
import { readThemeFileAddress } from "./theme-files";

export interface ShopHostOptions {
  world: World;
  failures: Failures;
  log(record: RequestRecord): void;
  throttle: { restoreRate: number; maximumAvailable: number } | undefined;
  maxQueryCost: number;
}

/** Answers what is sent to NAME.myshopify.com: the token endpoint and the Admin API. */
export interface ShopHost {
  handle(host: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** The bucket of the app in that shop. */
  bucket(state: ShopState): Bucket;
}

export function createShopHost(options: ShopHostOptions): ShopHost {
  const { world } = options;
  const buckets = new Map<string, Bucket>();

  function bucket(state: ShopState): Bucket {
    let found = buckets.get(state.shop.domain);
    if (!found) {
      found = createBucket(state.shop.plan, options.throttle);
      buckets.set(state.shop.domain, found);
    }
    return found;
  }

  async function graphql(state: ShopState, request: IncomingMessage, input: unknown): Promise<GraphqlAnswer> {
    const token = liveToken(world, state, headerOf(request, "x-shopify-access-token"));
    const failure = options.failures.take(state.shop.domain);
    if (failure === "500") return { status: 500, body: { errors: "Internal Server Error" }, operation: null };
    if (failure === "revoked" && token) token.revoked = true;
    if (!token || failure === "revoked") {
      return { status: 401, body: { errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" }, operation: null };
    }
    if (token.expiresAt === null && world.distribution === "public") {
      const why = "[API] Non-expiring access tokens are no longer accepted for the Admin API. Start using expiring offline tokens: https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens#expiring-vs-non-expiring-offline-tokens";
      return { status: 403, body: { errors: why }, operation: null };
    }
    const pending = world.access.blocksUntilApproved ? pendingScopes(world, state)[0] : undefined;
    if (pending !== undefined) {
      return { status: 403, body: { errors: `[API] This action requires merchant approval for ${pending} scope.` }, operation: null };
    }
    if (failure === "throttle") {
      const cost = { requestedQueryCost: 10, actualQueryCost: null, throttleStatus: { ...bucket(state).status(), currentlyAvailable: 0 } };
      return { status: 200, body: { errors: [throttled()], extensions: { cost } }, operation: null };
    }
    if (failure === "graphql-error") {
      const error = new GraphQLError("Internal error. Looks like something went wrong on our end.", { extensions: { code: "INTERNAL_SERVER_ERROR" } });
      return { status: 200, body: { errors: [error] }, operation: null };
    }
    return answerGraphql(contextFor(world, state, token), bucket(state), options.maxQueryCost, input);
  }

  return {
    bucket,
    async handle(host, request, response) {
      const since = performance.now();
      const { pathname: path, searchParams } = new URL(request.url ?? "/", "http://shop");
      const state = world.store.shops[host.toLowerCase()];
      const log = (status: number, operation: string | null, variables: unknown): void =>
        options.log({
          at: new Date(world.clock.now()).toISOString(),
          shop: host,
          method: request.method ?? "GET",
          path,
          operation,
          status,
          milliseconds: Math.round(performance.now() - since),
          variables,
        });
      if (!state) {
        log(404, null, null);
        return sendJson(response, 404, { errors: "Not Found" });
      }
      if (path === "/admin/oauth/access_token" && request.method === "POST") {
        const input = (await readInput(request)) as { grant_type?: string };
        const answer = oauthAccessToken(world, state, input);
        log(answer.status, input.grant_type ?? null, null);
        return sendJson(response, answer.status, answer.body);
      }
      if (path === `/admin/api/${API_VERSION}/graphql.json` && request.method === "POST") {
        const input = (await readInput(request)) as { variables?: unknown };
        const answer = await graphql(state, request, input);
        log(answer.status, answer.operation, input.variables ?? null);
        return sendJson(response, answer.status, answer.body, { "x-shopify-api-version": API_VERSION, "x-request-id": String(Math.floor(world.random() * 1e15)) });
      }
      if (path === "/theme-files" && request.method === "GET") {
        const answer = readThemeFileAddress(world, state, searchParams, headerOf(request, "x-shopify-access-token") !== null || headerOf(request, "authorization") !== null);
        log(answer.status, "theme-file", null);
        return send(response, answer.status, "application/json", answer.text);
      }
      log(404, null, null);
      sendJson(response, 404, { errors: "Not Found" });
    },
  };
}

/** What an operation may see and do with this token. */
export function contextFor(world: World, state: ShopState, token: Pick<AccessToken, "scopes">): Parameters<typeof answerGraphql>[0] {
  return { world, state, scopes: expandScopes(token.scopes), bulk: false, spent: 0 };
}
