import type { ParsedAnswer, ParsedShipment } from "~/domain/tracking/event";

import type { CarrierAdapter } from "../port";

/** When the answers of unit tests were received. */
export const RECEIVED = Date.UTC(2026, 10, 24, 12);

/** Parses a value as JSON, or a text as it is. For unit tests beside the adapters. */
export function reading(adapter: Pick<CarrierAdapter, "parse">): (body: unknown, httpStatus?: number | null) => ParsedAnswer {
  return (body, httpStatus = 200) => adapter.parse(typeof body === "string" ? body : JSON.stringify(body), { httpStatus, receivedAt: RECEIVED });
}

/** Statuses of a shipment's scans, newest first. */
export function statuses(shipment: ParsedShipment | undefined): string[] {
  return shipment?.events.map((event) => event.status) ?? [];
}
