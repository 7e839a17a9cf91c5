import type { EventTime, ParsedAnswer, ParsedEvent } from "~/domain/tracking/event";

import { readOnlyAdapter } from "../calling/reader";
import { ecommerceCodes } from "../dhl/codes/ecommerce";
import type { CarrierAdapter } from "../port";
import { onlyProblems, problem, shipment } from "../reading/answers";
import { parser } from "../reading/parser";
import { readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { explainBy } from "../reading/understand";
import { at, listAt, textAt } from "../reading/values";

const explain = explainBy("dhl_global_mail", ecommerceCodes);

/** The letters behind the clock are everyday names of zones, summer and winter alike. */
const ZONES: Readonly<Record<string, string>> = { ET: "America/New_York", CT: "America/Chicago", MT: "America/Denver", PT: "America/Los_Angeles" };

const parse = parser("DHL Global Mail", (value, _, kind) => (kind === "xml" && at(value, "track") !== undefined ? readTrack(at(value, "track"), _.receivedAt) : null));

function readTrack(track: unknown, receivedAt: number): ParsedAnswer | null {
  const error = at(track, "error");
  if (error !== undefined) {
    const words = textAt(error, "description") ?? "DHL gave no reason.";
    return onlyProblems(problem(/no results/i.test(words) ? "not_found" : "invalid", words, { code: at(error, "code") }));
  }
  const shipments = listAt(track, "shipment").flatMap((one) => {
    const number = textAt(one, "trackingnumber");
    if (number === null) return [];
    const postal = textAt(one, "deliveryconfirm");
    const known = shipment(number, {
      carrier: "dhl_global_mail",
      events: listAt(one, "event").map((event) => readEvent(event, receivedAt)),
      nextNumber: postal === null || postal === number ? null : { number: postal, carrier: "usps" },
    });
    return [{ ...known, events: markReturnLeg(known.events) }];
  });
  return shipments.length === 0 ? null : { shipments, problems: [] };
}

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const code = textAt(event, "code");
  const words = textAt(event, "description");
  return scan({
    time: timeOf(event), receivedAt, saidTime: at(event, "date"), understood: explain({ code, text: words }), code, text: words,
    place: readPlace({ city: at(event, "city"), region: at(event, "state"), country: at(event, "country"), postalCode: at(event, "postalcode") }), raw: event,
  });
}

function timeOf(event: unknown): EventTime | null {
  const clock = /^(\d{1,2}:\d{2} [AP]M)(?: ([A-Z]{2}))?$/i.exec(textAt(event, "time") ?? "");
  const day = textAt(event, "date") ?? "";
  return readTime(clock === null ? day : `${day} ${clock[1] ?? ""}`, { order: "mdy", zone: ZONES[clock?.[2]?.toUpperCase() ?? ""] ?? null });
}

/** DHL Global Mail (now DHL eCommerce Americas), read only in its old XML; today's numbers go through DHL's unified API. */
export const dhlGlobalMail: CarrierAdapter = readOnlyAdapter({ code: "dhl_global_mail", name: "DHL Global Mail", aliases: [], parse, explain });
