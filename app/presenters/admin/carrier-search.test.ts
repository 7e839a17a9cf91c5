import { describe, expect, it } from "vitest";

import { carrierNames } from "./carrier-name";
import { carrierChoices } from "./carrier-search";

describe("choosing a carrier", () => {
  it("finds by name, and proposes by the number's format while nothing is typed", () => {
    expect(carrierChoices("royal m", "")[0]).toMatchObject({ code: "royal_mail", name: "Royal Mail" });
    expect(carrierChoices("", "1Z999AA10123456784")[0]?.code).toBe("ups");
    expect(carrierChoices("", "nonsense")).toEqual([]);
    expect(carrierChoices("e", "").length).toBeLessThanOrEqual(20);
  });

  it("names codes by their adapter, then by the catalogue, and never guesses", () => {
    const names = carrierNames([{ code: "ups", name: "UPS (own)" }]);
    expect(["ups", "dhl_express", "some_local_fleet"].map(names)).toEqual(["UPS (own)", "DHL Express", "some local fleet"]);
  });
});
