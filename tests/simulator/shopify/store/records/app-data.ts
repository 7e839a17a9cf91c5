/** A value that an app, or the shop, keeps beside a record. */
export interface Metafield {
  id: string;
  ownerGid: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: number;
  updatedAt: number;
}

export interface WebhookSubscription {
  id: string;
  /** As in the enum: ORDERS_CREATE. */
  topic: string;
  uri: string;
  includeFields: string[];
  filter: string | null;
  createdAt: number;
}

/** A webhook that is sent at an instant to come. */
export interface DueWebhook {
  kind: "shop/redact" | "customers/redact";
  at: number;
  customerId: string | null;
}

export interface BulkOperation {
  id: string;
  status: "CANCELED" | "CANCELING" | "COMPLETED" | "CREATED" | "EXPIRED" | "FAILED" | "RUNNING";
  errorCode: string | null;
  query: string;
  groupObjects: boolean;
  createdAt: number;
  completedAt: number | null;
  objectCount: number;
  rootObjectCount: number;
  /** The JSONL text, kept until it expires; null until completed, and where nothing was found. */
  result: string | null;
  /** Part of the result's address, so that ids alone do not open it. */
  secret: string;
}
