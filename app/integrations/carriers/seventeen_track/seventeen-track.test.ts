import { describe, expect, it } from "vitest";

import { asked, query, trackOne } from "../reading/tracking-for-tests";
import { explainSeventeenTrack } from "./explain";
import { parseSeventeenTrack } from "./parse";
import { SEVENTEEN_TRACK_STATUSES } from "./status-map";
import { seventeenTrack } from ".";

const RECEIVED = Date.UTC(2026, 10, 24, 12);
const read = (value: unknown, httpStatus: number | null = 200) => parseSeventeenTrack(typeof value === "string" ? value : JSON.stringify(value), { httpStatus, receivedAt: RECEIVED });
const item = (events: unknown[], latest: unknown = null) => ({ number: "RR1CN", carrier: 3011, track_info: { latest_status: latest, tracking: { providers: [{ provider: { key: 3011 }, events }] } } });

describe("explainSeventeenTrack", () => {
  it("gives every status and sub-status a meaning of its own", () => {
    const names = Object.keys(SEVENTEEN_TRACK_STATUSES.meanings);
    expect(names.filter((name) => !name.includes("_")).length).toBe(9);
    for (const code of names) expect(explainSeventeenTrack({ code, text: null }).status, code).not.toBe("UNKNOWN");
  });

  it.each([
    ["InTransit_QuantumTunnelling", "IN_TRANSIT", null],
    ["Exception_Returned", "RETURNED", null],
    ["DeliveryFailure_Rejected", "EXCEPTION", "refused"],
    ["PickedUp", "IN_TRANSIT", "accepted"],
    ["Nonsense_Delivered", "UNKNOWN", null],
    [null, "UNKNOWN", null],
  ])("%s", (code, status, detail) => {
    expect(explainSeventeenTrack({ code, text: null })).toMatchObject({ status, detail });
  });
});

describe("parseSeventeenTrack", () => {
  it("keeps what was accepted and says what was rejected", () => {
    const answer = read({ code: 0, data: { accepted: [item([], { status: "NotFound", sub_status: "NotFound_Other" })], rejected: [{ number: "X", carrier: "3011", error: { code: -18019902, message: "register first" } }] } });
    expect(answer.shipments).toMatchObject([{ number: "RR1CN", events: [], summary: { status: "PENDING" } }]);
    expect(answer.problems).toMatchObject([{ kind: "not_found", number: "X", code: "-18019902" }]);
  });

  it("merges providers and drops what both tell", () => {
    const scan = { time_iso: "2022-03-03T10:43:24+08:00", time_utc: "2022-03-03T02:43:24Z", description: "Package in transit", sub_status: "InTransit_Other" };
    const data = { number: "RR1CN", track_info: { tracking: { providers: [{ events: [scan] }, { events: [scan, { ...scan, description: "Left" }] }] } } };
    expect(read({ event: "TRACKING_UPDATED", data }).shipments[0]?.events.length).toBe(2);
  });

  it("reads a time that stands in the carrier's own words alone", () => {
    const time = (raw: unknown) => read({ event: "TRACKING_UPDATED", data: item([{ time_iso: null, time_utc: null, time_raw: raw, description: "x", sub_status: "Delivered_Other" }]) }).shipments[0]?.events[0]?.time;
    expect(time({ date: "2026-11-20", time: "14:05:00", timezone: null })).toMatchObject({ at: Date.UTC(2026, 10, 20, 14, 5), certainty: "local" });
    expect(time({ date: "2026-11-20", time: null, timezone: null })).toMatchObject({ certainty: "date" });
    expect(time({ date: null, time: null, timezone: null })).toMatchObject({ at: RECEIVED, certainty: "received" });
  });

  it("drops where exactly the recipient lives", () => {
    const event = { time_utc: "2022-03-03T02:43:24Z", sub_status: "Delivered", address: { city: "Albany", street: "1 Main St", coordinates: { longitude: "1", latitude: "2" } } };
    expect(JSON.stringify(read({ event: "TRACKING_UPDATED", data: item([event]) }))).not.toMatch(/Main St|longitude/);
  });

  it("tells a refused key, a spent quota, a stop, and an unknown message", () => {
    expect(read({ code: -18010002, data: { errors: [{ code: -18010002, message: "Invalid security key." }] } }, 401).problems[0]?.kind).toBe("auth");
    expect(read({ code: 0, data: { rejected: [{ number: "1", error: { code: -18019908, message: "quota" } }] } }).problems[0]?.kind).toBe("rate_limit");
    expect(read({ event: "TRACKING_STOPPED", data: { number: "A" } })).toEqual({ shipments: [], problems: [] });
    expect(read({ event: "SOMETHING", data: {} }).problems[0]?.kind).toBe("unparsable");
  });

  it("takes the newest scan where a push tells it alone", () => {
    const latest_event = { time_iso: "2026-01-15T10:30:00+01:00", description: "In transit", sub_status: "InTransit_Other" };
    const known = (more: Record<string, unknown>) => read({ event: "TRACKING_UPDATED", data: { number: "R1", track_info: { latest_event, ...more } } }).shipments[0]?.events;
    expect(known({})).toMatchObject([{ status: "IN_TRANSIT", time: { at: Date.UTC(2026, 0, 15, 9, 30) } }]);
    expect(known({ latest_event: null })).toEqual([]);
    expect(known({ tracking: { providers: [{ events: [{ ...latest_event, time_iso: "2026-01-16T10:30:00+01:00", sub_status: "Delivered_Other" }] }] } })).toHaveLength(1);
  });
});

describe("17track: traps", () => {
  it("one number under two carriers is two records: the carrier that was asked for is meant", async () => {
    const told = (carrier: number, sub_status: string) => ({ ...item([{ time_utc: "2026-11-20T10:00:00Z", sub_status }]), carrier });
    const body = { code: 0, data: { accepted: [told(100003, "Delivered_Other"), told(21051, "InTransit_Other")] } };
    const answer = await trackOne(seventeenTrack, "RR1CN", body, { carrier: "usps" });
    expect(answer.shipments.map((one) => [one.carrier, one.events[0]?.status])).toEqual([["usps", "IN_TRANSIT"]]);
  });

  it("a registration brings no scans, and asks for no translation, which would cost another of the quota", async () => {
    const { context, sent } = asked(() => ({ code: 0, data: { accepted: [{ number: "A", carrier: 21051, origin: 3 }] } }), { api_key: "k" });
    const answer = await seventeenTrack.register?.([query("A", { locale: "de", carrier: "usps", destinationCountry: "DE" })], context);
    expect(answer?.accepted).toEqual([{ number: "A", carrier: "usps" }]);
    expect(JSON.parse(sent[0]?.body ?? "[]")).toEqual([{ number: "A", carrier: 21051, destination_country: "DE" }]);
  });

  it("who receives it is not kept", () => {
    const track_info = { shipping_info: { recipient_address: { country: "US", street: "1 Main St", phone: "555" } }, latest_status: { status: "InTransit" }, tracking: { providers: [] } };
    const known = read({ event: "TRACKING_UPDATED", data: { number: "A", carrier: 21051, track_info } });
    expect(known.shipments[0]?.destinationCountry).toBe("US");
    expect(JSON.stringify(known)).not.toMatch(/Main St|555/);
  });
});
