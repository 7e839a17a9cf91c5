import { describe, expect, it } from "vitest";

import { hermes } from "../hermes";
import { reading, statuses } from "../reading/parsing-for-tests";
import { evri } from ".";

const read = reading(evri);
const parcel = (returnParcel: boolean, ...stages: string[]) => ({ results: [{ parcelIdentifiers: [{ type: "BARCODE", value: "H1" }], returnParcel, trackingEvents: stages.map((trackingStageCode, index) => ({ dateTime: `2026-11-0${stages.length - index}T08:00:00Z`, trackingStage: { trackingStageCode } })) }] });

describe("evri: traps", () => {
  it("the same stage means another thing with a suffix", () => {
    expect(["4", "4_COURIER", "4_SHOP", "4_LOCKER"].map((code) => evri.explain({ code, text: null }).status)).toEqual(["IN_TRANSIT", "OUT_FOR_DELIVERY", "READY_FOR_PICKUP", "READY_FOR_PICKUP"]);
  });

  it("a return parcel that is delivered is one that came back", () => {
    expect(statuses(read(parcel(true, "5_COURIER", "4", "1")).shipments[0])).toEqual(["RETURNED", "RETURNING", "PRE_TRANSIT"]);
    expect(statuses(read(parcel(false, "5_COURIER", "A", "4")).shipments[0])).toEqual(["RETURNED", "RETURNING", "IN_TRANSIT"]);
  });

  it("Evri and Hermes Germany share a name only", () => {
    expect(hermes.explain({ code: "3500", text: null }).status).toBe("DELIVERED");
    expect(evri.explain({ code: "3500", text: null }).status).toBe("UNKNOWN");
  });

  it("is not asked: the public feed is not licensed for apps", () => {
    expect(evri.readOnly).toBe(true);
  });
});
