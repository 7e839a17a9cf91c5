import { describe, expect, it } from "vitest";

import { carrierNames } from "./carrier-name";
import { carrierChoices } from "./carrier-search";

describe("choosing a carrier", () => {
  it("finds by name, and proposes by the number's format while nothing is typed", () => {
    expect(carrierChoices("royal m", "", [])[0]).toMatchObject({ code: "royal_mail", name: "Royal Mail" });
    expect(carrierChoices("", "1Z999AA10123456784", [])[0]?.code).toBe("ups");
    expect(carrierChoices("", "nonsense", [])).toEqual([]);
    expect(carrierChoices("e", "", []).length).toBeLessThanOrEqual(20);
  });

  it("puts the shop's own carriers first, and after the likely ones while nothing is typed", () => {
    const own = [{ code: "own_citybikes", name: "City Bikes", template: null }];
    expect(carrierChoices("city", "", own)[0]).toEqual({ code: "own_citybikes", name: "City Bikes", country: null, own: true });
    expect(carrierChoices("", "1Z999AA10123456784", own).map((each) => each.code)).toEqual(["ups", "own_citybikes"]);
    expect(carrierChoices("royal m", "", own).some((each) => each.own)).toBe(false);
  });

  it("names codes by their adapter, then by the catalogue, and never guesses", () => {
    const names = carrierNames([{ code: "ups", name: "UPS (own)" }]);
    expect(["ups", "dhl_express", "some_local_fleet"].map(names)).toEqual(["UPS (own)", "DHL Express", "some local fleet"]);
  });
});
