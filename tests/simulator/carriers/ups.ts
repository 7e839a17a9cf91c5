import { Router, urlencoded, type Request, type Response } from "express";
import type { SimShipment } from "./book";
import { upsDialect } from "./dialect-ups";
import { estimateOf } from "./estimate";
import { faulty, jumble } from "./faults";
import type { Scan } from "./journeys";
import { offsetText, wallClock } from "./places";
import { createTokenDesk } from "./tokens";
import { demoCredentials, type CarrierWorld } from "./world";

/** Whose scans a confused provider tells. */
const ANOTHER_NUMBER = "1Z84E1970399999995";

const bare = (text: string) => text.replaceAll(/[-:]/g, "");

function error(response: Response, status: number, code: string, message: string): void {
  response.status(status).json({ response: { errors: [{ code, message }] } });
}

function activity(scan: Scan): unknown {
  const said = upsDialect[scan.moment];
  const local = wallClock(scan.place.zone, scan.at);
  const utc = new Date(scan.at).toISOString();
  const { city, region, country } = scan.place;
  return {
    location: { address: { ...(scan.moment === "label" ? {} : { city, ...(region === null ? {} : { stateProvince: region }) }), countryCode: country, country }, slic: "" },
    status: { type: said.type, description: said.description, code: said.code, statusCode: said.statusCode },
    date: bare(local.slice(0, 10)),
    time: bare(local.slice(11)),
    gmtDate: bare(utc.slice(0, 10)),
    gmtOffset: offsetText(scan.place.zone, scan.at),
    gmtTime: utc.slice(11, 19),
  };
}

/** The answer of the Track API (trackResponse, newest activity first) for one parcel. */
function upsAnswer(shipment: SimShipment, scans: readonly Scan[], now: number, how: { number?: string; jumbled?: boolean } = {}): unknown {
  const number = how.number ?? shipment.number;
  const activities = scans.map(activity).reverse();
  const newest = scans.at(-1);
  const said = newest && upsDialect[newest.moment];
  const done = newest && ["delivered", "delivered_neighbour", "mis_scan", "collected"].includes(newest.moment) ? newest : null;
  const estimate = estimateOf(shipment, now);
  const date = done ? wallClock(done.place.zone, done.at) : null;
  return {
    trackResponse: {
      shipment: [{
        inquiryNumber: number,
        package: [{
          trackingNumber: number,
          deliveryDate: date ? [{ type: "DEL", date: bare(date.slice(0, 10)) }] : estimate ? [{ type: "SDD", date: bare(estimate.date) }] : [],
          deliveryTime: date ? { type: "DEL", endTime: bare(date.slice(11)) } : { type: "EOD" },
          ...(done ? { deliveryInformation: { receivedBy: "", location: done.moment === "delivered_neighbour" ? "Neighbor" : "Front Door" } } : {}),
          activity: how.jumbled === true ? jumble(activities) : activities,
          currentStatus: said ? { description: said.description, code: said.statusCode, statusCode: said.statusCode, type: said.type } : undefined,
          packageAddress: [shipment.origin, shipment.destination].map((place, index) => ({
            type: index === 0 ? "ORIGIN" : "DESTINATION",
            address: { city: place.city, stateProvince: place.region ?? "", countryCode: place.country, country: place.country },
          })),
          service: { code: "003", description: shipment.service, levelCode: "003" },
          packageCount: 1,
        }],
      }],
    },
  };
}

/**
 * UPS: OAuth client credentials and Track by number, as UPS's OpenAPI files say.
 * Mounted at the base address that the adapter is given: token at /security, API at /api.
 */
export function upsRouter(world: CarrierWorld): Router {
  const router = Router();
  const desk = createTokenDesk("ups", world.now);
  const tooMany = { response: { errors: [{ code: "10429", message: "Too Many Requests" }] } };
  const refused = { response: { errors: [{ code: "250002", message: "Invalid Authentication Information." }] } };
  router.use(faulty(world.faults, "ups", tooMany, refused));

  router.post("/security/v1/oauth/token", urlencoded({ extended: false }), (request: Request, response: Response) => {
    const { client_id: id, client_secret: secret } = demoCredentials.ups;
    const basic = `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`;
    if (request.get("authorization") !== basic) return error(response, 401, "10401", "ClientId is Invalid");
    const body = request.body as Record<string, unknown>;
    if (body["grant_type"] !== "client_credentials") return error(response, 400, "10400", "Invalid/Missing grant_type");
    const { token, expiresIn, issuedAt } = desk.issue(id);
    response.json({
      token_type: "Bearer", issued_at: String(issuedAt), client_id: id, access_token: token, scope: "", expires_in: String(expiresIn),
      refresh_count: "0", status: "approved",
    });
  });

  router.get("/api/track/v1/details/:number", (request, response) => {
    const state = desk.check(request.get("authorization"));
    if (state === "expired") return error(response, 401, "251004", "Bearer token has expired");
    if (state === "unknown") return error(response, 401, "250002", "Invalid Authentication Information.");
    if (!request.get("transId") || !request.get("transactionSrc")) return error(response, 400, "VSS002", "Missing transId or transactionSrc");
    const number = request.params.number;
    if (!/^[0-9A-Z]{7,34}$/i.test(number)) return error(response, 400, "TV1002", "Invalid inquiry number");
    const shipment = world.book.find(number);
    const scans = shipment && world.book.providerOf(shipment) === "ups" ? world.book.revealed(shipment) : [];
    if (!shipment || scans.length === 0) {
      const warnings = [{ code: "TW0001", message: "Tracking Information Not Found" }];
      return void response.json({ trackResponse: { shipment: [{ inquiryNumber: number, warnings }] } });
    }
    const fault = world.faults.of("ups");
    response.json(upsAnswer(shipment, scans, world.now(), {
      number: fault === "wrong_number" ? ANOTHER_NUMBER : number,
      jumbled: fault === "out_of_order",
    }));
  });
  return router;
}
