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
