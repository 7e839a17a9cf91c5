import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
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
