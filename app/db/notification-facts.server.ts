import type { ExpectedWindow } from "~/domain/notifications/render/expected-date";
import type { ShipmentStatus, TrackingDetail } from "~/domain/tracking/status";

import type { Tx } from "./database.server";

/** What a message is about, without protected customer data. Instants are milliseconds since the epoch. */
export interface NotificationFacts {
  shop: { domain: string; name: string; timeZone: string; locale: string; active: boolean; settings: unknown };
  order: { name: string; cancelled: boolean; redacted: boolean; hasEmail: boolean };
  shipment: {
    status: ShipmentStatus;
    detail: TrackingDetail | null;
    openExceptions: number;
    number: string;
    carrier: string | null;
    trackingCompany: string | null;
    expected: ExpectedWindow | null;
  } | null;
  items: { title: string; variant: string | null; quantity: number; imageUrl: string | null }[];
}

/** @returns null when the order, or the shipment the message is about, is no more */
export async function notificationFacts(tx: Tx, about: { shopId: string; orderId: string; shipmentId: string | null }): Promise<NotificationFacts | null> {
  const order = await tx.order.findFirst({
    where: { id: about.orderId, shopId: about.shopId },
    include: { shop: true, lineItems: { orderBy: { gid: "asc" } } },
  });
  if (!order) return null;
  const shipment = about.shipmentId
    ? await tx.shipment.findFirst({ where: { id: about.shipmentId, shopId: about.shopId, removedAt: null }, include: { fulfillment: { select: { items: true } } } })
    : null;
  if (about.shipmentId && !shipment) return null;
  const { shop } = order;
  return {
    shop: { domain: shop.domain, name: shop.name || shop.domain, timeZone: shop.timeZone, locale: shop.locale, active: shop.status === "active", settings: shop.settings },
    order: { name: order.name, cancelled: order.cancelledAt !== null, redacted: order.redactedAt !== null, hasEmail: order.email !== null },
    shipment: shipment && {
      status: shipment.status as ShipmentStatus,
      detail: shipment.detail as TrackingDetail | null,
      openExceptions: shipment.openExceptions,
      number: shipment.number,
      carrier: shipment.carrier,
      trackingCompany: shipment.trackingCompany,
      expected:
        shipment.estimateEarliest && shipment.estimateLatest
          ? {
              earliest: shipment.estimateEarliest.getTime(),
              latest: shipment.estimateLatest.getTime(),
              precision: shipment.estimatePrecision === "instant" ? "instant" : "day",
            }
          : null,
    },
    items: itemsOf(order.lineItems, shipment?.fulfillment?.items ?? null),
  };
}

interface LineItemRow {
  gid: string;
  title: string;
  variant: string | null;
  quantity: number;
  imageUrl: string | null;
}

/** The order's items, or those of them that the fulfillment holds, in its quantities. */
function itemsOf(lineItems: readonly LineItemRow[], fulfilled: unknown): NotificationFacts["items"] {
  const quantities = quantitiesOf(fulfilled);
  return lineItems.flatMap(({ gid, title, variant, quantity, imageUrl }) => {
    const shipped = quantities === null ? quantity : (quantities.get(gid) ?? 0);
    return shipped > 0 ? [{ title, variant, quantity: shipped, imageUrl }] : [];
  });
}

/** Quantities by line item out of `Fulfillment.items`; null when it names none, so that nothing is known of a split. */
function quantitiesOf(fulfilled: unknown): Map<string, number> | null {
  if (!Array.isArray(fulfilled) || fulfilled.length === 0) return null;
  const quantities = new Map<string, number>();
  for (const item of fulfilled as unknown[]) {
    if (typeof item !== "object" || item === null) continue;
    const { lineItemGid, quantity } = item as Record<string, unknown>;
    if (typeof lineItemGid === "string" && typeof quantity === "number") quantities.set(lineItemGid, (quantities.get(lineItemGid) ?? 0) + quantity);
  }
  return quantities;
}
