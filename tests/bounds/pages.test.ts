import { describe, it } from "vitest";

import { composeMail, type MailFacts } from "~/domain/notifications/render/compose-mail";
import { renderMail } from "~/domain/notifications/render/render-mail";
import { readSettings, TRIGGERS } from "~/domain/settings/shop-settings";
import { computeState } from "~/domain/tracking/compute-state";
import type { TrackingEvent } from "~/domain/tracking/event";
import { translator } from "~/locales";
import { exceptionItem } from "~/presenters/admin/exception-item";
import { presentImport } from "~/presenters/admin/imports";
import { timelineItems } from "~/presenters/admin/shipment-timeline";
import { presentPlans } from "~/presenters/admin/track-numbers";
import { usedNames } from "~/presenters/admin/used-names";
import { carrierDirectory } from "~/presenters/storefront/carrier-directory";
import { orderView } from "~/presenters/storefront/order-view";
import type { PageModel } from "~/presenters/storefront/page-model";
import { renderFragment, renderPage } from "~/presenters/storefront/render-page";
import { NOW, orderRow, scan, shipmentRow } from "~tests/integration/storefront/order-rows";

import { expectLinear, PUMPS } from "./growth";

const TIMEOUT_MS = 300_000;

const place = (text: string) => ({ city: text, region: text, country: text, postalCode: text, text });
/** As they may have been stored before texts had a longest length. */
const scans = (text: string): TrackingEvent[] => [
  scan(30, "IN_TRANSIT", { text, place: place(text), code: text }), scan(20, "UNKNOWN", { text, place: { ...place(text), city: null } }), scan(5, "DELIVERED", { text: `Signed by ${text}`, place: place(text), zone: text } as Partial<TrackingEvent>),
];
const names = (code: string) => code;
const shows = { items: true, feedback: true };
const model: PageModel = { language: "en", root: "", action: "/apps/track", shows, brand: { color: "#123456" }, notice: null, form: null, order: null, feedback: null };

function orderPage(text: string, feedback = false): string {
  const shipment = shipmentRow({ number: text, trackingCompany: text, trackingUrl: `https://a.example/${text}`, service: text, status: "DELIVERED", carrier: null, numbers: [{ number: text, carrier: null }] } as Parameters<typeof shipmentRow>[0]);
  const order = orderRow({ name: text, shipments: [shipment], lineItems: orderRow().lineItems.map((line) => ({ ...line, title: text, variant: text, imageUrl: `https://a.example/${text}` })) });
  const view = orderView({
    shop: { timeZone: "Europe/Berlin", settings: {} }, order, events: new Map([[shipment.id, scans(text)]]), carriers: carrierDirectory([{ code: "own_a", name: text, template: null }]), locale: { tag: "en-GB", language: "en" }, now: NOW,
  });
  const reply = { shipmentId: shipment.id, kind: "refused" as const, problem: "comment_too_long" as const, rating: text, reason: text, comment: text };
  return renderPage({ ...model, order: { view, token: "t" }, feedback: feedback ? reply : null });
}

const facts = (text: string): MailFacts => ({
  trigger: "shipped", now: NOW, shop: { name: text, timeZone: "UTC" }, settings: readSettings({ supportEmail: "help@larkandpine.example" }).settings, order: { name: text, customerName: text },
  shipment: { status: "EXCEPTION", detail: "weather", number: text, carrierName: text, expected: null }, items: [{ title: text, variant: text, quantity: 1, imageUrl: `https://a.example/${text}` }], trackingUrl: `https://a.example/${text}`,
});

/** Pages, mails and lists that show texts from outside: by name, the work of making one. */
const PAGES: Readonly<Record<string, (text: string) => unknown>> = {
  "an order's page": (text) => orderPage(text),
  "the feedback on it": (text) => orderPage(text, true),
  "the look-up page": (text) => [renderPage({ ...model, form: { order: text, contact: text, missing: [] }, notice: { tone: "bad", text } }), renderFragment({ ...model, notice: { tone: "bad", text } })],
  "every mail": (text) => TRIGGERS.map((trigger) => renderMail(composeMail({ ...facts(text), trigger }, translator("en")))),
  "a shipment's timeline": (text) => timelineItems(scans(text), computeState({ direction: "out", shippedAt: NOW, estimate: null, stopped: false }, scans(text)), names),
  "a file's preview": (text) => {
    const event = { time: { at: NOW, certainty: "exact" as const, zone: null, said: text }, status: "UNKNOWN" as const, detail: null, mapping: null, code: text, text, place: place(text), sourceEventId: null, returnLeg: false, withdraws: false, raw: null };
    const file = { id: "f", kind: "events", fileName: text, status: "draft", headers: [text], createdAt: new Date(NOW), finishedAt: null, separator: "," } as Parameters<typeof presentImport>[0]["file"];
    const options = { mapping: {}, header: true, dateOrder: null, zone: "UTC", follow: false };
    return presentImport({ file, options, missing: [], rows: [{ line: 1, kind: "event", number: text, known: false, event }, { line: 2, kind: "problem", cells: [text.slice(0, 60)], problem: text.slice(0, 60) }] }, [{ line: 1, problem: "x", cells: [text] }], names);
  },
  "pasted numbers": (text) => presentPlans([{ line: 1, wanted: { number: text, carrier: text, order: text, shippedAt: null, service: text, originCountry: null, destinationCountry: null } }], [{ kind: "invalid", problem: "x" }], names),
  "an exception": (text) => exceptionItem({ id: "e", rule: "carrier_exception", severity: "high", openedAt: new Date(NOW), resolvedAt: null, resolution: null, details: { text, code: text }, shipment: { id: "s", number: text, carrier: text, status: "EXCEPTION", detail: null, lastEventAt: null, destinationCity: text, destinationCountry: text, order: { name: text } } } as unknown as Parameters<typeof exceptionItem>[0], names),
  "the names in use": (text) => usedNames([{ company: text, carrier: null, carrierSource: "unknown", shipments: 1, lastShippedAt: new Date(NOW) }], { own: [], names: new Map() }, names),
};

describe("a page with texts ten times as long takes about ten times as long to make", () => {
  it.each(Object.entries(PAGES))("%s", { timeout: TIMEOUT_MS }, async (name, make) => {
    await expectLinear(name, PUMPS, (text) => () => make(text));
  });
});
