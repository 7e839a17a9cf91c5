import type { ParsedAnswer, ParsedEvent, ProblemKind } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";

import { numberless, onlyProblems, shipment } from "../reading/answers";
import { parser, stated, together, type ParseContext } from "../reading/parser";
import { readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp } from "../reading/understand";
import { at, firstText, listAt, text, textAt } from "../reading/values";
import { AUSTRALIA_POST_EVENTS, AUSTRALIA_POST_STATUSES } from "./status-map";

/** Source: errors of the track call on developers.auspost.com.au; API_001 is a refused key, API_002 the call limit. */
const KINDS: Readonly<Record<string, ProblemKind>> = {
  "ESB-10001": "not_found", "51104": "not_found", "ESB-10002": "invalid", "ESB-20010": "unavailable", "ESB-20050": "unavailable",
  "51100": "invalid", "51101": "invalid", "51102": "invalid", "51103": "invalid", API_001: "auth", API_002: "rate_limit",
};

/** Status texts and event texts; an event's text may go on with a place ("In transit to next facility in …"). */
export function explainAustraliaPost({ code, text: words }: { code: string | null; text: string | null }): Understanding {
  const said = (words ?? "").toUpperCase();
  const start = Object.keys(AUSTRALIA_POST_EVENTS.meanings).find((known) => said === known || said.startsWith(`${known} `) || said.startsWith(`${known} -`));
  return firstKnown([lookUp(AUSTRALIA_POST_STATUSES, code), lookUp(AUSTRALIA_POST_EVENTS, start ?? null), lookUp(AUSTRALIA_POST_STATUSES, words)], words, "australia_post");
}

/** Reads the track call of Australia Post and StarTrack, and its errors. */
export const parseAustraliaPost = parser("Australia Post", (value, context) => {
  const results = listAt(value, "tracking_results");
  if (results.length > 0) return together(results.map((one) => readResult(one, context)));
  const errors = listAt(value, "errors");
  return errors.length === 0 ? null : onlyProblems(...errors.map((one) => errorOf(one, null, context)));
});

function errorOf(error: unknown, number: string | null, context: ParseContext) {
  // The gateway before the service names the same parts otherwise.
  const code = firstText(at(error, "code"), at(error, "error_code"));
  return stated(KINDS, { code, message: firstText(at(error, "message"), at(error, "name"), at(error, "error_name")), number }, context.httpStatus);
}

function readResult(result: unknown, context: ParseContext): ParsedAnswer {
  const number = textAt(result, "tracking_id");
  const errors = listAt(result, "errors");
  if (errors.length > 0) return onlyProblems(...errors.map((one) => errorOf(one, number, context)));
  if (number === null) return numberless("Australia Post");
  const consignment = at(result, "consignment") ?? result;
  const articles = articlesOf([...listAt(result, "trackable_items"), ...(consignment === result ? [] : [consignment])], 0);
  const status = textAt(result, "status") ?? statusOfAll(articles);
  const explained = explainAustraliaPost({ code: status, text: null });
  const known = shipment(number, {
    events: eventsOf(articles).map((event) => readEvent(event, context.receivedAt)),
    summary: status === null ? null : { status: explained.status, detail: explained.detail, code: status, text: null },
    carrier: "australia_post",
    service: textAt(articles[0], "product_type"),
  });
  return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
}

/** Articles stand alone or inside consignments. */
function articlesOf(items: readonly unknown[], depth: number): unknown[] {
  return items.flatMap((item) => {
    const inner = listAt(item, "items");
    return inner.length > 0 && depth < 4 ? articlesOf(inner, depth + 1) : [item];
  });
}

/** A consignment is where its slowest article is: all the same, or nothing is said. */
function statusOfAll(articles: readonly unknown[]): string | null {
  const all = articles.map((article) => text(at(article, "status")));
  return all.every((one) => one === all[0]) ? (all[0] ?? null) : null;
}

/** With several articles, a delivery counts once every one of them has it: until then those of the finished ones wait. */
function eventsOf(articles: readonly unknown[]): unknown[] {
  const lists = articles.map((article) => listAt(article, "events"));
  if (lists.length < 2) return lists.flat();
  const delivered = (event: unknown) => explainAustraliaPost({ code: null, text: textAt(event, "description") }).status === "DELIVERED";
  return lists.every((events) => events.some(delivered)) ? lists.flat() : lists.flatMap((events) => events.filter((event) => !delivered(event)));
}

function readEvent(event: unknown, receivedAt: number): ParsedEvent {
  const words = textAt(event, "description");
  return scan({
    time: readTime(at(event, "date")),
    receivedAt,
    saidTime: at(event, "date"),
    understood: explainAustraliaPost({ code: null, text: words }),
    code: null,
    text: words,
    place: readPlace({ text: at(event, "location") }),
    raw: event,
  });
}
