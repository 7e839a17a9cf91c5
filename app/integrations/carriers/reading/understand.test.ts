import { describe, expect, it } from "vitest";

import { explainBy, type StatusMap } from "./understand";

const map: StatusMap = { name: "test/codes@1", meanings: { D: ["DELIVERED"], T: ["IN_TRANSIT"], N: ["UNKNOWN"], X: ["RETURNING", "lost"] } };
const explain = (code: string, text: string | null) => explainBy("test", map)({ code, text });

describe("a code and words beside it", () => {
  it("the code decides, the words add how", () => {
    expect(explain("D", "Left with a neighbour")).toEqual({ status: "DELIVERED", detail: "neighbour", mapping: "test/codes@1" });
    expect(explain("T", "Delivered")).toMatchObject({ status: "IN_TRANSIT" });
    expect(explain("T", "Arrived at the delivery office")).toMatchObject({ status: "IN_TRANSIT", detail: "arrived_delivery_facility" });
    expect(explain("N", "Delivered")).toMatchObject({ status: "UNKNOWN", mapping: "test/codes@1" });
  });

  it("but a delivered is not believed against words that deny it", () => {
    expect(explain("D", "Delivered to the sender").status).toBe("RETURNED");
    expect(explain("D", "Zending retour afzender").status).toBe("RETURNED");
    expect(explain("D", "Item could not be delivered")).toEqual({ status: "UNKNOWN", detail: null, mapping: null });
    expect(explain("D", "Delivered, recipient absent, left with a neighbour").status).toBe("DELIVERED");
  });

  it("a detail that does not go with the status is left out", () => {
    expect(explain("X", null)).toEqual({ status: "RETURNING", detail: null, mapping: "test/codes@1" });
  });
});
