import type { Understanding } from "~/domain/tracking/status";

import { firstKnown, lookUp, type StatusMap } from "../reading/understand";
import { DHL_SERVICES } from "./codes";

/** The five base codes. Source: DHL's reference of Shipment Tracking Unified. */
export const DHL_BASE: StatusMap = {
  name: "dhl/base@1",
  meanings: {
    "PRE-TRANSIT": ["PRE_TRANSIT"],
    TRANSIT: ["IN_TRANSIT"],
    DELIVERED: ["DELIVERED"],
    FAILURE: ["EXCEPTION"],
    UNKNOWN: ["UNKNOWN"],
  },
};

/**
 * DHL's three parts of a scan's code in one text: "service:status|base", e.g. "ecommerce:598|transit";
 * without a service "598|transit"; the base alone "transit".
 */
export function dhlCode(service: string | null, status: string | null, base: string | null): string | null {
  const own = status === null || /\s/.test(status) ? null : service === null ? status : `${service}:${status}`;
  if (own === null) return base;
  return base === null || base === status ? own : `${own}|${base}`;
}

/** The division's own code, then the words for a failed attempt, then the base code, then the words. */
export function explainDhl(scan: { code: string | null; text: string | null }): Understanding {
  const [own = "", base] = (scan.code ?? "").split("|");
  const colon = own.indexOf(":");
  const service = colon < 0 ? null : own.slice(0, colon).toLowerCase();
  const code = colon < 0 ? own : own.slice(colon + 1);
  const table = service !== null && Object.hasOwn(DHL_SERVICES, service) ? DHL_SERVICES[service] : undefined;
  const known = table === undefined ? null : lookUp(table, code);
  const plain = lookUp(DHL_BASE, (base ?? code).toUpperCase());
  // "failure" covers a missed delivery as well as real trouble, and "transit" the courier's round: the words know better.
  const words = plain === null || plain.status === "PRE_TRANSIT" || plain.status === "DELIVERED" ? null : firstKnown([], scan.text, "dhl");
  const finer = plain?.status === "IN_TRANSIT" ? words?.status === "OUT_FOR_DELIVERY" : words?.status !== "UNKNOWN";
  return firstKnown([known, finer ? words : null, plain], scan.text, "dhl");
}
