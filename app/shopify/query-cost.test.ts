import { readFileSync } from "node:fs";

import { buildSchema, parse, Kind } from "graphql";
import { expect, it } from "vitest";

import { bulkProblem } from "~tests/simulator/shopify/bulk/validate";
import { requestedCost } from "~tests/simulator/shopify/graphql/cost";

import type { AdminClient } from "./admin-port";
import { orderExportQuery } from "./operations/bulk";
import { readWholeFulfillments, readWholeOrders } from "./read-whole-orders";

/** What one query may ask for, in points (shopify.dev, "API limits", 2026-10). */
const LIMIT = 1_000;

const schema = buildSchema(readFileSync(new URL("../../tests/simulator/shopify/schema/admin-2026-10.graphql", import.meta.url), "utf8"));

it("orders and fulfillments are read in portions that Shopify takes", async () => {
  const costs: number[] = [];
  const run = async <Result>(operation: { text: string }, variables: Record<string, unknown>) => {
    const document = parse(operation.text);
    const definition = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
    if (definition) costs.push(requestedCost(schema, document, definition, variables));
    return { nodes: (variables.ids as string[]).map(() => null) } as Result;
  };
  const admin: AdminClient = {
    shopDomain: "fio.myshopify.com",
    run,
    runPartially: async (operation, variables) => ({ data: await run(operation, variables), denied: [] }),
    lines: () => {
      throw new Error("not part of this test");
    },
  };
  const ids = Array.from({ length: 60 }, (_, n) => `gid://shopify/Order/${n}`);
  await readWholeOrders(admin, ids);
  await readWholeFulfillments(admin, ids);
  expect(Math.max(...costs)).toBeLessThanOrEqual(LIMIT);
  // Not far below either: smaller portions would only be more requests.
  expect(Math.max(...costs)).toBeGreaterThan(LIMIT / 4);
});

it("the order export is a bulk operation that Shopify takes", () => {
  expect(bulkProblem(orderExportQuery("updated_at:>='2026-10-01T00:00:00Z'"))).toBeNull();
});

it("nothing can be smuggled into the order export", () => {
  for (const search of ['") { id } }', "a\nb", "a\\b", "{}"]) expect(() => orderExportQuery(search)).toThrow();
});
