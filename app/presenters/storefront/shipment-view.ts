import type { StorefrontOrder } from "~/db/storefront.server";
import { CHANGE_WINDOW_MS, FEEDBACK_REASONS } from "~/domain/feedback/feedback";
import { prefersOwnLink } from "~/domain/tracking/catalogue/shop-carriers";
import type { TrackingEvent } from "~/domain/tracking/event";
import { progressOf } from "~/domain/tracking/progress";
import type { ShipmentStatus, TrackingDetail } from "~/domain/tracking/status";
import { boundedOrNull, boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";
import { statusSentence, statusTitle } from "~/locales";

import { describeEstimate } from "./describe-estimate";
import type { Format } from "./format";
import { safeLink } from "./html";
import { timelineDays } from "./timeline-days";
import type { FeedbackView, ItemView, ShipmentView } from "./view";
import { visibleScans } from "./visible-scans";
import { fill, wordsOf, type PageLocale } from "./words";

/** What the catalogue of carriers knows. */
export interface CarrierDirectory {
  name(code: string): string | null;
  /** The carrier's public page for a number; null where none is known. */
  trackingUrl(code: string, number: string): string | null;
}

type Shipment = StorefrontOrder["shipments"][number];

export interface ShipmentViewInput {
  shipment: Shipment;
  heading: string;
  items: ItemView[];
  itemsIn: number;
  orderedAt: number;
  events: readonly TrackingEvent[];
  carriers: CarrierDirectory;
  askFeedback: boolean;
  locale: PageLocale;
  format: Format;
  timeZone: string;
  now: number;
}

const TONES: Record<ShipmentStatus, ShipmentView["tone"]> = {
  PENDING: "waiting",
  PRE_TRANSIT: "waiting",
  IN_TRANSIT: "moving",
  OUT_FOR_DELIVERY: "moving",
  ATTEMPTED_DELIVERY: "attention",
  READY_FOR_PICKUP: "moving",
  DELIVERED: "good",
  EXCEPTION: "attention",
  RETURNING: "attention",
  RETURNED: "attention",
  EXPIRED: "attention",
};

/** Statuses in which an estimate still says something to a shopper. */
const AWAITED: ReadonlySet<ShipmentStatus> = new Set(["PENDING", "PRE_TRANSIT", "IN_TRANSIT", "OUT_FOR_DELIVERY", "ATTEMPTED_DELIVERY", "EXCEPTION"]);

/** One shipment as the page shows it. */
export function shipmentView(input: ShipmentViewInput): ShipmentView {
  const { shipment, locale, format } = input;
  const words = wordsOf(locale.language);
  const status = shipment.status as ShipmentStatus;
  const detail = shipment.detail as TrackingDetail | null;
  const direction = shipment.direction === "return" ? "return" : "out";
  const shippedAt = shipment.shippedAt.getTime();
  const scans = visibleScans({ direction, shippedAt, estimate: null, stopped: false }, input.events);
  const lastZone = scans.findLast((scan) => scan.time.zone !== null)?.time.zone;

  return {
    id: shipment.id,
    heading: input.heading,
    title: statusTitle(status, locale.language, direction),
    sentence: statusSentence(status, detail, locale.language, direction),
    tone: TONES[status],
    steps: progressOf({ status, detail, direction, orderedAt: input.orderedAt, shippedAt, events: scans }).map((step) => ({
      label: words.progress.steps[step.key],
      state: step.state,
      stateLabel: words.progress.states[step.state],
      when: step.moment && format.shortDay(step.moment),
    })),
    estimate: AWAITED.has(status)
      ? describeEstimate(estimateOf(shipment), { words: words.estimate, tag: locale.tag, zone: shipment.estimateZone ?? lastZone ?? input.timeZone, now: input.now })
      : null,
    carrier: carrierOf(shipment, input.carriers),
    onward: shipment.numbers.map(({ number, carrier: code }) => ({
      name: code && input.carriers.name(code),
      number: boundedText(number, LONGEST.name),
      url: safeLink(code && input.carriers.trackingUrl(code, number)),
    })),
    items: input.items,
    itemsIn: input.itemsIn,
    updated: newsOf(scans, format, words.shipment.updated),
    days: timelineDays(scans, { direction, language: locale.language, format, noDay: words.timeline.noDay }),
    feedback: input.askFeedback && direction === "out" && status === "DELIVERED" ? feedbackOf(shipment, input.now) : null,
  };
}

function estimateOf(shipment: Shipment) {
  const { estimateEarliest, estimateLatest, estimatePrecision } = shipment;
  if (!estimateEarliest || !estimateLatest) return null;
  const precision = estimatePrecision === "instant" ? ("instant" as const) : ("day" as const);
  return { earliest: estimateEarliest.getTime(), latest: estimateLatest.getTime(), precision };
}

/** The page that Shopify knows, or the catalogue's or the shop's own for the number; their name, or what was typed. */
function carrierOf(shipment: Shipment, carriers: CarrierDirectory): ShipmentView["carrier"] {
  const { carrier } = shipment;
  const number = boundedText(shipment.number, LONGEST.name);
  const name = (carrier && carriers.name(carrier)) ?? boundedOrNull(shipment.trackingCompany, LONGEST.name);
  const [shopifys, ours] = [safeLink(shipment.trackingUrl), safeLink(carrier && carriers.trackingUrl(carrier, number))];
  const url = prefersOwnLink(carrier, shipment.carrierSource) ? (ours ?? shopifys) : (shopifys ?? ours);
  return { name: name === "" ? null : name, number, url };
}

function newsOf(scans: readonly TrackingEvent[], format: Format, words: string): string | null {
  const last = scans.findLast((scan) => scan.time.certainty !== "received");
  return last ? fill(words, { date: [format.day(last.time), format.clock(last.time)].filter(Boolean).join(", ") }) : null;
}

function feedbackOf(shipment: Shipment, now: number): FeedbackView {
  const given = shipment.feedback[0];
  if (!given) return { state: "open", rating: null, reason: null, comment: null };
  const reason = FEEDBACK_REASONS.find((each) => each === given.reason) ?? null;
  const open = now - given.createdAt.getTime() < CHANGE_WINDOW_MS;
  return { state: open ? "given" : "closed", rating: given.rating, reason, comment: open ? given.comment : null };
}
