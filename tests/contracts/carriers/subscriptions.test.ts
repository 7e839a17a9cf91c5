import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { dhl } from "~/integrations/carriers/dhl";
import { easypost } from "~/integrations/carriers/easypost";
import type { CarrierContext, Credentials } from "~/integrations/carriers/port";
import type { AccountPush, PushOutcome, SubscriptionLife } from "~/integrations/carriers/push-port";
import { carrierAdapters } from "~/integrations/carriers/registry";
import { shipengine } from "~/integrations/carriers/shipengine";
import { usps } from "~/integrations/carriers/usps";
import { createHttpClient } from "~/integrations/http/http-client.server";
import { createTokenCache } from "~/integrations/http/token-cache";

import { startFakeProvider, type FakeAnswer, type FakeProvider, type Handler } from "./fake-provider";

/*
 * How providers are told to push, over real HTTP against a server that answers by their documentation (the adapters are
 * not asked what they would send). Every adapter that has such a subscription must stand here: see the last test.
 */
const NOW = Date.UTC(2026, 10, 25, 12);
const ID = "019db15c-05e8-7432-95dc-8c511d2f9a1b";
const HOOK = "https://app.example/hooks/x/token-of-the-connection";

let server: FakeProvider;
beforeAll(async () => {
  server = await startFakeProvider();
});
afterAll(() => server.close());

function play(credentials: Credentials, handler: Handler): CarrierContext {
  server.answerWith(handler);
  const http = createHttpClient({ retry: { attempts: 1 } });
  return { credentials: { ...credentials, base_url: server.url }, http, now: () => NOW, tokens: createTokenCache(() => NOW), webhookUrl: HOOK };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}): FakeAnswer => ({ status, body: JSON.stringify(body), headers: { "content-type": "application/json", ...headers } });
const problemOf = (outcome: PushOutcome | undefined) => (outcome?.ok === false ? outcome.problem : null);

