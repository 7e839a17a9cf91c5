import type { Tx } from "../database.server";
import { makeRegistrationsDue } from "../registrations.server";
import { keepReadings } from "./keep-readings.server";
import { redactNumbers } from "./redact-numbers.server";
import { deleteUnmappedWords, unmappedWordsOf } from "./redact-words.server";
import { PERSONAL_DATA } from "./registry";
import type { Scope, TableTreatment } from "./treatment";

/** Orders of one transaction: few enough that their locks are held shortly and a job that is ended loses little. */
export const REDACT_BATCH = 500;

/** The column by which a table's rows lead to the orders. */
const COLUMN: Readonly<Record<Exclude<Scope, "shop">, string>> = { id: "id", order_id: "order_id", shipment_id: "shipment_id", number_key: "number_key" };

/**
 * Takes out of orders, and out of everything that belongs to them, what can tell who the customer is: every column that
 * the registry names. What stays (which parcel took how long) belongs to no person. Their shipments are not tracked any
 * longer: asking a carrier about a parcel is processing its recipient's data.
 *
 * In the caller's transaction; doing it again changes nothing.
 * @param orderIds ids of the shop's orders, at most `REDACT_BATCH`
 */
export async function redactOrders(tx: Tx, shopId: string, orderIds: readonly string[], now: number): Promise<void> {
  if (orderIds.length === 0) return;
  const at = new Date(now);
  await tx.$executeRawUnsafe('update "order" set redacted_at = coalesce(redacted_at, $3::timestamptz) where shop_id = $1 and id = any($2::text[])', shopId, orderIds, at.toISOString());
  const shipmentIds = await stopShipments(tx, shopId, orderIds, now);
  await tx.notification.updateMany({
    where: { shopId, orderId: { in: [...orderIds] }, status: "queued" },
    data: { status: "skipped", reason: "The customer's data was deleted.", nextDueAt: null },
  });
  await redactRows(tx, shopId, { orderIds, shipmentIds });
}

/** Ends the tracking of the orders' shipments. @returns their ids */
async function stopShipments(tx: Tx, shopId: string, orderIds: readonly string[], now: number): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `update shipment set tracking_state = 'stopped', next_poll_at = null, next_rule_at = null where shop_id = $1 and order_id = any($2::text[]) returning id`,
    shopId,
    orderIds,
  );
  const ids = rows.map((row) => row.id);
  await makeRegistrationsDue(tx, ids, now);
  return ids;
}

/** Clears the columns of the registry in the rows of these orders and shipments of one shop. */
export async function redactRows(tx: Tx, shopId: string, of: { orderIds: readonly string[]; shipmentIds: readonly string[] }): Promise<void> {
  await keepReadings(tx, shopId, of.shipmentIds);
  const words = await unmappedWordsOf(tx, shopId, of.shipmentIds);
  const numberKeys = await redactNumbers(tx, shopId, of.shipmentIds);
  const values: Readonly<Record<Exclude<Scope, "shop">, readonly string[]>> = { id: of.orderIds, order_id: of.orderIds, shipment_id: of.shipmentIds, number_key: numberKeys };
  for (const { scope, statement } of STATEMENTS) {
    if (values[scope].length > 0) await tx.$executeRawUnsafe(`${statement} where shop_id = $1 and ${COLUMN[scope]} = any($2::text[])`, shopId, values[scope]);
  }
  await deleteUnmappedWords(tx, shopId, words);
}

/** One statement for each table of customers' data. */
const STATEMENTS = PERSONAL_DATA.flatMap((treatment) => {
  const { scope } = treatment;
  const statement = scope === "shop" ? null : statementOf(treatment);
  return scope === "shop" || statement === null ? [] : [{ scope, statement }];
});

function statementOf({ table, columns }: TableTreatment): string | null {
  const treatments = Object.entries(columns);
  if (treatments.some(([, treatment]) => treatment.kind === "step" && treatment.step === "rows deleted")) return `delete from "${table}"`;
  const sets = treatments.flatMap(([column, treatment]) => (treatment.kind === "cleared" ? [`"${column}" = ${treatment.with}`] : []));
  return sets.length > 0 ? `update "${table}" set ${sets.join(", ")}` : null;
}
