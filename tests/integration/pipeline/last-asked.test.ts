import { afterAll, beforeAll, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { noteAsked } from "~/db/shipment-asked.server";
import type { TrackingProblem } from "~/domain/tracking/event";
import { pollShipments } from "~/use-cases/poll-shipments";
import { openTestDatabase } from "~tests/setup/test-database";
import { testContext } from "~tests/setup/test-context";

import { fakeProvider, HOUR, makeFulfillment, scan, START } from "./shipment-rows";

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

it("is noted when a source was asked, with what it said was wrong until it answers", async () => {
  const clock = { now: START + HOUR };
  const problems: TrackingProblem[] = [];
  const ups = fakeProvider("ups", "carrier", () => (problems.length > 0 ? null : [scan("IN_TRANSIT", 1)]));
  const asking = { ...ups, track: async (...given: Parameters<typeof ups.track>) => ({ ...(await ups.track(...given)), problems }) };
  const context = testContext(db, clock, { carriers: { all: [asking], find: (code) => (code === "ups" ? asking : null), baseUrls: {} }, http: { for: () => ({ send: async () => ({ status: 0, headers: {}, body: "" }) }) } });
  const { shopId, id } = await makeFulfillment(db, ["1Z1"]);
  const stored = () => db.prisma.shipment.findUniqueOrThrow({ where: { id } });
  await db.prisma.carrierConnection.create({ data: { shopId, provider: "ups", credentials: context.secrets.encrypt("{}", "connection.credentials"), webhookToken: shopId, createdAt: new Date(START) } });
  expect(await stored()).toMatchObject({ lastPolledAt: null, lastProblem: null });

  problems.push({ kind: "not_found", number: "1z-1", message: "UPS does not know this number yet.", code: "TW0001", retryAfterMs: null });
  await pollShipments(context, { id: "round", shopId, shipmentIds: [id] });
  expect(await stored()).toMatchObject({ lastPolledAt: new Date(clock.now), lastProblem: "UPS does not know this number yet." });

  problems.length = 0;
  clock.now += HOUR;
  await pollShipments(context, { id: "round", shopId, shipmentIds: [id] });
  expect(await stored()).toMatchObject({ status: "IN_TRANSIT", lastPolledAt: new Date(clock.now), lastProblem: null });
  // What is said of a number of the last mile is not said of the shipment's own.
  await noteAsked(db.prisma, [{ id, numberKey: "9241" }], [{ kind: "not_found", number: "9241", message: "Not known.", code: null, retryAfterMs: null }], new Set(), clock.now + HOUR);
  expect(await stored()).toMatchObject({ lastPolledAt: new Date(clock.now), lastProblem: null });
});
