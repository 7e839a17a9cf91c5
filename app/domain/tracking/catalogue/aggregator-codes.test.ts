import { expect, it } from "vitest";
import { aggregatorCode, carrierOfAggregator } from "./aggregator-codes";

it.each([
  ["17track", "usps", null, "21051"],
  ["17track", "dpd", "FR", "100072"],
  ["17track", "no_such_carrier", null, null],
  ["shippo", "evri", null, "hermes_uk"],
  ["shippo", "yanwen", null, null],
  ["shipengine", "usps", null, "stamps_com"],
  ["ship24", "usps", null, null],
])("%s calls %s (%s) %s", (aggregator, carrier, country, code) => {
  expect(aggregatorCode(aggregator, carrier, country)).toBe(code);
});

it.each([
  ["shippo", "hermes_uk", "evri"],
  ["shipengine", "stamps_com", "usps"],
  ["shipengine", "FedEx", "fedex"],
  ["shippo", "no_such_carrier", null],
])("%s means by %s %s", (aggregator, name, carrier) => {
  expect(carrierOfAggregator(aggregator, name)).toBe(carrier);
});
