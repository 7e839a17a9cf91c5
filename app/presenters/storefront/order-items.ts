import type { StorefrontOrder } from "~/db/storefront.server";

import { boundedOrNull, boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";

import { safeLink } from "./html";
import type { ItemView } from "./view";

export interface ItemGroups {
  /** By shipment id; shipments of one fulfillment share its items, which stand with the first of them. */
  ofShipment: Map<string, { items: ItemView[]; shipments: number }>;
  /** In a fulfillment that has no tracking number. */
  untracked: ItemView[];
  notShipped: ItemView[];
}

type ItemsOrder = Pick<StorefrontOrder, "lineItems" | "fulfillments" | "shipments">;

/** Fulfillments that did not come about. */
const VOID = new Set(["CANCELLED", "CANCELED", "ERROR", "FAILURE"]);

/** Which items are in which shipment, which were sent without a number, and which are still to be sent. */
export function itemsOf(order: ItemsOrder): ItemGroups {
  const groups: ItemGroups = { ofShipment: new Map(), untracked: [], notShipped: [] };
  const sent = new Map<string, number>();
  for (const fulfillment of order.fulfillments) {
    if (VOID.has(fulfillment.status.toUpperCase())) continue;
    const lines = readLines(fulfillment.items);
    for (const line of lines) sent.set(line.gid, (sent.get(line.gid) ?? 0) + line.quantity);
    const items = lines.flatMap((line) => itemView(order, line.gid, line.quantity));
    const shipments = order.shipments.filter((shipment) => shipment.fulfillmentId === fulfillment.id);
    const first = shipments[0];
    if (first) groups.ofShipment.set(first.id, { items, shipments: shipments.length });
    else groups.untracked.push(...items);
  }
  groups.notShipped = order.lineItems.flatMap((line) => itemView(order, line.gid, line.quantity - (sent.get(line.gid) ?? 0)));
  return groups;
}

function itemView(order: ItemsOrder, gid: string, quantity: number): ItemView[] {
  const line = order.lineItems.find((each) => each.gid === gid);
  if (!line || quantity <= 0) return [];
  return [{ title: boundedText(line.title, LONGEST.name), variant: boundedOrNull(line.variant, LONGEST.name), quantity, imageUrl: safeLink(line.imageUrl) }];
}

/** Stored as [{lineItemGid, quantity}]; what is not that is left out. */
function readLines(items: unknown): { gid: string; quantity: number }[] {
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) => {
    if (typeof item !== "object" || item === null) return [];
    const { lineItemGid, quantity } = item as { lineItemGid?: unknown; quantity?: unknown };
    return typeof lineItemGid === "string" && typeof quantity === "number" && Number.isInteger(quantity) ? [{ gid: lineItemGid, quantity }] : [];
  });
}
