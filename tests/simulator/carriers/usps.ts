import { json, Router, type Request, type Response } from "express";
import { z } from "zod";
import type { SimShipment } from "./book";
import { uspsDialect } from "./dialect-usps";
import { estimateOf } from "./estimate";
import { faulty, jumble } from "./faults";
import type { Scan } from "./journeys";
import { offsetText, wallClock } from "./places";
import { createTokenDesk } from "./tokens";
import { UspsSubscriptions, uspsSubscriptionsRouter } from "./usps-subscriptions";
import { demoCredentials, type CarrierWorld } from "./world";

const ANOTHER_NUMBER = "9400193630000000000007";
const NOT_YET = "The tracking number may be incorrect or the status update is not yet available. Please verify your tracking number and try again later.";

function errorBody(code: string, message: string, detailCode: string): unknown {
  return { apiVersion: "/tracking/v3", error: { code, message, errors: [{ title: message, detail: "", code: detailCode }] } };
}

function event(scan: Scan, zipKey: "eventZIP" | "eventZIPCode"): unknown {
  const said = uspsDialect[scan.moment];
  const local = wallClock(scan.place.zone, scan.at);
  // Before USPS has the parcel only the day is known: midnight and no offset, as USPS sends it.
  const dayOnly = scan.moment === "label";
  return {
    eventType: said.eventType,
    eventTimestamp: dayOnly ? `${local.slice(0, 10)}T00:00:00` : local,
    ...(dayOnly ? {} : { GMTTimestamp: `${new Date(scan.at).toISOString().slice(0, 19)}Z`, GMTOffset: offsetText(scan.place.zone, scan.at) }),
    eventCountry: scan.place.country === "US" ? null : scan.place.country,
    eventCity: dayOnly ? null : scan.place.city.toUpperCase(),
    eventState: dayOnly ? null : scan.place.region,
    [zipKey]: dayOnly ? null : scan.place.postalCode,
    firm: null,
    name: null,
    authorizedAgent: "false",
    eventCode: said.eventCode === "" ? null : said.eventCode,
    additionalProp: null,
  };
}

/** One parcel in the form of v3r2 (an element of its list) or v3; newest event first. */
export function uspsAnswer(
  shipment: SimShipment, scans: readonly Scan[], now: number, how: { version: "v3" | "v3r2"; number?: string; jumbled?: boolean },
): unknown {
  const newest = scans.at(-1);
  const said = newest && uspsDialect[newest.moment];
  const estimate = estimateOf(shipment, now);
  const zip = how.version === "v3" ? "eventZIP" : "eventZIPCode";
  const events = scans.map((scan) => event(scan, zip)).reverse();
  const { origin, destination } = shipment;
  return {
    ...(how.version === "v3r2" ? { statusCode: "200" } : {}),
    trackingNumber: how.number ?? shipment.number,
    mailClass: `${shipment.service}<SUP>&reg;</SUP>`,
    originCity: origin.city.toUpperCase(),
    originState: origin.region,
    destinationCity: destination.city.toUpperCase(),
    destinationState: destination.region,
    [how.version === "v3" ? "destinationZIP" : "destinationZIPCode"]: destination.postalCode,
    status: said?.eventType,
    statusCategory: said?.category,
    statusSummary: newest && said ? `${said.eventType} in ${newest.place.city.toUpperCase()}${newest.place.region ? `, ${newest.place.region}` : ""}.` : "",
    ...(estimate === null ? {} : how.version === "v3" ? { expectedDeliveryTimeStamp: `${estimate.date}T21:00:00` } : { deliveryDateExpectation: { expectedDeliveryDate: estimate.date, endOfDay: "9:00pm" } }),
    trackingEvents: how.jumbled === true ? jumble(events) : events,
  };
}

const tokenBody = z.object({ client_id: z.string(), client_secret: z.string(), grant_type: z.literal("client_credentials"), scope: z.string().optional() });
// Strict: USPS refuses extra properties.
const batchBody = z.array(z.strictObject({ trackingNumber: z.string() })).min(1).max(35);

/** USPS: token, v3r2 in batches of 35 (207 when mixed), v3 one by one; not found is HTTP 400 with 150002. */
export function uspsRouter(world: CarrierWorld, subscriptions: UspsSubscriptions = new UspsSubscriptions()): Router {
  const router = Router();
  const desk = createTokenDesk("usps", world.now);
  router.use(faulty(world.faults, "usps", errorBody("429", "Too Many Requests", "429"), errorBody("401", "Unauthorized", "401")));
  router.use(json());

  router.post("/oauth2/v3/token", (request: Request, response: Response) => {
    const body = tokenBody.safeParse(request.body);
    const { client_id: id, client_secret: secret } = demoCredentials.usps;
    if (!body.success) return void response.status(400).json({ error: "invalid_request", error_description: "Malformed request", error_uri: "" });
    if (body.data.client_id !== id || body.data.client_secret !== secret) {
      return void response.status(401).json({ error: "invalid_client", error_description: "Client credentials are invalid", error_uri: "" });
    }
    const { token, expiresIn, issuedAt } = desk.issue(id);
    response.json({
      access_token: token, token_type: "Bearer", issued_at: issuedAt, expires_in: expiresIn, status: "approved", scope: body.data.scope ?? "tracking",
      issuer: "https://keyc.usps.com/realms/USPS", client_id: id, application_name: "demo", api_products: "[Public Access I]",
    });
  });

  router.use((request, response, next) => {
    if (desk.check(request.get("authorization")) === "ok") return next();
    response.status(401).json(errorBody("401", "Invalid or expired token", "401"));
  });

  router.use(uspsSubscriptionsRouter(world, subscriptions));

  const look = (number: string) => {
    const shipment = world.book.find(number);
    const scans = shipment && world.book.providerOf(shipment) === "usps" ? world.book.revealed(shipment) : [];
    return shipment && scans.length > 0 ? { shipment, scans } : null;
  };
  const how = (number: string) => ({
    number: world.faults.of("usps") === "wrong_number" ? ANOTHER_NUMBER : number,
    jumbled: world.faults.of("usps") === "out_of_order",
  });

  router.post("/tracking/v3r2/tracking", (request, response) => {
    const body = batchBody.safeParse(request.body);
    if (!body.success) return void response.status(400).json(errorBody("400", "OASValidation: the request does not conform to the schema", "400"));
    const found = body.data.map(({ trackingNumber }) => ({ number: trackingNumber, hit: look(trackingNumber) }));
    const answers = found.map(({ number, hit }) =>
      hit
        ? uspsAnswer(hit.shipment, hit.scans, world.now(), { version: "v3r2", ...how(number) })
        : { trackingNumber: number, statusCode: "404", error: { code: "404", message: NOT_YET, errors: [{ title: NOT_YET, detail: "", code: "150009" }] } },
    );
    response.status(found.every(({ hit }) => hit) ? 200 : 207).json(answers);
  });

  router.get("/tracking/v3/tracking/:number", (request, response) => {
    const hit = look(request.params.number);
    if (!hit) return void response.status(400).json(errorBody("400", NOT_YET, "150002"));
    response.json(uspsAnswer(hit.shipment, hit.scans, world.now(), { version: "v3", ...how(request.params.number) }));
  });
  return router;
}
