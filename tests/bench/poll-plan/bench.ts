import { openDatabase, type Database } from "~/db/database.server";
import { claimDuePolls } from "~/db/poll-turns.server";
import { createTestDatabase } from "~tests/setup/server-database";

import { printFigure, say } from "../figure";
import { loadShipments, makeDue, makeNothingDue, makeOneDueOfEach } from "./load";

const SHOPS = Number(process.env.BENCH_SHOPS ?? 5_000);
const STORED = [100_000, 1_000_000];
const DUE = [0, 1_000, 100_000];
/** Shops that have one due each: the most places, rounds and lists for a thousand shipments. */
const SHOPS_OF_ONE = [1_000, 4_000];
const LIMIT = 1_000;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 41);
/** A server plans anew when it has vacuumed or analyzed a table, about once a minute or 120 looks; the bench far more often. */
const LOOKS_PER_PLAN = 6;
const NOW = Date.UTC(2026, 10, 25, 9);

/**
 * How long it takes to choose and hold the next 1,000 due shipments on PostgreSQL, by how many are due, of how many
 * shops, and how many are stored. Several choices each, rolled back so that all meet the same rows; the median counts,
 * the least says what the machine can do when nobody else is at it. The ratios say what grows with what: 1 is nothing.
 */
export async function benchPollPlan(): Promise<void> {
  if (!process.env.TEST_DATABASE_URL) throw new Error("Set TEST_DATABASE_URL to a PostgreSQL server: the figures are about PostgreSQL.");
  const target = await createTestDatabase();
  const db = await openDatabase({ url: target.url, dataDir: "" });
  const medians = new Map<string, number>();
  const choose = async (stored: number, what: string) => {
    const { times, planned, chosen, shops } = await measure(db);
    const median = middle(times);
    medians.set(`${stored} ${what}`, median);
    figure(stored, `choose_with_${what}_min`, times[0] ?? 0, "ms");
    figure(stored, `choose_with_${what}_p50`, median, "ms");
    figure(stored, `choose_with_${what}_max`, times.at(-1) ?? 0, "ms");
    figure(stored, `choose_with_${what}_planning_too_p50`, middle(planned), "ms");
    figure(stored, `chosen_with_${what}`, chosen, "shipments");
    figure(stored, `shops_chosen_with_${what}`, shops, "shops");
  };
  try {
    let from = 0;
    for (const stored of STORED) {
      const started = performance.now();
      await makeNothingDue(db.sql, NOW);
      await loadShipments(db, { shops: SHOPS, shipments: stored, from, now: NOW });
      from = stored;
      figure(stored, "setup", (performance.now() - started) / 1000, "s");
      let due = 0;
      for (const wanted of DUE) {
        await makeDue(db.sql, wanted - due, NOW);
        due = wanted;
        await choose(stored, dueOf(wanted));
      }
      for (const shops of SHOPS_OF_ONE) {
        await makeOneDueOfEach(db, shops, NOW);
        await choose(stored, oneOf(shops));
      }
    }
    const ratio = (metric: string, few: string, many: string) =>
      printFigure({ bench: "poll-plan", subject: "postgres", metric, value: (medians.get(many) ?? 0) / (medians.get(few) ?? 1), unit: "ratio" });
    const [few = 0, many = 0] = STORED;
    for (const what of [...DUE.slice(1).map(dueOf), ...SHOPS_OF_ONE.map(oneOf)]) ratio(`stored_${many}_to_${few}_with_${what}`, `${few} ${what}`, `${many} ${what}`);
    const [, some = 0, plenty = 0] = DUE;
    ratio(`due_${plenty}_to_${some}_with_${many}_stored`, `${many} ${dueOf(some)}`, `${many} ${dueOf(plenty)}`);
    const [thousand = 0, more = 0] = SHOPS_OF_ONE;
    ratio(`shops_of_one_${more}_to_${thousand}_with_${many}_stored`, `${many} ${oneOf(thousand)}`, `${many} ${oneOf(more)}`);
  } finally {
    await db.close();
    await target.drop();
  }
}

const middle = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)] ?? 0;
const dueOf = (due: number) => `${due}_due`;
const oneOf = (shops: number) => `one_due_of_${shops}_shops`;

/**
 * Chooses several times from the same rows, everything on one connection's plans.
 * @returns the times, ms, sorted; apart from them those of looks that had to plan first
 */
async function measure(db: Database): Promise<{ times: number[]; planned: number[]; chosen: number; shops: number }> {
  const times: number[] = [];
  const planned: number[] = [];
  let chosen = 0;
  let shops = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const afresh = round % LOOKS_PER_PLAN === 0;
    if (afresh) {
      // What rollbacks leave behind is the bench's own litter. Plans are made anew afterwards, as after any vacuum.
      await db.sql("vacuum poll_turn");
      await db.sql("vacuum poll_round");
    }
    await db.prisma
      .$transaction(async (tx) => {
        const started = performance.now();
        const rounds = await claimDuePolls(tx, NOW, LIMIT, 600_000);
        const took = performance.now() - started;
        // The very first look opens the connection, too.
        if (round > 0) (afresh ? planned : times).push(took);
        chosen = rounds.reduce((sum, each) => sum + each.shipmentIds.length, 0);
        shops = new Set(rounds.map((each) => each.shopId)).size;
        throw new RolledBack();
      }, { timeout: 60_000 })
      .catch((error: unknown) => {
        if (!(error instanceof RolledBack)) throw error;
      });
  }
  return { times: times.sort((a, b) => a - b), planned: planned.sort((a, b) => a - b), chosen, shops };
}

class RolledBack extends Error {}

function figure(stored: number, metric: string, value: number, unit: string): void {
  if (metric === "setup") say(`${stored} shipments are stored.`);
  printFigure({ bench: "poll-plan", subject: `postgres_${stored}_stored`, metric, value, unit });
}
