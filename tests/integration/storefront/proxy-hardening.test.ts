import { createHmac } from "node:crypto";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { openTestDatabase } from "~tests/setup/test-database";

import { createProxyWorld, SECRET, SHOP, type ProxyWorld } from "./proxy-world";

/** Requests of the app proxy whose signature is right and that are refused all the same: the cases of shopify-api 13 to 15. */

let db: Database;
let world: ProxyWorld;

beforeAll(async () => {
  db = await openTestDatabase();
  world = createProxyWorld(db);
  await world.addShop(SHOP);
});
afterAll(() => db.close());

type Change = (query: URLSearchParams) => void;

/** Signs the query anew after a change, as Shopify would sign those parameters. */
function signedAfter(change: Change): Change {
  return (query) => {
    query.delete("signature");
    change(query);
    const names = [...new Set(query.keys())].sort();
    const content = names.map((name) => `${name}=${query.getAll(name).join(",")}`).join("");
    query.append("signature", createHmac("sha256", SECRET).update(content).digest("hex"));
  };
}

const status = async (tamper: Change) => (await world.get("", { tamper })).status;

describe("a signed request of the app proxy", () => {
  it("is answered: the refusals below are of what was changed", async () => {
    expect(await status(signedAfter(() => undefined))).toBe(200);
  });

  it.each(["shop", "timestamp"])("with %s twice is refused, although the signature covers both", async (name) => {
    expect(await status(signedAfter((query) => query.append(name, query.get(name) ?? "")))).toBe(400);
  });

  it("with two signatures is refused", async () => {
    expect([400, 401]).toContain(await status((query) => query.append("signature", query.get("signature") ?? "")));
    expect([400, 401]).toContain(await status((query) => query.append("signature", "0".repeat(64))));
  });

  it.each(["", "NaN", "not-a-number", "Infinity", "-Infinity", "123.45", "1e99"])("with the timestamp %j is refused", async (timestamp) => {
    expect(await status(signedAfter((query) => query.set("timestamp", timestamp)))).toBe(400);
  });

  it.each<[what: string, change: Change]>([
    ["a blank in a value", (query) => query.set("utm_campaign", "late summer sale")],
    ["a plus in a value", (query) => query.set("utm_campaign", "a+b")],
    ["a per cent sign in a value", (query) => query.set("utm_campaign", "100%20off %")],
    ["letters of other alphabets", (query) => query.set("q", "東京 ünï ✂")],
    ["a parameter of the shopper's twice", (query) => [query.append("tag", "a"), query.append("tag", "b c")]],
    ["an empty value", (query) => query.set("ref", "")],
  ])("with %s is answered, in either way of writing a blank", async (_what, change) => {
    const tamper = signedAfter(change);
    expect((await world.get("", { tamper })).status).toBe(200);
    expect((await world.get("", { tamper, blanks: "%20" })).status).toBe(200);
  });
});
