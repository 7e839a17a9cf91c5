import { describe, expect, it } from "vitest";

import { CARRIERS } from "./catalogue";
import { carrierByShopName, isOwnCode, knownCarrier, NO_SHOP_CARRIERS, ownCode, prefersOwnLink, shopTrackingUrl, storedCode, type ShopCarriers } from "./shop-carriers";

const shop: ShopCarriers = {
  own: [{ code: "own_citybikes", name: "City Bikes", template: "https://citybikes.example.com/{number}" }, { code: "own_van", name: "Our van", template: null }],
  names: new Map([["courier", "own_citybikes"], ["brown", "ups"], ["ghost", "own_gone"]]),
};

describe("a shop's carriers", () => {
  it.each([
    ["Courier", "own_citybikes"],
    [" COURIER! ", "own_citybikes"],
    ["Brown", "ups"],
    ["city-bikes", "own_citybikes"],
    // What was meant is gone: nothing was said.
    ["Ghost", null],
    ["UPS", null],
    ["", null],
    ["***", null],
  ])("reads %j as %j", (typed, carrier) => expect(carrierByShopName(typed, shop)).toBe(carrier));

  it("links own carriers by their template and the others by the catalogue", () => {
    expect(shopTrackingUrl("own_citybikes", "A 1", shop)).toBe("https://citybikes.example.com/A%201");
    expect(shopTrackingUrl("own_van", "A1", shop)).toBeNull();
    expect(shopTrackingUrl("own_gone", "A1", shop)).toBeNull();
    expect(shopTrackingUrl("usps", "94001", NO_SHOP_CARRIERS)).toContain("94001");
    expect(prefersOwnLink("own_van", "mapped")).toBe(true);
    expect(prefersOwnLink("ups", "company")).toBe(false);
  });

  it("knows no other shop's carriers", () => {
    expect(knownCarrier("own_citybikes", shop)?.name).toBe("City Bikes");
    expect(knownCarrier("own_citybikes", NO_SHOP_CARRIERS)).toBeNull();
    expect(knownCarrier("usps", NO_SHOP_CARRIERS)?.code).toBe("usps");
    expect(storedCode("dpd_fr")).toBe("dpd");
    expect(storedCode("own_citybikes")).toBe("own_citybikes");
  });

  it("gives codes that no carrier of the catalogue and no other of the shop has", () => {
    expect(CARRIERS.filter((carrier) => isOwnCode(carrier.code))).toEqual([]);
    expect(ownCode("City  Bikes & Co.", [])).toBe("own_city_bikes_co");
    expect(ownCode("Café", ["own_cafe"])).toBe("own_cafe_2");
    expect(ownCode("城市快递", [])).toBe("own_carrier");
    expect(ownCode("x".repeat(200), []).length).toBeLessThan(50);
  });
});
