import type { Database } from "~/db/database.server";
import { insertDeliveries, type NewDelivery } from "~/db/deliveries.server";
import type { BossQueue } from "~/jobs/boss.server";

import { DeliveryBatcher } from "./delivery-batcher";

/** Thrown for a delivery whose values the database refuses, whenever it is sent. */
export class CannotBeStored extends Error {
  override name = "CannotBeStored";
}

export type TakeIn = (delivery: NewDelivery) => Promise<void>;

/** Jobs hold at most this many deliveries, so that one slow group does not hold up the rest. */
const PER_JOB = 100;

/**
 * Stores deliveries durably: the rows of a group and the jobs for them in one transaction. When the promise resolves,
 * the row is committed; only then may a webhook be answered 200.
 *
 * When the database refuses a value of a group, its deliveries are stored one by one, so that one bad delivery is refused
 * and the others are kept.
 * @returns the function that takes one delivery in; it rejects with `CannotBeStored`, or with the database's error
 */
export function createTakeIn(db: Database, queue: BossQueue): TakeIn {
  const store = (deliveries: readonly NewDelivery[]) =>
    db.sqlTransaction(async (sql) => {
      const ids = await insertDeliveries(sql, deliveries);
      for (let start = 0; start < ids.length; start += PER_JOB) {
        await queue.send(sql, "process-deliveries", { deliveryIds: ids.slice(start, start + PER_JOB) });
      }
    });
  const storeSingly = async (delivery: NewDelivery): Promise<CannotBeStored | null> => {
    try {
      await store([delivery]);
      return null;
    } catch (error) {
      if (isRefusedValue(error)) return new CannotBeStored("The database refuses a value of this delivery.", { cause: error });
      throw error;
    }
  };
  const batcher = new DeliveryBatcher<NewDelivery, CannotBeStored | null>(
    async (deliveries) => {
      try {
        await store(deliveries);
        return deliveries.map(() => null);
      } catch (error) {
        if (!isRefusedValue(error)) throw error;
      }
      const results: (CannotBeStored | null)[] = [];
      for (const delivery of deliveries) results.push(await storeSingly(delivery));
      return results;
    },
    // One at a time: the next group gathers while one is being committed, so that a burst costs few commits.
    1,
    500,
  );
  return async (delivery) => {
    const refused = await batcher.add(delivery);
    if (refused) throw refused;
  };
}

/** PostgreSQL's classes 22 (a value is not of its type), 23 (a constraint) and 54 (a value is too large). */
function isRefusedValue(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && /^(?:22|23|54)[0-9A-Z]{3}$/.test(error.code);
}
