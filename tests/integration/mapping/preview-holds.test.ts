import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { STATUS_DETAILS } from "~/domain/tracking/details";
import { isChanged } from "~/domain/tracking/mapping/compare";
import { TRACKING_STATUSES } from "~/domain/tracking/status";
import { previewMapping } from "~/use-cases/preview-mapping";
import { openTestDatabase } from "~tests/setup/test-database";

import { makeWorld, rule, scan } from "./mapping-world";

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const codes = ["A", "B", null] as const;
const texts = ["One", "ONE ", "Two"] as const;
const event = fc.record({
  status: fc.constantFrom(...TRACKING_STATUSES), code: fc.constantFrom(...codes), text: fc.constantFrom(...texts), hours: fc.integer({ min: 0, max: 29 }),
  returnLeg: fc.boolean(), source: fc.constantFrom("exact" as const, "date" as const),
});
const change = fc.constantFrom(...TRACKING_STATUSES).chain((status) =>
  fc.record({
    code: fc.constantFrom(...codes), text: fc.constantFrom(null, "one", "two"), status: fc.constantFrom(null, status),
    detail: fc.constantFrom(null, ...STATUS_DETAILS[status]),
  }),
).filter((each) => each.code !== null || each.text !== null);

describe("a preview", () => {
  it("names exactly the shipments that a replay then changes, whatever was mapped before", async () => {
    const journeys = fc.array(fc.uniqueArray(event, { minLength: 1, maxLength: 4, selector: (each) => `${each.hours} ${each.code} ${each.text}` }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(journeys, fc.array(change, { minLength: 1, maxLength: 3 }), async (shipments, changes) => {
        const world = await makeWorld(db);
        const standing = async () => new Map((await db.prisma.shipment.findMany({ where: { shopId: world.shopId } })).map((row) => [row.id, { status: row.status, detail: row.detail }]));
        for (const events of shipments) {
          await world.ship(...events.map(({ status, hours, source, ...more }) => scan(status, hours, { ...more, time: { ...scan(status, hours).time, certainty: source } })));
        }
        const told = (await world.messages()).length;
        for (const each of changes) {
          const wanted = rule(each.status, { code: each.code, text: each.text }, each.detail);
          const preview = await previewMapping(world.context, { shopId: world.shopId, changes: [wanted] });
          const before = await standing();
          const done = await world.change([wanted], true);
          if (!done.ok) {
            expect(preview.changed).toBe(0);
            continue;
          }
          await world.replay();
          const after = await standing();
          const changed = [...after].filter(([id, now]) => isChanged({ id, before: before.get(id), after: now } as Parameters<typeof isChanged>[0]));
          expect(new Map(preview.examples.map((example) => [example.id, example.after]))).toEqual(new Map(changed));
          expect(preview.changed).toBe(changed.length);
        }
        expect(await world.messages()).toHaveLength(told);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
