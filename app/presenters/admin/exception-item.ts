import type { ExceptionRow } from "~/db/admin-exceptions.server";
import { describeException } from "~/domain/exceptions/describe";

import type { CarrierNames } from "./carrier-name";

/** An exception as lists show it; instants are ISO strings. */
export interface ExceptionItem {
  id: string;
  rule: string;
  severity: string;
  title: string;
  sentence: string;
  openedAt: string;
  resolvedAt: string | null;
  resolution: string | null;
  shipment: {
    id: string;
    number: string;
    carrier: string | null;
    status: string;
    detail: string | null;
    lastEventAt: string | null;
    /** Null where the shipment has no order. */
    orderName: string | null;
    destination: { city: string | null; country: string | null };
  };
}

/** An exception as lists show it. */
export function exceptionItem(row: ExceptionRow, names: CarrierNames): ExceptionItem {
  const { shipment } = row;
  return {
    id: row.id,
    rule: row.rule,
    severity: row.severity,
    ...describeException(row.rule, row.reason),
    openedAt: row.openedAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolution: row.resolution,
    shipment: {
      id: shipment.id,
      number: shipment.number,
      carrier: shipment.carrier ? names(shipment.carrier) : shipment.trackingCompany,
      status: shipment.status,
      detail: shipment.detail,
      lastEventAt: shipment.lastEventAt?.toISOString() ?? null,
      orderName: shipment.order?.name ?? null,
      destination: { city: shipment.order?.city ?? null, country: shipment.destinationCountry ?? shipment.order?.countryCode ?? null },
    },
  };
}
