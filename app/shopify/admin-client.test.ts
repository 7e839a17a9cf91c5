import { http, HttpResponse } from "msw";
import { describe, expect, it, vi } from "vitest";

import { interceptNetwork } from "~tests/setup/intercept-network";

import { createAdminClientFor } from "./admin-client.server";
import { AdminApiError } from "./admin-port";
import { operation } from "./operations/define";

const ask = operation<{ shop: { name: string } }, Record<string, never>>("query Ask { shop { name } }");
const change = operation<{ done: boolean }, Record<string, never>>("mutation Change { done }");

const OK = { data: { shop: { name: "Fio" } } };
const cost = (requested: number, available: number) => ({
  cost: { requestedQueryCost: requested, throttleStatus: { maximumAvailable: 1000, currentlyAvailable: available, restoreRate: 100 } },
});
const throttled = { errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }], extensions: cost(500, 100) };

/** What Shopify answers; "cut" is a connection that breaks. */
type Reply = { status?: number; body?: unknown; text?: string; headers?: Record<string, string> } | "cut";

const network = interceptNetwork();

function setup(replies: Reply[], token: (shop: string, rejected?: string) => Promise<string> = async () => "t1") {
  const calls: { url: string; token: string | null; body: unknown }[] = [];
  const waits: number[] = [];
  let now = 0;
  network.use(
    http.post("https://fio.myshopify.com/*", async ({ request }) => {
      calls.push({ url: request.url, token: request.headers.get("x-shopify-access-token"), body: await request.json() });
      const reply = replies[calls.length - 1] ?? replies.at(-1) ?? "cut";
      if (reply === "cut") return HttpResponse.error();
      return new HttpResponse(reply.text ?? JSON.stringify(reply.body ?? {}), { status: reply.status ?? 200, headers: reply.headers });
    }),
  );
  const adminFor = createAdminClientFor({
    accessToken: token,
    now: () => now,
    random: () => 0.5,
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  });
  const partially = async () => (await adminFor("fio.myshopify.com")).runPartially(ask, {});
  return { calls, waits, partially, run: async (op: typeof ask | typeof change = ask) => (await adminFor("fio.myshopify.com")).run<unknown, Record<string, never>>(op, {}) };
}

const kindOf = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.then(() => null, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(AdminApiError);
  return (error as AdminApiError).kind;
};

