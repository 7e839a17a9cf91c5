import { createHmac } from "node:crypto";
import { json, Router, type Request, type Response } from "express";
import { z } from "zod";
import { easyPostCarriers, easyPostDialect } from "./dialect-easypost";
import { estimateOf } from "./estimate";
import { faulty, jumble } from "./faults";
import type { Scan } from "./journeys";
import type { PushDialect } from "./push";
import { follow, type Tracker, type TrackerAccount, type TrackerAccounts } from "./trackers";
import type { CarrierWorld } from "./world";

const ANOTHER_NUMBER = "784999999990";
/** A list without dates goes back this far. */
const USUAL_LOOK_BACK_MS = 30 * 86_400_000;

function failure(code: string, message: string): unknown {
  return { error: { code, message, errors: [] } };
}

function detail(scan: Scan): unknown {
  const said = easyPostDialect[scan.moment];
  const { city, region, country, postalCode } = scan.place;
  return {
    object: "TrackingDetail", message: said.message, description: "", status: said.status, status_detail: said.detail, datetime: `${new Date(scan.at).toISOString().slice(0, 19)}Z`, source: "simulated", carrier_code: "",
    tracking_location: { object: "TrackingLocation", city: city.toUpperCase(), state: region, country, zip: postalCode },
  };
}

/** A tracker as EasyPost tells it; its details are oldest first, its status "unknown" until its carrier tells something. */
function easyPostTracker(world: CarrierWorld, tracker: Tracker): unknown {
  const shipment = world.book.find(tracker.number);
  const scans = shipment ? world.book.revealed(shipment) : [];
  const fault = world.faults.of("easypost");
  const newest = scans.at(-1);
  const said = newest ? easyPostDialect[newest.moment] : { status: "unknown", detail: "unknown" };
  const estimate = shipment ? estimateOf(shipment, world.now()) : null;
  const details = scans.map(detail);
  return {
    id: tracker.id, object: "Tracker", mode: "production", tracking_code: fault === "wrong_number" ? ANOTHER_NUMBER : tracker.number,
    carrier: easyPostCarriers[tracker.carrier ?? shipment?.carrier ?? ""] ?? null, status: said.status, status_detail: said.detail, signed_by: "J DOE", weight: 614,
    est_delivery_date: estimate === null ? null : `${estimate.date}T00:00:00Z`, is_return: false, finalized: true,
    carrier_detail: { object: "CarrierDetail", service: shipment?.service ?? null, origin_tracking_location: { country: shipment?.origin.country ?? null }, destination_tracking_location: { country: shipment?.destination.country ?? null } },
    tracking_details: fault === "out_of_order" ? jumble(details) : details, created_at: new Date(tracker.createdAt).toISOString(), updated_at: new Date(world.now()).toISOString(),
  };
}

const asked = z.object({ tracker: z.looseObject({ tracking_code: z.string().min(1), carrier: z.string().optional() }) });

