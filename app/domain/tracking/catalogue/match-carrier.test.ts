import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCarrier } from "./catalogue";
import { matchCarrier } from "./match-carrier";
import { SHOPIFY_COMPANIES } from "./shopify-companies";

describe("matchCarrier", () => {
  it.each([
    ["Fed Ex", "fedex", "FedEx"],
    ["FEDEX_GROUND_ECONOMY", "fedex", "FedEx"],
    ["Feedex", "fedex", "FedEx"],
    ["shipped via UPS", "ups", "UPS"],
    ["U.S.P.S.", "usps", "USPS"],
    ["Priority Mail (USPS)", "usps", "USPS"],
    ["royalmail", "royal_mail", "Royal Mail"],
    ["Roayl Mail", "royal_mail", "Royal Mail"],
    ["Royal Mail Special Delivery Guaranteed by 1pm", "royal_mail", "Royal Mail"],
    ["DHL Paket", "dhl_parcel_de", "DHL"],
    ["dhl-express", "dhl_express", "DHL Express"],
    ["DPD UK", "dpd", "DPD UK"],
    ["dpd (fr)", "dpd", "DPD"],
    ["GLS Italia", "gls", "GLS Italy"],
    ["Hermes UK", "evri", "Evri"],
    ["Hermes", "hermes", "Hermes"],
    ["Austrailia Post", "australia_post", "Australia Post"],
    ["Die Post", "swiss_post", "Swiss Post"],
    ["ÖSTERREICHISCHE POST", "austrian_post", "Österreichische Post"],
    ["PostNord Sverige", "postnord", "PostNord SE"],
    ["佐川急便", "sagawa", "Sagawa (JA)"],
    ["顺丰速运", "sf_express", "SF Express"],
    ["J&T Express", "jt_express", null],
    ["Nacex", "nacex", null],
  ])("reads %j as %s (%s)", (typed, carrier, company) => {
    expect(matchCarrier(typed)).toMatchObject({ carrier, shopify_company: company });
  });

  it.each([
    "", " ", "-", "0", "???", "n/a", "None", "Other", "Own fleet", "Our own van", "Local courier", "self delivery", "Store pickup",
    "Courier service", "Standard Shipping", "Express Delivery", "Deliver", "Delievery", "test", "TBD", "Kurier", "Livreur local",
    "Mike's Delivery", "Smith Brothers Couriers", "Upstate Courier", "Upsilon Transport", "Fedora Hats", "Swift Post", "Green Couriers",
    "Glassworks Delivery", "Yodeling Goat Farm", "Canada Goose", "Amazonas Coffee", "UPS / FedEx", "USPS or UPS", "Eagle Farm Deliveries",
    "National Express Coaches", "Bring your own bag", "a".repeat(10_000),
  ])("matches nothing for %j", (typed) => {
    expect(matchCarrier(typed)).toEqual({ carrier: null, shopify_company: null, score: 0 });
  });

  it("gives every company that Shopify knows back as Shopify spells it", () => {
    for (const [company, carrier] of Object.entries(SHOPIFY_COMPANIES)) {
      expect(matchCarrier(company), company).toEqual({ carrier, shopify_company: company, score: 1 });
      expect(matchCarrier(company.toUpperCase()), company).toMatchObject({ carrier });
    }
  });

  it("never throws and never names a carrier that the catalogue does not know", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 140 }), (typed) => {
        const { carrier, score } = matchCarrier(typed);
        expect(carrier === null ? score : findCarrier(carrier) === null ? 0 : 1).toBe(carrier === null ? 0 : 1);
      }),
      { numRuns: 1_000 },
    );
  });
});