describe("the Admin client", () => {
  it("asks with the shop's token", async () => {
    const { run, calls } = setup([{ body: OK }]);
    expect(await run()).toEqual(OK.data);
    expect(calls).toEqual([{ url: "https://fio.myshopify.com/admin/api/2026-10/graphql.json", token: "t1", body: { query: ask.text, variables: {}, operationName: "Ask" } }]);
  });

  it("waits for its points when Shopify throttles, and asks again", async () => {
    const { run, calls, waits } = setup([{ body: throttled }, { body: OK }]);
    await run();
    expect(calls).toHaveLength(2);
    // 400 points are missing, 100 come back a second.
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThanOrEqual(4_000);
  });

  it("waits before the limit, not after it", async () => {
    const { run, waits } = setup([{ body: { ...OK, extensions: cost(400, 100) } }, { body: OK }]);
    await run();
    expect(waits).toEqual([]);
    await run();
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(3_000);
  });

  it("honours Retry-After", async () => {
    const { run, waits } = setup([{ status: 429, headers: { "retry-after": "7" } }, { body: OK }]);
    await run();
    expect(waits).toEqual([7_000]);
  });

  it.each([[{ status: 503 }], ["cut"], [{ text: "<html>" }], [{ body: { errors: [{ message: "x", extensions: { code: "INTERNAL_SERVER_ERROR" } }] } }]] as [Reply][])(
    "tries a query again after %j",
    async (reply) => {
      const { run, calls } = setup([reply, { body: OK }]);
      await run();
      expect(calls).toHaveLength(2);
    },
  );

  it("does not try a mutation again whose fate is unknown", async () => {
    const { run, calls } = setup([{ status: 502 }]);
    expect(await kindOf(run(change))).toBe("unavailable");
    expect(calls).toHaveLength(1);
  });

  it("tries a throttled mutation again: it was not run", async () => {
    const { run, calls } = setup([{ status: 429 }, { body: { data: { done: true } } }]);
    await run(change);
    expect(calls).toHaveLength(2);
  });

  it("gives up in the end", async () => {
    const { run, calls } = setup([{ status: 500 }]);
    expect(await kindOf(run())).toBe("unavailable");
    expect(calls).toHaveLength(6);
  });

  it("gets one new token for a refused one", async () => {
    const token = vi.fn(async (_shop: string, rejected?: string) => (rejected === "t1" ? "t2" : "t1"));
    const { run, calls } = setup([{ status: 401 }, { body: OK }], token);
    await run();
    expect(calls.map((call) => call.token)).toEqual(["t1", "t2"]);
  });

  it("gets another token for one without an end, which Shopify takes of no public app", async () => {
    const token = vi.fn(async (_shop: string, rejected?: string) => (rejected === "t1" ? "t2" : "t1"));
    const refusal = { errors: "[API] Non-expiring access tokens are no longer accepted for the Admin API. Start using expiring offline tokens: https://shopify.dev/" };
    const { run, calls } = setup([{ status: 403, body: refusal }, { body: OK }], token);
    await run();
    expect(calls.map((call) => call.token)).toEqual(["t1", "t2"]);
  });

  it("is unauthorized when the new token is refused too", async () => {
    const { run, calls } = setup([{ status: 401 }]);
    expect(await kindOf(run())).toBe("unauthorized");
    expect(calls).toHaveLength(2);
  });

  it.each([
    [{ body: { errors: [{ message: "Access denied for orders", extensions: { code: "ACCESS_DENIED" }, path: ["orders"] }], data: null } }, "access_denied"],
    [{ body: { errors: [{ message: "Field 'x' doesn't exist" }] } }, "invalid"],
    [{ body: { errors: "Not Found" } }, "invalid"],
    [{ status: 402 }, "access_denied"],
    [{ status: 403, body: { errors: "[API] This action requires merchant approval for read_orders scope." } }, "access_denied"],
    [{ status: 400 }, "invalid"],
  ] as [Reply, string][])("says what %j means and leaves it at that", async (reply, kind) => {
    const { run, calls } = setup([reply]);
    expect(await kindOf(run())).toBe(kind);
    expect(calls).toHaveLength(1);
  });

  describe("given an answer of which fields were refused", () => {
    const refusal = (message: string, path: unknown[], code?: string) => ({ message, path, ...(code ? { extensions: { code } } : {}) });
    const approved = "This app is not approved to use the name field. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.";
    const partial = { data: { shop: { name: null } }, errors: [refusal(approved, ["shop", "name"], "ACCESS_DENIED")] };

    it("gives the rest to who can do without them, and says what is missing", async () => {
      const { partially } = setup([{ body: partial }]);
      expect(await partially()).toEqual({ data: partial.data, denied: [{ path: ["shop", "name"], message: approved, cause: "protected_data" }] });
    });

    it("is access_denied to who cannot", async () => {
      const { run, calls } = setup([{ body: partial }]);
      const error = await run().then(() => null, (reason: unknown) => reason);
      expect(error).toMatchObject({ kind: "access_denied", message: expect.stringContaining("(at shop.name)") as string, denied: [{ cause: "protected_data" }] });
      expect(calls).toHaveLength(1);
    });

    it.each([
      ["without a code, as in Shopify's examples", { data: { shop: null }, errors: [refusal("This app is not approved to access the Customer object. See …", ["shop"])] }, ["protected_data"]],
      ["for want of a scope", { data: { shop: null }, errors: [refusal("Access denied for shop field. Required access: `read_shop` access scope.", ["shop"], "ACCESS_DENIED")] }, ["scope"]],
      ["for something else", { data: { shop: null }, errors: [refusal("Access denied for shop field.", ["shop"], "ACCESS_DENIED")] }, ["other"]],
    ])("tells a refusal %s", async (_how, body, causes) => {
      const { partially } = setup([{ body }]);
      expect((await partially()).denied.map((denial) => denial.cause)).toEqual(causes);
    });

    it("takes nothing of an answer that has another error too", async () => {
      const { partially } = setup([{ body: { ...partial, errors: [...partial.errors, { message: "Field 'x' doesn't exist" }] } }]);
      expect(await kindOf(partially())).toBe("invalid");
    });

    it("says which scope a shop has to approve that is answered nothing until then", async () => {
      const { run } = setup([{ status: 403, body: { errors: "[API] This action requires merchant approval for read_returns scope." } }]);
      const error = await run().then(() => null, (reason: unknown) => reason);
      expect(error).toMatchObject({ kind: "access_denied", denied: [{ path: [], cause: "scope", message: expect.stringContaining("read_returns") as string }] });
    });
  });

  it("never puts a token into an error", async () => {
    const { run } = setup([{ status: 401 }], async () => "shpat_secret");
    await expect(run()).rejects.toThrow(expect.not.objectContaining({ message: expect.stringContaining("shpat_secret") as string }) as Error);
  });
});

describe("reading a result file", () => {
  const seen: Headers[] = [];
  const lines = async (chunks: string[], status = 200, url = "https://files.example/1") => {
    const body = () => new ReadableStream({ start: (out) => { for (const chunk of chunks) out.enqueue(new TextEncoder().encode(chunk)); out.close(); } });
    network.use(
      http.get("https://files.example/1", ({ request }) => {
        seen.push(request.headers);
        return new HttpResponse(body(), { status });
      }),
      http.get("https://files.example/moved", () => HttpResponse.redirect("https://files.example/1")),
    );
    const adminFor = createAdminClientFor({ accessToken: async () => "t", now: () => 0 });
    const found: string[] = [];
    for await (const line of (await adminFor("fio.myshopify.com")).lines(url)) found.push(line);
    return found;
  };

  it("gives lines however they are cut", async () => expect(await lines(['{"a"', ":1}\n{", '"b":2}', "\n\n", "last"])).toEqual(['{"a":1}', '{"b":2}', "last"]));
  it("sends no token to the host where it lies", async () => {
    seen.length = 0;
    await lines(["{}"]);
    expect(seen.map((headers) => [headers.get("x-shopify-access-token"), headers.get("authorization")])).toEqual([[null, null]]);
  });
  it.each(["http://files.example/1", "https://127.0.0.1/1", "https://[::1]/1", "https://localhost/1", "https://files.example:8443/1", "https://a:b@files.example/1", "file:///etc/passwd", "nothing"])(
    "does not go to %s",
    async (url) => expect(await kindOf(lines(["{}"], 200, url))).toBe("invalid"),
  );
  it("is not led elsewhere", async () => expect(await kindOf(lines(["{}"], 200, "https://files.example/moved"))).toBe("unavailable"));
  it("says when there is no file", async () => expect(await kindOf(lines([], 404))).toBe("unavailable"));
});
