import { listShipments, shipmentFacets, type ShipmentListRow } from "~/db/admin-shipments.server";
import type { Tx } from "~/db/database.server";
import { RULES } from "~/domain/exceptions/rules";

import type { CarrierNames } from "./carrier-name";
import { estimateZone } from "./estimate-zone";
import { readListRequest, writeCursor } from "./shipment-list-query";

/** The shipments page: one page of the list, what it is narrowed by, and what it can be narrowed by. */
export async function presentShipments(
  tx: Tx,
  input: { shop: { id: string; timeZone: string }; names: CarrierNames; params: URLSearchParams; now: number },
) {
  const { view, chosen, query } = readListRequest(input.params, input.shop.timeZone);
  const [{ rows, hasPrevious, hasNext }, facets] = await Promise.all([
    listShipments(tx, input.shop.id, query),
    shipmentFacets(tx, input.shop.id),
  ]);
  const first = rows[0];
  const last = rows.at(-1);
  return {
    now: new Date(input.now).toISOString(),
    view: view.id,
    chosen,
    items: rows.map((row) => listItem(row, input.names)),
    previous: hasPrevious && first ? writeCursor(first) : null,
    next: hasNext && last ? writeCursor(last) : null,
    facets: {
      carriers: facets.carriers.map((code) => ({ value: code, label: code === "unknown" ? "Not known" : input.names(code) })),
      channels: facets.channels,
      rules: RULES.map((rule) => ({ value: rule.code, label: rule.name })),
    },
  };
}

function listItem(row: ShipmentListRow, names: CarrierNames) {
  return {
    id: row.id,
    number: row.number,
    orderName: row.order?.name ?? null,
    channel: row.order?.channel ?? null,
    carrier: row.carrier ? names(row.carrier) : row.trackingCompany,
    carrierKnown: row.carrier !== null,
    direction: row.direction,
    status: row.status,
    detail: row.detail,
    lastEventAt: row.lastEventAt?.toISOString() ?? null,
    shippedAt: row.shippedAt.toISOString(),
    estimate: row.estimateLatest?.toISOString() ?? null,
    estimateZone: estimateZone(row),
    exceptions: row.openExceptions,
    trackingState: row.trackingState,
    problem: row.lastProblem,
    city: row.order?.city ?? null,
    country: row.destinationCountry ?? row.order?.countryCode ?? null,
  };
}
