import type { EventTime, ParsedEvent, ParsedShipment } from "~/domain/tracking/event";

import { shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readOffset, readTime } from "../reading/times";
import { at, firstText, joined, listAt, numberOf, textAt } from "../reading/values";
import { carrierOfKey } from "./carrier-keys";
import { explainSeventeenTrack } from "./explain";

/** One tracked number as in `gettrackinfo` and in a webhook; null when it has neither number nor content. */
export function readTrackItem(item: unknown, receivedAt: number): ParsedShipment | null {
  const number = textAt(item, "number");
  const info = at(item, "track_info");
  if (number === null || typeof info !== "object" || info === null) return null;
  const providers = listAt(info, "tracking", "providers");
  const told = providers.flatMap((provider) => listAt(provider, "events"));
  // A push may tell the newest scan alone, without the providers' lists.
  const events = distinct((told.length > 0 ? told : listAt(info, "latest_event")).map((event) => readEvent(event, receivedAt)));
  const status = at(info, "latest_status");
  const code = firstText(at(status, "sub_status"), at(status, "status"));
  const words = textAt(status, "sub_status_descr");
  const explained = code === null ? null : explainSeventeenTrack({ code, text: words });
  const expected = at(info, "time_metrics", "estimated_delivery_date");
  const key = numberOf(at(item, "carrier")) ?? numberOf(at(providers[0], "provider", "key"));
  const known = shipment(number, {
    events,
    summary: explained === null ? null : { status: explained.status, detail: explained.detail, code, text: words },
    estimate: estimate(readTime(at(expected, "from")), readTime(at(expected, "to"))),
    carrier: carrierOfKey(key),
    service: firstText(at(info, "misc_info", "service_type"), at(providers[0], "service_type")),
    originCountry: countryCode(at(info, "shipping_info", "shipper_address", "country")),
    destinationCountry: countryCode(at(info, "shipping_info", "recipient_address", "country")),
    nextNumber: nextNumber(number, info),
  });
  return { ...known, events: markReturnLeg(known.events) };
}

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = firstText(at(event, "sub_status"), at(event, "stage"));
  const words = textAt(event, "description");
  const address = at(event, "address");
  return scan({
    time: eventTime(event),
    receivedAt,
    saidTime: textAt(event, "time_raw", "date"),
    understood: explainSeventeenTrack({ code, text: words }),
    code,
    text: words,
    place: readPlace({
      city: at(address, "city"), region: at(address, "state"), country: at(address, "country"), postalCode: at(address, "postal_code"), text: at(event, "location"),
    }),
    raw: event,
  });
}

/** The instant with its offset; else UTC; else the carrier's own words, which may have no zone. */
function eventTime(event: unknown): EventTime | null {
  const raw = at(event, "time_raw");
  const zone = readOffset(at(raw, "timezone"));
  const said = joined(" ", at(raw, "date"), at(raw, "time"));
  // Without a clock in the raw words the ISO form was filled up with midnight.
  if (textAt(raw, "date") !== null && textAt(raw, "time") === null) return readTime(at(raw, "date"));
  const iso = readTime(at(event, "time_iso"));
  if (iso !== null) return iso;
  const utc = readTime(at(event, "time_utc"));
  if (utc !== null) return { ...utc, zone };
  return readTime(said, { zone });
}

/** Several providers tell the same scan: one of each time and text stays. */
function distinct(events: readonly ParsedEvent[]): ParsedEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    const key = `${event.time.at}|${(event.text ?? event.code ?? "").toLowerCase()}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function nextNumber(number: string, info: unknown): ParsedShipment["nextNumber"] {
  const local = textAt(info, "misc_info", "local_number");
  return local === null || local === number ? null : { number: local, carrier: carrierOfKey(numberOf(at(info, "misc_info", "local_key"))) };
}
