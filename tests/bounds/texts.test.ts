import { Readable, Writable } from "node:stream";

import { describe, it } from "vitest";

import { detect } from "~/cli/detect";
import { explain } from "~/cli/explain";
import { matchCarriers } from "~/cli/match-carrier";
import { normaliseEmail, normalisePhone, normalisePostalCode, orderNameKey } from "~/db/customer-identity";
import { readEventItem, readList, readShipmentItem } from "~/domain/api/items";
import { readFeedback } from "~/domain/feedback/feedback";
import { guessDateOrder } from "~/domain/imports/date-order";
import { decodeText } from "~/domain/imports/decode-text";
import { guessKind, guessMapping, hasNoHeader } from "~/domain/imports/guess-mapping";
import { readEventRow, readShipmentRow } from "~/domain/imports/read-row";
import { csvRow } from "~/domain/imports/safe-csv";
import { sniffSeparator } from "~/domain/imports/separator";
import { matchCarrier } from "~/domain/tracking/catalogue/match-carrier";
import { compactName, nameTokens } from "~/domain/tracking/catalogue/normalise-name";
import { fillOwnTemplate, readTemplate } from "~/domain/tracking/catalogue/own-tracking-url";
import { catalogueSearch, searchCarriers } from "~/domain/tracking/catalogue/search-carriers";
import { carrierByShopName, ownCode } from "~/domain/tracking/catalogue/shop-carriers";
import { trackingUrl } from "~/domain/tracking/catalogue/tracking-url";
import { detectCarrier } from "~/domain/tracking/detection/detect-carrier";
import { normaliseNumber } from "~/domain/tracking/detection/normalise-number";
import { eventKey } from "~/domain/tracking/event-key";
import { cutText, foldText } from "~/domain/tracking/mapping/fold-text";
import { readRule } from "~/domain/tracking/mapping/read-rule";
import { toAskedNumber, toNumberKey } from "~/domain/tracking/number-key";
import { statusNamed, understandGiven } from "~/domain/tracking/read-status";
import { readLines } from "~/domain/tracking/register/read-lines";
import { readNumber } from "~/domain/tracking/register/read-number";
import { boundedEvent } from "~/domain/tracking/text/bounded-event";
import { classifyByRules, classifyText } from "~/domain/tracking/text/classify-text";
import { withoutPeople } from "~/domain/tracking/text/people/without-people";
import { credentialProblem } from "~/integrations/carriers/calling/credentials";
import { explainWithoutAdapter } from "~/integrations/carriers/codes-without-adapter";
import { problem } from "~/integrations/carriers/reading/answers";
import { decodeBody } from "~/integrations/carriers/reading/body";
import { deliveredWhere } from "~/integrations/carriers/reading/delivered-where";
import { countryCode, readPlace } from "~/integrations/carriers/reading/places";
import { withoutPersonalData } from "~/integrations/carriers/reading/privacy";
import { readOffset, readTime, receivedTime } from "~/integrations/carriers/reading/times";
import { isYes, joined, numberOf } from "~/integrations/carriers/reading/values";
import { carrierAdapters, findAdapter } from "~/integrations/carriers/registry";
import { headerText, parseSender } from "~/integrations/notifiers/smtp/mail-safety";
import { carrierChoices } from "~/presenters/admin/carrier-search";
import { readListRequest } from "~/presenters/admin/shipment-list-query";
import { safePlace, safeWords } from "~/presenters/storefront/safe-words";
import { mapOrder } from "~/shopify/map-order";
import { cellReaders } from "~/use-cases/imports/cell-readers";
import { allRows, firstRows } from "~/use-cases/imports/read-rows";
import { eventNode, fulfillmentNode, lineItemNode, list, orderNode } from "~tests/fixtures/order-node";

import { expectLinear, PUMPS } from "./growth";

const NOW = Date.UTC(2026, 10, 24, 12);
const TIMEOUT_MS = 300_000;

const place = (text: string) => ({ city: text, region: text, country: text, postalCode: text, text });
const event = (text: string) => ({
  time: { at: NOW, certainty: "exact" as const, zone: null, said: text }, status: "UNKNOWN" as const, detail: null, mapping: null, code: text, text, place: place(text), sourceEventId: null, returnLeg: false, withdraws: false, raw: null,
});
const item = { number: "1Z999AA10123456784" };
const location = (text: string) => ({ city: text, region: text, postal_code: text, country: text, text });
const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });
const stream = (text: string) => Readable.from([...Array(Math.ceil(text.length / 16_384)).keys()].map((index) => Buffer.from(text.slice(index * 16_384, (index + 1) * 16_384))));

