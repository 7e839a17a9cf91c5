import type { ParsedAnswer, ParsedEvent } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";

import { onlyProblems, problem, problemOfStatus, shipment } from "../reading/answers";
import { estimate } from "../reading/estimates";
import { parser, together, type ParseContext } from "../reading/parser";
import { countryCode } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { firstKnown, lookUp } from "../reading/understand";
import { at, isYes, listAt, numberOf, textAt } from "../reading/values";
import { LA_POSTE_EVENTS } from "./status-map";

const UNKNOWN_NUMBER = /inconnu|introuvable|non trouv|unknown|not found/i;
/** MD2 is also written while the parcel is only made ready at the delivery site. */
const MAKING_READY = /pr[ée]par(ons|ation|é)|site de livraison qui dessert/i;

/** How one of La Poste's scans is understood: by its code, for MD2 with its words, then by its words alone. */
export function explainLaPoste({ code, text }: { code: string | null; text: string | null }): Understanding {
  const known = firstKnown([lookUp(LA_POSTE_EVENTS, code)], text, "la_poste");
  if (code?.toUpperCase() === "MD2" && MAKING_READY.test(text ?? "")) return { status: "IN_TRANSIT", detail: "arrived_delivery_facility", mapping: known.mapping };
  return known;
}

/** Reads Suivi v2: one item, a list of them, and refusals. */
export const parseLaPoste = parser("La Poste", (value, context) => {
  if (Array.isArray(value)) return value.length === 0 ? null : together(value.map((one) => readItem(one, context) ?? onlyProblems()));
  return readItem(value, context);
});

function readItem(item: unknown, context: ParseContext): ParsedAnswer | null {
  const code = numberOf(at(item, "returnCode"));
  const number = textAt(item, "shipment", "idShip") ?? textAt(item, "idShip");
  if (at(item, "shipment") !== undefined && number !== null && (code === null || code === 200 || code === 207)) return readShipment(number, item, context);
  const message = textAt(item, "returnMessage");
  if (code === null && message === null) return null;
  // 400 stands for a number of no known form and for one that is unknown yet: the words tell them apart.
  const unknown = code === 400 && UNKNOWN_NUMBER.test(message ?? "");
  const kind = unknown ? "not_found" : (problemOfStatus(code ?? context.httpStatus) ?? "invalid");
  return onlyProblems(problem(kind, message ?? "La Poste gave no reason.", { number, code }));
}

function readShipment(number: string, item: unknown, context: ParseContext): ParsedAnswer {
  const told = at(item, "shipment");
  const about = at(told, "contextData");
  const known = shipment(number, {
    events: listAt(told, "event").map((event) => readEvent(event, isYes(at(about, "isParcelBack")), context.receivedAt)),
    // The expected day is written as midnight, and as the delivery itself once that has happened.
    estimate: textAt(told, "deliveryDate") === null ? estimate(readTime(textAt(told, "estimDate")?.slice(0, 10))) : null,
    carrier: textAt(told, "product") === "chronopost" ? "chronopost" : "la_poste",
    service: textAt(told, "product"),
    originCountry: countryCode(at(about, "originCountry")),
    destinationCountry: countryCode(at(about, "arrivalCountry")),
  });
  const collected = at(about, "removalPoint") !== undefined && at(about, "removalPoint") !== null;
  const events = markReturnLeg(known.events).map((event) => (collected && event.status === "DELIVERED" && event.detail === null ? { ...event, detail: "collected" as const } : event));
  return { shipments: [{ ...known, events }], problems: [] };
}

function readEvent(event: unknown, back: boolean, receivedAt: number): ParsedEvent {
  const code = textAt(event, "code");
  const words = textAt(event, "label");
  const understood = explainLaPoste({ code, text: words });
  const returned = back && understood.status === "DELIVERED" ? { ...understood, status: "RETURNED" as const, detail: null } : understood;
  return scan({ time: readTime(at(event, "date"), { zone: "Europe/Paris" }), receivedAt, saidTime: at(event, "date"), understood: returned, code, text: words, raw: event });
}
