import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { newestFirst, shipment } from "./answers";
import { decodeBody } from "./body";
import { deliveredWhere } from "./delivered-where";
import { countryCode, readPlace } from "./places";
import { withoutPersonalData } from "./privacy";
import { markReturnLeg } from "./return-leg";
import { newestScanned } from "./reused";
import { scan } from "./scan";
import { readTime } from "./times";
import { at, list, text } from "./values";

const event = (said: string, status: Parameters<typeof scan>[0]["understood"]["status"], code: string | null = null) =>
  scan({ time: readTime(said), receivedAt: 0, understood: { status, detail: null, mapping: "test@1" }, code, text: null, raw: {} });

describe("decodeBody", () => {
  it("reads JSON and XML, and keeps codes as text", () => {
    expect(decodeBody('\uFEFF{"a":1}')).toEqual({ kind: "json", value: { a: 1 } });
    expect(decodeBody('<?xml version="1.0"?><n:a xmlns:n="x" id="007"><n:b>03</n:b><n:b>04</n:b></n:a>')).toMatchObject({ kind: "xml", value: { a: { "@id": "007", b: ["03", "04"] } } });
  });

  it.each(["", "  ", "{", '{"a":', "<a><b></a>", "<a>", "<!doctype html><html></html>", "<html>", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "plain words", "<a>".repeat(100)])(
    "does not take %j",
    (body) => {
      expect(decodeBody(body).kind).toBe("unreadable");
    },
  );

  it("never throws", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string().map((inner) => `<a>${inner}</a>`)), (body) => typeof decodeBody(body).kind === "string"));
  });
});

describe("values", () => {
  it("reaches own properties alone", () => {
    expect(at({}, "constructor", "name")).toBeUndefined();
    expect(at(JSON.parse('{"__proto__":{"a":1}}'), "a")).toBeUndefined();
    expect(at({ a: [{ b: 1 }] }, "a", 0, "b")).toBe(1);
    expect(at(null, "a")).toBeUndefined();
  });

  it("takes one or many, and no empty texts", () => {
    expect([list(null), list(""), list({}), list([1, 2])]).toEqual([[], [], [{}], [1, 2]]);
    expect([text(" a "), text(""), text("null"), text(7), text({ "#text": "x", "@a": "y" }), text({}), text([])]).toEqual(["a", null, null, "7", "x", null, null]);
  });
});

describe("withoutPersonalData", () => {
  it("drops who and where exactly, keeps what and roughly where", () => {
    const raw = {
      receivedBy: "JANE DOE", signedBy: "J", description: "Mail jane@example.com about it", phone: "1", recipient: { name: "x" },
      location: { address: { addressLine1: "1 Main St", street: "Main", city: "Albany", postalCode: "12207", countryCode: "US" } },
      name: "JANE", code: "FS", consigneeName: "x", emailAddress: "x", signature: { image: "…" }, recipientCountry: "US",
    };
    expect(withoutPersonalData(raw, ["name"])).toEqual({
      description: "Mail … about it", location: { address: { city: "Albany", postalCode: "12207", countryCode: "US" } }, code: "FS", recipientCountry: "US",
    });
  });
});

describe("places", () => {
  it("tells countries by code and name, and keeps what is no country as text", () => {
    expect(["us", "GBR", "Germany", "UK", "Nowhere", ""].map(countryCode)).toEqual(["US", "GB", "DE", "GB", null, null]);
    expect(readPlace({ city: "Leipzig", country: "Saxony" })).toEqual({ city: "Leipzig", region: null, country: null, postalCode: null, text: "Saxony" });
    expect(readPlace({ city: " ", text: null })).toBeNull();
  });

  it("reads where a delivery was left", () => {
    expect(["Front Door", "Delivered, Parcel Locker", "In/At Mailbox", "Left with neighbor", "Delivered"].map(deliveredWhere)).toEqual(["safe_place", "locker", "mailbox", "neighbour", null]);
  });
});

describe("newestFirst", () => {
  it("turns a list that came oldest first, and keeps the order of scans of one instant", () => {
    const events = [event("2026-11-01", "PRE_TRANSIT", "a"), event("2026-11-02", "IN_TRANSIT", "b"), event("2026-11-02", "OUT_FOR_DELIVERY", "c")];
    expect(newestFirst(events).map((one) => one.code)).toEqual(["c", "b", "a"]);
    expect(newestFirst([...events].reverse()).map((one) => one.code)).toEqual(["c", "b", "a"]);
  });

  it("leaves a scan without a time where its source put it", () => {
    const events = [event("2026-11-01", "PRE_TRANSIT", "a"), event("", "IN_TRANSIT", "b"), event("2026-11-02", "OUT_FOR_DELIVERY", "c"), event("", "DELIVERED", "d")];
    expect(newestFirst(events).map((one) => one.code)).toEqual(["d", "c", "b", "a"]);
    expect(newestFirst([...events].reverse()).map((one) => one.code)).toEqual(["d", "c", "b", "a"]);
    const oldest = [event("", "PRE_TRANSIT", "a"), event("2026-11-02", "IN_TRANSIT", "b"), event("2026-11-03", "DELIVERED", "c")];
    expect(newestFirst(oldest).map((one) => one.code)).toEqual(["c", "b", "a"]);
    expect(newestFirst([...oldest].reverse()).map((one) => one.code)).toEqual(["c", "b", "a"]);
  });

  it("does not take a scan without a time for the newest of a number that is used again", () => {
    const old = shipment("1", { events: [event("2025-03-01", "DELIVERED"), scan({ time: null, receivedAt: Date.UTC(2026, 10, 24), understood: { status: "IN_TRANSIT", detail: null, mapping: null }, code: null, text: null, raw: {} })] });
    const now = shipment("1", { events: [event("2026-11-20", "IN_TRANSIT")] });
    expect(newestScanned([old, now])).toBe(now);
  });
});

describe("markReturnLeg", () => {
  it("reads a delivery on the way back as returned, and one before it as delivered", () => {
    const events = [event("2026-11-04", "DELIVERED"), event("2026-11-03", "IN_TRANSIT"), event("2026-11-02", "RETURNING"), event("2026-11-01", "DELIVERED")];
    expect(markReturnLeg(events).map((one) => [one.status, one.returnLeg])).toEqual([["RETURNED", true], ["RETURNING", true], ["RETURNING", true], ["DELIVERED", false]]);
  });

  it("ends when the delivery goes on", () => {
    const resumed = { ...event("2026-11-03", "IN_TRANSIT"), detail: "resumed" as const };
    expect(markReturnLeg([event("2026-11-04", "DELIVERED"), resumed, event("2026-11-02", "RETURNING")])[0]).toMatchObject({ status: "DELIVERED", returnLeg: false });
  });
});
