import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { bulkProblem } from "./bulk/validate";
import type { ShopifySimulator } from "./simulator";
import { graphqlClient, placeOrder, SHOP, startSimulator, toShop } from "./testing";

const QUERY = `{ orders(query: "status:any") { edges { node { ...Core fulfillments(first: 10) { id status } lineItems { edges { node { id quantity } } } returns { nodes { id } } } } } }
fragment Core on Order { id name updatedAt customer { email } }`;

const START = `mutation($q: String!, $g: Boolean!) { bulkOperationRunQuery(query: $q, groupObjects: $g) { bulkOperation { id status } userErrors { code message } } }`;

interface Started {
  bulkOperationRunQuery: { bulkOperation: { id: string; status: string } | null; userErrors: { code: string; message: string }[] };
}

let simulator: ShopifySimulator;
let run: ReturnType<typeof graphqlClient>;
beforeAll(async () => {
  simulator = await startSimulator();
  run = graphqlClient(simulator);
  for (let at = 0; at < 3; at += 1) simulator.fulfilOrder(SHOP, placeOrder(simulator));
});
afterAll(() => simulator.close());

async function start(query: string, grouped = false): Promise<Started["bulkOperationRunQuery"]> {
  return ((await run(START, { q: query, g: grouped })).data as unknown as Started).bulkOperationRunQuery;
}

const toStorage = (url: URL, init: { token?: string } = {}) => toShop(simulator, url.pathname + url.search, { ...init, shop: url.hostname });

async function finished(id: string) {
  await simulator.drain();
  const { data } = await run("query($id: ID!) { bulkOperation(id: $id) { status errorCode objectCount rootObjectCount fileSize url } }", { id });
  return (data as unknown as { bulkOperation: { status: string; errorCode: string | null; objectCount: string; rootObjectCount: string; url: string | null } }).bulkOperation;
}

describe("a bulk operation", () => {
  it("gives JSON lines whose children name their parent, grouped or not", async () => {
    for (const grouped of [true, false]) {
      const { bulkOperation, userErrors } = await start(QUERY, grouped);
      expect(userErrors).toEqual([]);
      expect(bulkOperation?.status).toBe("CREATED");
      const done = await finished(bulkOperation?.id ?? "");
      expect(done).toMatchObject({ status: "COMPLETED", objectCount: "9", rootObjectCount: "3" });
      const url = new URL(done.url ?? "");
      expect(url.hostname).toBe("storage.googleapis.com");
      const { text } = await toStorage(url);
      const lines = text.trimEnd().split("\n").map((line) => JSON.parse(line) as { id: string; name?: string; fulfillments?: unknown[]; __parentId?: string });
      expect(lines).toHaveLength(9);
      expect(lines[0]).toMatchObject({ name: "#1001", customer: { email: "ada@example.com" }, fulfillments: [{ status: "SUCCESS" }] });
      expect(lines[0]).not.toHaveProperty("lineItems");
      expect(lines[1]?.__parentId).toBe(grouped ? lines[0]?.id : undefined);
      expect(lines.filter((line) => line.__parentId === lines[0]?.id)).toHaveLength(2);
    }
  });

  it("has no file when nothing was found", async () => {
    const { bulkOperation } = await start('{ orders(query: "name:none") { edges { node { id } } } }');
    expect(await finished(bulkOperation?.id ?? "")).toMatchObject({ status: "COMPLETED", objectCount: "0", url: null });
  });

  it("fails for want of a scope", async () => {
    const { bulkOperation } = await start("{ discountNodes { edges { node { id } } } }");
    expect(await finished(bulkOperation?.id ?? "")).toMatchObject({ status: "FAILED", errorCode: "ACCESS_DENIED", url: null });
  });

  it("keeps its result at a storage that takes its own signature alone, for seven days", async () => {
    const { bulkOperation } = await start(QUERY);
    const url = new URL((await finished(bulkOperation?.id ?? "")).url ?? "");
    expect((await toStorage(url)).status).toBe(200);
    expect((await toStorage(url, { token: "shpat_x" })).status).toBe(400);
    const changed = (name: string, value: string) => {
      const other = new URL(url);
      other.searchParams.set(name, value);
      return other;
    };
    expect((await toStorage(changed("Signature", "guessed"))).status).toBe(403);
    expect((await toStorage(new URL("/elsewhere/1", url))).status).toBe(404);
    simulator.clock.advance(7 * 86_400_000 + 60_000);
    expect((await toStorage(url)).status).toBe(400);
    run = graphqlClient(simulator);
  });

  it("is refused where bulk queries are not allowed, and after 31 days without one", async () => {
    const own = await startSimulator();
    const ask = async () => (await graphqlClient(own)(START, { q: "{ orders { edges { node { id } } } }", g: true })) as { data: { bulkOperationRunQuery: object | null } | null; errors?: { path?: unknown; extensions?: { code?: string } }[] };
    expect((await ask()).errors).toBeUndefined();
    own.clock.advance(32 * 86_400_000);
    expect(await ask()).toMatchObject({ data: { bulkOperationRunQuery: null }, errors: [{ path: ["bulkOperationRunQuery"], extensions: { code: "ACCESS_DENIED" } }] });
    own.setBulkQueries(true);
    expect((await ask()).errors).toBeUndefined();
    own.setBulkQueries(false);
    expect((await ask()).data).toEqual({ bulkOperationRunQuery: null });
    await own.close();
  });

  it("fails as a whole when one of its fields is not released to the app", async () => {
    const own = await startSimulator();
    const ask = graphqlClient(own);
    placeOrder(own);
    own.setProtectedData({ customerData: true, fields: ["name"] });
    const { data } = await ask(START, { q: "{ orders { edges { node { id email } } } }", g: true });
    await own.drain();
    const { id } = (data as unknown as Started).bulkOperationRunQuery.bulkOperation ?? { id: "" };
    const done = await ask("query($id: ID!) { bulkOperation(id: $id) { status errorCode url partialDataUrl } }", { id });
    expect(done.data).toEqual({ bulkOperation: { status: "FAILED", errorCode: "ACCESS_DENIED", url: null, partialDataUrl: null } });
    await own.close();
  });

  it("may be run five at once", async () => {
    const started = [];
    for (let at = 0; at < 6; at += 1) started.push(await start(QUERY));
    expect(started.filter((one) => one.bulkOperation === null).every((one) => one.userErrors[0]?.code === "LIMIT_REACHED")).toBe(true);
    await simulator.drain();
  });

  it.each([
    ["{ shop { name } }", "at least one connection"],
    ["{ orders { edges { node { fulfillments { events { edges { node { id } } } } } } } }", "within a list"],
    ["{ orders { edges { node { lineItems { edges { node { id } } } } } } }", "must select the 'id' field"],
    ["{ orders { edges { node { id returns { edges { node { id returnLineItems { edges { node { id } } } } } } } } } }", "nesting depth"],
    ["mutation { bulkOperationCancel(id: \"x\") { userErrors { message } } }", "must be queries"],
    ["{ nonsense }", "Invalid bulk query"],
  ])("refuses %s", (query, reason) => expect(bulkProblem(query)).toContain(reason));
});
