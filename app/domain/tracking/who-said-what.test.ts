import { expect, it } from "vitest";

import { computeState } from "./compute-state";
import type { TrackingEvent } from "./event";
import { whoSaidWhat } from "./who-said-what";

const HOUR = 3_600_000;
const scan = (source: TrackingEvent["source"], provider: string, status: TrackingEvent["status"], hours: number, more: Partial<TrackingEvent> = {}): TrackingEvent => ({
  key: `${provider}:${status}:${hours}`, source, provider, carrier: null, time: { at: hours * HOUR, certainty: "exact", zone: null, said: null }, status, detail: null,
  mapping: "m@1", code: null, text: null, place: null, sourceEventId: null, returnLeg: false, withdraws: false, receivedAt: hours * HOUR + 60_000, ...more,
});
const of = (events: TrackingEvent[]) => {
  const state = computeState({ direction: "out", shippedAt: 0, estimate: null, stopped: false }, events);
  return { status: state.status, words: whoSaidWhat(events, state).map((each) => [each.provider, each.latest?.status ?? null, each.stand, each.scans]) };
};

it("names each source's newest word, and whether it stands", () => {
  expect(
    of([
      scan("carrier", "ups", "IN_TRANSIT", 1),
      scan("carrier", "ups", "DELIVERED", 8),
      scan("shopify", "shopify", "DELIVERED", 6),
      scan("aggregator", "17track", "IN_TRANSIT", 2),
      scan("aggregator", "ship24", "IN_TRANSIT", 9),
      scan("aggregator", "shippo", "UNKNOWN", 9),
    ]),
  ).toEqual({
    status: "DELIVERED",
    words: [
      ["ups", "DELIVERED", "decides", 2],
      ["ship24", "IN_TRANSIT", "differs", 1],
      ["shippo", null, "silent", 1],
      ["shopify", "DELIVERED", "agrees", 1],
      ["17track", "IN_TRANSIT", "behind", 1],
    ],
  });
  expect(of([])).toEqual({ status: "PENDING", words: [] });
});

it("counts a delivery to the sender as the return it is", () => {
  expect(of([scan("carrier", "ups", "RETURNING", 1), scan("carrier", "ups", "DELIVERED", 3), scan("aggregator", "17track", "DELIVERED", 2)]).words).toEqual([
    ["ups", "DELIVERED", "decides", 2],
    ["17track", "DELIVERED", "agrees", 1],
  ]);
});
