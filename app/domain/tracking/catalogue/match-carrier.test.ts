import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CARRIERS, findCarrier, searchCarriers, trackingUrl } from "./find-carrier";
import { matchCarrier } from "./match-carrier";

describe("the catalogue", () => {
  it("has more than 3,000 carriers, each code once", () => {
    expect(CARRIERS.length).toBeGreaterThan(3_000);
    expect(new Set(CARRIERS.map((carrier) => carrier.code)).size).toBe(CARRIERS.length);
    for (const carrier of CARRIERS) expect(carrier.code).toMatch(/^[a-z0-9_]+$/);
  });
  it("finds what begins with the words first", () => {
    expect(searchCarriers("royal m", 5)[0]?.code).toBe("royal_mail");
    expect(searchCarriers("  ", 5)).toEqual([]);
  });
  it("encodes the number in a link", () => {
    expect(trackingUrl("ups", '1Z"><script>')).not.toMatch(/[<>"]/);
    expect(trackingUrl("no_such_carrier", "1")).toBeNull();
  });
});

describe("matchCarrier", () => {
  it.each([
    ["Fed Ex", "fedex", "FedEx"], ["royalmail", "royal_mail", "Royal Mail"], ["DHL Paket", "dhl_parcel_de", "DHL"], ["UPS Ground", "ups", "UPS"],
    ["USPS Priority Mail International", "usps", "USPS"], ["CanadaPost", "canada_post", "Canada Post"], ["InPost", "inpost", "Inpost"],
    ["DPD UK", "dpd", "DPD UK"], ["Evri Next Day", "evri", "Evri"], ["Purolater", "purolator", "Purolator"], ["colis-privé", "colis_prive", "Colis Privé"],
    ["  AUSTRALIA   POST ", "australia_post", "Australia Post"], ["Mondial Relay point relais", "mondial_relay", "Mondial Relay"],
  ])("%s is %s", (typed, carrier, company) => {
    expect(matchCarrier(typed)).toMatchObject({ carrier, shopify_company: company });
  });
  it.each(["Own fleet", "n/a", "Local delivery", "other", "Courier", "", "   ", "—", "Bob's van", "Upside Down Deliveries", "Hand delivered by Tom", "Express", "Postal service", "Green Bike Couriers"])(
    "%j is nobody",
    (typed) => {
      expect(matchCarrier(typed)).toEqual({ carrier: null, shopify_company: null, score: 0 });
    },
  );
  it("finds each of Shopify's names again, and never crashes", () => {
    for (const carrier of CARRIERS) {
      if (!carrier.shopifyCompany) continue;
      const match = matchCarrier(carrier.shopifyCompany);
      expect(match.carrier, carrier.shopifyCompany).not.toBeNull();
      expect(findCarrier(match.carrier ?? "")).not.toBeNull();
    }
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (typed) => void expect(matchCarrier(typed).score).toBeLessThanOrEqual(1)));
  });
});
