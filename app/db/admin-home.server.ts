import type { Tx } from "./database.server";

/** The figures of the home page; `statuses` counts the shipments that stand in each status. */
export interface HomeFigures {
  statuses: Record<string, number>;
  openExceptions: number;
  criticalExceptions: number;
  messagesSent: number;
  deliveredNow: number;
  deliveredBefore: number;
  /** Deliveries of the last 30 days for which a source had given an estimate, and those that kept it. */
  promised: number;
  kept: number;
}

const DAY_MS = 86_400_000;

/**
 * A delivery is on time when it came no later than the latest instant a source had named; where the source named a
 * day, that day's last moment counts.
 */
export async function homeFigures(tx: Tx, shopId: string, now: number): Promise<HomeFigures> {
  const iso = (daysAgo: number) => new Date(now - daysAgo * DAY_MS).toISOString();
  const statuses = await tx.shipment.groupBy({ by: ["status"], where: { shopId, removedAt: null }, _count: { _all: true } });
  const [delivered] = await tx.$queryRawUnsafe<{ now: number; before: number; promised: number; kept: number }[]>(
    `select count(*) filter (where status_at >= $2::timestamptz)::int as now,
       count(*) filter (where status_at >= $3::timestamptz and status_at < $2::timestamptz)::int as before,
       count(*) filter (where estimate_latest is not null)::int as promised,
       count(*) filter (where estimate_latest is not null and delivered_at <
         estimate_latest + case when estimate_precision = 'day' then interval '1 day' else interval '1 millisecond' end)::int as kept
     from shipment where shop_id = $1 and status = 'DELIVERED' and status_at >= $4::timestamptz and removed_at is null`,
    shopId,
    iso(7),
    iso(14),
    iso(30),
  );
  const exceptions = await tx.shipmentException.groupBy({ by: ["severity"], where: { shopId, resolvedAt: null }, _count: { _all: true } });
  const messagesSent = await tx.notification.count({ where: { shopId, status: "sent", decidedAt: { gte: new Date(now - 7 * DAY_MS) } } });
  return {
    statuses: Object.fromEntries(statuses.map((row) => [row.status, row._count._all])),
    openExceptions: exceptions.reduce((sum, row) => sum + row._count._all, 0),
    criticalExceptions: exceptions.find((row) => row.severity === "critical")?._count._all ?? 0,
    messagesSent,
    deliveredNow: delivered?.now ?? 0,
    deliveredBefore: delivered?.before ?? 0,
    promised: delivered?.promised ?? 0,
    kept: delivered?.kept ?? 0,
  };
}

/**
 * Deliveries per day of the shop's calendar, for the days that had any.
 * @param since the first instant that counts, milliseconds since the epoch
 * @returns by day as YYYY-MM-DD
 */
export async function deliveriesPerDay(tx: Tx, shopId: string, timeZone: string, since: number): Promise<Map<string, number>> {
  const rows = await tx.$queryRawUnsafe<{ day: string; count: number }[]>(
    `select to_char(status_at at time zone $2, 'YYYY-MM-DD') as day, count(*)::int as count from shipment
     where shop_id = $1 and status = 'DELIVERED' and status_at >= $3::timestamptz and removed_at is null group by 1`,
    shopId,
    timeZone,
    new Date(since).toISOString(),
  );
  return new Map(rows.map((row) => [row.day, row.count]));
}

/** The newest backfill or reconciliation, and whether a backfill has ever been finished. */
export async function syncState(tx: Tx, shopId: string) {
  const latest = await tx.syncRun.findFirst({ where: { shopId, kind: { in: ["backfill", "reconcile"] } }, orderBy: { startedAt: "desc" } });
  const finished = await tx.syncRun.findFirst({
    where: { shopId, kind: "backfill", status: "done" },
    orderBy: { startedAt: "desc" },
    select: { finishedAt: true, total: true, done: true },
  });
  return { latest, finished };
}

/** How many carrier connections are switched on. */
export async function enabledConnections(tx: Tx, shopId: string): Promise<number> {
  return tx.carrierConnection.count({ where: { shopId, enabled: true } });
}
