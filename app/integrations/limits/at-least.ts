import { setTimeout as wait } from "node:timers/promises";

/**
 * Gives a result no sooner than `ms` after the call, so that how long it took tells nothing about what was found.
 * An error waits as well.
 */
export async function atLeast<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.allSettled([work(), wait(ms)]);
  if (result.status === "rejected") throw result.reason;
  return result.value;
}
