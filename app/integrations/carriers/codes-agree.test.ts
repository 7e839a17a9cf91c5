import { expect, it } from "vitest";

import { findCarrier } from "~/domain/tracking/catalogue/catalogue";
import { NAME_ALIASES } from "~/domain/tracking/catalogue/name-aliases";
import { SHOPIFY_COMPANIES } from "~/domain/tracking/catalogue/shopify-companies";
import { NUMBER_FORMATS } from "~/domain/tracking/detection/formats/all";
import { PARCEL_CARRIERS } from "~/domain/tracking/detection/formats/s10";
import { S10_OPERATORS } from "~/domain/tracking/detection/formats/s10-operators";

import { carrierAdapters, findAdapter } from "./registry";

/** Providers that stand for many carriers. */
const AGGREGATORS = new Set(["17track", "aftership", "easypost", "shippo", "trackingmore", "ship24", "shipengine"]);

const detected = [...new Set([...NUMBER_FORMATS.map(({ carrier }) => carrier), ...Object.values(S10_OPERATORS), ...PARCEL_CARRIERS])];

it.each(detected)("the catalogue knows %s, which numbers tell", (code) => {
  expect(findCarrier(code)).not.toBeNull();
});

it.each(carrierAdapters.map(({ code }) => code).filter((code) => !AGGREGATORS.has(code)))("the catalogue knows the adapter %s", (code) => {
  expect(findCarrier(code)).not.toBeNull();
});

it("names tell carriers of the catalogue only, by codes that are no aliases", () => {
  for (const code of [...Object.keys(NAME_ALIASES), ...Object.values(SHOPIFY_COMPANIES)]) expect(findCarrier(code)?.code, code).toBe(code);
});

it("a carrier has the same adapter by the code that numbers tell and by the catalogue's", () => {
  for (const code of detected) expect(findAdapter(findCarrier(code)?.code ?? "")?.code, code).toBe(findAdapter(code)?.code);
});
