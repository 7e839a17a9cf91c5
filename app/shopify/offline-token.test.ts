import { Session } from "@shopify/shopify-api";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";

import { interceptNetwork } from "~tests/setup/intercept-network";

import type { AdminApiError } from "./admin-port";
import { exclusively, unlessUnderWay, type LockingDatabase } from "./exclusively.server";
import { createOfflineTokens } from "./offline-token.server";

const SHOP = "fio.myshopify.com";
const NOW = Date.parse("2026-11-03T08:00:00Z");
const embedded = (): LockingDatabase => ({ kind: "embedded", sqlTransaction: () => Promise.reject(new Error("not used")) });

const network = interceptNetwork();

interface Setup {
  expiresIn?: number | null;
  refreshToken?: string | undefined;
  reply?: () => Response;
  /** Called when Shopify is asked, before it answers. */
  meanwhile?: (sessions: Map<string, Session>) => void;
}

function setup(options: Setup = {}) {
  const sessions = new Map<string, Session>();
  const warnings: string[] = [];
  const { expiresIn = 60_000 } = options;
  sessions.set(
    `offline_${SHOP}`,
    new Session({
      id: `offline_${SHOP}`,
      shop: SHOP,
      state: "",
      isOnline: false,
      scope: "read_orders",
      accessToken: "old",
      expires: expiresIn === null ? undefined : new Date(NOW + expiresIn),
      refreshToken: "refreshToken" in options ? options.refreshToken : "r1",
      refreshTokenExpires: new Date(NOW + 86_400_000),
    }),
  );
  const requests: unknown[] = [];
  network.use(
    http.post(`https://${SHOP}/admin/oauth/access_token`, async ({ request }) => {
      requests.push({ url: request.url, ...((await request.json()) as object) });
      options.meanwhile?.(sessions);
      return (
        options.reply?.() ??
        HttpResponse.json({ access_token: `new${requests.length}`, scope: "read_orders", expires_in: 3600, refresh_token: "r2", refresh_token_expires_in: 7_776_000 })
      );
    }),
  );
  const db = embedded();
  const make = () =>
    createOfflineTokens({
      sessions: {
        loadSession: async (id) => sessions.get(id),
        replaceSession: async (session, held) => sessions.get(session.id)?.accessToken === held && Boolean(sessions.set(session.id, session)),
        deleteSessionHolding: async (id, held) => sessions.get(id)?.accessToken === held && sessions.delete(id),
      },
      apiKey: "key",
      apiSecret: "secret",
      now: () => NOW,
      exclusively: (key, work) => exclusively(db, key, work),
      log: { warn: (fields, message) => void warnings.push(`${JSON.stringify(fields)} ${message}`) },
    });
  return { sessions, requests, warnings, make, token: make() };
}

const kindOf = async (promise: Promise<unknown>) => promise.then(() => "fine", (error: unknown) => (error as AdminApiError).kind);

