import type { Plan } from "../store/records";

/** Points a second by plan, after Shopify's page on rate limits of the GraphQL Admin API. */
const RESTORE_RATES: Readonly<Record<Plan, number>> = { basic: 100, standard: 100, advanced: 200, plus: 1000 };
/** The bucket holds what is restored in so many seconds. */
const BUCKET_SECONDS = 20;

export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

/** A leaky bucket, of one app in one shop. It runs on the machine's clock: waiting is real. */
export interface Bucket {
  status(): ThrottleStatus;
  /** Takes the points if they are there. */
  take(points: number): boolean;
  /** Gives back what was asked for and not spent. */
  refund(points: number): void;
  /** Leaves so many points, for tests. */
  set(points: number): void;
}

export function createBucket(plan: Plan, fixed: { restoreRate: number; maximumAvailable: number } | undefined): Bucket {
  const restoreRate = fixed?.restoreRate ?? RESTORE_RATES[plan];
  const maximumAvailable = fixed?.maximumAvailable ?? restoreRate * BUCKET_SECONDS;
  let available = maximumAvailable;
  let since = performance.now();

  function settle(): void {
    const now = performance.now();
    available = Math.min(maximumAvailable, available + ((now - since) / 1000) * restoreRate);
    since = now;
  }

  return {
    status() {
      settle();
      return { maximumAvailable, currentlyAvailable: Math.floor(available), restoreRate };
    },
    take(points) {
      settle();
      if (points > available) return false;
      available -= points;
      return true;
    },
    refund(points) {
      settle();
      available = Math.min(maximumAvailable, available + points);
    },
    set(points) {
      settle();
      available = Math.min(maximumAvailable, points);
    },
  };
}
