import type { Tx } from "./database.server";

/** Which shop each shipment belongs to; shipments that are gone are missing. */
export async function shopsOfShipments(tx: Tx, shipmentIds: readonly string[]): Promise<Map<string, string>> {
  if (shipmentIds.length === 0) return new Map();
  const rows = await tx.shipment.findMany({ where: { id: { in: [...new Set(shipmentIds)] } }, select: { id: true, shopId: true } });
  return new Map(rows.map((row) => [row.id, row.shopId]));
}
