import type { Database } from "~/db/database.server";
import { insertDeliveries, type NewDelivery } from "~/db/deliveries.server";
import type { BossQueue } from "~/jobs/boss.server";

import { DeliveryBatcher } from "./delivery-batcher";

export type TakeIn = (delivery: NewDelivery) => Promise<void>;

/** Jobs hold at most this many deliveries, so that one slow group does not hold up the rest. */
const PER_JOB = 100;

/**
 * Stores deliveries durably: the rows of a group and the jobs for them in one transaction. When the promise resolves,
 * the row is committed; only then may a webhook be answered 200.
 */
export function createTakeIn(db: Database, queue: BossQueue): TakeIn {
  const batcher = new DeliveryBatcher<NewDelivery, void>(
    async (deliveries) => {
      await db.sqlTransaction(async (sql) => {
        const ids = await insertDeliveries(sql, deliveries);
        for (let start = 0; start < ids.length; start += PER_JOB) {
          await queue.send(sql, "process-deliveries", { deliveryIds: ids.slice(start, start + PER_JOB) });
        }
      });
      return deliveries.map(() => undefined);
    },
    // One at a time: the next group gathers while one is being committed, so that a burst costs few commits.
    1,
    500,
  );
  return (delivery) => batcher.add(delivery);
}
