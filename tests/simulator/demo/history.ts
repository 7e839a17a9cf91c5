import { simCarrier } from "../carriers/carriers";
import { planScans, type JourneyKind } from "../carriers/journeys";
import { drawFeedback } from "./feedback-words";
import { drawPerson, type Person } from "./people";
import type { Channel, PlannedFulfillment, PlannedOrder, PlannedParcel, PlannedReturn } from "./plan";
import { createDraw, type Draw } from "./random";
import { chooseCarrier, chooseJourney, chooseLocation } from "./route-choice";
import { showcases, type Showcase } from "./showcase";
import { demoShop, type DemoLocation } from "./shops";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface HistoryOptions {
  seed: number;
  /** The instant at which the demo is ready, milliseconds since the epoch. */
  end: number;
  /** How far back it goes. */
  days?: number;
  /** Ordinary orders of the first and the second shop, besides those of ./showcase. */
  orders?: { alder: number; saltmarsh: number };
}

type ShopKey = PlannedOrder["shop"];
type Numbers = (carrier: string) => string;

/** How often each country orders from each shop. */
const countries: Readonly<Record<ShopKey, Record<string, number>>> = {
  alder: { US: 66, CA: 12, GB: 5, DE: 6, NL: 5, FR: 3, DK: 2, AU: 3 },
  saltmarsh: { GB: 9, NL: 1 },
};

/**
 * Everything that happens in the demo, planned before it begins: the same seed and end give the same plan.
 * Oldest order first.
 */
export function planHistory(options: HistoryOptions): PlannedOrder[] {
  const draw = createDraw(options.seed);
  const days = options.days ?? 60;
  const counts = options.orders ?? { alder: 300, saltmarsh: 36 };
  const serials = new Map<string, number>();
  const numbers: Numbers = (carrier) => {
    const serial = serials.get(carrier) ?? 1_000;
    serials.set(carrier, serial + 7);
    return simCarrier(carrier).number(serial);
  };
  const orders: PlannedOrder[] = [];
  for (const shop of ["alder", "saltmarsh"] as const) {
    for (let index = 0; index < counts[shop]; index += 1) {
      // Evenly over the days, a little by chance, and somewhat more of late, as a shop grows.
      const share = ((index + draw.next()) / counts[shop]) ** 0.9;
      const placedAt = Math.floor(options.end - days * DAY + HOUR + share * (days * DAY - 3 * HOUR));
      orders.push(ordinary(draw, shop, placedAt, index, numbers, options.end));
    }
  }
  showcases.forEach((showcase, index) => orders.push(shown(draw, showcase, index, numbers, options.end)));
  return orders.sort((a, b) => a.placedAt - b.placedAt);
}

function ordinary(draw: Draw, shop: ShopKey, placedAt: number, index: number, numbers: Numbers, end: number): PlannedOrder {
  const country = draw.weighted(countries[shop]);
  const person = drawPerson(draw, country, (shop === "alder" ? 100 : 900) + index);
  const channel: Channel = shop === "alder" && country === "US" ? draw.weighted({ online_store: 64, amazon: 20, tiktok_shop: 16 }) : draw.weighted({ online_store: 88, tiktok_shop: 12 });
  const lines = drawLines(draw, shop);
  const base = begin(draw, shop, placedAt, channel, person, lines);
  if (draw.chance(0.025)) return { ...base, cancelledAt: placedAt + 3 * HOUR, tags: ["changed-mind"] };
  if (draw.chance(0.012)) return { ...base, heldAt: placedAt + 2 * HOUR, tags: ["address-check"] };

  const location = chooseLocation(shop, country, person.place.zone);
  const shippedAt = placedAt + Math.floor((8 + draw.next() * 30) * HOUR);
  const all = lines.map((_, at) => at);
  const parcel = (from: DemoLocation) => plannedParcel(draw, chooseCarrier(draw, from, country), chooseJourney(draw, from.place.country, country), numbers);
  const fulfillments: PlannedFulfillment[] = [];
  const second = demoShop(shop).locations.find((other) => other.key !== location.key && other.place.country === location.place.country);
  if (lines.length > 1 && second && draw.chance(0.3)) {
    fulfillments.push({ at: shippedAt, location: location.key, lines: [0], parcels: [parcel(location)] });
    fulfillments.push({ at: shippedAt + Math.floor((6 + draw.next() * 40) * HOUR), location: second.key, lines: all.slice(1), parcels: [parcel(second)] });
  } else {
    const first = parcel(location);
    const twin = lines.length > 1 && draw.chance(0.12) ? [{ ...parcel(location), carrier: first.carrier, number: numbers(first.carrier) }] : [];
    fulfillments.push({ at: shippedAt, location: location.key, lines: all, parcels: [first, ...twin] });
  }
  const delivered = deliveredAt(base, fulfillments);
  const late = fulfillments.some((one) => one.parcels.some((each) => ["weather_delay", "customs_hold", "long_silence", "late_pickup", "failed_attempt"].includes(each.journey)));
  const feedbackAt = delivered === null ? null : delivered + Math.floor((2 + draw.next() * 30) * HOUR);
  const wantsToSay = draw.chance(0.6);
  const returnAt = delivered === null ? null : delivered + Math.floor((30 + draw.next() * 100) * HOUR);
  const returns = draw.chance(0.07);
  return {
    ...base,
    fulfillments: fulfillments.filter((one) => one.at < end),
    feedback: feedbackAt !== null && feedbackAt < end && wantsToSay ? drawFeedback(draw, feedbackAt, late) : null,
    returned: returnAt !== null && returnAt < end && returns ? { at: returnAt, ...drawReturn(draw) } : null,
  };
}