describe("offline tokens", () => {
  it("are used while they last", async () => {
    const { token, requests } = setup({ expiresIn: 600_000 });
    expect(await token(SHOP)).toBe("old");
    expect(requests).toEqual([]);
  });

  it("that never end are used for ever", async () => {
    expect(await setup({ expiresIn: null }).token(SHOP)).toBe("old");
  });

  it("are refreshed once, however many need them at that moment", async () => {
    const { token, make, requests, sessions } = setup();
    // The second function stands for another part of the process that shares the database.
    const other = make();
    const tokens = await Promise.all([...Array.from({ length: 20 }, () => token(SHOP)), ...Array.from({ length: 20 }, () => other(SHOP))]);
    expect(new Set(tokens)).toEqual(new Set(["new1"]));
    expect(requests).toEqual([
      { url: `https://${SHOP}/admin/oauth/access_token`, client_id: "key", client_secret: "secret", grant_type: "refresh_token", refresh_token: "r1" },
    ]);
    expect(sessions.get(`offline_${SHOP}`)).toMatchObject({ accessToken: "new1", refreshToken: "r2", expires: new Date(NOW + 3_600_000) });
  });

  it("are refreshed when Shopify refuses one, but not again when that has been done", async () => {
    const { token, requests } = setup({ expiresIn: 600_000 });
    expect(await token(SHOP, "old")).toBe("new1");
    expect(await token(SHOP, "old")).toBe("new1");
    expect(requests).toHaveLength(1);
  });

  it.each([
    ["400 invalid_grant", () => Response.json({ error: "invalid_grant" }, { status: 400 })],
    ["401 as after an uninstall", () => Response.json({ error: "invalid_request", error_description: "This request requires an active refresh_token" }, { status: 401 })],
  ])("are deleted when Shopify refuses to renew them: %s", async (_what, reply) => {
    const { token, sessions, warnings, requests } = setup({ expiresIn: 600_000, reply });
    expect(await kindOf(token(SHOP, "old"))).toBe("unauthorized");
    expect(sessions.size).toBe(0);
    expect(warnings.join()).toContain(SHOP);
    expect(warnings.join()).not.toMatch(/old|r1|secret/);
    expect(await kindOf(token(SHOP))).toBe("unauthorized");
    expect(requests).toHaveLength(1);
  });

  it("of a visit meanwhile are kept and used, be the renewal refused or granted", async () => {
    const visit = (sessions: Map<string, Session>) => {
      const session = sessions.get(`offline_${SHOP}`);
      if (session) sessions.set(session.id, new Session({ ...session.toObject(), accessToken: "visit", expires: new Date(NOW + 3_600_000) }));
    };
    for (const reply of [() => Response.json({ error: "invalid_grant" }, { status: 400 }), () => Response.json({ access_token: "late", expires_in: 3600, refresh_token: "r2" })]) {
      const { token, sessions } = setup({ reply, meanwhile: visit });
      expect(await token(SHOP)).toBe("visit");
      expect(sessions.get(`offline_${SHOP}`)?.accessToken).toBe("visit");
    }
  });

  it("are not stored for a shop that was uninstalled meanwhile", async () => {
    const { token, sessions } = setup({ meanwhile: (stored) => stored.clear() });
    expect(await kindOf(token(SHOP))).toBe("unauthorized");
    expect(sessions.size).toBe(0);
  });

  it.each([
    ["a limit", () => new Response("", { status: 429 }), "unavailable"],
    ["an address that is not allowed", () => new Response("<html>403</html>", { status: 403 }), "unavailable"],
    ["a client secret that is wrong", () => Response.json({ error: "invalid_client" }, { status: 401 }), "unavailable"],
    ["an app that is not known", () => new Response("<title>Oauth error application_cannot_be_found</title>", { status: 400 }), "unavailable"],
    ["a redirect", () => new Response("", { status: 307, headers: { location: "https://elsewhere.example/" } }), "unavailable"],
    ["a frozen shop", () => new Response("", { status: 402 }), "access_denied"],
  ])("stay where the answer is not about the token: %s", async (_what, reply, kind) => {
    const { token, sessions, requests } = setup({ expiresIn: 600_000, reply });
    expect(await kindOf(token(SHOP, "old"))).toBe(kind);
    expect(sessions.get(`offline_${SHOP}`)).toMatchObject({ accessToken: "old", refreshToken: "r1" });
    expect(requests).toHaveLength(1);
  });

  it("without an end are exchanged for expiring ones when Shopify refuses them, once", async () => {
    const { token, make, requests, sessions } = setup({ expiresIn: null, refreshToken: undefined });
    const other = make();
    expect(new Set(await Promise.all([token(SHOP, "old"), token(SHOP, "old"), other(SHOP, "old")]))).toEqual(new Set(["new1"]));
    expect(requests).toEqual([
      {
        url: `https://${SHOP}/admin/oauth/access_token`, client_id: "key", client_secret: "secret",
        grant_type: "urn:ietf:params:oauth:grant-type:token-exchange", subject_token: "old",
        subject_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
        requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token", expiring: "1",
      },
    ]);
    expect(sessions.get(`offline_${SHOP}`)).toMatchObject({ accessToken: "new1", refreshToken: "r2", expires: new Date(NOW + 3_600_000) });
  });

  it("without an end are deleted when they are revoked", async () => {
    const { token, sessions } = setup({ expiresIn: null, refreshToken: undefined, reply: () => Response.json({ error: "invalid_subject_token" }, { status: 400 }) });
    expect(await kindOf(token(SHOP, "old"))).toBe("unauthorized");
    expect(sessions.size).toBe(0);
  });

  it.each([
    ["there is no session", async () => setup().token("other.myshopify.com"), "unauthorized"],
    ["there is nothing to refresh it with", async () => setup({ refreshToken: undefined }).token(SHOP), "unauthorized"],
    ["Shopify refuses the refresh", async () => setup({ reply: () => Response.json({ error: "invalid_grant" }, { status: 400 }) }).token(SHOP), "unauthorized"],
    ["Shopify is down", async () => setup({ reply: () => new Response("", { status: 503 }) }).token(SHOP), "unavailable"],
    ["Shopify answers nonsense", async () => setup({ reply: () => new Response("<html>") }).token(SHOP), "unavailable"],
  ])("are refused when %s", async (_why, ask, kind) => expect(await kindOf(ask())).toBe(kind));

  it("can be asked for again after a failure", async () => {
    let down = true;
    const { token } = setup({ reply: () => (down ? new Response("", { status: 503 }) : Response.json({ access_token: "later" })) });
    expect(await kindOf(token(SHOP))).toBe("unavailable");
    down = false;
    expect(await token(SHOP)).toBe("later");
  });
});

describe("work that excludes itself", () => {
  it("runs one after the other, also after a failure", async () => {
    const db = embedded();
    const order: string[] = [];
    const work = (name: string, fails = false) => exclusively(db, "k", async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      if (fails) throw new Error(name);
    });
    await Promise.allSettled([work("a", true), work("b"), work("c")]);
    expect(order).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  });

  it("is passed over when it is under way", async () => {
    const db = embedded();
    const slow = unlessUnderWay(db, "k", () => new Promise<string>((resolve) => setTimeout(() => resolve("done"), 10)));
    expect(await unlessUnderWay(db, "k", async () => "twice")).toBeNull();
    expect(await slow).toEqual({ result: "done" });
    expect(await unlessUnderWay(db, "k", async () => "again")).toEqual({ result: "again" });
  });
});
