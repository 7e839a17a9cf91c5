import type { TrackingEvent } from "~/domain/tracking/event";
import { orderView } from "~/presenters/storefront/order-view";
import type { PageModel } from "~/presenters/storefront/page-model";
import { wordsOf } from "~/presenters/storefront/words";

import { NOW, orderRow, scan, shipmentRow } from "../../integration/storefront/order-rows";

export const LANGUAGES = ["en", "de", "fr", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** States of the shopper's page that differ in their layout. */
export const STATES = ["form", "not-found", "moving", "delivered", "refused-feedback", "exception", "several"] as const;
export type PageState = (typeof STATES)[number];

type Shipment = Parameters<typeof shipmentRow>[0];

const leipzig = { city: "Leipzig", region: null, country: "DE", postalCode: "04129", text: null };
/** With clocks of the greatest width, and places and texts that wrap. */
const journey = (last: readonly TrackingEvent[] = []): TrackingEvent[] => [
  scan(61.4, "IN_TRANSIT", { detail: "departed", text: "Departed from Facility", place: leipzig }),
  scan(49.4, "IN_TRANSIT", { detail: "arrived", text: "Arrived at International Distribution Center", place: { ...leipzig, city: "Villingen-Schwenningen" } }),
  scan(37.4, "IN_TRANSIT", { text: "Processed through sort facility", place: leipzig }),
  scan(25.4, "OUT_FOR_DELIVERY", { text: "Out for delivery" }),
  ...last,
];
const late: Shipment = { status: "EXCEPTION", estimateEarliest: new Date(NOW + 20 * 3_600_000), estimateLatest: new Date(NOW + 44 * 3_600_000), estimatePrecision: "day" };
const delivered: Shipment = { status: "DELIVERED", deliveredAt: new Date(NOW - 1.4 * 3_600_000) };

const ORDERS: Record<Exclude<PageState, "form" | "not-found">, { shipments: readonly Shipment[]; events: readonly TrackingEvent[] }> = {
  moving: { shipments: [{ status: "OUT_FOR_DELIVERY" }], events: journey() },
  delivered: { shipments: [delivered], events: journey([scan(1.4, "DELIVERED", { text: "Delivered, left at the front door" })]) },
  "refused-feedback": { shipments: [delivered], events: journey([scan(1.4, "DELIVERED")]) },
  exception: { shipments: [late], events: journey([scan(1.4, "EXCEPTION", { text: "A severe weather event has delayed your parcel" })]) },
  several: { shipments: [late, { ...delivered, number: "JJD000390007882823456" }, { number: "9400111899223100001234", carrier: null, trackingCompany: "United States Postal Service" }], events: journey() },
};

/**
 * The page in one of its states.
 * @param picture address of a picture of an item
 */
export function pageInState(state: PageState, language: Language, picture: string): PageModel {
  const base: PageModel = {
    language, action: "/apps/track", root: "", shows: { items: true, feedback: true }, brand: { color: "#1f6f54" }, notice: null, form: null, order: null, feedback: null,
  };
  if (state === "form") return { ...base, form: { order: "", contact: "", missing: [] } };
  const words = wordsOf(language);
  if (state === "not-found") return { ...base, notice: { tone: "bad", text: words.notice.notFound }, form: { order: "#99999", contact: "no.such.person@example.com", missing: ["contact"] } };
  const { shipments, events } = ORDERS[state];
  const rows = shipments.map((more, index) => shipmentRow({ ...more, id: `shipment-${index + 1}`, fulfillmentId: `f${index + 1}` }));
  const lines = orderRow().lineItems.map((line) => ({ ...line, imageUrl: picture }));
  const order = orderRow({
    lineItems: lines,
    fulfillments: rows.map((row) => ({ id: row.fulfillmentId, status: "SUCCESS", items: [{ lineItemGid: lines[0]?.gid ?? "", quantity: 1 }] })) as ReturnType<typeof orderRow>["fulfillments"],
    shipments: rows,
  });
  const view = orderView({
    shop: { timeZone: "America/New_York", settings: {} }, order, events: new Map(rows.map((row) => [row.id, events])),
    carriers: { name: (code) => (code === "ups" ? "UPS" : null), trackingUrl: () => "https://carrier.example/track" },
    // Twelve-hour clocks are the widest.
    locale: { tag: language === "en" ? "en-US" : language, language }, now: NOW,
  });
  const feedback = state === "refused-feedback" ? { shipmentId: "shipment-1", kind: "refused" as const, problem: "rating_missing" as const, rating: "", reason: "late", comment: "" } : null;
  return { ...base, order: { view, token: "a".repeat(27) }, feedback };
}
