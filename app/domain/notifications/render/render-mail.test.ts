import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { LOCALES, translator } from "~/locales";
import { readSettings, TRIGGERS } from "~/domain/settings/shop-settings";

import { composeMail, type MailFacts } from "./compose-mail";
import { escapeHtml, html, webAddress } from "./escape";
import { renderMail } from "./render-mail";

const NOW = Date.UTC(2026, 10, 5, 12);

const FACTS: MailFacts = {
  trigger: "shipped",
  now: NOW,
  shop: { name: "Lark & Pine", timeZone: "America/New_York" },
  settings: readSettings({ supportEmail: "help@larkandpine.example", brand: { color: "#1f6f54" } }).settings,
  order: { name: "#1001", customerName: "Ada Moreau" },
  shipment: {
    status: "IN_TRANSIT", detail: null, number: "1Z999AA10123456784", carrierName: "UPS",
    expected: { earliest: Date.UTC(2026, 10, 6), latest: Date.UTC(2026, 10, 6), precision: "day" },
  },
  items: [{ title: "Walnut desk lamp", variant: "Oak / Linen", quantity: 2, imageUrl: "https://cdn.example/lamp.png" }],
  trackingUrl: "https://lark.example/apps/track?t=abc",
};

const render = (more: Partial<MailFacts> = {}, locale: (typeof LOCALES)[number] = "en") => renderMail(composeMail({ ...FACTS, ...more }, translator(locale)));

describe("a message", () => {
  it("says the same in both forms", () => {
    const mail = render();
    expect(mail.subject).toBe("Your order #1001 is on its way");
    for (const form of [mail.html, mail.text]) {
      for (const words of ["Hello Ada Moreau,", "Expected on Friday, November 6", "UPS tracking number", "1Z999AA10123456784", "Walnut desk lamp", "Quantity: 2", "help@larkandpine.example"]) expect(form).toContain(words);
      expect(form).toContain("https://lark.example/apps/track?t=abc");
    }
    expect(mail.html).toContain("Lark &amp; Pine");
    expect(mail.text).toContain("Lark & Pine");
  });

  it("has a body in every language for every moment, with nothing left to fill in", () => {
    for (const locale of LOCALES) {
      for (const trigger of TRIGGERS) {
        const mail = render({ trigger }, locale);
        expect(mail.subject).toContain("#1001");
        expect(`${mail.subject}${mail.text}`).not.toMatch(/\{\w+\}|undefined|null/);
        expect(mail.html).toContain(`lang="${locale}"`);
      }
    }
  });

  it("gives the carrier's reason where it adds something", () => {
    const shipment = FACTS.shipment!;
    expect(render({ trigger: "delayed", shipment: { ...shipment, status: "EXCEPTION", detail: "weather" } }).text).toContain("Bad weather is holding it up.");
    expect(render({ trigger: "delayed", shipment }).text).toContain("has not reported anything new for some days");
    expect(render({ trigger: "delivered", shipment: { ...shipment, status: "DELIVERED", detail: "neighbour" } }).text).toContain("left with a neighbour");
    expect(render({ trigger: "delivered", shipment: { ...shipment, status: "DELIVERED" } }).text).toContain("How was the delivery?");
    const quiet = readSettings({ feedback: { enabled: false } }).settings;
    expect(render({ trigger: "delivered", settings: quiet }).text).not.toContain("How was the delivery?");
  });

  it("names a day as the day it is, whatever the zone it was said in, and no day that has passed", () => {
    const shipment = FACTS.shipment!;
    const on = (at: number) => render({ shipment: { ...shipment, expected: { earliest: at, latest: at, precision: "day" } } }, "de").text;
    expect(on(Date.UTC(2026, 10, 6, 5))).toContain("Freitag, 6. November");
    expect(on(Date.UTC(2026, 10, 5, 22))).toContain("Freitag, 6. November");
    expect(on(Date.UTC(2026, 9, 1))).not.toContain("Voraussichtlich");
    const window = { earliest: Date.UTC(2026, 10, 6, 3), latest: Date.UTC(2026, 10, 8, 20), precision: "instant" as const };
    expect(render({ shipment: { ...shipment, expected: window } }, "fr").text).toContain("Prévue entre le jeudi 5 novembre et le dimanche 8 novembre");
  });

  it("shows a picture only from the web, and counts what is too much", () => {
    const items = Array.from({ length: 9 }, (_, index) => ({ title: `Thing ${index}`, variant: null, quantity: 1, imageUrl: "javascript:alert(1)" }));
    const mail = render({ items });
    expect(mail.html).not.toContain("javascript:");
    expect(mail.text).toContain("Further items: 3");
    expect(mail.text).not.toContain("Thing 6");
  });

  it("does without what is not known", () => {
    const mail = render({ shipment: null, items: [], order: { name: "#7", customerName: null } });
    expect(mail.text).toContain("Hello,");
    expect(mail.text).not.toContain("Tracking number");
  });
});

describe("hostile input", () => {
  const evil = `"><script>alert('x')</script><img src=x onerror=alert(1)>\r\nBcc: a@b.example\u0000{order}`;

  it("stays text wherever it comes in", () => {
    const mail = render({
      shop: { name: evil, timeZone: "UTC" },
      order: { name: evil, customerName: evil },
      items: [{ title: evil, variant: evil, quantity: 1, imageUrl: `https://x.example/"onerror="alert(1)` }],
      shipment: { ...FACTS.shipment!, number: evil, carrierName: evil },
      trackingUrl: `https://x.example/?t="><script>`,
    });
    expect(mail.html).not.toContain("<script");
    expect(mail.html).not.toMatch(/<img[^>]* onerror/);
    expect(mail.html).not.toContain("\u0000");
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });

  it("makes no element and no attribute of any text", () => {
    const shape = (text: string) => (text.match(/<\/?[a-z][^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));
    const expected = shape(render({ order: { name: "x", customerName: "x" } }).html);
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }).filter((text) => text.trim() !== "" && text.replace(/[\p{Cc}\s]/gu, "") !== ""), (text) => {
        expect(shape(render({ order: { name: text, customerName: text } }).html)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it("is escaped once, by the template", () => {
    expect(html`<b title="${'"&'}">${["<i>"].map((text) => html`${text}`)}${null}${false}${3}</b>`.text).toBe('<b title="&quot;&amp;">&lt;i&gt;3</b>');
    expect(escapeHtml("a\u0007\tb\u009f'")).toBe("a\tb&#39;");
    expect(webAddress("data:text/html,x")).toBeNull();
    expect(webAddress("//evil.example")).toBeNull();
  });
});
