import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { asked, query } from "../reading/tracking-for-tests";
import { canadaPost } from ".";

const read = reading(canadaPost);
const event = (eventIdentifier: string | number, eventDate: string, eventTime: string | null = "10:00:00", eventTimeZone: string | null = "EST") => ({ eventIdentifier, eventDate, eventTime, eventTimeZone, eventDescription: "Item delivered" });

describe("canada post", () => {
  it.each([["0174", "OUT_FOR_DELIVERY"], ["174", "OUT_FOR_DELIVERY"], ["20", "UNKNOWN"], ["1405", "DELIVERED"], ["1482", "RETURNING"]])("explains %s", (code, status) => {
    expect(canadaPost.explain({ code, text: "Item delivered" }).status).toBe(status);
  });

  it("takes the date for a local day, and the letters of the zone literally", () => {
    const time = (given: unknown) => read({ pin: 1, significantEvents: [given] }).shipments[0]?.events[0]?.time;
    expect(time(event(1496, "2023-12-11T00:00:00.000Z", "11:59:59", "AST"))).toMatchObject({ at: Date.UTC(2023, 11, 11, 15, 59, 59), certainty: "exact", zone: "-04:00" });
    expect(time(event(1496, "2023-12-11", "11:59:59", "XYZ"))).toMatchObject({ certainty: "local" });
    expect(time(event(1496, "2023-12-11", null, "EST"))).toMatchObject({ certainty: "date" });
  });

  it("keeps a return a return, and a picture taken afterwards no delivery", () => {
    expect(statuses(read({ pin: "1", significantEvents: [event(20, "2026-11-04"), event(1496, "2026-11-03"), event(1482, "2026-11-02")] }).shipments[0])).toEqual(["UNKNOWN", "RETURNED", "RETURNING"]);
  });

  it("knows not found in both services, and gateway errors", () => {
    expect(read({ pin: "1", activeExists: false, archiveExists: false, significantEvents: [] }).problems).toMatchObject([{ kind: "not_found", number: "1" }]);
    expect(read("<messages><message><code>004</code><description>No Pin History</description></message></messages>").problems[0]?.kind).toBe("not_found");
    expect(read("<messages><message><code>E002</code><description>AAA Authentication Failure</description></message></messages>").problems[0]?.kind).toBe("auth");
    expect(read({ httpCode: "401", httpMessage: "Unauthorized" }, 401).problems[0]?.kind).toBe("auth");
  });

  it("reads a summary, whose day of delivery stands apart", () => {
    const known = read([{ pin: "1", actualDeliveryDate: "2026-11-03", eventDateTime: "20261103:101500", eventDescription: "Signature available" }, { pin: "2", error: { code: "004", descEn: "No Pin History" } }]);
    expect(known.shipments[0]?.summary?.status).toBe("DELIVERED");
    expect(known.problems).toMatchObject([{ kind: "not_found", number: "2" }]);
  });
});

describe("canada post: traps", () => {
  it("the old service has summaries too", () => {
    const known = read("<tracking-summary><pin-summary><pin>7023</pin><actual-delivery-date>2026-04-05</actual-delivery-date><event-date-time>20260405:081212</event-date-time><event-description>Signature image recorded</event-description><attempted-date/></pin-summary></tracking-summary>").shipments[0];
    expect(known).toMatchObject({ number: "7023", summary: { status: "DELIVERED" }, events: [{ time: { at: Date.UTC(2026, 3, 5, 8, 12, 12), certainty: "local" } }] });
  });

  it("the changed expected day is shown before the first promise", () => {
    const known = read({ pin: "1", expectedDeliveryDate: "2026-11-03", changedExpectedDate: "2026-11-06", significantEvents: [event(1300, "2026-11-01")] }).shipments[0];
    expect(known?.estimate).toMatchObject({ earliest: Date.UTC(2026, 10, 6), precision: "day" });
  });

  it("the gateway takes half a minute: the call waits for 45 seconds, for one number without its blanks", async () => {
    const { context, sent } = asked(() => ({ pin: "7035114477138472", significantEvents: [] }));
    await canadaPost.track([query("7035 1144 7713 8472")], context);
    expect(sent[0]).toMatchObject({ timeoutMs: 45_000, method: "GET" });
    expect(sent[0]?.url).toMatch(/\/tracking\/v1\/pins\/7035114477138472\/details$/);
  });

  it("identifiers lose and gain leading zeros, as numbers and as texts", () => {
    for (const code of [174, "174", "0174"]) expect(read({ pin: 1, significantEvents: [event(code, "2026-11-04")] }).shipments[0]?.events[0]?.status).toBe("OUT_FOR_DELIVERY");
  });

  it("out for delivery on the way back is no way to the customer", () => {
    expect(statuses(read({ pin: "1", significantEvents: [event(174, "2026-11-04"), event(1419, "2026-11-03")] }).shipments[0])).toEqual(["RETURNING", "RETURNING"]);
  });
});
