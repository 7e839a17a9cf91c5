import { Liquid } from "liquidjs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { orderView } from "~/presenters/storefront/order-view";
import { LIQUID_ROOT, type PageModel } from "~/presenters/storefront/page-model";
import { renderFragment, renderPage } from "~/presenters/storefront/render-page";

import { NOW, orderRow, scan, shipmentRow } from "./order-rows";

const liquid = new Liquid();

/** A page in which every text that comes from outside is this one. */
function pageWith(text: string): PageModel {
  const order = orderRow({
    name: text,
    lineItems: [{ gid: "1", title: text, variant: text, quantity: 3, imageUrl: text }],
    fulfillments: [{ id: "f1", status: "SUCCESS", items: [{ lineItemGid: "1", quantity: 1 }] }],
    shipments: [shipmentRow({ number: text, trackingCompany: text, trackingUrl: text, carrier: null, status: "DELIVERED", feedback: [{ rating: 1, reason: text, comment: text, createdAt: new Date(NOW) }] })],
  });
  const place = { city: text, region: text, country: text, postalCode: text, text };
  const events = [scan(3, "IN_TRANSIT", { text, place, code: text }), scan(2, "UNKNOWN", { text, place: { ...place, city: null } })];
  const view = orderView({
    shop: { timeZone: text, settings: { brand: { color: text } } },
    order,
    events: new Map([["shipment-1", events]]),
    carriers: { name: () => text, trackingUrl: () => text },
    locale: { tag: "en", language: "en" },
    now: NOW,
  });
  return {
    language: "en",
    action: "/apps/track", root: "",
    shows: { items: true, feedback: true },
    brand: { color: text },
    notice: { tone: "bad", text },
    form: { order: text, contact: text, missing: ["order"] },
    order: { view, token: "a".repeat(27) },
    feedback: { shipmentId: "shipment-1", kind: "refused", problem: "rating_missing", rating: text, reason: text, comment: text },
  };
}

const TAGS = /<(\/?[a-z][a-z0-9]*)/g;
const ALLOWED = new Set(
  "style div h1 h2 h3 h4 h5 p form input label button textarea select option fieldset legend section article header footer ol ul li dl dt dd span q a svg path img details summary".split(" "),
);

function expectHarmless(page: string): void {
  // The only Liquid of a page is our own: where the shopper's language begins.
  const markup = page.replaceAll(LIQUID_ROOT.markup, "");
  const body = markup.replace(/<style>[\s\S]*?<\/style>/, "");
  for (const [, tag = ""] of body.matchAll(TAGS)) expect(ALLOWED).toContain(tag.replace("/", ""));
  expect(body).not.toMatch(/<[^>]*\son\w+\s*=/i);
  expect(body).not.toMatch(/(?:href|src|action)="\s*(?:javascript|data|vbscript):/i);
  expect(body).not.toMatch(/\{\{|\{%/);
  // Shopify runs the page through Liquid: it must come out as it went in.
  expect(liquid.parseAndRenderSync(markup)).toBe(markup);
}

describe("hostile data on the page", () => {
  it.each([
    `<script>alert(1)</script>`,
    `"><img src=x onerror=alert(1)>`,
    `' onmouseover='alert(1)`,
    `javascript:alert(1)`,
    `{{ shop.email }}`,
    `{% raw %}{{ 1 }}{% endraw %}`,
    `{%- assign x = 1 -%}{{x}}`,
    `{% layout none %}{% include 'customer' %}`,
    `</style><script>alert(1)</script>`,
    `</textarea><script>alert(1)</script>`,
    `&#123;&#123; shop.email &#125;&#125;`,
    `#fff;background:url(//evil.example)`,
    `\u202Egnp.exe`,
  ])("%s does nothing", (text) => {
    expectHarmless(renderPage(pageWith(text)));
    expectHarmless(renderFragment(pageWith(text)));
  });

  it("does nothing, whatever it is", () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom("{{", "{%", "%}", "}}", "-", "<", ">", '"', "'", "=", "`", "script", "onload", "/", "javascript:", "https://x.example/", "&", ";", " "), fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 14 });
    fc.assert(fc.property(pieces, (parts) => expectHarmless(renderPage(pageWith(parts.join(""))))), { numRuns: 150 });
  });

  it("leads away from the page with no-referrer alone", () => {
    const markup = renderPage(pageWith("https://carrier.example/track"));
    for (const [link] of markup.matchAll(/<a [^>]*href="https:[^>]*>/g)) {
      expect(link).toContain('rel="noopener noreferrer"');
      expect(link).toContain('referrerpolicy="no-referrer"');
    }
    for (const [picture] of markup.matchAll(/<img [^>]*>/g)) expect(picture).toContain('referrerpolicy="no-referrer"');
  });
});
