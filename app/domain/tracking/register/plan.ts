import { readNumber } from "./read-number";

/** A shipment that somebody wants followed, as it was given; only the number is needed. */
export interface WantedShipment {
  number: string;
  /** The carrier's name or code as it was typed. */
  carrier: string | null;
  /** The order's name, "#1001" or "1001". */
  order: string | null;
  /** Milliseconds since the epoch; null when not said. */
  shippedAt: number | null;
  service: string | null;
  /** ISO 3166-1 alpha-2. */
  originCountry: string | null;
  destinationCountry: string | null;
}

/** Which carrier was made of what was typed, or of the number's format. */
export interface ChosenCarrier {
  /** Milepost's code; null when it is not known. */
  carrier: string | null;
  source: "mapped" | "company" | "number" | "unknown";
  /** 0..1: how telling the name or the format is. */
  score: number;
  /** Other carriers whose formats fit as well, best first, when none was sure. */
  others: readonly string[];
}

/** A shipment that the shop has already. Instants are milliseconds since the epoch. */
export interface KnownShipment {
  id: string;
  numberKey: string;
  orderId: string | null;
  orderName: string | null;
  /** Given by hand, by file or by API: no fulfillment of Shopify's, and not a return. */
  loose: boolean;
  carrier: string | null;
  service: string | null;
  shippedAt: number;
}

/** What is known when a registration is planned. */
export interface RegistrationFacts {
  shipments: ReadonlyMap<string, readonly KnownShipment[]>;
  /** The shop's orders by the name as it is compared. */
  orders: ReadonlyMap<string, readonly { id: string; name: string }[]>;
  orderKey: (name: string) => string;
  choose: (typed: string | null, number: string, ends: Pick<WantedShipment, "originCountry" | "destinationCountry">) => ChosenCarrier;
  now: number;
}

/** What is not wrong and worth saying. */
export type PlanNote = "look_alikes" | "order_not_found" | "order_ambiguous" | "other_order" | "number_used_before" | "number_used_since";

/** What becomes of one wanted shipment. */
export type RegistrationPlan =
  | { kind: "invalid"; problem: string }
  /** The same number stands earlier in the same list. */
  | { kind: "repeated"; first: number }
  | ({ kind: "add"; carrier: ChosenCarrier; order: { id: string; name: string } | null; shippedAt: number; former: string | null } & Numbered)
  /** Followed already; what was not known of it is added. */
  | ({ kind: "complete"; id: string; order: { id: string; name: string } | null; carrier: ChosenCarrier | null; service: string | null } & Numbered)
  | ({ kind: "known"; id: string; orderName: string | null } & Numbered);

interface Numbered {
  number: string;
  key: string;
  wanted: WantedShipment;
  notes: PlanNote[];
}

/** Carriers give a number out again after months: what is further apart than this is another parcel, in ms. */
export const REUSE_AFTER_MS = 120 * 24 * 3_600_000;

/**
 * What registering these shipments would do, line by line, and nothing is done yet: the preview shows this, and doing
 * it follows this. A number that the shop follows already is never followed twice.
 */
export function planRegistrations(wanted: readonly WantedShipment[], facts: RegistrationFacts): RegistrationPlan[] {
  const first = new Map<string, number>();
  return wanted.map((each, index) => {
    const read = readNumber(each.number);
    if (!read.ok) return { kind: "invalid", problem: read.problem };
    const before = first.get(read.key);
    if (before !== undefined) return { kind: "repeated", first: before };
    first.set(read.key, index);
    return planOne(each, read, facts);
  });
}

function planOne(wanted: WantedShipment, read: { number: string; key: string; lookAlikes: boolean }, facts: RegistrationFacts): RegistrationPlan {
  const notes: PlanNote[] = read.lookAlikes ? ["look_alikes"] : [];
  const shippedAt = wanted.shippedAt ?? facts.now;
  const order = findOrder(wanted.order, facts, notes);
  const same = facts.shipments.get(read.key) ?? [];
  const near = same.filter((each) => Math.abs(shippedAt - each.shippedAt) < REUSE_AFTER_MS).sort((a, b) => b.shippedAt - a.shippedAt);
  // There is one loose shipment of a number at a time: the newest.
  const since = same.find((each) => each.loose && each.shippedAt - shippedAt >= REUSE_AFTER_MS);
  const known = near.find((each) => order !== null && each.orderId === order.id) ?? near.find((each) => !each.loose) ?? near[0] ?? since;
  const numbered = { number: read.number, key: read.key, wanted, notes };
  if (!known) {
    const former = same.find((each) => each.loose) ?? null;
    if (former) notes.push("number_used_before");
    return { kind: "add", ...numbered, carrier: facts.choose(wanted.carrier, read.number, wanted), order, shippedAt, former: former?.id ?? null };
  }
  if (order && known.orderId !== null && known.orderId !== order.id) notes.push("other_order");
  if (known === since) notes.push("number_used_since");
  const joins = order !== null && known.orderId === null && known !== since ? order : null;
  const chosen = known.carrier === null && known.loose ? facts.choose(wanted.carrier, read.number, wanted) : null;
  const carrier = chosen?.carrier ? chosen : null;
  const service = known.loose && known.service === null ? wanted.service : null;
  if (joins || carrier || service) return { kind: "complete", ...numbered, id: known.id, order: joins, carrier, service };
  return { kind: "known", ...numbered, id: known.id, orderName: known.orderName };
}

function findOrder(name: string | null, facts: RegistrationFacts, notes: PlanNote[]): { id: string; name: string } | null {
  const key = name === null ? "" : facts.orderKey(name);
  if (key === "") return null;
  const found = facts.orders.get(key) ?? [];
  if (found.length === 0) notes.push("order_not_found");
  if (found.length > 1) notes.push("order_ambiguous");
  return found.length === 1 ? (found[0] ?? null) : null;
}
