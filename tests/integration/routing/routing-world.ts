import type { Database } from "~/db/database.server";
import type { PollRound } from "~/db/poll-turns.server";
import { pollShipments } from "~/use-cases/poll-shipments";
import { testContext } from "~tests/setup/test-context";

import type { fakeProviders } from "./fake-providers";

/** A context whose carriers are fakes; HTTP answers 200 without going anywhere. */
export function routingContext(db: Database, clock: { now: number }, providers: ReturnType<typeof fakeProviders>) {
  return testContext(db, clock, {
    carriers: { all: [...providers.adapters.values()], find: (code) => providers.adapters.get(code) ?? null, baseUrls: {} },
    http: { for: () => ({ send: async () => ({ status: 200, headers: {}, body: "" }) }) },
  });
}

export async function connect(context: ReturnType<typeof routingContext>, shopId: string, provider: string, more: object = {}): Promise<void> {
  const position = await context.db.prisma.carrierConnection.count({ where: { shopId } });
  await context.db.prisma.carrierConnection.create({
    data: {
      shopId, provider, position, credentials: context.secrets.encrypt("{}", "connection.credentials"), webhookToken: `${shopId}-${provider}`,
      createdAt: new Date(context.now()), ...more,
    },
  });
}

let count = 0;
/** Polls shipments as the worker does. */
export function poll(context: ReturnType<typeof routingContext>, shopId: string, shipmentIds: string[]): Promise<void> {
  const round: PollRound = { id: `round ${(count += 1)}`, shopId, shipmentIds };
  return pollShipments(context, round);
}
