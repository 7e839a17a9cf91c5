import { openDatabase } from "~/db/database.server";
import { openQueue } from "~/jobs/boss.server";
import { replayMapping } from "~/use-cases/replay-mapping";
import { makeWorld, quarked, rule } from "~tests/integration/mapping/mapping-world";

/**
 * A process of its own that changes a shop's mapping, or replays it, and can be killed in between. It is told the work,
 * the data folder, and at which batch to stand still. Each step is printed on its own line as JSON.
 */
const [work = "", dataDir = "", hangAt = "0"] = process.argv.slice(2);
const say = (line: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** More than two batches of a replay. */
const SHIPMENTS = 450;

const db = await openDatabase({ url: null, dataDir });
const queue = await openQueue({ sql: db.sql, connectionString: null, onError: () => undefined });
if (work === "change") {
  const world = await makeWorld(db);
  await world.ship(quarked(2));
  // The first one's rows again and again: how many they are is what matters here.
  await db.sql(
    `insert into fulfillment (id, shop_id, order_id, gid, status, fulfilled_at, source_updated_at)
     select 'f' || n, shop_id, order_id, gid || n, status, fulfilled_at, source_updated_at from fulfillment, generate_series(2, ${SHIPMENTS}) n`,
  );
  await db.sql(
    `insert into shipment (id, shop_id, order_id, fulfillment_id, number, number_key, carrier, shipped_at, created_at, updated_at)
     select 'sh' || n, shop_id, order_id, 'f' || n, number, number_key || n, carrier, shipped_at, created_at, updated_at
     from shipment, generate_series(2, ${SHIPMENTS}) n`,
  );
  await db.sql(
    `insert into tracking_event (shop_id, shipment_id, key, source, provider, at, certainty, status, code, text, received_at)
     select shop_id, 'sh' || n, key, source, provider, at, certainty, status, code, text, received_at from tracking_event, generate_series(2, ${SHIPMENTS}) n`,
  );
  say({ step: "changed", ...(await world.change([rule("DELIVERED")], true)) });
} else {
  const shop = await db.prisma.shop.findFirstOrThrow();
  const world = await makeWorld(db);
  let batch = 0;
  const context = {
    ...world.context,
    queue: {
      ...queue,
      // The last thing that a batch does before its transaction is committed.
      sendMany: async (...given: Parameters<typeof queue.sendMany>) => {
        await queue.sendMany(...given);
        if (given[1] !== "write-back") return;
        batch += 1;
        say({ step: "batch", batch });
        if (batch === Number(hangAt)) await new Promise<never>(() => setInterval(() => undefined, 1_000));
      },
    },
  };
  await replayMapping(context, { shopId: shop.id });
}
const { rows } = await db.sql(
  `select (select count(*)::int from mapping_replay) as waiting, (select count(*)::int from shipment where status = 'DELIVERED') as delivered,
     (select count(*)::int from notification) as messages, (select count(*)::int from write_back) as "writeBacks",
     (select count(*)::int from pgboss.job where name = 'write-back') as jobs, (select replay from mapping_version) as replay,
     (select replay_done from mapping_version) as done, (select replay_changed from mapping_version) as changed`,
);
say({ step: "done", ...rows[0] });
await queue.stop();
await db.close();
process.exit(0);
