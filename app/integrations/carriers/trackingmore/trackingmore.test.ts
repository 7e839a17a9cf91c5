import { createHmac } from "node:crypto";

import { describe, expect, it } from "vitest";

import type { WebhookScheme } from "../port";
import { reading, statuses } from "../reading/parsing-for-tests";
import { asked, query, trackOne } from "../reading/tracking-for-tests";
import { verifySignature } from "../verify-signature";
import { trackingmore } from ".";

const read = reading(trackingmore);

describe("trackingmore", () => {
  it.each([["pickup", "OUT_FOR_DELIVERY"], ["pickup002", "READY_FOR_PICKUP"], ["InfoReceived", "PRE_TRANSIT"], ["exception010", "RETURNED"], ["exception011", "RETURNING"], ["transit099", "IN_TRANSIT"], ["notfound001", "PRE_TRANSIT"], ["nonsense", "UNKNOWN"]])("explains %s", (code, status) => {
    expect(trackingmore.explain({ code, text: null }).status).toBe(status);
  });

  it("merges both legs, keeps local time local, and knows the number of the last mile", () => {
    const point = (date: string, substatus: string) => ({ checkpoint_date: date, checkpoint_delivery_substatus: substatus, tracking_detail: "x" });
    const data = {
      tracking_number: "RR1PH", courier_code: "phlpost", substatus: "delivered001", destination_track_number: "92",
      origin_info: { trackinfo: [point("2026-10-31T04:00:00", "transit001")] }, destination_info: { courier_code: "usps", trackinfo: [point("2026-11-02T17:11:00", "delivered001")] },
    };
    const known = read({ meta: { code: 200 }, data }).shipments[0];
    expect(statuses(known)).toEqual(["DELIVERED", "IN_TRANSIT"]);
    expect(known).toMatchObject({ nextNumber: { number: "92", carrier: "usps" }, events: [{ time: { certainty: "local" } }, {}] });
  });

  it("tells errors, and those inside a batch", () => {
    expect(read({ meta: { code: 4101, message: "exists" }, data: [] }, 400).problems[0]).toMatchObject({ kind: "invalid", code: "4101" });
    expect(read({ meta: { code: 200 }, data: { success: [], error: [{ tracking_number: "1", error_code: 4190, error_message: "quota" }] } }).problems).toMatchObject([{ kind: "rate_limit", number: "1" }]);
    expect(read({ meta: { code: 200 }, data: [] })).toEqual({ shipments: [], problems: [] });
  });
});

describe("trackingmore: traps", () => {
  const entry = (courier_code: string, delivery_status: string, day: string) => ({ tracking_number: "1", courier_code, delivery_status, origin_info: { trackinfo: [{ checkpoint_date: `2026-11-0${day}T10:00:00`, checkpoint_delivery_status: delivery_status, tracking_detail: "x" }] } });

  it("the same number with two couriers is two items", async () => {
    const body = { meta: { code: 200 }, data: [entry("usps", "delivered", "3"), entry("fedex", "transit", "2")] };
    expect((await trackOne(trackingmore, "1", body, { carrier: "fedex" })).shipments.map((one) => statuses(one))).toEqual([["IN_TRANSIT"]]);
  });

  it("pickup means out for delivery as often as ready to collect: the sub-status tells", () => {
    expect([trackingmore.explain({ code: "pickup001", text: null }).status, trackingmore.explain({ code: "pickup002", text: null }).status]).toEqual(["OUT_FOR_DELIVERY", "READY_FOR_PICKUP"]);
  });

  it("the first answer is pending, and older names of a checkpoint are read", () => {
    expect(read({ meta: { code: 200 }, data: { tracking_number: "1", courier_code: "usps", delivery_status: "pending" } }).shipments[0]?.summary?.status).toBe("PENDING");
    const old = { Date: "2015-11-02 17:11", StatusDescription: "Arrived", Details: "MANILA", substatus: "transit002" };
    expect(read({ meta: { code: 200 }, data: { tracking_number: "1", courier_code: "usps", origin_info: { trackinfo: [old] } } }).shipments[0]?.events[0]).toMatchObject({ text: "Arrived", time: { at: Date.UTC(2015, 10, 2, 17, 11), certainty: "local" }, place: { text: "MANILA" } });
  });
});

describe("trackingmore: limits and names", () => {
  it("trap: a 429 says no time; two minutes are asked for", async () => {
    const { context } = asked(() => ({}));
    const http = { send: () => Promise.resolve({ status: 429, headers: {}, body: '{"meta":{"code":429}}' }) };
    expect((await trackingmore.track([query("1")], { ...context, http })).problems).toMatchObject([{ kind: "rate_limit", retryAfterMs: 120_000 }]);
  });

  it("trap: the headers of its signature are not published, so a merchant can name them", () => {
    const headers = { "x-sig": createHmac("sha256", "s").update("1662371528").digest("hex"), "x-time": "1662371528" };
    const check = (names: Record<string, string>) => verifySignature(trackingmore.webhook as WebhookScheme, { body: Buffer.from("{}"), headers }, { webhook_secret: "s", ...names });
    expect(check({ signature_header: "X-Sig", timestamp_header: "X-Time" })).toEqual({ ok: true });
    expect(check({})).toMatchObject({ ok: false, why: "no_signature" });
  });
});
