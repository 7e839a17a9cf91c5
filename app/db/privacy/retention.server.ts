import type { Tx } from "../database.server";
import { isoOf } from "../sql-values";
import { keepReadings } from "./keep-readings.server";
import { redactOrders, REDACT_BATCH } from "./redact-orders.server";
import { COUNTRY_OF_PLACE } from "./shipment-tables";

/** Rows of one transaction. */
const BATCH = 2_000;

/** A stretch of time, ms since the epoch; `from` is where the last run came to. */
export interface Span {
  from: number;
  until: number;
}

/**
 * One step of what a retention period asks for, in one transaction.
 * @returns how many rows were changed or deleted; 0 when nothing older is left
 */
export type RetentionStep = (tx: Tx, shopId: string, span: Span, now: number) => Promise<number>;

/** Deletes the customer data of old orders, as if the customers had asked for it. */
export const expireOrders: RetentionStep = async (tx, shopId, { until }, now) => {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `select id from "order" where shop_id = $1 and processed_at < $2::timestamptz and redacted_at is null order by processed_at limit ${REDACT_BATCH}`,
    shopId,
    isoOf(until),
  );
  await redactOrders(tx, shopId, rows.map((row) => row.id), now);
  return rows.length;
};

/** Clears the words and places of old scans; what they mean, and in which country, stays. */
export const expireEvents: RetentionStep = async (tx, shopId, span) => {
  const rows = await tx.$queryRawUnsafe<{ id: bigint; shipment_id: string }[]>(
    `select id, shipment_id from tracking_event where shop_id = $1 and received_at >= $2::timestamptz and received_at < $3::timestamptz
       and (text is not null or raw is not null or said_time is not null or place is distinct from ${COUNTRY_OF_PLACE}) limit ${BATCH}`,
    shopId,
    isoOf(span.from),
    isoOf(span.until),
  );
  if (rows.length === 0) return 0;
  await keepReadings(tx, shopId, [...new Set(rows.map((row) => row.shipment_id))]);
  await tx.$executeRawUnsafe(
    `update tracking_event set text = null, raw = null, said_time = null, place = ${COUNTRY_OF_PLACE} where id = any($1::bigint[])`,
    rows.map((row) => row.id),
  );
  return rows.length;
};

/** Deletes old codes and texts that no map knew. */
export const expireUnmappedCodes: RetentionStep = (tx, shopId, { until }) =>
  tx.$executeRawUnsafe(
    `delete from unmapped_code where id = any(array(select id from unmapped_code where shop_id = $1 and last_seen_at < $2::timestamptz limit ${BATCH}))`,
    shopId,
    isoOf(until),
  );

/** Clears scans in the form in which they came. */
export const expireRawPayloads: RetentionStep = (tx, shopId, span) =>
  tx.$executeRawUnsafe(
    `update tracking_event set raw = null where id = any(array(
       select id from tracking_event where shop_id = $1 and received_at >= $2::timestamptz and received_at < $3::timestamptz and raw is not null limit ${BATCH}))`,
    shopId,
    isoOf(span.from),
    isoOf(span.until),
  );

/** Clears subjects and errors of old messages; that one was sent stays, so that it is not sent again. */
export const expireMessages: RetentionStep = (tx, shopId, span) =>
  tx.$executeRawUnsafe(
    `update notification set subject = null, error = null where id = any(array(
       select id from notification where shop_id = $1 and decided_at >= $2::timestamptz and decided_at < $3::timestamptz and (subject is not null or error is not null) limit ${BATCH}))`,
    shopId,
    isoOf(span.from),
    isoOf(span.until),
  );

/** Deletes old lines of the log of who read customers' data. */
export const expireAccessLog: RetentionStep = (tx, shopId, { until }) =>
  tx.$executeRawUnsafe(
    `delete from access_log where id = any(array(select id from access_log where shop_id = $1 and at < $2::timestamptz limit ${BATCH}))`,
    shopId,
    isoOf(until),
  );

/** Deletes what was gathered for customers' requests. */
export const expireDataRequests: RetentionStep = (tx, shopId, { until }) =>
  tx.$executeRawUnsafe("delete from data_request where shop_id = $1 and created_at < $2::timestamptz", shopId, isoOf(until));

/** Deletes old webhooks of all shops, whichever is named, done or given up on. */
export const expireWebhooks: RetentionStep = (tx, _shopId, { until }) =>
  tx.$executeRawUnsafe(
    `delete from delivery where id = any(array(select id from delivery where received_at < $1::timestamptz and status <> 'pending' limit ${BATCH}))`,
    isoOf(until),
  );

/** Ids of all shops, those that have uninstalled the app too. */
export async function allShopIds(tx: Tx): Promise<string[]> {
  return (await tx.shop.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map((row) => row.id);
}
