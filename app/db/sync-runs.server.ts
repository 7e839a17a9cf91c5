import type { Tx } from "./database.server";

/**
 * How a backfill reads: by bulk operation, or page by page where Shopify refused one. `after` is the cursor behind which
 * the next page begins, `read` how many orders were read in this list so far.
 */
export type BackfillWay = { kind: "bulk"; gid: string } | { kind: "pages"; after: string | null; read: number };

export interface SyncRun {
  id: string;
  shopId: string;
  kind: "backfill" | "reconcile";
  status: "queued" | "running" | "done" | "failed";
  way: BackfillWay | null;
  since: number | null;
  total: number | null;
  done: number;
  error: string | null;
  startedAt: number;
  finishedAt: number | null;
  nextDueAt: number | null;
}

type Row = Awaited<ReturnType<Tx["syncRun"]["findUniqueOrThrow"]>>;

function toRun(row: Row): SyncRun {
  return {
    id: row.id,
    shopId: row.shopId,
    kind: row.kind === "backfill" ? "backfill" : "reconcile",
    status: row.status as SyncRun["status"],
    way: toWay(row.bulkGid),
    since: row.since?.getTime() ?? null,
    total: row.total,
    done: row.done,
    error: row.error,
    startedAt: row.startedAt.getTime(),
    finishedAt: row.finishedAt?.getTime() ?? null,
    nextDueAt: row.nextDueAt?.getTime() ?? null,
  };
}

/** One column holds either the bulk operation's gid or the place in the pages. */
function toWay(stored: string | null): BackfillWay | null {
  if (stored === null) return null;
  const place = /^pages:(\d+):(.*)$/.exec(stored);
  if (place) return { kind: "pages", after: place[2] || null, read: Number(place[1]) };
  return { kind: "bulk", gid: stored };
}

function fromWay(way: BackfillWay | null): string | null {
  if (way === null) return null;
  return way.kind === "bulk" ? way.gid : `pages:${way.read}:${way.after ?? ""}`;
}

/** Begins the books of a reading of a shop's orders. */
export async function createSyncRun(
  tx: Tx,
  run: { shopId: string; kind: SyncRun["kind"]; status: "queued" | "running"; since: number | null; nextDueAt: number | null; now: number },
): Promise<SyncRun> {
  const row = await tx.syncRun.create({
    data: {
      shopId: run.shopId,
      kind: run.kind,
      status: run.status,
      since: run.since === null ? null : new Date(run.since),
      startedAt: new Date(run.now),
      nextDueAt: run.nextDueAt === null ? null : new Date(run.nextDueAt),
    },
  });
  return toRun(row);
}

/** The shop's backfill that has not ended, or null. */
export async function openBackfill(tx: Tx, shopId: string): Promise<SyncRun | null> {
  const row = await tx.syncRun.findFirst({
    where: { shopId, kind: "backfill", status: { in: ["queued", "running"] } },
    orderBy: { startedAt: "desc" },
  });
  return row ? toRun(row) : null;
}

/**
 * Takes the backfills whose next step is due, and moves that on by a lease so that nobody else takes them.
 * @returns the ids of their shops
 */
export async function claimDueSyncRuns(tx: Tx, now: number, leaseMs: number): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ shop_id: string }[]>(
    `update sync_run set next_due_at = $2::timestamptz where id in (
       select id from sync_run where next_due_at <= $1::timestamptz and kind = 'backfill' and status in ('queued', 'running')
       order by next_due_at limit 100 for update skip locked)
     returning shop_id`,
    new Date(now).toISOString(),
    new Date(now + leaseMs).toISOString(),
  );
  return [...new Set(rows.map((row) => row.shop_id))];
}

/** What changes about a run; what is left out stays. */
export interface SyncRunChange {
  status?: SyncRun["status"];
  way?: BackfillWay | null;
  since?: number;
  total?: number | null;
  done?: number;
  error?: string | null;
  finishedAt?: number;
  nextDueAt?: number | null;
}

/** Writes down how far a run is; what is not given stays. */
export async function updateSyncRun(tx: Tx, id: string, change: SyncRunChange): Promise<void> {
  const { way, since, finishedAt, nextDueAt, error, ...same } = change;
  // updateMany: a run of a shop that was deleted meanwhile is no error.
  await tx.syncRun.updateMany({
    where: { id },
    data: {
      ...same,
      ...(way === undefined ? {} : { bulkGid: fromWay(way) }),
      ...(since === undefined ? {} : { since: new Date(since) }),
      ...(finishedAt === undefined ? {} : { finishedAt: new Date(finishedAt) }),
      ...(nextDueAt === undefined ? {} : { nextDueAt: nextDueAt === null ? null : new Date(nextDueAt) }),
      ...(error === undefined ? {} : { error: error?.slice(0, 500) ?? null }),
    },
  });
}

/** A shop's latest run of one kind: what the admin shows as progress. */
export async function latestSyncRun(tx: Tx, shopId: string, kind: SyncRun["kind"]): Promise<SyncRun | null> {
  const row = await tx.syncRun.findFirst({ where: { shopId, kind }, orderBy: { startedAt: "desc" } });
  return row ? toRun(row) : null;
}

/** Forgets reconciliations that ended before an instant: one an hour would pile up. */
export async function forgetOldReconciliations(tx: Tx, shopId: string, before: number): Promise<void> {
  await tx.syncRun.deleteMany({ where: { shopId, kind: "reconcile", finishedAt: { lt: new Date(before) } } });
}
