import type { ParsedShipment } from "~/domain/tracking/event";
import { isUndated } from "~/domain/tracking/order-events";

/**
 * Of several shipments the one that was scanned last; the first of them when that does not tell them apart. A scan
 * without a time tells nothing of when.
 */
export function newestScanned(shipments: readonly ParsedShipment[]): ParsedShipment | undefined {
  return shipments.reduce<ParsedShipment | undefined>((best, one) => (best === undefined || newestScan(one) > newestScan(best) ? one : best), undefined);
}

/**
 * One shipment for each number. Carriers use a number again after some time, and answer with the old parcel beside the
 * new one: the one scanned last is meant.
 */
export function oneOfEachNumber(shipments: readonly ParsedShipment[]): ParsedShipment[] {
  const byNumber = new Map<string, ParsedShipment[]>();
  for (const one of shipments) byNumber.set(one.number, [...(byNumber.get(one.number) ?? []), one]);
  return [...byNumber.values()].flatMap((same) => newestScanned(same) ?? []);
}

function newestScan(one: ParsedShipment): number {
  return one.events.find((event) => !isUndated(event))?.time.at ?? Number.NEGATIVE_INFINITY;
}
