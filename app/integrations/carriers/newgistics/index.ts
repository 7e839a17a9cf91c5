import type { EventTime, ParsedAnswer, ParsedEvent } from "~/domain/tracking/event";

import { readOnlyAdapter } from "../calling/reader";
import type { CarrierAdapter } from "../port";
import { problem, shipment } from "../reading/answers";
import { parser } from "../reading/parser";
import { readPlace } from "../reading/places";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { explainBy, rows, type StatusMap } from "../reading/understand";
import { at, joined, listAt, textAt } from "../reading/values";

/** Event codes of Newgistics' return service, each seen with its text. Its parcels travel to the return centre: that is the way back. */
export const NEWGISTICS_EVENTS: StatusMap = {
  name: "newgistics/events@1",
  meanings: rows(["PUU", "IN_TRANSIT", "accepted"], ["IPS", "IN_TRANSIT"], ["DNF", "RETURNING"], ["DRC", "RETURNED"]),
};

const explain = explainBy("newgistics", NEWGISTICS_EVENTS);

const parse = parser("Newgistics", (value, context) => {
  const packages = listAt(value, "Packages");
  if (packages.length === 0) return null;
  const answer: ParsedAnswer = { shipments: [], problems: [] };
  for (const piece of packages) {
    const number = textAt(piece, "TrackingNumber");
    const events = listAt(piece, "PackageTrackingEvents").filter((event) => typeof event === "object");
    if (events.length === 0) {
      const message = textAt(piece, "ErrorMessage") ?? "Newgistics knows nothing of this number yet.";
      answer.problems.push(problem(textAt(piece, "Status") === "NotFound" || textAt(piece, "ErrorMessage") === null ? "not_found" : "invalid", message, { number }));
    } else if (number !== null) {
      answer.shipments.push(shipment(number, { carrier: "newgistics", service: textAt(piece, "CarrierService"), events: events.map((event) => readEvent(event, context.receivedAt)) }));
    }
  }
  return answer.shipments.length + answer.problems.length === 0 ? null : answer;
});

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = textAt(event, "EventCode");
  const words = joined(" | ", at(event, "EventDescription"), at(event, "ConsumerEventMessage"));
  return scan({
    time: timeOf(event), receivedAt, saidTime: at(event, "Date"), understood: explain({ code, text: words }), code, text: words,
    place: readPlace({ city: at(event, "City"), region: at(event, "State"), postalCode: at(event, "PostalCode"), text: at(event, "FacilityName") }), raw: event,
  });
}

/** Day and clock are two instants: the day counts in the first, the clock in the second, each at its own offset. */
function timeOf(event: unknown): EventTime | null {
  const day = localIso(textAt(event, "Date"));
  const clock = localIso(textAt(event, "Time"));
  if (day === null) return null;
  return readTime(clock === null ? day.slice(0, 10) : `${day.slice(0, 10)}T${clock.slice(11, 19)}`);
}

/** "/Date(1469163600000-0500)/" as the wall clock at its offset. */
function localIso(said: string | null): string | null {
  const parts = /^\/Date\((\d{9,14})([+-])(\d{2})(\d{2})\)\/$/.exec(said ?? "");
  if (parts === null) return null;
  const offset = (Number(parts[3]) * 60 + Number(parts[4])) * 60_000 * (parts[2] === "-" ? -1 : 1);
  return new Date(Number(parts[1]) + offset).toISOString();
}

/** Newgistics, read only: it went into Pitney Bowes, whose own service answers today. */
export const newgistics: CarrierAdapter = readOnlyAdapter({ code: "newgistics", name: "Newgistics", aliases: [], parse, explain });
