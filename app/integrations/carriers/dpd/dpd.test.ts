import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { asked, query } from "../reading/tracking-for-tests";
import { dpd } from ".";

const read = reading(dpd);
const soap = (body: string) => `<s:Envelope xmlns:s="x"><s:Body>${body}</s:Body></s:Envelope>`;
const step = (status: string, date: string, reached = "true") => `<statusInfo><status>${status}</status><statusHasBeenReached>${reached}</statusHasBeenReached><date><content>${date}</content></date></statusInfo>`;

describe("dpd", () => {
  it("leaves out the steps still to come, and reads the month first", () => {
    const known = read(soap(`<getTrackingDataResponse><trackingresult>${step("ACCEPTED", "11/03/2026 6:05:00 PM")}${step("DELIVERED", "11/04/2026 1:00:00 PM", "false")}</trackingresult></getTrackingDataResponse>`)).shipments[0];
    expect(statuses(known)).toEqual(["IN_TRANSIT"]);
    expect(known?.events[0]?.time).toMatchObject({ at: Date.UTC(2026, 10, 3, 17, 5), certainty: "local" });
  });

  it("tells faults by their kind", () => {
    const fault = (detail: string, words: string) => soap(`<s:Fault><faultcode>s:Server</faultcode><faultstring>${words}</faultstring><detail>${detail}</detail></s:Fault>`);
    expect(read(fault("<authenticationFault><errorCode>LOGIN_5</errorCode><errorMessage>expired</errorMessage></authenticationFault>", "Fault"), 500).problems[0]?.kind).toBe("auth");
    expect(read(fault("", "parcel not found"), 500).problems[0]?.kind).toBe("not_found");
    expect(read(fault("", "something else"), 500).problems[0]?.kind).toBe("unavailable");
  });
});

describe("dpd: traps", () => {
  const answer = soap(`<getTrackingDataResponse><trackingresult><shipmentInfo><parcelLabelNumber>01234567890123</parcelLabelNumber></shipmentInfo>${step("DELIVERED", "11/04/2026 1:00:00 PM")}</trackingresult></getTrackingDataResponse>`);
  const login = soap("<getAuthResponse><return><authToken>t</authToken></return></getAuthResponse>");

  it("of fifteen characters the last is a check: fourteen are asked for, and the answer is told under the fifteen", async () => {
    const { context, sent } = asked((request) => (request.url.includes("LoginService") ? login : answer), { delis_id: "d", password: "p" });
    const known = await dpd.track([query("01234567890123K")], context);
    expect(sent.at(-1)?.body).toContain("<parcelLabelNumber>01234567890123</parcelLabelNumber>");
    expect(known).toMatchObject({ shipments: [{ number: "01234567890123K" }], problems: [] });
  });

  it("a number is asked for at the unit that holds the contract", async () => {
    const hosts = await Promise.all(["de", "be", "nl"].map(async (unit) => {
      const { context, sent } = asked((request) => (request.url.includes("LoginService") ? login : answer), { delis_id: "d", password: "p", unit });
      await dpd.track([query("01234567890123")], context);
      return new URL(sent.at(-1)?.url ?? "").host;
    }));
    expect(hosts).toEqual(["public-ws.dpd.com", "wsshipper.dpd.be", "wsshipper.dpd.nl"]);
  });
});
