import { expect, it } from "vitest";

import { carrierAdapters } from "~/integrations/carriers/registry";

import { answersFor, carriersOf } from "./direct-providers";

it.each([
  ["ups", "ups", 2],
  ["la_poste", "chronopost", 1],
  ["dpd", "dpd_fr", 2],
  ["amazon_shipping", "amazon_logistics", 2],
  ["dhl", "dhl_express", 1],
  ["dhl", "dhl_parcel_nl", 1],
  ["dhl_express", "dhl_express", 2],
  ["dhl_express", "dhl", 0],
  ["ups", "own_ups", 0],
  ["ups", null, 0],
] as const)("%s for %s: %i", (provider, carrier, expected) => expect(answersFor(provider, carrier)).toBe(expected));

it("names what its connection makes due, in the codes that shipments have", () => {
  expect(carriersOf("amazon_shipping")).toEqual(["amazon_shipping", "amazon_logistics"]);
  expect(carriersOf("ups")).toEqual(["ups"]);
  for (const { code, kind } of carrierAdapters) if (kind === "carrier") for (const carrier of carriersOf(code)) expect(answersFor(code, carrier)).toBeGreaterThan(0);
});
