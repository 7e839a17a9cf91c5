import { createHash } from "node:crypto";
import { json, Router } from "express";
import { z } from "zod";
import { dhlAnswer } from "./dhl";
import { sendPush, someAtOnce, type PushSender } from "./push";
import { demoCredentials, type CarrierWorld } from "./world";

/** A subscription to at most ten shipments. */
export interface DhlSubscription {
  id: string;
  uri: string;
  authentication: { header: string; token: string } | null;
  service: string;
  shipmentIDs: string[];
  secret: string;
  /** created: the hook is still to be asked; asked: its answer is waited for; ready: it has confirmed. */
  state: "created" | "asked" | "ready";
  told: Record<string, number>;
}

const asked = z.object({
  hook: z.object({ uri: z.url(), authentication: z.object({ type: z.literal("ApiKeyAuthentication"), header: z.string().min(1), token: z.string().min(1) }).optional() }),
  format: z.literal("Default"),
  type: z.literal("Shipment"),
  service: z.string().min(1),
  events: z.array(z.enum(["Transit", "Delivered", "Pre-Transit", "Failure", "Unknown"])).min(1),
  shipmentIDs: z.array(z.string()).min(1).max(10),
});

const problem = (status: number, title: string) => ({ title, detail: title, status, instance: "/subscription" });
const hash = (text: string, length: number) => createHash("sha256").update(text).digest("hex").slice(0, length);
const selfOf = (one: DhlSubscription) => `https://api-eu.dhl.com/tracking/push/v1/subscription/${one.id}`;

/** The subscriptions of DHL's push API: made, confirmed with the secret that the hook was told, read, ended. */
export function dhlPushRouter(world: CarrierWorld, subscriptions: DhlSubscription[]): Router {
  const router = Router();
  router.use("/tracking/push/v1", json(), (request, response, next) => {
    if (request.get("dhl-api-key") === demoCredentials.dhl.api_key) return next();
    response.status(401).json(problem(401, "Unauthorized"));
  });
  router.post("/tracking/push/v1/subscription", (request, response) => {
    const body = asked.safeParse(request.body);
    if (!body.success) return void response.status(400).json(problem(400, "Bad request"));
    const { hook, service, shipmentIDs } = body.data;
    const id = hash(`${hook.uri}|${shipmentIDs.join()}|${world.now()}`, 32);
    const told = Object.fromEntries(shipmentIDs.map((number) => [number, world.book.find(number) ? world.book.revealed(world.book.find(number)!).length : 0]));
    subscriptions.push({ id, uri: hook.uri, authentication: hook.authentication ?? null, service, shipmentIDs, secret: hash(`secret ${id}`, 40), state: "created", told });
    response.status(201).json({ subscriptionId: id });
  });
  router.post("/tracking/push/v1/subscription/:id", (request, response) => {
    const one = subscriptions.find((each) => each.id === request.params.id);
    if (!one) return void response.status(404).json(problem(404, "Not found"));
    if (request.get("dhl-api-hook-secret") !== one.secret) return void response.status(403).json(problem(403, "Forbidden"));
    one.state = "ready";
    response.status(200).json({ subscriptionId: one.id });
  });
  router.delete("/tracking/push/v1/subscription/:id", (request, response) => {
    const place = subscriptions.findIndex((each) => each.id === request.params.id);
    if (place < 0) return void response.status(404).json(problem(404, "Not found"));
    subscriptions.splice(place, 1);
    response.status(204).end();
  });
  return router;
}

/**
 * Asks new hooks to confirm, then tells them what is new of their shipments: a status each, without a history.
 * @returns how many pushes were sent
 */
export async function pushDhl(world: CarrierWorld, subscriptions: readonly DhlSubscription[], send: PushSender = sendPush): Promise<number> {
  if (world.faults.of("dhl") === "silent_push") return 0;
  let sent = 0;
  const tell = async (one: DhlSubscription, scope: string, more: object): Promise<boolean> => {
    sent += 1;
    const token = one.authentication?.token ?? "";
    const status = await send({ url: one.uri, body: JSON.stringify({ scope: `subscription.${scope}`, self: selfOf(one), ...more }), sign: token, headers: one.authentication ? { [one.authentication.header]: token } : {} });
    return status >= 200 && status < 300;
  };
  await someAtOnce(subscriptions, async (one) => {
    if (one.state === "created" && (await tell(one, "validate", { secret: one.secret }))) one.state = "asked";
    if (one.state !== "ready") return;
    const news = one.shipmentIDs.flatMap((number) => {
      const shipment = world.book.find(number);
      const scans = shipment ? world.book.revealed(shipment) : [];
      return shipment && scans.length > (one.told[number] ?? 0) ? [{ number, shipment, scans }] : [];
    });
    if (news.length === 0) return;
    const shipments = news.map(({ number, shipment, scans }) => ({ ...(dhlAnswer(shipment, scans, world.now(), { number }) as object), events: undefined }));
    if (await tell(one, "push", { shipments })) for (const { number, scans } of news) one.told[number] = scans.length;
  });
  return sent;
}
