import type { Tx } from "../database.server";
import { jsonRows } from "../sql-values";
import { redactedNumber } from "./redacted-values";

/** Tables that hold tracking numbers, with the column that leads to the number as it was written (null: none). */
const TABLES: readonly { table: string; number: boolean }[] = [
  { table: "shipment", number: true },
  { table: "shipment_number", number: true },
  { table: "aggregator_registration", number: true },
  { table: "carrier_subscription", number: false },
];

/**
 * Replaces what stands in place of a tracking number and is none; see `redactedNumber`.
 * @returns the keys under which the numbers of these shipments are stored now
 */
export async function redactNumbers(tx: Tx, shopId: string, shipmentIds: readonly string[]): Promise<string[]> {
  if (shipmentIds.length === 0) return [];
  const rows = await tx.$queryRawUnsafe<{ number: string; number_key: string }[]>(
    `select number, number_key from shipment where shop_id = $1 and id = any($2::text[])
     union select number, number_key from shipment_number where shop_id = $1 and shipment_id = any($2::text[])`,
    shopId,
    shipmentIds,
  );
  const numbers = rows.map((row) => ({ old: row.number_key, is: row.number, becomes: redactedNumber(row.number, row.number_key) }));
  const changes = numbers.filter(({ is, becomes }) => is !== becomes);
  if (changes.length > 0) {
    for (const { table, number } of TABLES) {
      await tx.$executeRawUnsafe(
        `update ${table} t set number_key = row.becomes${number ? ", number = row.becomes" : ""}
         from jsonb_to_recordset($2::jsonb) as row(old text, becomes text) where t.shop_id = $1 and t.number_key = row.old${scopeOf(table)}`,
        shopId,
        jsonRows(changes),
        ...(scopeOf(table) === "" ? [] : [shipmentIds]),
      );
    }
  }
  return [...new Set(numbers.map(({ old, is, becomes }) => (is === becomes ? old : becomes)))];
}

/** Another customer's shipment with the same words stays as it is. */
function scopeOf(table: string): string {
  return table === "shipment" ? " and t.id = any($3::text[])" : table === "shipment_number" ? " and t.shipment_id = any($3::text[])" : "";
}
