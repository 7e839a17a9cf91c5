import { simCarrier, type ProviderCode } from "./carriers";
import { planScans, type JourneyKind, type Route, type Scan } from "./journeys";
import type { Place } from "./places";

/** One parcel that the simulated carriers know. */
export interface SimShipment {
  number: string;
  carrier: string;
  service: string;
  journey: JourneyKind;
  origin: Place;
  destination: Place;
  shippedAt: number;
  scans: Scan[];
}

export interface NewShipment extends Route {
  number: string;
  carrier: string;
  service?: string;
  journey: JourneyKind;
}

/** What the carriers know: shipments by number, with scans that show from their instant on. */
export interface JourneyBook {
  add(shipment: NewShipment): SimShipment;
  find(number: string): SimShipment | null;
  all(): SimShipment[];
  /** Scans told by now, oldest first. */
  revealed(shipment: SimShipment): Scan[];
  /** Brings the next scan forward to now, and all later ones by as much. Null when there is none left. */
  sendNext(number: string): Scan | null;
  providerOf(shipment: SimShipment): ProviderCode;
  snapshot(): SimShipment[];
  restore(shipments: readonly SimShipment[]): void;
}

/** @param now milliseconds since the epoch, by the simulator's clock */
export function createJourneyBook(now: () => number): JourneyBook {
  const shipments = new Map<string, SimShipment>();
  const book: JourneyBook = {
    add(input) {
      const carrier = simCarrier(input.carrier);
      const shipment: SimShipment = {
        number: input.number,
        carrier: carrier.code,
        service: input.service ?? carrier.services[0] ?? carrier.company,
        journey: input.journey,
        origin: input.origin,
        destination: input.destination,
        shippedAt: input.shippedAt,
        scans: planScans(input.journey, input),
      };
      // A number that no carrier knows has no entry at all.
      if (input.journey !== "unknown_number") shipments.set(shipment.number, shipment);
      return shipment;
    },
    find: (number) => shipments.get(number.replace(/\s/g, "").toUpperCase()) ?? null,
    all: () => [...shipments.values()],
    revealed: (shipment) => shipment.scans.filter((scan) => scan.at <= now()),
    sendNext(number) {
      const shipment = book.find(number);
      const next = shipment?.scans.findIndex((scan) => scan.at > now()) ?? -1;
      if (!shipment || next < 0) return null;
      const shift = (shipment.scans[next]?.at ?? now()) - now();
      for (const scan of shipment.scans.slice(next)) scan.at -= shift;
      return shipment.scans[next] ?? null;
    },
    providerOf: (shipment) => simCarrier(shipment.carrier).provider,
    snapshot: () => structuredClone([...shipments.values()]),
    restore(list) {
      shipments.clear();
      for (const shipment of list) shipments.set(shipment.number, structuredClone(shipment));
    },
  };
  return book;
}
