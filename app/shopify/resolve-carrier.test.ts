import { expect, it } from "vitest";

import { resolveCarrier } from "./resolve-carrier";

const NOWHERE = { originCountry: null, destinationCountry: null };

it.each([
  ["UPS", "1Z999AA10123456784", { carrier: "ups", source: "company" }],
  // What Shopify was told counts, also where the number's format says otherwise.
  ["USPS", "1Z999AA10123456784", { carrier: "usps", source: "company" }],
  [null, "1Z999AA10123456784", { carrier: "ups", source: "number" }],
  ["Other", "1Z999AA10123456784", { carrier: "ups", source: "number" }],
  // Amazon's numbers and Amazon's name tell the same carrier.
  [null, "TBA123456789012", { carrier: "amazon_logistics", source: "number" }],
  ["Own fleet", "1Z999AA10123456784", { carrier: null, source: "unknown" }],
  [null, "1Z999AA10123456785", { carrier: null, source: "unknown" }],
  [null, "12345", { carrier: null, source: "unknown" }],
  ["  ", "", { carrier: null, source: "unknown" }],
])("of %j and %j makes %j", (company, number, expected) => expect(resolveCarrier(company, number, NOWHERE)).toEqual(expected));

it("takes the shop's own word for a name before everything else", () => {
  const shop = { own: [{ code: "own_van", name: "Own fleet", template: null }], names: new Map([["usps", "ups"], ["other", "dhl_express"]]) };
  expect(resolveCarrier("Own Fleet", "1", NOWHERE, shop)).toEqual({ carrier: "own_van", source: "mapped" });
  expect(resolveCarrier("USPS", "94001", NOWHERE, shop)).toEqual({ carrier: "ups", source: "mapped" });
  expect(resolveCarrier("Other", "1Z999AA10123456784", NOWHERE, shop)).toEqual({ carrier: "dhl_express", source: "mapped" });
  expect(resolveCarrier(null, "1Z999AA10123456784", NOWHERE, shop)).toEqual({ carrier: "ups", source: "number" });
});

it("follows a habit only where the number's format allows it", () => {
  expect(resolveCarrier(null, "12345678901234", NOWHERE)).toEqual({ carrier: null, source: "unknown" });
  expect(resolveCarrier(null, "12345678901234", { ...NOWHERE, usual: "dpd" })).toEqual({ carrier: "dpd", source: "number" });
  expect(resolveCarrier(null, "1Z999AA10123456784", { ...NOWHERE, usual: "dpd" })).toEqual({ carrier: "ups", source: "number" });
});
