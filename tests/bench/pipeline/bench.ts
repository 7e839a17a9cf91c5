import { fork, type ChildProcess } from "node:child_process";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";

import pg from "pg";

import { createTestDatabase } from "~tests/setup/server-database";

import { printFigure, say } from "../figure";
import { writeRowsAlone } from "./limit";
import { EVENTS_PER_SHIPMENT, pushBody, sign } from "./pushes";
import { API_KEY, expectNumbers, fill, WEBHOOK_TOKEN } from "./store";

const SUBJECT = fileURLToPath(new URL("./subject.ts", import.meta.url));
const SHIPMENTS = Number(process.env.BENCH_SHIPMENTS ?? 10_000);
const STORED = Number(process.env.BENCH_STORED ?? 1_000_000);
const CONNECTIONS = 30;

/**
 * Events per second of the whole way: pushes of an aggregator over HTTP, kept, read, merged, status, rules, message
 * decisions and write-backs with their jobs; one web process and one worker on PostgreSQL. Then the same beside
 * many stored shipments, and what the database alone takes to write the same rows.
 */
export async function benchPipeline(): Promise<void> {
  if (!process.env.TEST_DATABASE_URL) {
    say("This bench needs a PostgreSQL server in TEST_DATABASE_URL.");
    process.exit(1);
  }
  const empty = await measure("empty", 0);
  const full = STORED > 0 ? await measure(`stored_${STORED}`, STORED) : null;
  if (full) printFigure({ bench: "pipeline", subject: `stored_${STORED}`, metric: "cost_per_event_to_empty", value: empty / full, unit: "ratio" });
}

async function measure(subject: string, stored: number): Promise<number> {
  const figure = (metric: string, value: number, unit: string) => printFigure({ bench: "pipeline", subject, metric, value, unit });
  const database = await createTestDatabase();
  const children: ChildProcess[] = [];
  const client = new pg.Client({ connectionString: database.url });
  try {
    const now = Date.now();
    say(`filling the database (${SHIPMENTS} waiting, ${stored} stored) …`);
    await fill(database.url, { waiting: SHIPMENTS, stored }, now);
    await client.connect();
    await expectNumbers(client);
    const worker = await start(["worker", database.url]);
    const web = await start(["web", database.url]);
    children.push(worker.child, web.child);

    const newest = now - 2 * 3_600_000;
    const bodies = Array.from({ length: SHIPMENTS }, (_, index) => pushBody(index + 1, newest));
    const began = performance.now();
    const refused = await post(web.port, bodies);
    const taken = performance.now();
    await untilDone(client, SHIPMENTS);
    const seconds = (performance.now() - began) / 1_000;
    const events = SHIPMENTS * EVENTS_PER_SHIPMENT;
    figure("events", events / seconds, "1/s");
    figure("taken_in_after", (taken - began) / 1_000, "s");
    figure("all_done_after", seconds, "s");
    figure("refused", refused, "pushes");
    const usage = await ask(worker.child);
    figure("worker_cpu", (usage.cpu.user + usage.cpu.system) / 1e6, "s");
    figure("worker_memory", usage.rss / 1024 / 1024, "MiB");
    await check(client, figure);
    children.forEach((child) => child.kill("SIGTERM"));
    await new Promise((resolve) => setTimeout(resolve, 1_000));

    const alone = await writeRowsAlone(client, SHIPMENTS);
    figure("database_alone", events / alone, "1/s");
    figure("events_to_database_alone", alone / seconds, "ratio");
    return events / seconds;
  } finally {
    children.forEach((child) => child.kill("SIGKILL"));
    await client.end();
    await database.drop();
  }
}

/** Posts every push once over some connections. @returns how many were not answered 200 */
async function post(port: number, bodies: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let next = 0;
  let refused = 0;
  const lane = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) if ((await postOne(agent, port, body)) !== 200) refused += 1;
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  agent.destroy();
  return refused;
}

function postOne(agent: Agent, port: number, body: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body), sign: sign(body, API_KEY) };
    const call = request({ agent, port, host: "127.0.0.1", path: `/hooks/17track/${WEBHOOK_TOKEN}`, method: "POST", headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    call.on("error", () => resolve(0));
    call.end(body);
  });
}

async function untilDone(client: pg.Client, count: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ done: number; failed: number }>(
      "select count(*) filter (where status = 'done')::int as done, count(*) filter (where status in ('dead', 'ignored'))::int as failed from delivery",
    );
    if ((rows[0]?.failed ?? 0) > 0) throw new Error(`${rows[0]?.failed} pushes were not dealt with.`);
    if ((rows[0]?.done ?? 0) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** What must be there at the end: nothing lost on the way, nothing decided twice. */
async function check(client: pg.Client, figure: (metric: string, value: number, unit: string) => void): Promise<void> {
  const { rows } = await client.query<Record<string, number>>(
    `select (select count(*)::int from tracking_event e join shipment s on s.id = e.shipment_id where s.number like 'BENCH%') as events,
       (select count(*)::int from shipment where number like 'BENCH%' and status = 'DELIVERED') as delivered,
       (select count(*)::int from notification) as messages, (select count(*)::int from write_back) as write_backs,
       (select count(*)::int from pgboss.job where name = 'write-back') as write_back_jobs,
       (select count(*)::int from pgboss.job where name = 'send-notification') as message_jobs`,
  );
  const counts = rows[0] ?? {};
  for (const [name, value] of Object.entries(counts)) figure(name, value, "rows");
  if (counts.events !== SHIPMENTS * EVENTS_PER_SHIPMENT || counts.delivered !== SHIPMENTS) throw new Error("Events are missing, or shipments have the wrong status.");
}

function start(args: string[]): Promise<{ child: ChildProcess; port: number }> {
  return new Promise((resolve, reject) => {
    const child = fork(SUBJECT, args, { execArgv: ["--import", "tsx", ...(process.env.BENCH_PROFILE ? ["--cpu-prof", `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [])], stdio: ["ignore", "inherit", "inherit", "ipc"] });
    child.once("message", (message: { port: number }) => resolve({ child, port: message.port }));
    child.once("exit", (code) => reject(new Error(`The ${args[0]} process ended with code ${code}.`)));
  });
}

function ask(child: ChildProcess): Promise<{ cpu: { user: number; system: number }; rss: number }> {
  return new Promise((resolve) => {
    child.once("message", resolve as (message: unknown) => void);
    child.send("usage");
  });
}
