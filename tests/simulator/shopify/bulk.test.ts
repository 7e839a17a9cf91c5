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
      expect(url.hostname).toBe(SHOP);
      const { text } = await toShop(simulator, url.pathname);
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

  it("does not open with another secret, and five may run at once", async () => {
    expect((await toShop(simulator, "/bulk-results/1/abcdef.jsonl")).status).toBe(404);
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
