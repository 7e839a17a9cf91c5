import { createHmac } from "node:crypto";
import { json, Router, type Request, type Response } from "express";
import { z } from "zod";
import { afterShipDialect, afterShipSlugs } from "./dialect-aftership";
import { estimateOf } from "./estimate";
import { faulty, jumble } from "./faults";
import type { Scan } from "./journeys";
import { offsetText, wallClock } from "./places";
import type { PushDialect } from "./push";
import { follow, type Tracker, type TrackerAccount, type TrackerAccounts } from "./trackers";
import type { CarrierWorld } from "./world";

const ANOTHER_NUMBER = "784999999990";
const VERSIONS: ReadonlySet<string> = new Set(["2025-07", "2026-01", "2026-07"]);

function failure(code: number, message: string, type: string, data: unknown = {}): unknown {
  return { meta: { code, message, type }, data };
}
const good = (data: unknown) => ({ meta: { code: 200 }, data });

function checkpoint(scan: Scan, slug: string): unknown {
  const said = afterShipDialect[scan.moment];
  const { city, region, country, postalCode, zone } = scan.place;
  return {
    checkpoint_time: `${wallClock(zone, scan.at)}${offsetText(zone, scan.at)}`, created_at: new Date(scan.at + 90_000).toISOString(), slug,
    tag: said.subtag.split("_")[0], subtag: said.subtag, message: said.message, city, state: region, country_region: country, postal_code: postalCode, location: `${city}, ${country}`,
  };
}

/** A tracking as AfterShip tells it in lists and pushes; Pending until its carrier tells something. */
function afterShipTracking(world: CarrierWorld, tracker: Tracker): unknown {
  const shipment = world.book.find(tracker.number);
  const scans = shipment ? world.book.revealed(shipment) : [];
  const fault = world.faults.of("aftership");
  const slug = afterShipSlugs[tracker.carrier ?? shipment?.carrier ?? ""] ?? "unknown";
  const newest = scans.at(-1);
  const subtag = newest ? afterShipDialect[newest.moment].subtag : "Pending_001";
  const checkpoints = scans.map((scan) => checkpoint(scan, slug));
  const estimate = shipment ? estimateOf(shipment, world.now()) : null;
  return {
    id: tracker.id, tracking_number: fault === "wrong_number" ? ANOTHER_NUMBER : tracker.number, slug, tag: subtag.split("_")[0], subtag, active: true,
    origin_country_region: shipment?.origin.country ?? null, destination_country_region: shipment?.destination.country ?? null, shipment_type: shipment?.service ?? null,
    courier_estimated_delivery_date: estimate === null ? null : { datetime: `${estimate.date}T00:00:00` },
    customers: [{ name: "Jane Doe", email: "jane@example.com" }],
    checkpoints: fault === "out_of_order" ? jumble(checkpoints) : checkpoints,
  };
}

const asked = z.looseObject({ tracking_number: z.string().regex(/^[A-Za-z0-9.\-_/]{4,100}$/), slug: z.string().optional() });

/** AfterShip Tracking, versions 2025-07 to 2026-07: make one, list, delete; a second of the same is refused with 4003. */
export function afterShipRouter(world: CarrierWorld, accounts: TrackerAccounts): Router {
  const router = Router();
  router.use(faulty(world.faults, "aftership", failure(429, "You have exceeded the API call rate limit.", "TooManyRequests"), failure(401, "Invalid API key.", "Unauthorized")));
  router.use(json());

  const account = (request: Request, response: Response): TrackerAccount | null => {
    const found = VERSIONS.has(String(request.params["version"])) ? accounts.find(request.get("as-api-key")) : null;
    if (!found) response.status(401).json(failure(401, "Invalid API key.", "Unauthorized"));
    return found;
  };

  router.post("/tracking/:version/trackings", (request, response) => {
    const mine = account(request, response);
    if (!mine) return;
    const body = asked.safeParse(request.body);
    if (!body.success) return void response.status(400).json(failure(4005, "The value of `tracking_number` is invalid.", "BadRequest"));
    const carrier = Object.entries(afterShipSlugs).find(([, slug]) => slug === body.data.slug)?.[0] ?? world.book.find(body.data.tracking_number)?.carrier ?? null;
    const { tracker, isNew } = follow(mine, { number: body.data.tracking_number, carrier, prefix: "", now: world.now() });
    if (!isNew) return void response.status(400).json(failure(4003, "Tracking already exists.", "BadRequest", { id: tracker.id, tracking_number: tracker.number, slug: body.data.slug ?? null }));
    response.status(201).json({ ...good(afterShipTracking(world, tracker)), meta: { code: 201 } });
  });

  router.get("/tracking/:version/trackings", (request, response) => {
    const mine = account(request, response);
    if (!mine) return;
    const wanted = typeof request.query["tracking_numbers"] === "string" ? request.query["tracking_numbers"].split(",") : null;
    const found = mine.trackers.filter((tracker) => wanted === null || wanted.includes(tracker.number)).slice(0, 200);
    response.json(good({ pagination: { total: found.length, next_cursor: null, has_next_page: false }, trackings: found.map((tracker) => afterShipTracking(world, tracker)) }));
  });

  router.delete("/tracking/:version/trackings/:id", (request, response) => {
    const mine = account(request, response);
    if (!mine) return;
    const place = mine.trackers.findIndex((tracker) => tracker.id === request.params["id"]);
    if (place < 0) return void response.status(404).json(failure(4004, "Tracking does not exist.", "NotFound"));
    const [gone] = mine.trackers.splice(place, 1);
    response.json(good({ id: gone?.id, tracking_number: gone?.number }));
  });
  return router;
}

/** AfterShip's webhook: base64 HMAC of the body; up to fourteen tries, the wait doubling from half a minute. */
export function afterShipPush(world: CarrierWorld): PushDialect {
  return {
    provider: "aftership",
    retryMinutes: Array.from({ length: 13 }, (_, tries) => 0.5 * 2 ** (tries + 1)),
    bodyOf: (_, tracker) => JSON.stringify({ event: "tracking_update", event_id: `${tracker.id}-${tracker.pushed}`, is_tracking_first_tag: false, msg: afterShipTracking(world, tracker), ts: Math.floor(world.now() / 1_000) }),
    sign: (body, secret) => ({ header: "aftership-hmac-sha256", value: createHmac("sha256", secret).update(body).digest("base64") }),
  };
}
