import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import type { Database } from "~/db/database.server";
import { claimDuePushes } from "~/db/pushes.server";
import { createProviderWebhookHandler } from "~/ingest/provider-webhooks.server";
import { createHttpClients } from "~/integrations/http/http-client.server";
import { createTokenCache } from "~/integrations/http/token-cache";
import { carrierAdapters, findAdapter } from "~/integrations/carriers/registry";
import { insertDeliveries } from "~/db/deliveries.server";
import { keepPush } from "~/use-cases/keep-push";
import { processDeliveries } from "~/use-cases/process-deliveries";
import { createCarrierSimulator } from "~tests/simulator/carriers";
import { simCarrier } from "~tests/simulator/carriers/carriers";
import type { JourneyKind } from "~tests/simulator/carriers/journeys";
import { towns } from "~tests/simulator/carriers/places";
import { testContext } from "~tests/setup/test-context";

/** The app's ingest and worker on one side, the simulated carriers on the other, real HTTP between them, one clock. */
export async function pushWorld(db: Database, clock: { now: number }) {
  const simulator = createCarrierSimulator({ now: () => clock.now });
  const carriers = `http://127.0.0.1:${await simulator.listen(0)}`;
  let ids: string[] = [];
  const context = testContext(db, clock, {
    carriers: { all: carrierAdapters, find: findAdapter, baseUrls: { usps: `${carriers}/usps`, dhl: `${carriers}/dhl`, easypost: `${carriers}/easypost` } },
    http: createHttpClients({ retry: { attempts: 1 }, circuit: { failures: 1_000, openMs: 1 } }),
    tokens: createTokenCache(() => clock.now),
  });
  const handle = createProviderWebhookHandler({ db, secrets: context.secrets, find: findAdapter, keys: { at: () => Promise.resolve([]) }, now: () => clock.now, log: context.log }, async (delivery) => {
    ids.push(...(await insertDeliveries(db.sql, [delivery])).map(String));
  });
  const server = createServer((request, response) => void handle(request, response, (request.url ?? "/").split("?", 1)[0] ?? "/"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    simulator,
    context,
    /** A parcel on its way since the clock's present. */
    ship(carrier: string, journey: JourneyKind, serial: number): string {
      const number = simCarrier(carrier).number(serial);
      const [from, to] = [towns["US"]?.[0], towns["US"]?.[8]];
      if (!from || !to) throw new Error("no such town");
      simulator.book.add({ number, carrier, journey, origin: from, destination: to, shippedAt: clock.now });
      return number;
    },
    /** What the worker does with connections whose pushes are due. @returns how many there were */
    async keep(): Promise<number> {
      const due = await db.transaction((tx) => claimDuePushes(tx, clock.now, 600_000, 100));
      for (const job of due) await keepPush(context, job);
      return due.length;
    },
    /** The carriers push, and the worker deals with what came. @returns the fates of what came */
    async push(): Promise<string[]> {
      ids = [];
      await simulator.push();
      if (ids.length > 0) await processDeliveries(context, { deliveryIds: ids });
      const rows = await db.prisma.delivery.findMany({ where: { id: { in: ids.map(BigInt) } }, orderBy: { id: "asc" } });
      return rows.map((row) => `${row.status}${row.error ? `: ${row.error}` : ""}`);
    },
    async close() {
      await simulator.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
