import { maintenanceProgress, notePartDone, planMaintenance, planNextRun } from "~/db/maintenance.server";
import {
  allShopIds, expireAccessLog, expireDataRequests, expireEvents, expireMessages, expireOrders, expireRawPayloads, expireUnmappedCodes, expireWebhooks, type RetentionStep,
} from "~/db/privacy/retention.server";
import { cutoff, type RetentionKind } from "~/domain/privacy/retention";
import { EARLIEST_INSTANT } from "~/domain/time/storable-instant";

import type { UseCaseContext } from "./context";

const MINUTE = 60_000;
const DAY_MS = 24 * 60 * MINUTE;

/** A started installation looks for the first time after this long: its first minutes have other work, ms. */
const FIRST_AFTER_MS = 10 * MINUTE;
/** One job works for this long at most; what is left follows in another, ms. */
const LONGEST_MS = 5 * MINUTE;
const NEXT_PART_MS = MINUTE;

/** A part that was done so short a while ago is done: a run that goes on where another ran out of time begins with the next, ms. */
const DONE_FOR_MS = DAY_MS / 2;

interface Part {
  name: string;
  kind: RetentionKind;
  step: RetentionStep;
  /** Shop by shop, or at once for all shops: those that are gone too. */
  scope: "shop" | "installation";
  /** It clears columns, and what was cleared cannot be told from what never was: it goes on from where it came to. */
  resumes: boolean;
}

/** What each period asks for. */
const PARTS: readonly Part[] = [
  { name: "webhooks", kind: "webhooks", step: expireWebhooks, scope: "installation", resumes: false },
  { name: "orders", kind: "orders", step: expireOrders, scope: "shop", resumes: false },
  { name: "events", kind: "events", step: expireEvents, scope: "shop", resumes: true },
  { name: "unmapped codes", kind: "events", step: expireUnmappedCodes, scope: "shop", resumes: false },
  { name: "raw payloads", kind: "rawPayloads", step: expireRawPayloads, scope: "shop", resumes: true },
  { name: "messages", kind: "messages", step: expireMessages, scope: "shop", resumes: true },
  { name: "access log", kind: "accessLog", step: expireAccessLog, scope: "shop", resumes: false },
  { name: "data requests", kind: "dataRequests", step: expireDataRequests, scope: "shop", resumes: false },
];

/** Makes the first look due, on an installation that has none yet. */
export function planRetention(context: UseCaseContext): Promise<void> {
  return planMaintenance(context.db.prisma, "retention", context.now() + FIRST_AFTER_MS);
}

/** When everything that is too old was last deleted; null when that has not been yet. */
export async function lastRetention(context: UseCaseContext): Promise<Date | null> {
  return (await maintenanceProgress(context.db.prisma, "retention")).lastRunAt;
}

/**
 * Deletes what is older than its retention period, in small transactions, once a day. Broken off, or out of time, it goes
 * on a minute later.
 * @returns how many rows of each part were changed or deleted
 */
export async function applyRetention(context: UseCaseContext): Promise<Record<string, number>> {
  const { prisma } = context.db;
  const startedAt = context.now();
  const inTime = () => context.now() - startedAt < LONGEST_MS;
  const { through } = await maintenanceProgress(prisma, "retention");
  const counts: Record<string, number> = {};
  let done = true;
  for (const { name, kind, step, scope, resumes } of PARTS) {
    const until = cutoff(context.retention, kind, startedAt);
    const reached = through[name] ?? EARLIEST_INSTANT;
    if (until - reached < DONE_FOR_MS) continue;
    const span = { from: resumes ? reached : EARLIEST_INSTANT, until };
    for (const shopId of scope === "shop" ? await allShopIds(prisma) : [""]) {
      done = done && (await repeat(inTime, () => context.db.transaction((tx) => step(tx, shopId, span, context.now())), (rows) => (counts[name] = (counts[name] ?? 0) + rows)));
    }
    if (!done) break;
    await notePartDone(prisma, "retention", name, until);
  }
  await planNextRun(prisma, "retention", { at: context.now() + (done ? DAY_MS : NEXT_PART_MS), done, now: context.now() });
  context.log.info({ ...counts, done }, "what is older than its retention period was deleted");
  return counts;
}

/** Repeats a step until it finds nothing. @returns false when the time was over before */
async function repeat(inTime: () => boolean, step: () => Promise<number>, count: (rows: number) => void): Promise<boolean> {
  for (;;) {
    if (!inTime()) return false;
    const rows = await step();
    if (rows === 0) return true;
    count(rows);
  }
}
