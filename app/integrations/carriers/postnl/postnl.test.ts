import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { trackOne } from "../reading/tracking-for-tests";
import { postnl } from ".";

const read = reading(postnl);

describe("postnl", () => {
  it.each([["7", "OUT_FOR_DELIVERY"], ["07", "OUT_FOR_DELIVERY"], ["J05", "OUT_FOR_DELIVERY"], ["I01", "DELIVERED"], ["99", "UNKNOWN"], ["H25", "RETURNING"], ["A98", "UNKNOWN"]])("explains %s", (code, status) => {
    expect(postnl.explain({ code, text: null }).status).toBe(status);
  });

  it("takes an object or a list, empty objects for nothing, and reads an odd event by the status of its moment", () => {
    const Shipment = {
      Barcode: "3S", Address: { AddressType: "01", CountryCode: "NL", Street: "Straat", LastName: "NAME" }, Status: { TimeStamp: "26-03-2026 15:06:53", StatusCode: "11", StatusDescription: {} },
      Event: [{ Code: "01B", Description: {}, TimeStamp: "26-03-2026 15:06:53", LocationCode: {} }, { Code: "J05", Description: "x", TimeStamp: "26-03-2026 09:44:45" }],
    };
    const known = read({ CompleteStatus: { Shipment } }).shipments[0];
    expect(statuses(known)).toEqual(["DELIVERED", "OUT_FOR_DELIVERY"]);
    expect(known?.events[0]?.time).toMatchObject({ at: Date.UTC(2026, 2, 26, 14, 6, 53), certainty: "local" });
    expect(JSON.stringify(known)).not.toMatch(/Straat|NAME/);
    expect(statuses(read({ CurrentStatus: { Shipment: [{ Barcode: "3S", Status: { StatusCode: "2", TimeStamp: "07-03-2026 23:20:05" } }] } }).shipments[0])).toEqual(["IN_TRANSIT"]);
  });

  it("knows not found with HTTP 200, and reads the list of updates", () => {
    expect(read({ CurrentStatus: {}, Warnings: [{ Message: "No shipment found", Code: "2" }] }).problems[0]?.kind).toBe("not_found");
    expect(statuses(read([{ Barcode: "3S", Status: { Timestamp: "2026-03-26T09:44:45", StatusCode: "7" } }]).shipments[0])).toEqual(["OUT_FOR_DELIVERY"]);
  });
});

describe("postnl: traps", () => {
  const sorted = (more: Record<string, unknown> = {}) => ({ CompleteStatus: { Shipment: { Barcode: "3S", Event: { Code: "I07", Description: "Retour gesorteerd", TimeStamp: "26-03-2026 15:06:53" }, ...more } } });

  it("I07 is filed under delivered and means sorted on the way back: it is no delivery by its code", () => {
    expect(postnl.explain({ code: "I07", text: null }).status).toBe("RETURNING");
    expect(statuses(read(sorted()).shipments[0])).not.toContain("DELIVERED");
  });

  it("of a shipment with several barcodes each has its own", async () => {
    const many = { CompleteStatus: { Shipment: { MainBarcode: "3SMAIN", Barcode: "3SPIECE", ShipmentAmount: 2, Status: { StatusCode: "5", TimeStamp: "26-03-2026 15:06:53" } } } };
    expect((await trackOne(postnl, "3SPIECE", many)).shipments.map((one) => one.number)).toEqual(["3SPIECE"]);
    expect((await trackOne(postnl, "3SMAIN", many)).shipments).toEqual([]);
  });

  it("two forms of time are both Dutch wall clock, summer time among them", () => {
    const at = (TimeStamp: string) => read({ CompleteStatus: { Shipment: { Barcode: "3S", Event: { Code: "J05", TimeStamp } } } }).shipments[0]?.events[0]?.time;
    expect(at("26-07-2026 15:06:53")).toMatchObject({ at: Date.UTC(2026, 6, 26, 13, 6, 53), zone: "Europe/Amsterdam" });
    expect(at("2026-07-26T15:06:53")).toMatchObject({ at: Date.UTC(2026, 6, 26, 13, 6, 53), certainty: "local" });
  });
});
