import { createHmac } from "node:crypto";

import { describe, expect, it } from "vitest";

import type { WebhookScheme } from "../port";
import { reading, statuses } from "../reading/parsing-for-tests";
import { asked, query } from "../reading/tracking-for-tests";
import { verifySignature } from "../verify-signature";
import { easypost } from ".";

const read = reading(easypost);
const tracker = (status: string, details: unknown[] = [], more: Record<string, unknown> = {}) => ({ object: "Tracker", tracking_code: "EZ1", carrier: "FedEx", status, tracking_details: details, ...more });

describe("easypost", () => {
  it.each([["unknown", "PENDING", null], ["in_transit/damaged", "IN_TRANSIT", "damaged"], ["return_to_sender", "RETURNING", null], ["canceled", "EXCEPTION", "cancelled"], ["error", "UNKNOWN", null], ["in_transit/delivered", "IN_TRANSIT", null]])("explains %s", (code, status, detail) => {
    expect(easypost.explain({ code, text: null })).toMatchObject({ status, detail });
  });

  it("reads trackers, events of trackers, and lets other events pass", () => {
    const detail = { message: "Picked up", status: "in_transit", status_detail: "arrived_at_facility", datetime: "2026-07-31T19:27:00Z" };
    expect(statuses(read(tracker("in_transit", [detail])).shipments[0])).toEqual(["IN_TRANSIT"]);
    expect(read({ object: "Event", description: "tracker.updated", result: tracker("delivered") }).shipments[0]).toMatchObject({ carrier: "fedex", summary: { status: "DELIVERED" } });
    expect(read({ object: "Event", description: "batch.updated", result: {} })).toEqual({ shipments: [], problems: [] });
    expect(read({ trackers: [tracker("in_transit"), tracker("delivered")] }).shipments.map((one) => one.summary?.status)).toEqual(["IN_TRANSIT"]);
  });

  it("tells a day that is expected at midnight as a day, and errors by their status", () => {
    expect(read(tracker("in_transit", [], { est_delivery_date: "2026-08-05T00:00:00Z" })).shipments[0]?.estimate?.precision).toBe("day");
    expect(read({ error: { code: "APIKEY.INACTIVE", message: "inactive" } }, 403).problems[0]?.kind).toBe("auth");
    expect(read({ error: { code: "TRACKER.CREATE.ERROR", message: "bad" } }, 422).problems[0]?.kind).toBe("invalid");
  });
});

describe("easypost: traps", () => {
  it("the first answer knows nothing, and is no error", () => {
    expect(read(tracker("unknown")).shipments[0]).toMatchObject({ summary: { status: "PENDING" }, events: [] });
  });

  it("going back and gone back are not told apart: neither is a delivery", () => {
    expect(read(tracker("return_to_sender", [{ status: "delivered", message: "Delivered", datetime: "2026-08-01T10:00:00Z" }], { is_return: true })).shipments[0]?.events[0]?.status).toBe("RETURNED");
    expect(easypost.explain({ code: "return_to_sender", text: null }).status).toBe("RETURNING");
  });

  it("a list without dates ends a month ago: half a year is asked for", async () => {
    const { context, sent } = asked(() => ({ trackers: [] }), { api_key: "k" });
    await easypost.track([query("A"), query("B")], context);
    const url = new URL(sent[0]?.url ?? "");
    expect([url.searchParams.getAll("tracking_codes[]"), url.searchParams.get("start_datetime")]).toEqual([["A", "B"], "2026-05-28T12:00:00.000Z"]);
  });

  it("of several trackers with one code the newest made is meant", () => {
    expect(read({ trackers: [tracker("in_transit"), tracker("delivered")] }).shipments.map((one) => one.summary?.status)).toEqual(["IN_TRANSIT"]);
  });
});

describe("easypost: events and errors", () => {
  it("an event is known by its description where it does not call itself one", () => {
    expect(read({ description: "tracker.updated", result: { tracking_code: "E1", status: "in_transit", tracking_details: [] } }).shipments).toMatchObject([{ number: "E1", summary: { status: "IN_TRANSIT" } }]);
    expect(read({ description: "refund.successful", result: { tracking_code: "E1", status: "refunded" } })).toEqual({ shipments: [], problems: [] });
  });

  it.each([["NOT_FOUND", "not_found"], ["RATE_LIMITED", "rate_limit"], ["APIKEY.INACTIVE", "auth"], ["SERVICE_UNAVAILABLE", "unavailable"], ["PARAMETER.INVALID", "invalid"]])("error %s", (code, kind) => {
    expect(read({ error: { code, message: "m", errors: [] } }, null).problems).toMatchObject([{ kind, code }]);
  });
});

describe("easypost: signature", () => {
  it("trap: the secret is brought into NFKD first", () => {
    const body = Buffer.from('{"weight":614.0}');
    const signed = (secret: string) => ({ "x-hmac-signature": `hmac-sha256-hex=${createHmac("sha256", secret).update(body).digest("hex")}` });
    const check = (headers: Record<string, string>) => verifySignature(easypost.webhook as WebhookScheme, { body, headers }, { webhook_secret: "s\u00e9cret" });
    expect(check(signed("se\u0301cret"))).toEqual({ ok: true });
    expect(check(signed("s\u00e9cret")).ok).toBe(false);
  });
});
