import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** kill -9 at every moment between the decision on a message and the note that it was sent. */

const START = Date.UTC(2026, 10, 5, 12);
const MINUTE = 60_000;
const key = randomBytes(32).toString("base64");
const dataDir = mkdtempSync(join(tmpdir(), "milepost-kill-"));
const messageIds: string[] = [];
const running = new Set<ChildProcess>();
let server: SMTPServer;
/** Called when a whole mail is there; the server says 250 once it resolves. */
let beforeAnswer: () => Promise<void> = async () => undefined;
let smtpUrl = "";

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS"], logger: false,
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        messageIds.push(/^Message-ID: (.+)$/im.exec(Buffer.concat(parts).toString("utf8"))?.[1]?.trim() ?? "");
        beforeAnswer().then(() => done(), done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await new Promise<void>((resolve) => server.close(resolve));
  rmSync(dataDir, { recursive: true, force: true });
});

interface Step {
  step: string;
  outcome?: string;
  jobs?: number;
  rows?: { status: string; attempts: number; messageId: string | null }[];
}

/** Runs one process to its end, or kills it when `killAt` says so. @returns its steps */
function run(work: string, now: number, killAt: (step: Step) => boolean = () => false, killer?: (kill: () => void) => void): Promise<Step[]> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, "notification-process.ts");
    const child = spawn(process.execPath, ["--import", "tsx", script, work, dataDir, smtpUrl, key, String(now)], { stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    const steps: Step[] = [];
    let errors = "";
    child.stderr.on("data", (text: Buffer) => (errors += text.toString()));
    const kill = () => void child.kill("SIGKILL");
    killer?.(kill);
    createInterface({ input: child.stdout }).on("line", (line) => {
      const step = JSON.parse(line) as Step;
      steps.push(step);
      if (killAt(step)) kill();
    });
    child.on("close", (code, signal) => {
      running.delete(child);
      if (code === 0 || signal === "SIGKILL") resolve(steps);
      else reject(new Error(`${work} ended with ${code}: ${errors}`));
    });
  });
}
const last = (steps: Step[]) => steps.at(-1);

describe("a message outlives kill -9", () => {
  it("loses nothing and repeats nothing that cannot be recognised", async () => {
    await run("setup", START);

    // In the middle of the decision's transaction: nothing of it is there.
    await run("decide-and-hang", START, (step) => step.step === "decided");
    // Decided anew, and killed right after the commit: row and job are there, once.
    await run("decide", START, (step) => step.step === "committed");
    expect(last(await run("decide", START))).toMatchObject({ rows: [{ status: "queued", attempts: 0 }], jobs: 1 });

    // While the mail server has the whole mail and has not answered.
    await run("send", START + 6 * MINUTE, () => false, (kill) => {
      beforeAnswer = async () => {
        kill();
        await new Promise(() => undefined);
      };
    });
    expect(messageIds).toHaveLength(1);
    beforeAnswer = async () => undefined;

    // Within the lease nobody else takes it; after it somebody does, with the same Message-ID.
    expect(last(await run("send", START + 8 * MINUTE))).toMatchObject({ rows: [{ status: "sending", attempts: 1 }] });
    expect(messageIds).toHaveLength(1);
    const sent = await run("send", START + 12 * MINUTE);
    expect(sent).toContainEqual({ step: "sent", outcome: "sent" });
    expect(last(sent)).toMatchObject({ rows: [{ status: "sent", attempts: 2, messageId: messageIds[0] }] });
    expect(messageIds).toEqual([messageIds[0], messageIds[0]]);

    // And never again.
    expect(last(await run("send", START + 24 * 60 * MINUTE))).toMatchObject({ rows: [{ status: "sent", attempts: 2 }] });
    expect(messageIds).toHaveLength(2);
  }, 120_000);
});