/** EasyPost Trackers: make one (the same again within three months), list by code, delete; the key is the user of HTTP Basic. */
export function easyPostRouter(world: CarrierWorld, accounts: TrackerAccounts): Router {
  const router = Router();
  const refused = failure("APIKEY.INACTIVE", "This api key is no longer active. Please use a different api key or reactivate this key.");
  router.use(faulty(world.faults, "easypost", failure("RATE_LIMITED", "You are making too many requests."), refused));
  router.use(json());

  const account = (request: Request, response: Response): TrackerAccount | null => {
    const [, encoded = ""] = /^Basic (.+)$/.exec(request.get("authorization") ?? "") ?? [];
    const found = accounts.find(Buffer.from(encoded, "base64").toString().replace(/:$/, ""));
    if (!found) response.status(401).json(refused);
    return found;
  };

  router.post("/v2/trackers", (request, response) => {
    const mine = account(request, response);
    if (!mine) return;
    const body = asked.safeParse(request.body);
    if (!body.success) return void response.status(422).json(failure("TRACKER.CREATE.ERROR", "Unable to create tracker."));
    const { tracking_code: number, carrier: theirs } = body.data.tracker;
    const carrier = Object.entries(easyPostCarriers).find(([, name]) => name === theirs)?.[0] ?? world.book.find(number)?.carrier ?? null;
    if (carrier === null) return void response.status(422).json(failure("TRACKER.CREATE.ERROR", "Unable to detect the carrier of this tracking code."));
    response.json(easyPostTracker(world, follow(mine, { number, carrier, prefix: "trk_", now: world.now() }).tracker));
  });

  router.get("/v2/trackers", (request, response) => {
    const mine = account(request, response);
    if (!mine) return;
    const { tracking_code: one, start_datetime: since } = request.query;
    const many = request.query["tracking_codes"] ?? request.query["tracking_codes[]"];
    const wanted = new Set([one, ...(Array.isArray(many) ? many : [many])].filter((code) => typeof code === "string"));
    const from = typeof since === "string" ? Date.parse(since) : world.now() - USUAL_LOOK_BACK_MS;
    const found = mine.trackers.filter((tracker) => tracker.createdAt >= from && (wanted.size === 0 || wanted.has(tracker.number))).reverse();
    response.json({ trackers: found.slice(0, 100).map((tracker) => easyPostTracker(world, tracker)), has_more: found.length > 100 });
  });

  // One webhook an account is enough here: it stands in the account itself.
  const hookOf = (mine: TrackerAccount) => ({ id: `hook_${mine.key}`, object: "Webhook", mode: "production", url: mine.webhookUrl, disabled_at: null });
  router.get("/v2/webhooks", (request, response) => {
    const mine = account(request, response);
    if (mine) response.json({ webhooks: mine.webhookUrl === null ? [] : [hookOf(mine)] });
  });
  router.post("/v2/webhooks", (request, response) => {
    const mine = account(request, response);
    if (!mine) return;
    const body = z.object({ webhook: z.object({ url: z.url(), webhook_secret: z.string().min(1) }) }).safeParse(request.body);
    if (!body.success) return void response.status(422).json(failure("WEBHOOK.CREATE.ERROR", "Unable to create webhook."));
    Object.assign(mine, { webhookUrl: body.data.webhook.url, webhookSecret: body.data.webhook.webhook_secret });
    response.status(201).json(hookOf(mine));
  });
  router.get("/v2/webhooks/:id", (request, response) => {
    const mine = account(request, response);
    if (!mine) return;
    if (mine.webhookUrl === null || request.params.id !== hookOf(mine).id) return void response.status(404).json(failure("NOT_FOUND", "The requested resource could not be found."));
    response.json(hookOf(mine));
  });
  router.delete("/v2/webhooks/:id", (request, response) => {
    const mine = account(request, response);
    if (!mine) return;
    if (mine.webhookUrl === null || request.params.id !== hookOf(mine).id) return void response.status(404).json(failure("NOT_FOUND", "The requested resource could not be found."));
    mine.webhookUrl = null;
    response.json({});
  });

  router.delete("/v2/trackers/:id", (request, response) => {
    const mine = account(request, response);
    if (!mine) return;
    const place = mine.trackers.findIndex((tracker) => tracker.id === request.params["id"]);
    if (place < 0) return void response.status(404).json(failure("NOT_FOUND", "The requested resource could not be found."));
    mine.trackers.splice(place, 1);
    response.json({ success: true });
  });
  return router;
}

/** EasyPost's webhook: hex HMAC with the secret in NFKD, of the body and of time, method, path and body; six more tries with growing waits. */
export function easyPostPush(world: CarrierWorld): PushDialect {
  return {
    provider: "easypost",
    retryMinutes: [1, 2, 4, 8, 16, 32],
    bodyOf: (_, tracker) => JSON.stringify({ id: `evt_${tracker.id}_${tracker.pushed}`, object: "Event", mode: "production", description: "tracker.updated", previous_attributes: {}, status: "pending", result: easyPostTracker(world, tracker) }),
    sign: (body, secret) => ({ header: "x-hmac-signature", value: `hmac-sha256-hex=${createHmac("sha256", secret.normalize("NFKD")).update(body).digest("hex")}` }),
    more(body, secret, url) {
      const time = new Date(world.now()).toUTCString().replace("GMT", "-0000");
      const path = new URL(url).pathname;
      return { "x-timestamp": time, "x-path": path, "x-hmac-signature-v2": `hmac-sha256-hex=${createHmac("sha256", secret.normalize("NFKD")).update(`${time}POST${path}${body}`).digest("hex")}` };
    },
  };
}
