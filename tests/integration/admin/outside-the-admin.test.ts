import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { readConfig } from "~/config.server";
import type { Database } from "~/db/database.server";
import { createSessionStorage } from "~/db/session-storage.server";
import { headers as landingHeaders, loader as landing } from "~/routes/_index";
import { loader as underAuth } from "~/routes/auth.$";
import { loader as login } from "~/routes/auth.login";
import { createShopify } from "~/shopify.server";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

/** Every admin route: a new page is walked without being named here. */
const routes = import.meta.glob<{
  loader?: (args: LoaderFunctionArgs) => Promise<unknown>;
  action?: (args: ActionFunctionArgs) => Promise<unknown>;
}>(["/app/routes/app*.tsx", "!**/*.test.*"]);

const APP = "https://milepost.example";
const SHOP = "oakhill.myshopify.com";
let db: Database;
let context: LoaderFunctionArgs["context"];

beforeAll(async () => {
  db = await openTestDatabase();
  const useCases = testContext(db, { now: Date.now() });
  const config = readConfig({ SHOPIFY_API_KEY: "client-id", SHOPIFY_API_SECRET: "s", SHOPIFY_APP_URL: APP, MILEPOST_ENCRYPTION_KEY: randomBytes(32).toString("base64") });
  const shopify = createShopify({ config, sessionStorage: createSessionStorage(db, useCases.secrets), afterAuth: async () => undefined });
  context = { dependencies: { config, db, shopify, useCases } } as unknown as LoaderFunctionArgs["context"];
});
afterAll(() => db.close());

/** A browser's visit to an address, following the app's own redirects. @returns the statuses, and where it ended */
async function visit(path: string, load: (args: LoaderFunctionArgs) => unknown): Promise<{ status: number; location: string | null }> {
  const request = new Request(new URL(path, APP), { headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36" } });
  try {
    const answer = await load({ request, params: { id: "x" }, context });
    return { status: answer instanceof Response ? answer.status : 200, location: null };
  } catch (error) {
    if (!(error instanceof Response)) throw error;
    return { status: error.status, location: error.headers.get("location") };
  }
}

describe("an address of the admin, opened outside of it", () => {
  it.each(Object.keys(routes))("%s leads to the landing page", async (file) => {
    const { loader } = (await routes[file]?.()) ?? {};
    if (!loader) return;
    const path = file.replace("/app/routes/", "/").replace(/\.tsx$/, "").replace(/\._index$/, "").replaceAll(".", "/").replaceAll("_/", "/").replace("$id", "x");
    expect(await visit(path, loader)).toEqual({ status: 302, location: "/auth/login" });
    // With a shop alone, as a bookmark or a link from elsewhere has it: to the shop's install page.
    expect(await visit(`${path}?shop=${SHOP}`, loader)).toEqual({ status: 302, location: `/auth/login?shop=${SHOP}` });
  });

  it("/auth/login ends on the landing page, or on the install page of the shop it names", async () => {
    expect(await visit("/auth/login", login)).toEqual({ status: 302, location: "/" });
    expect(await visit(`/auth/login?shop=${SHOP}`, login)).toEqual({ status: 302, location: "https://admin.shopify.com/store/oakhill/oauth/install?client_id=client-id" });
    for (const shop of ["evil.example", "https://evil.example/", "oakhill.myshopify.com.evil.example", "", "%00", `${"a".repeat(5_000)}.example`]) {
      expect(await visit(`/auth/login?shop=${encodeURIComponent(shop)}`, login), shop.slice(0, 50)).toEqual({ status: 302, location: "/" });
    }
  });

  it("/auth and what is under it lead to the landing page; leaving the frame for a foreign address is refused", async () => {
    for (const path of ["/auth", "/auth/callback", "/auth/anything"]) expect(await visit(path, underAuth)).toEqual({ status: 302, location: "/auth/login" });
    for (const destination of ["https://evil.example/", "javascript:alert(1)", "//evil.example", ""]) {
      expect((await visit(`/auth/exit-iframe?exitIframe=${encodeURIComponent(destination)}&shop=${SHOP}`, underAuth)).status, destination).toBe(400);
    }
  });

  it("the landing page may not be framed, and hands a shop's visit to the admin", async () => {
    expect(await visit("/", landing)).toEqual({ status: 200, location: null });
    expect(await visit(`/?shop=${SHOP}&host=x`, landing)).toEqual({ status: 302, location: `/app?shop=${SHOP}&host=x` });
    expect(landingHeaders({} as Parameters<typeof landingHeaders>[0])).toEqual({ "Content-Security-Policy": "frame-ancestors 'none'" });
  });
});