describe("contract: usps's subscription of a mailer id", () => {
  const push = usps.accountPush as AccountPush;
  const SECRET = "abcdefghijklmnopqrstuvwxyz012345";
  const credentials = { client_id: "id", client_secret: "secret", mailer_id: "900000001", webhook_secret: SECRET };
  const failure = (status: number, message: string) => json(status, { apiVersion: "v3", error: { code: String(status), message, errors: [{ code: String(status), title: message }] } });
  /** Behind a token that was given for the right to subscribe, and for nothing else. */
  const behindToken = (handler: Handler): Handler => (seen) => {
    if (seen.path === "/oauth2/v3/token") {
      const asked = JSON.parse(seen.body) as Record<string, string>;
      return asked["client_id"] === "id" && asked["client_secret"] === "secret" && asked["grant_type"] === "client_credentials" && asked["scope"] === "subscriptions-tracking" ? json(200, { access_token: "t", expires_in: "3600", scope: "subscriptions-tracking" }) : json(401, { error: "invalid_client" });
    }
    return seen.headers["authorization"] === "Bearer t" ? handler(seen) : failure(401, "no token");
  };
  const calls = () => server.seen.filter((seen) => seen.path !== "/oauth2/v3/token").map((seen) => `${seen.method} ${seen.path}`);

  it("asks for one listener, one secret and one mailer id, and keeps the id that USPS gives", async () => {
    const context = play(credentials, behindToken(() => json(201, { subscriptionId: ID })));
    expect(await push.make(context)).toEqual({ ok: true, id: ID });
    expect(calls()).toEqual(["POST /subscriptions-tracking/v3/subscriptions"]);
    expect(JSON.parse(server.seen.at(-1)?.body ?? "")).toEqual({ listenerURL: HOOK, secret: SECRET, filterProperties: { MID: "900000001", trackingEventTypes: ["ALL_UPDATES"] } });
    await push.make(play({ ...credentials, admin_email: "ops@shop.example" }, behindToken(() => json(201, { subscriptionId: ID }))));
    expect(JSON.parse(server.seen.at(-1)?.body ?? "")).toMatchObject({ adminNotification: [{ email: "ops@shop.example" }] });
  });

  it("takes the one that is there already for made", async () => {
    const context = play(credentials, behindToken(() => failure(400, `A subscription with the same listener and filter exists: ${ID}`)));
    expect(await push.make(context)).toEqual({ ok: true, id: ID });
  });

  it("tells why none was made, and sends nothing that USPS cannot take", async () => {
    expect(problemOf(await push.make(play({ ...credentials, client_secret: "wrong" }, behindToken(() => json(500, {})))))).toMatchObject({ kind: "auth" });
    expect(problemOf(await push.make(play(credentials, behindToken(() => failure(403, "The app has no access to this product")))))).toMatchObject({ message: "The app has no access to this product" });
    expect(problemOf(await push.make(play(credentials, behindToken(() => ({ status: 503, body: "" })))))).toMatchObject({ kind: "unavailable" });
    expect(problemOf(await push.make(play(credentials, behindToken(() => json(200, { made: true })))))).toMatchObject({ kind: "unparsable" });
    const short = play({ ...credentials, webhook_secret: "short" }, behindToken(() => json(201, { subscriptionId: ID })));
    expect(problemOf(await push.make(short))).toMatchObject({ kind: "invalid", message: expect.stringContaining("32 characters") as string });
    expect(server.seen).toEqual([]);
  });

  it("knows a living one from one that is suspended, gone, or not to be learnt of", async () => {
    const check = (answer: FakeAnswer) => push.check(ID, play(credentials, behindToken(() => answer)));
    expect(await check(json(200, { subscriptionId: ID, status: "ACTIVE" }, { etag: '"1"' }))).toBe("live");
    expect(await check(json(200, { subscriptionId: ID, status: "SUSPENDED" }))).toBe("stopped");
    expect(await check(failure(404, "none"))).toBe("gone");
    for (const status of [429, 500, 503]) expect(await check(failure(status, "busy"))).toBe("unknown");
    expect(await push.check(ID, play({ ...credentials, client_secret: "wrong" }, behindToken(() => json(200, {}))))).toBe("unknown");
  });

  it("ends it with the ETag that was read, once more when it changed meanwhile, and takes one that is not there for ended", async () => {
    let version = 1;
    const context = play(credentials, behindToken((seen) => {
      if (seen.method === "GET") return json(200, { subscriptionId: ID }, { etag: `"${version}"` });
      if (seen.headers["if-match"] === '"2"') return { status: 204, body: "" };
      version = 2;
      return failure(412, "changed");
    }));
    expect(await push.end(ID, context)).toEqual({ ok: true, id: ID });
    expect(calls().map((call) => call.split(" ")[0])).toEqual(["GET", "DELETE", "GET", "DELETE"]);
    expect(await push.end(ID, play(credentials, behindToken(() => failure(404, "none"))))).toEqual({ ok: true, id: ID });
    expect(problemOf(await push.end(ID, play(credentials, behindToken((seen) => (seen.method === "GET" ? json(200, {}, { etag: '"1"' }) : failure(412, "changed"))))))).not.toBeNull();
    expect(calls()).toHaveLength(6);
    expect(problemOf(await push.end(ID, play(credentials, behindToken(() => ({ status: 503, body: "" })))))).toMatchObject({ kind: "unavailable" });
  });

  it("is wanted where a mailer id stands, and for that one", () => {
    expect([push.wanted({}), push.wanted({ mailer_id: " " })]).toEqual([null, null]);
    expect(push.wanted({ mailer_id: "900000001" })).not.toBe(push.wanted({ mailer_id: "900000002" }));
  });
});

