import { createHash } from "node:crypto";

/** One number that an account follows with an aggregator that gives ids (AfterShip, EasyPost). */
export interface Tracker {
  id: string;
  number: string;
  /** Milepost's code of the carrier; null where the aggregator could not tell it. */
  carrier: string | null;
  createdAt: number;
  /** Scans told by webhook so far. */
  pushed: number;
  /** Tries of the push that is due, and the instant of the next one. */
  tries: number;
  nextPushAt: number;
}

/** One account with such an aggregator; where it pushes to, and with which secret it signs, is set on its dashboard. */
export interface TrackerAccount {
  key: string;
  webhookUrl: string | null;
  webhookSecret: string;
  trackers: Tracker[];
}

/** The accounts of one aggregator by key. */
export class TrackerAccounts {
  private accounts = new Map<string, TrackerAccount>();

  open(key: string, webhookSecret = `secret-of-${key}`): TrackerAccount {
    const known = this.accounts.get(key);
    if (known) return known;
    const account: TrackerAccount = { key, webhookUrl: null, webhookSecret, trackers: [] };
    this.accounts.set(key, account);
    return account;
  }

  find(key: string | undefined): TrackerAccount | null {
    return key === undefined ? null : (this.accounts.get(key) ?? null);
  }

  all(): TrackerAccount[] {
    return [...this.accounts.values()];
  }

  snapshot(): TrackerAccount[] {
    return structuredClone(this.all());
  }

  restore(list: readonly TrackerAccount[]): void {
    this.accounts = new Map(list.map((account) => [account.key, structuredClone(account)]));
  }
}

/** Adds a number to an account; the one that is there already when it is. */
export function follow(account: TrackerAccount, one: { number: string; carrier: string | null; prefix: string; now: number }): { tracker: Tracker; isNew: boolean } {
  const known = account.trackers.find((tracker) => tracker.number === one.number && (one.carrier === null || tracker.carrier === null || tracker.carrier === one.carrier));
  if (known) return { tracker: known, isNew: false };
  const id = one.prefix + createHash("sha256").update(`${account.key}|${one.number}|${one.carrier ?? ""}`).digest("hex").slice(0, 24);
  const tracker: Tracker = { id, number: one.number, carrier: one.carrier, createdAt: one.now, pushed: 0, tries: 0, nextPushAt: 0 };
  account.trackers.push(tracker);
  return { tracker, isNew: true };
}
