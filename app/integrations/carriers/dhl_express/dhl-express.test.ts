import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { trackOne } from "../reading/tracking-for-tests";
import { dhlExpress } from ".";

const read = reading(dhlExpress);

describe("dhl express", () => {
  it("takes a shipment without scans for announced", () => {
    expect(read({ shipments: [{ shipmentTrackingNumber: "1", status: "Success", events: [] }] }).shipments[0]?.summary).toMatchObject({ status: "PRE_TRANSIT" });
  });

  it("uses the offset when it was given, and says when it was not", () => {
    const event = { date: "2026-11-09", time: "13:56:21", typeCode: "PU", description: "Shipment picked up" };
    const known = read({ shipments: [{ shipmentTrackingNumber: "1", events: [event, { ...event, time: "14:00:00", GMTOffset: "+10:00", typeCode: "AF" }] }] }).shipments[0];
    expect(known?.events.map((one) => one.time.certainty).sort()).toEqual(["exact", "local"]);
    expect(read({ status: "404", title: "Not data found", detail: "No data found" }, 404).problems[0]?.kind).toBe("not_found");
  });

  it("reads the older XML", () => {
    const scan = (day: string, code: string) => `<ShipmentEvent><Date>${day}</Date><Time>09:42:00</Time><ServiceEvent><EventCode>${code}</EventCode></ServiceEvent><Signatory>JANE</Signatory></ShipmentEvent>`;
    const body = (status: string, info: string) => `<req:TrackingResponse xmlns:req="x"><AWBInfo><AWBNumber>9053</AWBNumber><Status><ActionStatus>${status}</ActionStatus><Condition><ConditionCode>103</ConditionCode></Condition></Status>${info}</AWBInfo></req:TrackingResponse>`;
    expect(statuses(read(body("success", `<ShipmentInfo>${scan("2026-11-01", "PU")}${scan("2026-11-02", "OK")}</ShipmentInfo>`)).shipments[0])).toEqual(["DELIVERED", "IN_TRANSIT"]);
    expect(read(body("No Shipments Found", "")).problems).toMatchObject([{ kind: "not_found", number: "9053" }]);
  });
});

describe("dhl express: traps", () => {
  const event = (day: string, typeCode: string, time = "10:00:00") => ({ date: day, time, typeCode, GMTOffset: "+01:00" });
  const waybill = (number: string, ...events: unknown[]) => ({ shipmentTrackingNumber: number, status: "Success", events });

  it("customs words that come after the courier has it are put in order by time, not by row", () => {
    const known = read({ shipments: [waybill("1", event("2026-11-09", "WC", "08:00:00"), event("2026-11-08", "CR"), event("2026-11-08", "RR", "09:00:00"))] }).shipments[0];
    expect(known?.events.map((one) => one.code)).toEqual(["WC", "CR", "RR"]);
  });

  it("a waybill that is used again means the parcel scanned last", async () => {
    const answer = await trackOne(dhlExpress, "1", { shipments: [waybill("1", event("2024-01-02", "OK")), waybill("1", event("2026-11-08", "PU"))] });
    expect(answer.shipments.map((one) => statuses(one))).toEqual([["IN_TRANSIT"]]);
  });

  it("a piece is found under its waybill", async () => {
    const answer = await trackOne(dhlExpress, "JD01", { shipments: [{ ...waybill("1", event("2026-11-08", "PU")), pieces: [{ number: 1, trackingNumber: "JD01" }] }] });
    expect(answer.shipments.map((one) => one.number)).toEqual(["JD01"]);
  });

  it("a blank signer is no name, and a name is not kept", () => {
    expect(JSON.stringify(read({ shipments: [waybill("1", { ...event("2026-11-08", "OK"), signedBy: "J DOE" })] }))).not.toContain("J DOE");
  });
});