describe("contract: easypost's webhook of an account", () => {
  const push = easypost.accountPush as AccountPush;
  const credentials = { api_key: "key", webhook: "made", webhook_secret: "s\u00e9cret" };
  const behindKey = (handler: Handler): Handler => (seen) => (seen.headers["authorization"] === `Basic ${Buffer.from("key:").toString("base64")}` ? handler(seen) : json(401, { error: { code: "APIKEY.INACTIVE", message: "no", errors: [] } }));
  const calls = () => server.seen.map((seen) => `${seen.method} ${seen.path}`);

  it("is made with this connection's address and secret, in place of one that is there already", async () => {
    const hooks = [{ id: "hook_old", url: HOOK }, { id: "hook_other", url: "https://another.example/" }];
    const context = play(credentials, behindKey((seen) => (seen.method === "GET" ? json(200, { webhooks: hooks }) : seen.method === "POST" ? json(201, { id: "hook_new", url: HOOK }) : json(200, {}))));
    expect(await push.make(context)).toEqual({ ok: true, id: "hook_new" });
    expect(calls()).toEqual(["GET /v2/webhooks", "DELETE /v2/webhooks/hook_old", "POST /v2/webhooks"]);
    expect(JSON.parse(server.seen.at(-1)?.body ?? "")).toEqual({ webhook: { url: HOOK, webhook_secret: "s\u00e9cret" } });
  });

  it("tells why none was made", async () => {
    expect(problemOf(await push.make(play({ ...credentials, api_key: "wrong" }, behindKey(() => json(200, {})))))).toMatchObject({ kind: "auth" });
    expect(problemOf(await push.make(play(credentials, behindKey((seen) => (seen.method === "GET" ? json(200, { webhooks: [] }) : json(422, { error: { code: "X", message: "The url is not reachable", errors: [] } }))))))).toMatchObject({ kind: "invalid" });
    expect(problemOf(await push.make(play(credentials, behindKey(() => ({ status: 503, body: "" })))))).toMatchObject({ kind: "unavailable" });
  });

  it("is living, disabled after failures, gone, or not to be learnt of; and ended by its id", async () => {
    const check = (answer: FakeAnswer) => push.check("hook_1", play(credentials, behindKey(() => answer)));
    expect(await check(json(200, { id: "hook_1", disabled_at: null }))).toBe("live");
    expect(await check(json(200, { id: "hook_1", disabled_at: "2026-11-20T00:00:00Z" }))).toBe("stopped");
    expect(await check(json(404, { error: { code: "NOT_FOUND", message: "none", errors: [] } }))).toBe("gone");
    expect(await check({ status: 503, body: "" })).toBe("unknown");
    for (const status of [200, 204, 404]) expect(await push.end("hook_1", play(credentials, behindKey(() => json(status, {}))))).toEqual({ ok: true, id: "hook_1" });
    expect(calls()).toEqual(["DELETE /v2/webhooks/hook_1"]);
    expect(problemOf(await push.end("hook_1", play(credentials, behindKey(() => ({ status: 503, body: "" })))))).toMatchObject({ kind: "unavailable" });
  });

  it("is wanted by the setting alone", () => {
    expect([push.wanted({}), push.wanted({ webhook: "own", webhook_secret: "s" })]).toEqual([null, null]);
    expect(push.wanted({ webhook: "made" })).not.toBeNull();
  });
});

describe("contract: shipengine's webhook of an environment", () => {
  const push = shipengine.accountPush as AccountPush;
  const credentials = { api_key: "key", webhook: "made" };
  const behindKey = (handler: Handler): Handler => (seen) => (seen.headers["api-key"] === "key" ? handler(seen) : json(401, { errors: [{ error_code: "unauthorized", message: "no" }] }));
  const calls = () => server.seen.map((seen) => `${seen.method} ${seen.path}`);

  it("is made for tracking alone, in place of one that is there already, and leaves other webhooks be", async () => {
    const hooks = [{ webhook_id: "1", url: HOOK, event: "batch" }, { webhook_id: "2", url: HOOK, event: "track" }, { webhook_id: "3", url: "https://another.example/", event: "track" }];
    const context = play(credentials, behindKey((seen) => (seen.method === "GET" ? json(200, hooks) : seen.method === "POST" ? json(200, { webhook_id: 4, url: HOOK, event: "track" }) : { status: 204, body: "" })));
    expect(await push.make(context)).toEqual({ ok: true, id: "4" });
    expect(calls()).toEqual(["GET /v1/environment/webhooks", "DELETE /v1/environment/webhooks/2", "POST /v1/environment/webhooks"]);
    expect(JSON.parse(server.seen.at(-1)?.body ?? "")).toEqual({ event: "track", url: HOOK, name: "Milepost" });
  });

  it("is told of where it cannot be made, checked and ended by its id", async () => {
    expect(problemOf(await push.make(play({ ...credentials, api_key: "wrong" }, behindKey(() => json(200, [])))))).toMatchObject({ kind: "auth" });
    const check = (answer: FakeAnswer) => push.check("4", play(credentials, behindKey(() => answer)));
    expect([await check(json(200, { webhook_id: "4" })), await check(json(404, { errors: [] })), await check({ status: 503, body: "" })]).toEqual(["live", "gone", "unknown"]);
    expect(await push.end("4", play(credentials, behindKey(() => ({ status: 204, body: "" }))))).toEqual({ ok: true, id: "4" });
    expect(calls()).toEqual(["DELETE /v1/environment/webhooks/4"]);
  });
});

