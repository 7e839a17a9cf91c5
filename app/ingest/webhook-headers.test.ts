import { describe, expect, it } from "vitest";

import { readSignature, readWebhookHeaders, type GivenHeaders } from "./webhook-headers";

const values = { "hmac-sha256": "signature", topic: "Orders/Updated", "shop-domain": "Alder.myshopify.com", "api-version": "2026-10", "webhook-id": "b54557e4", "triggered-at": "2026-11-24T08:00:00.123456789Z" };
const family = (prefix: string, more: Record<string, string | string[] | undefined> = {}): GivenHeaders =>
  Object.fromEntries(Object.entries({ ...values, ...more }).map(([name, value]) => [`${prefix}${name}`, value]));
const webhooks = (more: Record<string, string | string[] | undefined> = {}) => family("x-shopify-", more);
const events = (more: Record<string, string | string[] | undefined> = {}) => family("shopify-", more);

describe("the headers of a delivery", () => {
  it.each([["webhooks", webhooks()], ["events", events()], ["both, alike", { ...webhooks(), ...events() }]])("of the family %s are read", (_name, given) => {
    expect(readSignature(given)).toEqual({ state: "given", signature: "signature" });
    expect(readWebhookHeaders(given)).toEqual({
      ok: true,
      headers: { topic: "orders/updated", domain: "alder.myshopify.com", apiVersion: "2026-10", webhookId: "b54557e4", eventId: null, triggeredAt: "2026-11-24T08:00:00.123Z" },
    });
  });

  it("name an event by its resource and what happened to it", () => {
    expect(readWebhookHeaders(events({ topic: "Order", action: "update", handle: "status-changes" }))).toMatchObject({ headers: { topic: "order/update" } });
    expect(readWebhookHeaders(events({ topic: "orders/updated", action: "update" }))).toMatchObject({ headers: { topic: "orders/updated" } });
  });

  it("keep the webhook's id and the event's id apart", () => {
    expect(readWebhookHeaders(webhooks({ "event-id": "e1" }))).toMatchObject({ headers: { webhookId: "b54557e4", eventId: "e1" } });
  });

  it.each(Object.keys(values))("are refused when the families contradict each other in %s", (name) => {
    const given = { ...webhooks(), ...events({ [name]: "another" }) };
    if (name === "hmac-sha256") expect(readSignature(given)).toEqual({ state: "ambiguous" });
    else expect(readWebhookHeaders(given)).toMatchObject({ ok: false, problem: expect.stringContaining(`shopify-${name}`) as string });
  });

  it.each(Object.keys(values))("are refused when %s comes twice, alike or not", (name) => {
    for (const given of [webhooks({ [name]: ["a", "b"] }), webhooks({ [name]: ["a", "a"] }), { ...webhooks(), ...events({ [name]: ["a", "a"] }) }]) {
      if (name === "hmac-sha256") expect(readSignature(given)).toEqual({ state: "ambiguous" });
      else expect(readWebhookHeaders(given)).toMatchObject({ ok: false });
    }
  });

  it("must all be of the signature's family", () => {
    const mixed = { ...webhooks(), "x-shopify-hmac-sha256": undefined, "shopify-hmac-sha256": "signature" };
    expect(readWebhookHeaders(mixed)).toEqual({ ok: false, problem: "Headers are missing: shopify-topic, shopify-shop-domain, shopify-api-version, shopify-webhook-id" });
    expect(readSignature(webhooks({ "hmac-sha256": "" }))).toEqual({ state: "missing" });
  });

  it("are not cut when they are long, but refused", () => {
    expect(readWebhookHeaders(webhooks({ "webhook-id": "x".repeat(500) }))).toMatchObject({ headers: { webhookId: "x".repeat(500) } });
    expect(readWebhookHeaders(webhooks({ "webhook-id": "x".repeat(501) }))).toMatchObject({ ok: false, problem: "A header is too long: x-shopify-webhook-id" });
  });

  it.each([
    "+275760-09-13T00:00:00.000Z", "-271821-04-20T00:00:00.000Z", "-000001-01-01T00:00:00Z", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "+010000-01-01T00:00:00Z",
    "1999-12-31T23:59:59Z", "yesterday", "1e99", "",
  ])("have no instant in %j", (written) => {
    expect(readWebhookHeaders(webhooks({ "triggered-at": written }))).toMatchObject({ ok: true, headers: { triggeredAt: null } });
  });
});
