import { fork, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import pg from "pg";

import { createTestDatabase } from "~tests/setup/server-database";

import { printFigure, say } from "../figure";
import { load, loadUntilGone } from "./load";

const SUBJECT = fileURLToPath(new URL("./subject.ts", import.meta.url));
const SECONDS = Number(process.env.BENCH_SECONDS ?? 8);

/**
 * Requests per second of taking webhooks in, beside the limit (bare node:http) and the peer (a Remix action that only
 * verifies): same machine, same bodies, one run. Then: are the acknowledged rows there after kill -9?
 */
export async function benchIngest(): Promise<void> {
  const perSecond: Record<string, number> = {};
  const folder = mkdtempSync(join(tmpdir(), "milepost-bench-"));
  const postgres = process.env.TEST_DATABASE_URL ? await createTestDatabase() : null;
  try {
    const subjects: [string, string[]][] = [["bare", ["bare"]], ["peer", ["peer"]], ["embedded", ["ours", folder]]];
    if (postgres) subjects.push(["postgres", ["ours", postgres.url]]);
    else say("TEST_DATABASE_URL is not set: PostgreSQL is left out.");
    for (const [subject, args] of subjects) {
      const { child, port } = await start(args);
      await load(port, 2);
      const result = await load(port, SECONDS);
      perSecond[subject] = result.perSecond;
      const figure = (metric: string, value: number, unit: string) => printFigure({ bench: "ingest", subject, metric, value, unit });
      figure("requests", result.perSecond, "1/s");
      figure("latency_p50", result.p50, "ms");
      figure("latency_p99", result.p99, "ms");
      figure("failures", result.failures, "requests");
      figure("memory", (await memory(child)) / 1024 / 1024, "MiB");
      child.kill("SIGKILL");
    }
    const ratio = (subject: string, to: string) =>
      printFigure({ bench: "ingest", subject, metric: `requests_to_${to}`, value: (perSecond[subject] ?? 0) / (perSecond[to] ?? 1), unit: "ratio" });
    for (const subject of postgres ? ["embedded", "postgres"] : ["embedded"]) {
      ratio(subject, "peer");
      ratio(subject, "bare");
    }
    if (postgres) await countLost(postgres.url);
  } finally {
    await postgres?.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Kills the server in mid-load and looks for every acknowledged webhook. */
async function countLost(url: string): Promise<void> {
  const { child, port } = await start(["ours", url]);
  setTimeout(() => child.kill("SIGKILL"), 3_000);
  const acknowledged = await loadUntilGone(port, 50);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: string }>("select webhook_id as id from delivery where webhook_id = any($1::text[])", [[...acknowledged]]);
  const { rows: withoutJob } = await client.query<{ count: number }>(
    `select count(*)::int as count from delivery d where not exists (
       select 1 from pgboss.job j where j.name = 'process-deliveries' and j.data->'deliveryIds' ? d.id::text) and d.webhook_id = any($1::text[])`,
    [[...acknowledged].slice(0, 300)],
  );
  await client.end();
  printFigure({ bench: "ingest", subject: "postgres", metric: "acknowledged_before_kill", value: acknowledged.size, unit: "webhooks" });
  printFigure({ bench: "ingest", subject: "postgres", metric: "missing_after_kill", value: acknowledged.size - rows.length, unit: "webhooks" });
  printFigure({ bench: "ingest", subject: "postgres", metric: "without_job_in_sample_of_300", value: withoutJob[0]?.count ?? -1, unit: "webhooks" });
}

function start(args: string[]): Promise<{ child: ChildProcess; port: number }> {
  return new Promise((resolve, reject) => {
    const child = fork(SUBJECT, args, { execArgv: ["--import", "tsx"], stdio: ["ignore", "inherit", "inherit", "ipc"] });
    child.once("message", (message: { port: number }) => resolve({ child, port: message.port }));
    child.once("exit", (code) => reject(new Error(`The subject ${args.join(" ")} ended with code ${code}.`)));
  });
}

function memory(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("message", (message: { rss: number }) => resolve(message.rss));
    child.send("memory");
  });
}
