import { json, Router, urlencoded, type Request, type Response } from "express";
import { z } from "zod";
import type { SimShipment } from "./book";
import { fedexDialect } from "./dialect-fedex";
import { estimateOf } from "./estimate";
import { faulty, jumble } from "./faults";
import type { Scan } from "./journeys";
import { offsetText, wallClock } from "./places";
import { createTokenDesk } from "./tokens";
import { demoCredentials, type CarrierWorld } from "./world";

const ANOTHER_NUMBER = "784999999990";

function failure(code: string, message: string): unknown {
  return { transactionId: "simulated", errors: [{ code, message }] };
}

function event(scan: Scan): unknown {
  const said = fedexDialect[scan.moment];
  const { city, region, country, postalCode, zone } = scan.place;
  return {
    date: `${wallClock(zone, scan.at)}${offsetText(zone, scan.at)}`,
    eventType: said.eventType,
    eventDescription: said.description,
    exceptionCode: said.exceptionCode,
    exceptionDescription: said.exception,
    // Kept as FedEx has it: the derived status is coarser, and not to be believed of a scan.
    derivedStatusCode: said.eventType === "RS" ? "DL" : "IT",
    scanLocation: scan.moment === "label" ? { streetLines: [""] } : { streetLines: [""], city: city.toUpperCase(), stateOrProvinceCode: region ?? "", postalCode, countryCode: country },
  };
}

/** One parcel as an entry of trackResults; newest scan first. */
function fedexResult(shipment: SimShipment, scans: readonly Scan[], now: number, how: { number?: string; jumbled?: boolean } = {}): unknown {
  const trackingNumber = how.number ?? shipment.number;
  const newest = scans.at(-1);
  const said = newest && fedexDialect[newest.moment];
  const events = scans.map(event).reverse();
  const estimate = estimateOf(shipment, now);
  const done = said?.eventType === "DL";
  const address = (place: SimShipment["origin"]) => ({ address: { city: place.city, stateOrProvinceCode: place.region ?? "", countryCode: place.country } });
  return {
    trackingNumberInfo: { trackingNumber, trackingNumberUniqueId: `12013~${trackingNumber}~FDEG`, carrierCode: "FDXG" },
    latestStatusDetail: said && { code: said.eventType, derivedCode: said.eventType === "DL" ? "DL" : "IT", statusByLocale: said.description, description: said.description, ancillaryDetails: said.exceptionCode === "" ? [] : [{ reason: said.exceptionCode, reasonDescription: said.exception }] },
    // A day that is promised comes as midnight, whatever its offset says.
    dateAndTimes: done || estimate === null ? [] : [{ type: "ESTIMATED_DELIVERY", dateTime: `${estimate.date}T00:00:00-06:00` }],
    serviceDetail: { type: "FEDEX_GROUND", description: shipment.service },
    shipperInformation: address(shipment.origin),
    recipientInformation: address(shipment.destination),
    scanEvents: how.jumbled === true ? jumble(events) : events,
  };
}

const asked = z.object({
  includeDetailedScans: z.boolean().optional(),
  trackingInfo: z.array(z.object({ trackingNumberInfo: z.object({ trackingNumber: z.string() }), shipDateBegin: z.iso.date().optional(), shipDateEnd: z.iso.date().optional() })).min(1),
});

/** FedEx: OAuth client credentials in the body, and Track by up to 30 numbers; not found is an error of the number, with HTTP 200. */
export function fedexRouter(world: CarrierWorld): Router {
  const router = Router();
  const desk = createTokenDesk("fedex", world.now);
  const refused = failure("NOT.AUTHORIZED.ERROR", "Access token expired. Please modify your request and try again.");
  router.use(faulty(world.faults, "fedex", failure("TOO.MANY.REQUESTS", "Too many requests."), refused));

  router.post("/oauth/token", urlencoded({ extended: false }), (request: Request, response: Response) => {
    const body = request.body as Record<string, unknown>;
    const { client_id: id, client_secret: secret } = demoCredentials.fedex;
    if (body["grant_type"] !== "client_credentials" || body["client_id"] !== id || body["client_secret"] !== secret) {
      return void response.status(401).json(failure("NOT.AUTHORIZED.ERROR", "The given client credentials were not valid."));
    }
    const { token, expiresIn } = desk.issue(id);
    response.json({ access_token: token, token_type: "bearer", expires_in: expiresIn, scope: "CXS" });
  });

  router.post("/track/v1/trackingnumbers", json(), (request, response) => {
    if (desk.check(request.get("authorization")) !== "ok") return void response.status(401).json(refused);
    const body = asked.safeParse(request.body);
    if (!body.success) return void response.status(400).json(failure("TRACKING.TRACKINGNUMBER.EMPTY", "Please provide tracking number."));
    if (body.data.trackingInfo.length > 30) return void response.status(400).json(failure("TRACKING.TRACKINGNUMBER.MAXLIMIT", "Please limit your inquiry to 30 tracking numbers."));
    const fault = world.faults.of("fedex");
    const completeTrackResults = body.data.trackingInfo.map(({ trackingNumberInfo: { trackingNumber }, shipDateBegin, shipDateEnd }) => {
      const shipment = world.book.find(trackingNumber);
      const scans = shipment && world.book.providerOf(shipment) === "fedex" ? world.book.revealed(shipment) : [];
      const day = shipment ? new Date(shipment.shippedAt).toISOString().slice(0, 10) : "";
      const within = (shipDateBegin === undefined || day >= shipDateBegin) && (shipDateEnd === undefined || day <= shipDateEnd);
      if (!shipment || scans.length === 0 || !within) {
        return { trackingNumber, trackResults: [{ trackingNumberInfo: { trackingNumber }, error: { code: "TRACKING.TRACKINGNUMBER.NOTFOUND", message: "Tracking number cannot be found. Please correct the tracking number and try again." } }] };
      }
      const number = fault === "wrong_number" ? ANOTHER_NUMBER : trackingNumber;
      return { trackingNumber: number, trackResults: [fedexResult(shipment, scans, world.now(), { number, jumbled: fault === "out_of_order" })] };
    });
    response.json({ transactionId: "simulated", output: { completeTrackResults } });
  });
  return router;
}
