import { Router } from "express";
import type { SimShipment } from "./book";
import { dhlDialect } from "./dialect-dhl";
import { estimateOf } from "./estimate";
import { faulty, jumble } from "./faults";
import type { Scan } from "./journeys";
import { wallClock, type Place } from "./places";
import { demoCredentials, type CarrierWorld } from "./world";

const ANOTHER_NUMBER = "4699999995";

function problem(status: number, title: string, detail: string): unknown {
  return { title, detail, status, instance: "/shipments" };
}

function address({ city, postalCode, country }: Place): unknown {
  return { address: { countryCode: country, postalCode, addressLocality: city } };
}

/** Express gives the wall clock of the place and no offset. */
function event(scan: Scan): unknown {
  const said = dhlDialect[scan.moment];
  return {
    timestamp: wallClock(scan.place.zone, scan.at),
    location: address(scan.place),
    statusCode: said.base,
    status: said.code === "" ? said.description : said.code,
    description: said.description,
  };
}

/** One parcel in the form of the unified answer; newest first. */
export function dhlAnswer(shipment: SimShipment, scans: readonly Scan[], now: number, how: { number?: string; jumbled?: boolean } = {}): unknown {
  const events = scans.map(event).reverse();
  const estimate = estimateOf(shipment, now);
  return {
    id: how.number ?? shipment.number,
    service: "express",
    origin: address(shipment.origin),
    destination: address(shipment.destination),
    status: events[0],
    details: { product: { productName: shipment.service }, totalNumberOfPieces: 1, proofOfDelivery: { signed: { name: "J. DOE" } } },
    ...(estimate === null ? {} : { estimatedTimeOfDelivery: `${estimate.date}T00:00:00Z` }),
    events: how.jumbled === true ? jumble(events) : events,
  };
}

/** DHL Shipment Tracking Unified: a key in a header, one number per call, 404 for what is not known. */
export function dhlRouter(world: CarrierWorld): Router {
  const router = Router();
  router.use(faulty(world.faults, "dhl", problem(429, "Too Many Requests", "Too many requests within defined time period, please try again later."), problem(401, "Unauthorized", "Unauthorized for given resource.")));
  router.get("/track/shipments", (request, response) => {
    if (request.get("dhl-api-key") !== demoCredentials.dhl.api_key) return void response.status(401).json(problem(401, "Unauthorized", "Unauthorized for given resource."));
    const { trackingNumber: number, service } = request.query;
    if (typeof number !== "string" || number === "") return void response.status(400).json(problem(400, "Bad request", "A tracking number is missing."));
    const shipment = world.book.find(number);
    const scans = shipment && world.book.providerOf(shipment) === "dhl" ? world.book.revealed(shipment) : [];
    if (!shipment || scans.length === 0 || (service !== undefined && service !== "express")) {
      return void response.status(404).json(problem(404, "No result found", "No shipment with given tracking number found."));
    }
    const fault = world.faults.of("dhl");
    response.json({ shipments: [dhlAnswer(shipment, scans, world.now(), { number: fault === "wrong_number" ? ANOTHER_NUMBER : number, jumbled: fault === "out_of_order" })] });
  });
  return router;
}
