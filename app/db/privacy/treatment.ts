/** How a column is treated when a customer's data is deleted. */
export type Treatment =
  /** The SQL expression that takes the value's place. `notExported` says why an export leaves the column out. */
  | { kind: "cleared"; with: string; notExported: string | null }
  /** Cleared by a step of its own, which says what becomes of the row: see `redactCustomer` and `redactOrders`. */
  | { kind: "step"; step: Step; notExported: string | null }
  /** Stays; the reason why it holds no personal data. */
  | { kind: "kept"; why: string };

export type Step = "numbers" | "words" | "webhooks" | "files" | "data requests" | "access log" | "rows deleted";

/** How a table's rows lead to a customer's orders. */
export type Scope =
  /** The row is an order. */
  | "id"
  | "order_id"
  | "shipment_id"
  /** By the tracking numbers of the orders' shipments. */
  | "number_key"
  /** Rows of the shop, not of one customer's orders. */
  | "shop";

/** All columns of one table that can hold text, JSON or bytes. */
export interface TableTreatment {
  table: string;
  scope: Scope;
  columns: Readonly<Record<string, Treatment>>;
}

/** The value's place is taken by `expression`, NULL unless another is given. */
export const cleared = (expression = "null"): Treatment => ({ kind: "cleared", with: expression, notExported: null });

/** Cleared, and left out of an export because of `why`. */
export const clearedUnexported = (why: string, expression = "null"): Treatment => ({ kind: "cleared", with: expression, notExported: why });

/** Cleared by a step of its own. */
export const byStep = (step: Step, notExported: string | null = null): Treatment => ({ kind: "step", step, notExported });

export const kept = (why: string): Treatment => ({ kind: "kept", why });

export const ID = kept("an id that Milepost or Shopify made");
export const CODE = kept("one of a fixed list of codes");
export const COUNTRY = kept("a country's code of two letters");
