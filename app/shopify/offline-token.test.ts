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

function setup(options: { expiresIn?: number | null; refreshToken?: string | undefined; reply?: () => Response } = {}) {
  const sessions = new Map<string, Session>();
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
        storeSession: async (session) => Boolean(sessions.set(session.id, session)),
      },
      apiKey: "key",
      apiSecret: "secret",
      now: () => NOW,
      exclusively: (key, work) => exclusively(db, key, work),
    });
  return { sessions, requests, make, token: make() };
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
