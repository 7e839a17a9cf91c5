import { describe, expect, it } from "vitest";

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
