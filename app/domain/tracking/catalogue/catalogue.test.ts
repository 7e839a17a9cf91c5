import { describe, expect, it } from "vitest";
import { NUMBER_FORMATS } from "../detection/formats/all";
import { S10_OPERATORS } from "../detection/formats/s10-operators";
import { canonicalCode, CARRIERS, findBySeventeenTrack, findCarrier, seventeenTrackNumber } from "./catalogue";
import { SHOPIFY_COMPANIES } from "./shopify-companies";

describe("the catalogue", () => {
  it("knows more than 3,000 carriers, each by a code of its own", () => {
    expect(CARRIERS.length).toBeGreaterThan(3_000);
    expect(new Set(CARRIERS.map((carrier) => carrier.code)).size).toBe(CARRIERS.length);
    for (const carrier of CARRIERS) {
      expect(carrier.code).toMatch(/^[a-z0-9_]+$/);
      expect(carrier.name).not.toBe("");
      if (carrier.country !== null) expect(carrier.country).toMatch(/^[A-Z]{2}$/);
      if (carrier.website !== null) expect(carrier.website).toMatch(/^https?:\/\//);
      if (carrier.trackingUrl !== null) expect(carrier.trackingUrl).toContain("%s");
      if (carrier.family !== null) expect(findCarrier(carrier.family)?.family).toBeNull();
    }
  });

  it("names every carrier that detection and Shopify's list name", () => {
    for (const { carrier } of NUMBER_FORMATS) expect(findCarrier(carrier), carrier).not.toBeNull();
    for (const carrier of Object.values(S10_OPERATORS)) expect(findCarrier(carrier), carrier).not.toBeNull();
    for (const carrier of Object.values(SHOPIFY_COMPANIES)) expect(findCarrier(carrier), carrier).not.toBeNull();
    for (const { shopifyCompany } of CARRIERS) {
      if (shopifyCompany !== null) expect(Object.keys(SHOPIFY_COMPANIES)).toContain(shopifyCompany);
    }
  });

  it("finds by code, by alias and by 17TRACK number", () => {
    expect(findCarrier("ups")?.seventeenTrack).toBe(100_002);
    expect(findCarrier("RoyalMail")?.code).toBe("royal_mail");
    expect(findCarrier("no_such_carrier")).toBeNull();
    expect(findCarrier("__proto__")).toBeNull();
    expect(findBySeventeenTrack(21_051)?.code).toBe("usps");
    expect(findBySeventeenTrack(6_051)?.code).toBe("la_poste");
    expect(findBySeventeenTrack(1)).toBeNull();
  });

  it("knows the units of a family", () => {
    expect(seventeenTrackNumber("dpd", "fr")).toBe(100_072);
    expect(seventeenTrackNumber("dpd")).toBe(101_108);
    expect(seventeenTrackNumber("dpd", "JP")).toBe(101_108);
    expect(seventeenTrackNumber("nobody")).toBeNull();
    expect(canonicalCode("dpd_fr")).toBe("dpd");
    expect(canonicalCode("amazon")).toBe("amazon_logistics");
    expect(canonicalCode("own_van")).toBe("own_van");
  });
});
