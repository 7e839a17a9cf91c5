import type { ParsedAnswer, ParsedEvent, ParsedShipment, ProblemKind } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";

import { carrierNames } from "../calling/carrier-names";
import { onlyProblems, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, stated } from "../reading/parser";
import { countryCode, readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp } from "../reading/understand";
import { at, firstText, listAt, textAt } from "../reading/values";
import { AFTERSHIP_TAGS } from "./status-map";

export const AFTERSHIP_CARRIERS = carrierNames("aftership");

/** Source: error codes of AfterShip's Node client and quick start. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  "401": "auth", "403": "auth", "4001": "invalid", "4003": "invalid", "4004": "not_found", "404": "not_found", "429": "rate_limit",
  "500": "unavailable", "502": "unavailable", "503": "unavailable", "504": "unavailable",
};

/** Sub-tag, else the tag before its underscore, else the words. */
export function explainAfterShip({ code, text }: { code: string | null; text: string | null }): Understanding {
  return firstKnown([lookUp(AFTERSHIP_TAGS, code), lookUp(AFTERSHIP_TAGS, code?.split("_")[0] ?? null)], text, "generic");
}

/** Reads AfterShip's answers (one, list, errors, also the older wrapped form) and its webhooks. */
export const parseAfterShip = parser("AfterShip", (value, context) => {
  if (textAt(value, "event") !== null) return answerOf([at(value, "msg")], context.receivedAt);
  const code = textAt(value, "meta", "code");
  if (code === null) return null;
  if (!/^20\d$/.test(code)) {
    const number = textAt(value, "data", "tracking_number");
    return onlyProblems(stated(KINDS, { code, message: firstText(at(value, "meta", "message"), at(value, "meta", "type")), number }, context.httpStatus));
  }
  const data = at(value, "data");
  const items = at(data, "trackings") === undefined ? [at(data, "tracking") ?? data] : listAt(data, "trackings");
  // Answers about couriers hold no tracking.
  return answerOf(items, context.receivedAt) ?? (at(data, "couriers") === undefined && at(data, "trackings") === undefined ? null : onlyProblems());
});

function answerOf(items: readonly unknown[], receivedAt: number): ParsedAnswer | null {
  const shipments = items.flatMap((item) => {
    const number = textAt(item, "tracking_number");
    return number === null ? [] : [readTracking(number, item, receivedAt)];
  });
  return shipments.length === 0 ? null : { shipments, problems: [] };
}

function readTracking(number: string, item: unknown, receivedAt: number): ParsedShipment {
  const code = firstText(at(item, "subtag"), at(item, "tag"));
  const words = textAt(item, "subtag_message");
  const explained = explainAfterShip({ code, text: words });
  const latest = at(item, "latest_estimated_delivery");
  const window = estimate(readTime(at(latest, "datetime_min")), readTime(at(latest, "datetime_max"))) ?? estimate(readTime(at(latest, "datetime")));
  const lastMile = textAt(item, "last_mile", "tracking_number");
  const known = shipment(number, {
    events: listAt(item, "checkpoints").map((checkpoint) => readCheckpoint(checkpoint, receivedAt)),
    summary: code === null ? null : { status: explained.status, detail: explained.detail, code, text: words },
    estimate: window ?? estimate(readTime(firstText(at(item, "courier_estimated_delivery_date", "datetime"), at(item, "courier_estimated_delivery_date"), at(item, "expected_delivery")))),
    carrier: AFTERSHIP_CARRIERS.ours(textAt(item, "slug")),
    service: textAt(item, "shipment_type"),
    originCountry: countryCode(firstText(at(item, "origin_country_region"), at(item, "origin_country_iso3"))),
    destinationCountry: countryCode(firstText(at(item, "destination_country_region"), at(item, "destination_country_iso3"))),
    nextNumber: lastMile === null || lastMile === number ? null : { number: lastMile, carrier: AFTERSHIP_CARRIERS.ours(textAt(item, "last_mile", "slug")) },
  });
  return { ...known, events: markReturnLeg(known.events) };
}

/** `created_at` is when AfterShip read it, never when it happened. */
function readCheckpoint(checkpoint: unknown, receivedAt: number): ParsedEvent {
  const code = firstText(at(checkpoint, "subtag"), at(checkpoint, "tag"));
  const words = textAt(checkpoint, "message");
  return scan({
    time: readTime(at(checkpoint, "checkpoint_time")),
    receivedAt,
    saidTime: at(checkpoint, "checkpoint_time"),
    understood: explainAfterShip({ code, text: words }),
    code,
    text: words,
    place: readPlace({
      city: at(checkpoint, "city"), region: at(checkpoint, "state"), postalCode: firstText(at(checkpoint, "postal_code"), at(checkpoint, "zip")),
      country: firstText(at(checkpoint, "country_region"), at(checkpoint, "country_iso3")), text: at(checkpoint, "location"),
    }),
    id: textAt(checkpoint, "hash"),
    raw: checkpoint,
  });
}
