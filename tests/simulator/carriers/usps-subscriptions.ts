import { createHash, createHmac } from "node:crypto";
import { Router } from "express";
import { z } from "zod";
import { sendPush, someAtOnce, type PushSender } from "./push";
import { uspsAnswer } from "./usps";
import type { CarrierWorld } from "./world";

/** A subscription for all parcels of a mailer id; the simulator plays one mailer. */
export interface UspsSubscription {
  subscriptionId: string;
  listenerURL: string;
  secret: string;
  MID: string;
  status: "ACTIVE" | "SUSPENDED";
  /** Events told of each number so far; what was known before the subscription is not told. */
  told: Record<string, number>;
  since: number;
  lastPushAt: number;
}

/** USPS ends a subscription by which nothing was told for so long. */
const ENDS_AFTER_MS = 30 * 86_400_000;

const asked = z.strictObject({
  listenerURL: z.url(),
  secret: z.string().length(32),
  filterProperties: z.strictObject({ MID: z.string().regex(/^\d{6,9}$/), trackingEventTypes: z.array(z.string()).min(1) }),
  adminNotification: z.array(z.strictObject({ email: z.email() })).optional(),
});

const failure = (status: number, message: string) => ({ apiVersion: "/subscriptions-tracking/v3", error: { code: String(status), message, errors: [{ status: String(status), code: String(status), title: message, detail: "" }] } });

/** The subscriptions of one USPS account. */
export class UspsSubscriptions {
  private list: UspsSubscription[] = [];

  all(now: number): UspsSubscription[] {
    this.list = this.list.filter((one) => now - one.lastPushAt < ENDS_AFTER_MS);
    return this.list;
  }

  add(one: UspsSubscription): void {
    this.list.push(one);
  }

  remove(id: string): void {
    this.list = this.list.filter((one) => one.subscriptionId !== id);
  }

  snapshot(): UspsSubscription[] {
    return structuredClone(this.list);
  }

  restore(list: readonly UspsSubscription[]): void {
    this.list = structuredClone([...list]);
  }
}

const etagOf = (one: UspsSubscription) => `"${createHash("sha256").update(`${one.subscriptionId}${one.status}`).digest("hex").slice(0, 16)}"`;

/** Subscriptions – Tracking v3: make, read with its ETag, end by that. Mounted behind the check of the token. */
export function uspsSubscriptionsRouter(world: CarrierWorld, subscriptions: UspsSubscriptions): Router {
  const router = Router();
  router.post("/subscriptions-tracking/v3/subscriptions", (request, response) => {
    const body = asked.safeParse(request.body);
    if (!body.success) return void response.status(400).json(failure(400, "OASValidation: the request does not conform to the schema"));
    const { listenerURL, secret, filterProperties: { MID } } = body.data;
    const known = subscriptions.all(world.now()).find((one) => one.listenerURL === listenerURL && one.MID === MID);
    if (known) return void response.status(400).json(failure(400, `A subscription for this listener and filter exists: ${known.subscriptionId}`));
    const hash = createHash("sha256").update(`${listenerURL}|${MID}|${world.now()}`).digest("hex");
    const subscriptionId = [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join("-");
    const told = Object.fromEntries(world.book.all().map((shipment) => [shipment.number, world.book.revealed(shipment).length]));
    subscriptions.add({ subscriptionId, listenerURL, secret, MID, status: "ACTIVE", told, since: world.now(), lastPushAt: world.now() });
    response.status(201).json({ subscriptionId, listenerURL, filterProperties: body.data.filterProperties, status: "ACTIVE" });
  });

  const find = (id: string) => subscriptions.all(world.now()).find((one) => one.subscriptionId === id);
  router.get("/subscriptions-tracking/v3/subscriptions/:id", (request, response) => {
    const one = find(request.params.id);
    if (!one) return void response.status(404).json(failure(404, "Subscription not found"));
    response.set("etag", etagOf(one)).json({ subscriptionId: one.subscriptionId, listenerURL: one.listenerURL, filterProperties: { MID: one.MID }, status: one.status });
  });
  router.delete("/subscriptions-tracking/v3/subscriptions/:id", (request, response) => {
    const one = find(request.params.id);
    if (!one) return void response.status(404).json(failure(404, "Subscription not found"));
    if (request.get("if-match") !== etagOf(one)) return void response.status(412).json(failure(412, "Precondition failed"));
    subscriptions.remove(one.subscriptionId);
    response.status(204).end();
  });
  return router;
}

/**
 * Tells every subscription what is new, one notification a number: the answer as JSON text inside JSON, signed over time
 * and text. A listener that does not answer 2xx has its subscription suspended.
 * @returns how many were sent
 */
export async function pushUsps(world: CarrierWorld, subscriptions: UspsSubscriptions, send: PushSender = sendPush): Promise<number> {
  if (world.faults.of("usps") === "silent_push") return 0;
  const due = subscriptions.all(world.now()).flatMap((one) =>
    one.status === "ACTIVE"
      ? world.book.all().filter((shipment) => world.book.providerOf(shipment) === "usps" && world.book.revealed(shipment).length > (one.told[shipment.number] ?? 0)).map((shipment) => ({ one, shipment }))
      : [],
  );
  await someAtOnce(due, async ({ one, shipment }) => {
    const scans = world.book.revealed(shipment);
    const payload = JSON.stringify(uspsAnswer(shipment, scans, world.now(), { version: "v3r2" }));
    const timestamp = `${new Date(world.now()).toISOString().slice(0, 19)}Z`;
    const sign = createHmac("sha256", one.secret).update(timestamp + payload).digest("base64");
    const status = await send({ url: one.listenerURL, body: JSON.stringify({ subscriptionId: one.subscriptionId, timestamp, payload }), sign, headers: { "x-hmac": sign } });
    if (status >= 200 && status < 300) {
      one.told[shipment.number] = scans.length;
      one.lastPushAt = world.now();
    } else one.status = "SUSPENDED";
  });
  return due.length;
}