/** What reads one text from outside: by its name, the work that it does. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  "classify a scan": (text) => [classifyText(text), classifyByRules(text), classifyText(`Delivered ${text}`), classifyText(`${text} not delivered`), classifyText(text, "usps")],
  "explain without an adapter": (text) => [explainWithoutAdapter({ carrier: text, code: text, text }), explainWithoutAdapter({ carrier: "correios", code: `BDE${text}`, text: null })],
  "a status by its name": (text) => [statusNamed(text), understandGiven({ status: text, code: text, text, carrier: null })],
  "detect a number": (text) => [detectCarrier(text), normaliseNumber(text), detectCarrier(`1Z${text}`)],
  "a number's key": (text) => [toNumberKey(text), toAskedNumber(text), readNumber(text), trackingUrl("ups", text)],
  "match a carrier": (text) => [matchCarrier(text), matchCarrier(`ups${text}`), matchCarrier(`Hermes (${text}`), matchCarrier(text.slice(0, 120)), matchCarrier(`ups${text}`.slice(0, 119)), matchCarrier(`${`dhl${text}`.slice(0, 118)}x`)],
  "a name": (text) => [nameTokens(text), compactName(text), carrierByShopName(text, { own: [{ code: "own_a", name: text.slice(0, 80), template: null }], names: new Map() }), ownCode(text.slice(0, 80), []), findAdapter(text)],
  "search carriers": (text) => [searchCarriers(text), catalogueSearch(text, 1, 25).total, carrierChoices(text, text, [])],
  "the list of shipments": (text) => readListRequest(new URLSearchParams({ q: text, status: text, carrier: text, from: text, after: text }), "UTC"),
  "a mapping's rule": (text) => [foldText(text), cutText(text, 200), readRule({ provider: text, code: text, text, status: text, detail: text }, ["ups"])],
  "an own carrier's page": (text) => [readTemplate(`https://a.example/${text}{number}`), fillOwnTemplate("https://a.example/{number}", text)],
  "a credential": (text) => carrierAdapters.map((adapter) => adapter.credentials.map((field) => credentialProblem(field, text))),
  "pasted lines": (text) => readLines(text),
  "a scan that is stored": (text) => eventKey("ups", boundedEvent(event(text))),
  "a page's words": (text) => [safeWords(text), safePlace(place(text)), safeWords(`Signed by ${text}`), withoutPeople(text.slice(0, 500))],
  "a carrier's values": (text) => [readTime(text), readTime(`2026-01-01 ${text}`), readOffset(text), receivedTime(NOW, text), countryCode(text), readPlace(place(text)), numberOf(text), isYes(text), joined(" ", text, `${text}x`), deliveredWhere(text.slice(0, 500))],
  "a raw scan": (text) => withoutPersonalData({ a: text, b: [text.slice(0, 2_000)], [text.slice(0, 100_000)]: 1 }),
  "a provider's message": (text) => problem("invalid", text),
  "a body that is none": (text) => [decodeBody(text), decodeBody(`<${text}`), decodeBody(`<a b="${text}`), decodeBody(`<a>${text}</a>`), decodeBody(`<!-- ${text}`), decodeBody(`{"a":"${text}`)],
  "an item of the API": (text) => [
    readList({ events: [text], [text.slice(0, 100_000)]: 1 }, "events"), readShipmentItem({ number: text, carrier: text, order: text, shipped_at: text, service: text, origin_country: text }, "shipments[0]", cellReaders, NOW),
    readEventItem({ ...item, occurred_at: "2026-11-20T10:00:00Z", time_zone: text, status: text, detail: text, code: text, description: text, carrier: text, location: location(text) }, "events[0]", cellReaders, NOW),
    readEventItem({ ...item, occurred_at: "2026-11-20T10:00:00Z", status: text.slice(0, 100), code: text.slice(0, 100), description: text.slice(0, 500), carrier: text.slice(0, 255), location: location(text.slice(0, 40)) }, "events[0]", cellReaders, NOW),
  ],
  "a file's cells": (text) => {
    const reading = { mapping: { number: 0, date: 1, text: 2, status: 2, code: 2, carrier: 2, city: 2, country: 3, zone: 3, shippedAt: 1, order: 2 }, dateOrder: null, zone: "UTC", now: NOW };
    const rows = [["1Z999AA10123456784", "2026-11-20", text, "DE"], [text, text, text, text], ["1Z999AA10123456784", text, "x", text]];
    return [...rows.map((row) => [readEventRow(row, reading, cellReaders), readShipmentRow(row, reading, cellReaders)]), guessMapping("events", [text, "number"], [[text, text]]), guessKind([text]), hasNoHeader([text]), guessDateOrder([text]), csvRow([text])];
  },
  "a file's text": (text) => [sniffSeparator(text), firstRows(text, 50), firstRows(`number,text\n1Z,"${text}`, 50), decodeText(Buffer.from(text))],
  "an order of Shopify": (text) =>
    mapOrder(orderNode({
      name: text, sourceName: null, app: { name: text } as never, tags: [text],
      lineItems: list({ ...lineItemNode(), title: text }),
      fulfillments: [fulfillmentNode({ trackingInfo: [{ company: text, number: text, url: text }, { company: text, number: `2${text}`, url: null }], events: list(eventNode({ message: text, city: text, province: text, country: text, zip: text })), estimatedDeliveryAt: text })],
    })),
  "a customer's words": (text) => [normaliseEmail(text), normalisePhone(text, "DE"), normalisePostalCode(text), orderNameKey(text), readFeedback({ rating: "5", reason: text, comment: text })],
  "a mail's heads": (text) => [headerText(text), parseSender(text), parseSender(`"${text}" <a@b.example>`)],
};

describe("a text ten times as long takes about ten times as long", () => {
  it.each(Object.entries(READERS))("to read: %s", { timeout: TIMEOUT_MS }, async (name, read) => {
    await expectLinear(name, PUMPS, (text) => () => read(text));
  });

  it("to read a whole file's rows", { timeout: TIMEOUT_MS }, async () => {
    const rows = async (text: string) => {
      for await (const row of allRows(text, ",")) if ("problem" in row) return;
    };
    await expectLinear("rows", [...PUMPS, "a,b\n", '"'], (text) => () => rows(text));
  });

  it("to read on the command line", { timeout: TIMEOUT_MS }, async () => {
    for (const [name, command] of Object.entries({ detect, matchCarriers, explain: (input: Readable, output: Writable) => explain({ carrier: "usps" }, input, output) })) {
      await expectLinear(name, ["a", "1Z", "é", " "], (text) => () => command(stream(text), silent()));
    }
    await expectLinear("explain", PUMPS, (text) => () => explain({ carrier: "usps", code: text, text }, stream(""), silent()));
  });
});
