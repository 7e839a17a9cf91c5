import { describe, expect, it } from "vitest";

import { eventKey } from "~/domain/tracking/event-key";

import { RECEIVED, reading, statuses } from "../reading/parsing-for-tests";
import { shippo } from ".";

const read = reading(shippo);

describe("shippo", () => {
  it("lets the main status win over a substatus of another", () => {
    expect(shippo.explain({ code: "DELIVERED/information_received", text: null }).status).toBe("DELIVERED");
    expect(shippo.explain({ code: "TRANSIT/out_for_delivery", text: null }).status).toBe("OUT_FOR_DELIVERY");
    expect(shippo.explain({ code: "RETURNED/package_unclaimed", text: null })).toMatchObject({ status: "RETURNING", detail: "unclaimed" });
  });

  it("takes the time of the scan, not Shippo's own, and no scan from UNKNOWN", () => {
    const track = (status: string) => ({ carrier: "usps", tracking_number: "1", tracking_history: [{ object_id: "o", object_created: "2026-01-09T00:00:00Z", status, status_date: "2026-01-02T03:04:05Z" }] });
    expect(read({ event: "track_updated", data: track("TRANSIT") }).shipments[0]?.events[0]).toMatchObject({ sourceEventId: "o", time: { at: Date.UTC(2026, 0, 2, 3, 4, 5) } });
    expect(statuses(read(track("UNKNOWN")).shipments[0])).toEqual([]);
    expect(read({ tracking_number: ["This field is required."], carrier: ["Not supported."] }, 400).problems[0]).toMatchObject({ kind: "invalid", message: "This field is required." });
  });

  it("says that it must be told the carrier", async () => {
    const http = { send: () => Promise.reject(new Error("not to be asked")) };
    const query = { number: "1", carrier: "nobody", destinationCountry: null, destinationPostalCode: null, shippedAt: null, locale: null };
    const answer = await shippo.track([query], { credentials: { api_token: "t" }, http, now: () => RECEIVED, tokens: { get: () => Promise.resolve(""), drop: () => undefined } });
    expect(answer.problems).toMatchObject([{ kind: "invalid", number: "1" }]);
  });
});

describe("shippo: traps", () => {
  const event = (object_id: string, day: string, status = "TRANSIT") => ({ object_id, object_created: "2026-01-09T00:00:00Z", status, status_date: `2026-01-0${day}T03:04:05Z` });
  const track = (...tracking_history: unknown[]) => ({ carrier: "hermes_uk", tracking_number: "1", tracking_history });

  it("doubles have the same id, and late scans find their place", () => {
    const known = read(track(event("b", "3"), event("a", "2"), event("b", "3"), event("c", "4", "DELIVERED"))).shipments[0];
    expect(statuses(known)).toEqual(["DELIVERED", "IN_TRANSIT", "IN_TRANSIT", "IN_TRANSIT"]);
    expect(new Set(known?.events.map((one) => eventKey("shippo", one))).size).toBe(3);
  });

  it("Evri's scans have no place, and a track may have no status at all", () => {
    expect(read(track(event("a", "2"))).shipments[0]?.events[0]?.place).toBeNull();
    expect(read({ carrier: "usps", tracking_number: "1", tracking_status: null, tracking_history: [] }).shipments[0]).toMatchObject({ summary: null, events: [] });
  });

  it("words drift: the substatus decides", () => {
    expect(shippo.explain({ code: "TRANSIT/package_arrived", text: "Delivered, in mailbox" })).toMatchObject({ status: "IN_TRANSIT", detail: "arrived" });
  });

  it("a push is a track even without its carrier, and never an error that is called like its event", () => {
    expect(read({ event: "track_updated", data: { tracking_number: "1", tracking_status: { status: "DELIVERED" } } }, null)).toMatchObject({ shipments: [{ number: "1", carrier: null, summary: { status: "DELIVERED" } }], problems: [] });
    expect(read({ event: "track_updated", data: {} }, null).problems).toMatchObject([{ kind: "unparsable" }]);
  });

  it("a refused token is known by its words where the HTTP status is not kept", () => {
    expect(read({ detail: "Invalid token" }, null).problems[0]?.kind).toBe("auth");
    expect(read({ tracking_number: ["This field is required."] }, null).problems[0]?.kind).toBe("invalid");
  });
});
