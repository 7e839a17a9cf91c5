import type { StoredShipment } from "~/db/shipments.server";
import { toAskedNumber } from "~/domain/tracking/number-key";
import type { TrackingQuery } from "~/integrations/carriers/port";

/** A shipment as providers are asked for it. */
export function toQuery(shipment: StoredShipment): TrackingQuery {
  return {
    number: toAskedNumber(shipment.number),
    carrier: shipment.carrier,
    destinationCountry: shipment.destinationCountry,
    destinationPostalCode: null,
    shippedAt: shipment.shippedAt,
    locale: shipment.shop.locale,
  };
}
