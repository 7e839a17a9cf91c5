import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { sleep } from "~tests/simulator/demo/app-health";
import { createTestDatabase } from "~tests/setup/server-database";

import { openRunningApp, SHOP, until, type AppProcess, type RunningApp } from "./support/running-app";

/**
 * kill -9 of the app's own processes in the middle of every kind of work: webhooks that are taken in, orders that are
 * read, carriers that are asked, messages that are sent, events that are told to Shopify.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ORDERS = 24;

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let sql: pg.Pool;
let app: RunningApp;
let kills = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await openRunningApp({ databaseUrl: database.url });
  sql = new pg.Pool({ connectionString: database.url, max: 2 });
  // Dropping the database at the end cuts the pool's connections.
  sql.on("error", () => undefined);
}, 120_000);
afterAll(async () => {
  await app?.close();
  await sql?.end();
  await database?.drop();
});

const rows = async <Row extends object>(text: string) => (await sql.query<Row>(text)).rows;
const count = async (text: string) => Number((await rows<{ count: string }>(`select count(*) from ${text}`))[0]?.count);

/** What is begun and not settled. Jobs of killed workers are not asked for: the rows alone say what is left to do. */
const unsettled = async () =>
  (await count("delivery where status = 'pending'")) +
  (await count("notification where status in ('queued', 'sending')")) +
  (await count("write_back where state = 'queued'"));

/** Ends a worker at the first moment at which something holds, and starts another in its place. */
async function killWhen(worker: AppProcess, moment: string, holds: () => boolean): Promise<AppProcess> {
  const end = Date.now() + 45_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`The moment to kill the worker never came: ${moment}. It said: ${worker.output()}`);
    if (!worker.running()) throw new Error(`The worker ended by itself: ${worker.output()}`);
    await sleep(2);
  }
  await worker.kill();
  kills += 1;
  return app.startWorker();
}

const asked = (operation: string) => app.shopify.requests.filter((request) => request.operation === operation).length;
const carrierCalls = () => app.carriers.calls.filter((call) => call.path.includes("track")).length;

describe("the app outlives kill -9 of its processes", () => {
  it("loses nothing that was taken in or decided, and does nothing twice", async () => {
    let web = await app.startWeb();
    await app.install();

    // The web process dies in the middle of a burst: what it did not acknowledge, Shopify sends again.
    const sent = [];
    for (let index = 0; index < ORDERS; index += 1) {
      sent.push(app.sendOrder(index));
      if (index === ORDERS / 2) {
        await until(() => app.shopify.webhooks.some((one) => one.topic === "orders/create" && one.status === 200), 20_000, () => web.output());
        await web.kill();
        kills += 1;
        web = await app.startWeb();
      }
    }
    await app.shopify.drain();
    expect(await count("delivery where status <> 'pending' and topic = 'orders/create'"), "no worker has run yet").toBe(0);
    expect(await count("(select distinct webhook_id from delivery) as one")).toBe(await count("delivery"));

    // Workers die while they read orders, ask the carrier, send mail, and tell Shopify.
    let worker = await app.startWorker();
    const reads = asked("ReadOrders");
    worker = await killWhen(worker, "it reads orders", () => asked("ReadOrders") > reads);
    await moveOn(11 * MINUTE);
    for (const later of [1, 4]) {
      const goal = await count("shipment");
      await until(async () => (await count("shipment")) >= Math.min(ORDERS, goal + later), 45_000, () => worker.output());
      await worker.kill();
      kills += 1;
      worker = await app.startWorker();
      await moveOn(11 * MINUTE);
    }
    await until(async () => (await count("shipment")) === ORDERS, 60_000, () => worker.output());

    const calls = carrierCalls();
    await moveOn(5 * HOUR);
    worker = await killWhen(worker, "it asks the carrier", () => carrierCalls() > calls);
    await moveOn(11 * MINUTE);
    const mails = app.mailbox.mails.all().length;
    worker = await killWhen(worker, "it sends a mail", () => app.mailbox.mails.all().length > mails + 2);
    await moveOn(11 * MINUTE);
    const told = asked("CreateFulfillmentEvent");
    worker = await killWhen(worker, "it tells Shopify", () => asked("CreateFulfillmentEvent") > told + 1);

    // The parcels arrive; from here on nobody is disturbed.
    for (let hours = 0; hours < 48; hours += 4) {
      await moveOn(4 * HOUR);
      await sleep(700);
    }
    await until(async () => {
      if ((await unsettled()) === 0 && (await count("shipment where status = 'DELIVERED'")) === ORDERS) return true;
      await moveOn(10 * MINUTE);
      await sleep(400);
      return false;
    }, 90_000, () => `Something is left to do after the kills: ${worker.output()}`);
    await moveOn(HOUR);
    await sleep(1_500);

    expect(kills).toBeGreaterThanOrEqual(7);
    await nothingLost(sent);
    await nothingDoubled();
    expect(web.output() + worker.output()).not.toMatch(/uncaught|unhandled/i);
  }, 400_000);
});

async function moveOn(ms: number): Promise<void> {
  app.clock.advance(ms);
}

async function nothingLost(sent: { name: string; number: string; email: string }[]): Promise<void> {
  // Each webhook that Shopify got a 200 for has a row, and is dealt with.
  const acknowledged = new Set(app.shopify.webhooks.filter((one) => one.status === 200).map((one) => one.webhookId));
  const kept = new Map((await rows<{ webhook_id: string; status: string }>("select webhook_id, status from delivery")).map((row) => [row.webhook_id, row.status]));
  expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
  expect([...kept].filter(([, status]) => status !== "done" && status !== "ignored")).toEqual([]);

  const orders = await rows<{ name: string; number: string; status: string }>(
    'select o.name, s.number, s.status from "order" o join shipment s on s.order_id = o.id order by o.name',
  );
  expect(orders).toEqual(sent.map(({ name, number }) => ({ name, number, status: "DELIVERED" })).sort((a, b) => (a.name < b.name ? -1 : 1)));

  // Every shopper heard of every step that was decided on.
  expect(await rows("select trigger, status from notification where status not in ('sent', 'skipped')")).toEqual([]);
  for (const { email } of sent) expect(app.mailbox.mails.to(email).map((mail) => mail.subject).join(" ").toLowerCase(), email).toContain("delivered");
  expect(await rows("select status, state, error from write_back where state <> 'done'")).toEqual([]);
}

async function nothingDoubled(): Promise<void> {
  expect(await rows("select shipment_id, trigger from notification group by 1, 2 having count(*) > 1")).toEqual([]);
  // A mail in the second in which its sender was killed may come again: with the Message-ID of the first.
  const notes = await rows<{ message_id: string; attempts: number }>("select message_id, attempts from notification where status = 'sent'");
  const copies = Map.groupBy(app.mailbox.mails.all(), (mail) => mail.messageId);
  expect([...copies.keys()].sort()).toEqual(notes.map((note) => note.message_id).sort());
  const repeated = [...copies].filter(([, mails]) => mails.length > 1).map(([id]) => id);
  expect(repeated.length).toBeLessThanOrEqual(kills);
  for (const id of repeated) expect(notes.find((note) => note.message_id === id)?.attempts, "only what was begun before is sent again").toBeGreaterThan(1);

  // Shopify shows each step once, and as many as were decided on.
  const events = Object.values(app.shopify.state(SHOP).fulfillmentEvents).map((event) => `${event.fulfillmentId} ${event.status} ${event.happenedAt}`);
  expect(new Set(events).size).toBe(events.length);
  expect(events).toHaveLength(await count("write_back where state = 'done'"));
}
