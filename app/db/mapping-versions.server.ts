import type { RecordedChange } from "~/domain/tracking/mapping/change";
import type { MappingEntry } from "~/domain/tracking/mapping/rule";

import type { Tx } from "./database.server";
import type { Prisma } from "./generated/client";

/** A version of a shop's mapping. Instants are milliseconds since the epoch. */
export interface MappingVersion {
  id: string;
  number: number;
  entries: MappingEntry[];
  changes: RecordedChange[];
  note: string | null;
  createdBy: string;
  createdAt: number;
  revertsTo: number | null;
  replay: {
    state: "none" | "running" | "done";
    /** Shipments that were to be computed anew, how many are, and how many of them changed. */
    total: number;
    done: number;
    changed: number;
    error: string | null;
    finishedAt: number | null;
  };
}

type Row = Awaited<ReturnType<Tx["mappingVersion"]["findUniqueOrThrow"]>>;

function toVersion(row: Row): MappingVersion {
  return {
    id: row.id,
    number: row.number,
    entries: row.entries as unknown as MappingEntry[],
    changes: row.changes as unknown as RecordedChange[],
    note: row.note,
    createdBy: row.createdBy,
    createdAt: row.createdAt.getTime(),
    revertsTo: row.revertsTo,
    replay: {
      state: row.replay as MappingVersion["replay"]["state"],
      total: row.replayTotal,
      done: row.replayDone,
      changed: row.replayChanged,
      error: row.replayError,
      finishedAt: row.replayFinishedAt?.getTime() ?? null,
    },
  };
}

/** The version in force; null for a shop that never changed anything. */
export async function latestVersion(tx: Tx, shopId: string): Promise<MappingVersion | null> {
  const row = await tx.mappingVersion.findFirst({ where: { shopId }, orderBy: { number: "desc" } });
  return row && toVersion(row);
}

/** One version of a shop's mappings; null when there is none of that number. */
export async function versionByNumber(tx: Tx, shopId: string, number: number): Promise<MappingVersion | null> {
  const row = await tx.mappingVersion.findUnique({ where: { shopId_number: { shopId, number } } });
  return row && toVersion(row);
}

/** A shop's versions without their entries, the newest first. */
export async function listVersions(tx: Tx, shopId: string, limit: number): Promise<Omit<MappingVersion, "entries">[]> {
  const rows = await tx.mappingVersion.findMany({ where: { shopId }, orderBy: { number: "desc" }, take: limit, omit: { entries: true } });
  return rows.map((row) => toVersion({ ...row, entries: [] }));
}

export interface NewVersion extends Pick<MappingVersion, "number" | "entries" | "changes" | "note" | "createdBy" | "createdAt" | "revertsTo"> {
  shopId: string;
  /** How many shipments wait to be computed anew; null when history is left as it is. */
  replayTotal: number | null;
  nextDueAt: number | null;
}

/** Adds a version, with the replay of history that it waits for. */
export async function insertVersion(tx: Tx, version: NewVersion): Promise<void> {
  const { replayTotal, nextDueAt, createdAt, entries, changes, ...same } = version;
  const waits = replayTotal !== null && replayTotal > 0;
  await tx.mappingVersion.create({
    data: {
      ...same,
      entries: entries as unknown as Prisma.InputJsonValue,
      changes: changes as unknown as Prisma.InputJsonValue,
      createdAt: new Date(createdAt),
      replay: replayTotal === null ? "none" : waits ? "running" : "done",
      replayTotal: replayTotal ?? 0,
      replayFinishedAt: replayTotal === 0 ? new Date(createdAt) : null,
      nextDueAt: waits && nextDueAt !== null ? new Date(nextDueAt) : null,
    },
  });
}
