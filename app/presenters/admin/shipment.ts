import { shipmentPage, type ShipmentPageRows } from "~/db/admin-shipment.server";
import { readCustomerData } from "~/db/customer-data.server";
import type { Tx } from "~/db/database.server";
import type { Secrets } from "~/db/secrets.server";
import { shopCarriers } from "~/db/shop-carriers.server";
import { eventsOf } from "~/db/tracking-events.server";
import { describeException } from "~/domain/exceptions/describe";
import { prefersOwnLink, shopTrackingUrl, type ShopCarriers } from "~/domain/tracking/catalogue/shop-carriers";
import { computeState } from "~/domain/tracking/compute-state";

import type { CarrierNames } from "./carrier-name";
import { estimateZone } from "./estimate-zone";
import { customerView } from "./shipment-customer";
import { shippedItems } from "./shipment-items";
import { sourceItems, timelineItems } from "./shipment-timeline";

export interface ShipmentPageInput {
  shopId: string;
  id: string;
  names: CarrierNames;
  secrets: Secrets;
  now: number;
  /** Who looks, for the access log. */
  actor: string;
}

/**
 * The shipment page. The customer's protected data is read with it, and that is logged; a shipment without an order has
 * no customer. Null when there is no such shipment.
 */
export async function presentShipment(tx: Tx, input: ShipmentPageInput) {
  const page = await shipmentPage(tx, input.shopId, input.id);
  if (!page) return null;
  const { shipment } = page;
  const events = (await eventsOf(tx, [shipment.id])).get(shipment.id) ?? [];
  const state = computeState(
    {
      direction: shipment.direction === "return" ? "return" : "out",
      shippedAt: shipment.shippedAt.getTime(),
      estimate: null,
      stopped: shipment.trackingState === "stopped",
    },
    events,
  );
  const { order } = shipment;
  const customer = order && (await readCustomerData({ secrets: input.secrets, now: () => input.now }, tx, {
    shopId: input.shopId,
    orderId: order.id,
    actor: input.actor,
    purpose: "shipment page",
    fields: ["name", "email", "phone", "address"],
  }));
  return {
    now: new Date(input.now).toISOString(),
    ...presentFacts(page, input.names, await shopCarriers(tx, input.shopId)),
    timeline: timelineItems(events, state, input.names),
    sources: sourceItems(events, state, input.names),
    items: shippedItems(shipment.fulfillment?.items, order?.lineItems ?? []),
    customer: order && customerView(customer, order),
    ...presentEffects(page, input.names),
  };
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

function presentFacts({ shipment, location, registration }: ShipmentPageRows, names: CarrierNames, shop: ShopCarriers) {
  return {
    id: shipment.id,
    orderId: shipment.orderId,
    number: shipment.number,
    loose: shipment.fulfillmentId === null && shipment.direction === "out",
    order: shipment.order && presentOrder(shipment.order),
    carrier: shipment.carrier ? { code: shipment.carrier, name: names(shipment.carrier), source: shipment.carrierSource } : null,
    trackingCompany: shipment.trackingCompany,
    carrierUrl: carrierPage(shipment, shop),
    onward: shipment.numbers.map(({ number, carrier, provider, since }) => ({
      number,
      carrier: carrier === null ? null : names(carrier),
      url: carrier === null ? null : webAddress(shopTrackingUrl(carrier, number, shop)),
      toldBy: names(provider),
      since: since.toISOString(),
    })),
    service: shipment.service,
    direction: shipment.direction,
    status: shipment.status,
    detail: shipment.detail,
    statusAt: iso(shipment.statusAt),
    shippedAt: shipment.shippedAt.toISOString(),
    shippedFrom: location?.name ?? null,
    destinationCountry: shipment.destinationCountry ?? shipment.order?.countryCode ?? null,
    estimate:
      shipment.estimateEarliest && shipment.estimateLatest
        ? {
            earliest: shipment.estimateEarliest.toISOString(),
            latest: shipment.estimateLatest.toISOString(),
            precision: shipment.estimatePrecision === "instant" ? ("instant" as const) : ("day" as const),
            zone: estimateZone(shipment),
          }
        : null,
    tracking: {
      state: shipment.trackingState,
      lastAskedAt: iso(shipment.lastPolledAt),
      nextAskAt: iso(shipment.nextPollAt),
      failures: shipment.pollFailures,
      problem: shipment.lastProblem,
      registeredWith: registration?.status === "registered" ? names(registration.provider) : null,
    },
  };
}

function presentOrder(order: NonNullable<ShipmentPageRows["shipment"]["order"]>) {
  return {
    name: order.name,
    /** The number in the order's gid: the admin's own address of it. */
    adminId: order.gid.split("/").at(-1) ?? "",
    placedAt: order.processedAt.toISOString(),
    channel: order.channel,
    cancelled: order.cancelledAt !== null,
    totalMinor: Number(order.totalMinor),
    currency: order.currency,
    shippingMethod: order.shippingMethod,
  };
}

function presentEffects({ shipment, notifications, writeBacks, siblings }: ShipmentPageRows, names: CarrierNames) {
  return {
    exceptions: shipment.exceptions.map((row) => ({
      id: row.id,
      severity: row.severity,
      ...describeException(row.rule, row.reason),
      openedAt: row.openedAt.toISOString(),
      resolvedAt: iso(row.resolvedAt),
      resolution: row.resolution,
    })),
    messages: notifications.map((row) => ({
      id: row.id,
      trigger: row.trigger,
      channel: row.channel,
      status: row.status,
      reason: row.reason,
      error: row.error,
      subject: row.subject,
      decidedAt: row.decidedAt.toISOString(),
      sentAt: iso(row.sentAt),
    })),
    writeBacks: writeBacks.map((row) => ({ id: row.id, status: row.status, state: row.state, happenedAt: row.happenedAt.toISOString(), error: row.error })),
    feedback: shipment.feedback.map((row) => ({ rating: row.rating, reason: row.reason, comment: row.comment, createdAt: row.createdAt.toISOString() }))[0] ?? null,
    siblings: siblings.map((row) => ({
      id: row.id,
      number: row.number,
      carrier: row.carrier ? names(row.carrier) : row.trackingCompany,
      status: row.status,
      detail: row.detail,
      direction: row.direction,
    })),
  };
}

/** The carrier's page of this number: Shopify's link, or ours where Shopify has none or does not know the carrier. */
function carrierPage(shipment: { carrier: string | null; carrierSource: string; number: string; trackingUrl: string | null }, shop: ShopCarriers): string | null {
  const ours = shipment.carrier ? shopTrackingUrl(shipment.carrier, shipment.number, shop) : null;
  const shopifys = webAddress(shipment.trackingUrl);
  return prefersOwnLink(shipment.carrier, shipment.carrierSource) ? (ours ?? shopifys) : (shopifys ?? ours);
}

/** An address a browser may open, or null: what came as a tracking link is anybody's text. */
export function webAddress(value: string | null): string | null {
  if (!value || !URL.canParse(value)) return null;
  const { protocol } = new URL(value);
  return protocol === "https:" || protocol === "http:" ? value : null;
}