describe("contract: dhl's subscriptions of shipments", () => {
  const life = dhl.subscription?.life as SubscriptionLife;
  const credentials = { api_key: "k", service: "express", push: "on", webhook_token: "token" };
  const behindKey = (handler: Handler): Handler => (seen) => (seen.headers["dhl-api-key"] === "k" ? handler(seen) : json(401, { title: "Unauthorized", status: 401 }));
  const query = (number: string) => ({ number, carrier: "dhl_express", destinationCountry: null, destinationPostalCode: null, shippedAt: null, locale: null });

  it("asks for ten shipments each, with the address and the token of this connection, and keeps whose each number is", async () => {
    let count = 0;
    const context = play(credentials, behindKey(() => json(201, { subscriptionId: `sub-${(count += 1)}` })));
    const answer = await dhl.register?.(Array.from({ length: 12 }, (_, index) => query(`N${index}`)), context);
    expect(server.seen.map((seen) => `${seen.method} ${seen.path}`)).toEqual(["POST /tracking/push/v1/subscription", "POST /tracking/push/v1/subscription"]);
    expect(JSON.parse(server.seen[1]?.body ?? "")).toEqual({
      hook: { uri: HOOK, authentication: { type: "ApiKeyAuthentication", header: "x-milepost-hook", token: "token" } },
      format: "Default", type: "Shipment", service: "express", events: ["Transit", "Delivered", "Pre-Transit", "Failure", "Unknown"], shipmentIDs: ["N10", "N11"],
    });
    expect(answer?.accepted.map((one) => one.subscription)).toEqual([...Array<string>(10).fill("sub-1"), "sub-2", "sub-2"]);
  });

  it("sends the secret of a validation back to its own address, never to the one that the push names", async () => {
    const news = life.read(JSON.stringify({ scope: "subscription.validate", self: `https://evil.example/tracking/push/v1/subscription/${ID}`, secret: "of-the-hook" }));
    if (news === null) throw new Error("not read");
    const context = play(credentials, behindKey((seen) => (seen.headers["dhl-api-hook-secret"] === "of-the-hook" ? json(200, {}) : json(403, { title: "Forbidden", status: 403 }))));
    expect(await life.confirm(news, context)).toEqual({ ok: true, id: ID });
    expect(server.seen.map((seen) => `${seen.method} ${seen.path}`)).toEqual([`POST /tracking/push/v1/subscription/${ID}`]);
    expect(problemOf(await life.confirm({ ...news, secret: "another" }, play(credentials, behindKey(() => json(403, { title: "Forbidden", status: 403 })))))).toMatchObject({ kind: "auth" });
    expect(problemOf(await life.confirm(news, play(credentials, () => ({ status: 503, body: "" }))))).toMatchObject({ kind: "unavailable" });
  });

  it("ends one by its id", async () => {
    expect(await dhl.subscription?.end?.(ID, play(credentials, behindKey(() => ({ status: 204, body: "" }))))).toEqual({ ok: true, id: ID });
    expect(server.seen.map((seen) => `${seen.method} ${seen.path}`)).toEqual([`DELETE /tracking/push/v1/subscription/${ID}`]);
    expect(problemOf(await dhl.subscription?.end?.(ID, play(credentials, behindKey(() => json(404, { title: "Not found", status: 404 })))))).toMatchObject({ kind: "not_found" });
  });
});

it("every adapter that is subscribed by an id of the provider's stands here", () => {
  const codes = carrierAdapters.filter((adapter) => adapter.accountPush !== undefined || adapter.subscription?.life !== undefined || adapter.subscription?.end !== undefined).map((adapter) => adapter.code);
  expect(codes.sort()).toEqual(["dhl", "easypost", "shipengine", "usps"]);
});
