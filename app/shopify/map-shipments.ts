import type { DeliveryEstimate, ParsedEvent } from "~/domain/tracking/event";
import { lettersAndDigits, toNumberKey } from "~/domain/tracking/number-key";
import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";

import { understandFulfillmentEvent } from "./fulfillment-event-status";
import type { MappedShipment } from "./mapped-order";
import type { FulfillmentEventNode, FulfillmentNode, ReturnNode, TrackingInfoNode } from "./operations/nodes";

/** Fulfillment statuses under which nothing is on its way (Admin API 2026-10: FulfillmentStatus). */
const VOID = new Set(["CANCELLED", "ERROR", "FAILURE"]);

/** Statuses that may hold for one parcel of several and not for the others. */
const OF_ONE_PARCEL = new Set(["OUT_FOR_DELIVERY", "ATTEMPTED_DELIVERY", "READY_FOR_PICKUP", "DELIVERED", "FAILURE", "DELAYED"]);

/** The shipments of a fulfillment: one for each tracking number it has now; none when it was cancelled. */
export function mapFulfillmentShipments(fulfillment: FulfillmentNode, destinationCountry: string | null): MappedShipment[] {
  if (VOID.has(fulfillment.status)) return [];
  const numbers = distinctNumbers(fulfillment.trackingInfo);
  return numbers.map((info) => ({
    ...info,
    direction: "out" as const,
    originCountry: fulfillment.location?.address.countryCode ?? fulfillment.originAddress?.countryCode ?? null,
    destinationCountry,
    shippedAt: Date.parse(fulfillment.createdAt),
    events: eventsFor(info.numberKey, numbers.length, fulfillment.events.nodes),
    estimate: toEstimate(fulfillment.estimatedDeliveryAt),
  }));
}

/** The parcels that come back with a return; they go from the customer's country to nobody knows where until a scan tells. */
export function mapReturnShipments(given: ReturnNode, customerCountry: string | null): MappedShipment[] {
  if (given.status === "CANCELED" || given.status === "DECLINED") return [];
  const infos = given.reverseFulfillmentOrders.nodes
    .flatMap((order) => order.reverseDeliveries.nodes)
    .flatMap((delivery) => (delivery.deliverable?.tracking ? [delivery.deliverable.tracking] : []))
    .map((tracking) => ({ company: tracking.carrierName, number: tracking.number, url: tracking.url }));
  return distinctNumbers(infos).map((info) => ({
    ...info,
    direction: "return" as const,
    originCountry: customerCountry,
    destinationCountry: null,
    shippedAt: Date.parse(given.requestApprovedAt ?? given.createdAt),
    events: [],
    estimate: null,
  }));
}

function distinctNumbers(infos: readonly TrackingInfoNode[]) {
  const byKey = new Map<string, Pick<MappedShipment, "number" | "numberKey" | "trackingCompany" | "trackingUrl">>();
  for (const info of infos) {
    const number = boundedText(info.number?.trim() ?? "", LONGEST.name);
    const numberKey = toNumberKey(number);
    // Nothing to follow without a number; the same number given twice is one parcel.
    if (numberKey === "" || byKey.has(numberKey)) continue;
    byKey.set(numberKey, { number, numberKey, trackingCompany: boundedText(info.company?.trim() ?? "", LONGEST.name) || null, trackingUrl: info.url });
  }
  return [...byKey.values()];
}

/**
 * Which of a fulfillment's events speak of one of its numbers. Shopify ties events to the fulfillment, not to a number:
 * with several parcels, what may be true of one alone ("delivered") is believed only of the number that the message
 * names, and of none when it names none.
 */
function eventsFor(numberKey: string, numbers: number, events: readonly FulfillmentEventNode[]): ParsedEvent[] {
  return events
    .filter((event) => {
      if (numbers === 1) return true;
      const named = lettersAndDigits(event.message ?? "").includes(numberKey);
      return named || !OF_ONE_PARCEL.has(event.status);
    })
    .map(toParsedEvent);
}

function toParsedEvent(event: FulfillmentEventNode): ParsedEvent {
  const { city, province, country, zip } = event;
  const said = [city, province, country, zip].some((part) => part !== null && part !== "");
  return {
    time: { at: Date.parse(event.happenedAt), certainty: "exact", zone: null, said: event.happenedAt },
    ...understandFulfillmentEvent(event.status),
    code: event.status,
    text: boundedText(event.message?.trim() ?? "", LONGEST.scan) || null,
    place: said
      ? {
          city: city || null,
          region: province || null,
          country: country && /^[A-Z]{2}$/.test(country) ? country : null,
          postalCode: zip || null,
          text: country && !/^[A-Z]{2}$/.test(country) ? country : null,
        }
      : null,
    sourceEventId: event.id,
    returnLeg: false,
    withdraws: false,
    raw: event,
  };
}

function toEstimate(at: string | null): DeliveryEstimate | null {
  const instant = at === null ? NaN : Date.parse(at);
  if (at === null || Number.isNaN(instant)) return null;
  // Midnight is how a day without a time is written.
  const precision = /T00:00:00(?:\.0+)?(?:Z|[+-]\d\d:\d\d)$/.test(at) ? "day" : "instant";
  return { earliest: instant, latest: instant, precision, zone: null };
}
