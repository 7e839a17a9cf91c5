import { expect } from "vitest";

/** What texts made to be slow consist of, again and again. */
export const PUMPS = ["a", "1", "<", "é", "ﷺ", "rue ", "delivered ", "@", " ", "a@a.", "&amp;", "signed by ", "1 a ", "\r\n"] as const;

/** Lengths, each ten times the one before, in UTF-16 code units. */
const LENGTHS = [10_000, 100_000, 1_000_000] as const;

/** A step may take at most so much more processor time than the one before. */
const MOST = 12;
/** What takes less than this cannot be measured well: it counts as this much, ms. */
const FLOOR_MS = 8;
/** Runs of which the middle one counts, where the first was too slow. */
const RUNS = 5;

/**
 * Measures the processor time of work with texts of 10,000, 100,000 and 1,000,000 units, and expects it to grow about as
 * the texts do: a step of ten times the length may take twelve times as long.
 * @param prepare makes the work for one text; what it does itself is not measured
 */
export async function expectLinear(name: string, pumps: readonly string[], prepare: (text: string) => () => unknown): Promise<void> {
  for (const pump of pumps) {
    let shorter: { work: () => unknown; took: number } | null = null;
    for (const length of LENGTHS) {
      const work = prepare(pump.repeat(Math.ceil(length / pump.length)).slice(0, length));
      let took = await measure(work);
      let before: number = shorter?.took ?? 0;
      // A slow machine, or a garbage collector at work, is found by doing both again.
      if (took > limitAfter(before)) {
        took = middle([took, ...(await several(work, RUNS - 1))]);
        if (shorter !== null) before = Math.max(before, middle(await several(shorter.work, RUNS)));
      }
      expect(took, `${name}: ${JSON.stringify(pump)} × ${length} took ${took.toFixed(1)} ms, a tenth of it ${before.toFixed(1)} ms`).toBeLessThanOrEqual(limitAfter(before));
      shorter = { work, took };
    }
  }
}

function limitAfter(before: number): number {
  return MOST * Math.max(FLOOR_MS, before);
}

/** Processor time of this process, ms. */
async function measure(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

async function several(work: () => unknown, runs: number): Promise<number[]> {
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) took.push(await measure(work));
  return took;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
