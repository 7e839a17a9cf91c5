/** What Shopify says of the bucket after each answer (`extensions.cost.throttleStatus`). */
export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

/** Points left in the bucket so that the merchant's other use of the app does not run into the limit. */
const RESERVE = 50;

/** An operation that was never run is taken to cost this much. */
const UNKNOWN_COST = 100;

/**
 * One shop's bucket of cost points, as this process knows it: asks callers to wait before the limit instead of running
 * into it. Points are reserved when a call begins, so that calls at the same time do not all count on the same ones.
 */
export class CostBudget {
  private status: ThrottleStatus | null = null;
  private knownAt = 0;
  private available = 0;
  private readonly costs = new Map<string, number>();

  /**
   * Reserves an operation's points.
   * @returns milliseconds to wait first
   */
  reserve(operation: string, now: number): number {
    if (!this.status) return 0;
    this.restore(now);
    const cost = this.costs.get(operation) ?? UNKNOWN_COST;
    this.available -= cost;
    const missing = Math.min(RESERVE, this.status.maximumAvailable / 4) - this.available;
    return missing <= 0 ? 0 : Math.ceil((missing / Math.max(1, this.status.restoreRate)) * 1_000);
  }

  /** Takes over what Shopify answered. */
  learn(operation: string, cost: { requested: number | null; status: ThrottleStatus | null }, now: number): void {
    if (cost.requested !== null) this.costs.set(operation, cost.requested);
    if (!cost.status) return;
    this.status = cost.status;
    this.available = cost.status.currentlyAvailable;
    this.knownAt = now;
  }

  /** How long until an operation that was refused as throttled has its points, ms. */
  waitAfterThrottle(operation: string): number {
    if (!this.status) return 1_000;
    const cost = this.costs.get(operation) ?? UNKNOWN_COST;
    const missing = cost - this.status.currentlyAvailable;
    return Math.max(500, Math.ceil((missing / Math.max(1, this.status.restoreRate)) * 1_000));
  }

  private restore(now: number): void {
    if (!this.status) return;
    const gained = (Math.max(0, now - this.knownAt) / 1_000) * this.status.restoreRate;
    this.available = Math.min(this.status.maximumAvailable, this.available + gained);
    this.knownAt = now;
  }
}
