/** What the next request to the Admin API meets. */
export type Failure = "throttle" | "500" | "graphql-error" | "revoked";

export interface Failures {
  /** The next `count` requests (of one shop, if told) fail so. */
  failNext(kind: Failure, options?: { shop?: string; count?: number }): void;
  /** Takes the failure that a request of this shop must meet, or null. */
  take(shop: string): Failure | null;
  clear(): void;
}

export function createFailures(): Failures {
  let planned: { kind: Failure; shop: string | null; left: number }[] = [];
  return {
    failNext(kind, options = {}) {
      planned.push({ kind, shop: options.shop ?? null, left: options.count ?? 1 });
    },
    take(shop) {
      const found = planned.find((one) => one.shop === null || one.shop === shop);
      if (!found) return null;
      found.left -= 1;
      planned = planned.filter((one) => one.left > 0);
      return found.kind;
    },
    clear() {
      planned = [];
    },
  };
}
