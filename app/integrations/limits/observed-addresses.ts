import { randomUUID } from "node:crypto";

import { MOST_ADDRESSES, type ObservedHour } from "~/domain/client-addresses/diagnosis";

export interface ObservedAddresses {
  /**
   * Counts one request.
   * @param address from `clientAddress`
   * @returns the hour as it is to be stored now; null when it was stored not long ago
   */
  note(address: string | null, now: number): ObservedHour | null;
}

const HOUR_MS = 3_600_000;
/** An hour's first requests are stored one by one, so that a quiet shop is seen too. */
const STORED_SINGLY = 32;
const STORE_EVERY_MS = 60_000;

/** Counts in this process. The addresses themselves stay in memory, for one hour. */
export function createObservedAddresses(): ObservedAddresses {
  const processId = randomUUID();
  let hour = Number.NEGATIVE_INFINITY;
  let requests = 0;
  let unknown = 0;
  let storedAt = 0;
  let addresses = new Set<string>();
  return {
    note(address, now) {
      const current = Math.floor(now / HOUR_MS) * HOUR_MS;
      if (current !== hour) [hour, requests, unknown, storedAt, addresses] = [current, 0, 0, 0, new Set<string>()];
      requests += 1;
      if (address === null) unknown += 1;
      else if (addresses.size < MOST_ADDRESSES) addresses.add(address);
      if (requests > STORED_SINGLY && now - storedAt < STORE_EVERY_MS) return null;
      storedAt = now;
      return { processId, hour, requests, unknown, addresses: addresses.size };
    },
  };
}