function shown(draw: Draw, showcase: Showcase, index: number, numbers: Numbers, end: number): PlannedOrder {
  const shop: ShopKey = showcase.shop ?? "alder";
  const person = drawPerson(draw, showcase.country, 600 + index);
  const shippedAt = end - showcase.hoursAgo * HOUR;
  const lines = drawLines(draw, shop).slice(0, 1);
  const from = chooseLocation(shop, showcase.country, person.place.zone);
  const parcel = { ...plannedParcel(draw, showcase.carrier, showcase.journey, numbers), pace: 1, exact: true };
  return {
    ...begin(draw, shop, shippedAt - Math.floor((5 + draw.next() * 14) * HOUR), "online_store", person, lines),
    fulfillments: [{ at: shippedAt, location: from.key, lines: [0], parcels: [parcel] }],
  };
}

function begin(draw: Draw, shop: ShopKey, placedAt: number, channel: Channel, person: Person, lines: PlannedOrder["lines"]): PlannedOrder {
  const quick = channel === "online_store" && draw.chance(0.2);
  return {
    shop, placedAt, channel, person, lines,
    shippingMethod: quick ? "Express" : channel === "online_store" ? "Standard" : "Marketplace standard",
    shippingMinor: quick ? 1_490 : channel === "online_store" ? 590 : 0,
    tags: draw.chance(0.06) ? ["vip"] : draw.chance(0.08) ? ["gift"] : [],
    fulfillments: [], cancelledAt: null, heldAt: null, returned: null, feedback: null,
  };
}

function drawLines(draw: Draw, shop: ShopKey): PlannedOrder["lines"] {
  const count = Number(draw.weighted({ "1": 62, "2": 28, "3": 10 }));
  const products = [...demoShop(shop).products];
  return Array.from({ length: count }, () => {
    const [chosen] = products.splice(draw.below(products.length), 1);
    if (!chosen) throw new Error("the shop has too few products");
    return { product: chosen.handle, variant: draw.below(chosen.variants.length), quantity: draw.chance(0.15) ? 2 : 1 };
  });
}

function plannedParcel(draw: Draw, carrier: string, journey: JourneyKind, numbers: Numbers): PlannedParcel {
  const pace = carrier === "dhl_express" ? 0.7 : 0.85 + draw.next() * 0.4;
  return { carrier, number: numbers(carrier), journey, pace: Math.round(pace * 100) / 100, exact: false };
}

/** When the last parcel of an order arrives; null when one never does. */
function deliveredAt(order: PlannedOrder, fulfillments: readonly PlannedFulfillment[]): number | null {
  const ends = fulfillments.flatMap((one) =>
    one.parcels.map((parcel) => {
      const from = demoShop(order.shop).locations.find((location) => location.key === one.location)?.place ?? order.person.place;
      const last = planScans(parcel.journey, { origin: from, destination: order.person.place, shippedAt: one.at, pace: parcel.pace, exact: parcel.exact }).at(-1);
      return last && ["delivered", "delivered_neighbour", "collected"].includes(last.moment) ? last.at : null;
    }),
  );
  const known = ends.filter((at) => at !== null);
  return known.length === ends.length && known.length > 0 ? Math.max(...known) : null;
}

function drawReturn(draw: Draw): Omit<PlannedReturn, "at"> {
  return draw.pick<Omit<PlannedReturn, "at">>([
    { reason: "SIZE_TOO_SMALL", note: "A size larger, please" },
    { reason: "UNWANTED", note: "Got the same as a present" },
    { reason: "COLOR", note: "Darker than in the picture" },
    { reason: "DEFECTIVE", note: "The handle is loose" },
    { reason: "NOT_AS_DESCRIBED", note: "Smaller than I thought" },
  ]);
}
