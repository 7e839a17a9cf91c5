import { Router } from "express";
import type { SimShipment } from "./book";
import { royalMailDialect } from "./dialect-royal-mail";
import { estimateOf } from "./estimate";
import { faulty, jumble } from "./faults";
import type { Scan } from "./journeys";
import { offsetText, wallClock } from "./places";
import { demoCredentials, type CarrierWorld } from "./world";

const ANOTHER_NUMBER = "JX400000071GB";
const MOST_IDS = 30;

function failure(status: number, errorCode: string, errorDescription: string): unknown {
  return { httpCode: String(status), httpMessage: "Error", moreInformation: "", errors: [{ errorCode, errorDescription, errorCause: "", errorResolution: "" }] };
}

const UNKNOWN = { errorCode: "E1142", errorDescription: "Barcode reference $mailPieceId is not recognised", errorCause: "", errorResolution: "" };
const REFUSED = { httpCode: "401", httpMessage: "Unauthorized", moreInformation: "Client id not registered." };

function moment(scan: Scan): { code: string; name: string; at: string; place: string } {
  const said = royalMailDialect[scan.moment];
  return { code: said.code, name: said.name, at: `${wallClock(scan.place.zone, scan.at)}${offsetText(scan.place.zone, scan.at)}`, place: `${scan.place.city} DO` };
}

/** One item: the state, and its events where the history was asked for. */
function royalMailPiece(shipment: SimShipment, scans: readonly Scan[], now: number, how: { number?: string; jumbled?: boolean; history: boolean }): Record<string, unknown> {
  const newest = scans.at(-1);
  const said = newest && moment(newest);
  const estimate = estimateOf(shipment, now);
  const number = how.number ?? shipment.number;
  const events = scans.map(moment).map(({ code, name, at, place }) => ({ eventCode: code, eventName: name, eventDateTime: at, locationName: place })).reverse();
  return {
    mailPieceId: number,
    carrierShortName: "RM",
    carrierFullName: "Royal Mail Group Ltd",
    summary: {
      uniqueItemId: `0903${number}`, oneDBarcode: number, productName: shipment.service, originCountryCode: shipment.origin.country, destinationCountryCode: shipment.destination.country,
      lastEventCode: said?.code, lastEventName: said?.name, lastEventDateTime: said?.at, lastEventLocationName: said?.place,
      statusDescription: said?.name, statusCategory: newest && royalMailDialect[newest.moment].category,
    },
    ...(estimate === null ? {} : { estimatedDelivery: { date: estimate.date, startOfEstimatedWindow: "09:00:00+00:00", endOfEstimatedWindow: "13:00:00+00:00" } }),
    ...(how.history ? { events: how.jumbled === true ? jumble(events) : events } : {}),
  };
}

/** Royal Mail Tracking API v2: two headers as credentials; one number with its history, or thirty by their state. */
export function royalMailRouter(world: CarrierWorld): Router {
  const router = Router();
  router.use(faulty(world.faults, "royal_mail", failure(429, "E0010", "Too Many Requests"), REFUSED));
  router.use((request, response, next) => {
    const { client_id: id, client_secret: secret } = demoCredentials.royal_mail;
    if (request.get("x-ibm-client-id") !== id || request.get("x-ibm-client-secret") !== secret) return void response.status(401).json(REFUSED);
    if (request.get("x-accept-rmg-terms") !== "yes") return void response.status(400).json(failure(400, "E0004", "The terms were not accepted."));
    next();
  });

  const look = (number: string) => {
    const shipment = world.book.find(number);
    const scans = shipment && world.book.providerOf(shipment) === "royal_mail" ? world.book.revealed(shipment) : [];
    return shipment && scans.length > 0 ? { shipment, scans } : null;
  };
  const how = (number: string) => {
    const fault = world.faults.of("royal_mail");
    return { number: fault === "wrong_number" ? ANOTHER_NUMBER : number, jumbled: fault === "out_of_order" };
  };

  router.get("/mailpieces/v2/summary", (request, response) => {
    const ids = typeof request.query["mailPieceId"] === "string" ? request.query["mailPieceId"].split(",") : [];
    if (ids.length === 0 || ids.length > MOST_IDS) return void response.status(400).json(failure(400, "E0013", "The number of mail piece ids is wrong."));
    const mailPieces = ids.map((id) => {
      const hit = look(id);
      return hit ? { ...royalMailPiece(hit.shipment, hit.scans, world.now(), { ...how(id), history: false }), status: "200" } : { mailPieceId: id, status: "404", error: UNKNOWN };
    });
    response.json({ mailPieces });
  });

  router.get("/mailpieces/v2/:id/events", (request, response) => {
    const hit = look(request.params.id);
    if (!hit) return void response.status(404).json(failure(404, UNKNOWN.errorCode, UNKNOWN.errorDescription));
    response.json({ mailPieces: royalMailPiece(hit.shipment, hit.scans, world.now(), { ...how(request.params.id), history: true }) });
  });
  return router;
}
