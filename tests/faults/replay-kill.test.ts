import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { afterAll, describe, expect, it } from "vitest";

/** kill -9 in the middle of a replay. */

const dataDir = mkdtempSync(join(tmpdir(), "milepost-replay-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

type Step = Record<string, unknown> & { step: string };

/** Runs one process to its end, or kills it at the batch at which it stands still. @returns its steps */
function run(work: string, hangAt = 0): Promise<Step[]> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, "replay-process.ts");
    const child = spawn(process.execPath, ["--import", "tsx", script, work, dataDir, String(hangAt)], { stdio: ["ignore", "pipe", "pipe"] });
    const steps: Step[] = [];
    let errors = "";
    child.stderr.on("data", (text: Buffer) => (errors += text.toString()));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const step = JSON.parse(line) as Step;
      steps.push(step);
      if (hangAt > 0 && step.step === "batch" && step.batch === hangAt) child.kill("SIGKILL");
    });
    child.on("close", (code, signal) => {
      if (code === 0 || signal === "SIGKILL") resolve(steps);
      else reject(new Error(`${work} ended with ${code}: ${errors}`));
    });
  });
}

describe("a replay outlives kill -9", () => {
  it("does each shipment once, and none twice, and writes to nobody", async () => {
    expect(await run("change")).toMatchObject([{ ok: true, shipments: 450 }, { waiting: 450, delivered: 0, messages: 0 }]);
    // The second batch is computed and stored, its jobs are out, and it is not committed.
    expect((await run("replay", 2)).map((step) => step.step)).toEqual(["batch", "batch"]);
    const steps = await run("replay");
    // What was committed before is not done again: two batches were left.
    expect(steps.filter((step) => step.step === "batch")).toHaveLength(2);
    expect(steps.at(-1)).toMatchObject({ waiting: 0, delivered: 450, done: 450, changed: 450, replay: "done", messages: 0, writeBacks: 450, jobs: 450 });
  }, 240_000);
});
