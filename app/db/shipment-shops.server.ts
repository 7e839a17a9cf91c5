import type { Tx } from "./database.server";

/** A shipment's shop, and whether its customer's data was deleted. */
export interface ShipmentShop {
  shopId: string;
  redacted: boolean;
}

/** Which shop each shipment belongs to; shipments that are gone are missing. */
export async function shopsOfShipments(tx: Tx, shipmentIds: readonly string[]): Promise<Map<string, ShipmentShop>> {
  if (shipmentIds.length === 0) return new Map();
  const rows = await tx.$queryRawUnsafe<{ id: string; shop_id: string; redacted: boolean }[]>(
    `select s.id, s.shop_id, o.redacted_at is not null as redacted from shipment s left join "order" o on o.id = s.order_id where s.id = any($1::text[])`,
    [...new Set(shipmentIds)],
  );
  return new Map(rows.map((row) => [row.id, { shopId: row.shop_id, redacted: row.redacted }]));
}
