import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { insertDeliveries } from "~/db/deliveries.server";
import type { CarrierAdapter } from "~/integrations/carriers/port";
import { enqueueDue } from "~/use-cases/enqueue-due";
import { MAX_ATTEMPTS, processDeliveries } from "~/use-cases/process-deliveries";
import { testContext, type SentJob } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

const START = Date.UTC(2026, 10, 10, 12);
const SECOND = 1_000;
let db: Database;
let clock: { now: number };
let domain: string;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  clock = { now: START };
  domain = `${randomUUID()}.myshopify.com`;
  await db.sql("delete from delivery", []);
  await db.prisma.shop.create({ data: { domain, installedAt: new Date(START) } });
});

const takeIn = (count: number) =>
  insertDeliveries(db.sql, Array.from({ length: count }, () => ({
    source: "slow", shopDomain: domain, topic: "tracking", webhookId: randomUUID(), eventId: null, apiVersion: null, triggeredAt: null,
    receivedAt: new Date(clock.now).toISOString(), body: Buffer.from("{}"),
  })));

/** A worker of its own: how often its adapter was asked, and whether it comes to an end. */
function worker(work: () => Promise<void> | void = () => undefined) {
  const read: string[] = [];
  const adapter = { code: "slow", kind: "carrier", parse: (body: string) => (read.push(body), { shipments: [], problems: [] }) } as unknown as CarrierAdapter;
  // The first thing that is asked for is the provider's adapter: there the worker can be held.
  const context = testContext(db, clock, { carriers: { all: [], baseUrls: {}, find: () => adapter } });
  const slowDb = { ...db, prisma: new Proxy(db.prisma, { get: (prisma, key) => (key === "shop" ? { ...prisma.shop, findUnique: async (args: Parameters<typeof prisma.shop.findUnique>[0]) => (await work(), prisma.shop.findUnique(args)) } : (Reflect.get(prisma, key) as unknown)) }) };
  return { read, context: { ...context, db: slowDb }, jobs: context.jobs };
}

/** Waits on a promise that the test resolves. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
const rows = async () => db.prisma.delivery.findMany({ where: { shopDomain: domain }, orderBy: { id: "asc" } });
const enqueued = (jobs: readonly SentJob[]) => jobs.flatMap((job) => (job.name === "process-deliveries" ? (job.data as { deliveryIds: string[] }).deliveryIds : []));
/** What the look for due work enqueues now. */
async function due(): Promise<string[]> {
  const { context, jobs } = worker();
  await enqueueDue(context);
  return enqueued(jobs);
}

describe("webhooks that a worker holds", () => {
  it("stay its own for as long as it takes, and are dealt with once", async () => {
    const ids = await takeIn(3);
    const { opened, open } = gate();
    const slow = worker(() => opened);
    const running = processDeliveries(slow.context, { deliveryIds: ids }, { heartbeatMs: 1 });
    await until(async () => (await rows()).every((row) => row.claim !== null));
    for (let beat = 0; beat < 10; beat += 1) {
      // Ten times almost the whole lease: each time it is renewed before it ends.
      clock.now += 29 * SECOND;
      await until(async () => (await rows()).every((row) => (row.claimedUntil?.getTime() ?? 0) === clock.now + 30 * SECOND));
      expect(await due()).toEqual([]);
      const other = worker();
      await processDeliveries(other.context, { deliveryIds: ids });
      expect(other.read).toEqual([]);
    }
    open();
    await running;
    expect(slow.read).toHaveLength(3);
    expect((await rows()).map((row) => [row.status, row.attempts, row.claim, row.claimedUntil])).toEqual(ids.map(() => ["ignored", 1, null, null]));
  });

  it("are another's half a minute after it was killed, and what it says too late counts no more", async () => {
    const ids = await takeIn(2);
    const { opened, open } = gate();
    const killed = worker(() => opened);
    // It lives on without a heartbeat, as a process that was stopped and comes back.
    const running = processDeliveries(killed.context, { deliveryIds: ids }, { heartbeatMs: 2_000_000_000 });
    await until(async () => (await rows()).every((row) => row.claim !== null));
    clock.now += 30 * SECOND - 1;
    expect(await due()).toEqual([]);
    clock.now += 1;
    expect((await due()).sort()).toEqual([...ids].sort());
    const heir = worker();
    await processDeliveries(heir.context, { deliveryIds: ids });
    expect(heir.read).toHaveLength(2);
    await db.prisma.delivery.updateMany({ where: { shopDomain: domain }, data: { error: "as the heir left it" } });
    open();
    await running;
    expect((await rows()).map((row) => [row.status, row.attempts, row.error])).toEqual(ids.map(() => ["ignored", 2, "as the heir left it"]));
  });

  it("whose job a killed worker had not come to are enqueued again within a minute, and again", async () => {
    const ids = await takeIn(2);
    clock.now += 44 * SECOND;
    expect(await due()).toEqual([]);
    clock.now += 1 * SECOND;
    expect((await due()).sort()).toEqual([...ids].sort());
    clock.now += 44 * SECOND;
    expect(await due()).toEqual([]);
    clock.now += 1 * SECOND;
    expect((await due()).sort()).toEqual([...ids].sort());
  });

  it("that fail all at once each keep the reason, and are dead in the end", async () => {
    const [id = ""] = await takeIn(1);
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const broken = worker();
      const context = { ...broken.context, carriers: { ...broken.context.carriers, find: () => { throw new Error("Map.groupBy is not a function"); } } };
      await processDeliveries(context, { deliveryIds: [id] });
      const [row] = await rows();
      expect(row).toMatchObject({ attempts: attempt, error: "Map.groupBy is not a function", claim: null, status: attempt < MAX_ATTEMPTS ? "pending" : "dead" });
    }
  });
});
