import { afterAll, beforeAll, beforeEach } from "vitest";

import type { Database } from "~/db/database.server";
import { claimDueRegistrations } from "~/db/registrations.server";
import { reviewRegistrations } from "~/use-cases/end-registrations";
import { openTestDatabase } from "~tests/setup/test-database";

import { fakeProviders } from "./fake-providers";
import { addShipments, addShop, forgetShops } from "./routing-rows";
import { connect, routingContext } from "./routing-world";

export const START = Date.UTC(2026, 10, 25, 9);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Who is there, who is connected, how many shipments, and one number for all of them if it is given. */
export type GivenWorld = [build: (providers: ReturnType<typeof fakeProviders>) => void, connected: string[], numbers?: number, shared?: string];

/** A database for the tests of a file, without shops before each of them; `world` furnishes it. */
export function registrationTests() {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
  });
  afterAll(() => db.close());
  beforeEach(() => forgetShops(db));
  return { database: () => db, world: (...given: GivenWorld) => registrationWorld(db, ...given) };
}

/** A shop with connected providers and shipments of a carrier that aggregators know. */
async function registrationWorld(db: Database, ...given: GivenWorld) {
  const [build, connected, numbers = 1, shared] = given;
  const clock = { now: START };
  const providers = fakeProviders();
  build(providers);
  const context = routingContext(db, clock, providers);
  const shopId = await addShop(db, START);
  for (const provider of connected) await connect(context, shopId, provider);
  const ids = await addShipments(db, shopId, numbers, { nextPollAt: START, now: START, carrier: "evri", number: (index) => shared ?? `N${index}X${shopId.slice(0, 8).toUpperCase()}` });
  const row = (id = ids[0] ?? "") => db.prisma.shipment.findUniqueOrThrow({ where: { id } });
  const registration = async () => db.prisma.aggregatorRegistration.findFirst({ where: { shopId } });
  /** Does what the worker does with registrations that are due. */
  const review = async () => {
    for (const job of await db.transaction((tx) => claimDueRegistrations(tx, clock.now, 60_000, 100))) await reviewRegistrations(context, job);
  };
  return { clock, providers, context, shopId, ids, row, registration, review };
}
