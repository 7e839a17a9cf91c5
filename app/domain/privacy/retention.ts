/** How long each kind of data is kept, in whole days. */
export interface Retention {
  /** A customer's data in an order, and all that hangs on it: afterwards it is deleted as if the customer had asked. */
  orders: number;
  /** The words and places of scans, and lists made of them. */
  events: number;
  /** Scans as their source sent them, beside what was read of them. */
  rawPayloads: number;
  /** Subjects and errors of messages. */
  messages: number;
  /** Webhooks, done or given up on. */
  webhooks: number;
  /** Who read customers' data. */
  accessLog: number;
  /** What was gathered for a customer's request. */
  dataRequests: number;
}

export type RetentionKind = keyof Retention;

/** What is in force where the operator sets nothing. */
export const DEFAULT_RETENTION: Retention = { orders: 730, events: 365, rawPayloads: 90, messages: 365, webhooks: 30, accessLog: 365, dataRequests: 90 };

/** The least and the most that may be set: less than a week would take away what work in progress needs. */
export const RETENTION_RANGE = { least: 7, most: 3_650 } as const;

/** What each period is about, as people read it. */
export const RETENTION_WORDS: Readonly<Record<RetentionKind, string>> = {
  orders: "Customer data of an order: name, e-mail, phone number, address, feedback, and the tracking link",
  events: "Words and places of carriers' scans",
  rawPayloads: "Scans in the form in which their source sent them",
  messages: "Subjects and errors of messages to shoppers",
  webhooks: "Webhooks of Shopify and of carriers",
  accessLog: "The log of who read customer data",
  dataRequests: "Files gathered for a customer's request",
};

export const RETENTION_KINDS = Object.keys(DEFAULT_RETENTION) as RetentionKind[];

const DAY_MS = 24 * 3_600_000;

/** The instant before which data of a kind is too old, ms since the epoch. */
export function cutoff(retention: Retention, kind: RetentionKind, now: number): number {
  return now - retention[kind] * DAY_MS;
}
