import { expect, it } from "vitest";
import { serviceOf } from "./service-of";

it.each([
  ["1Z999AA10323456784", "ups", "UPS Ground"],
  ["1Z 999 AA1 YW 2345 6784", "ups", "UPS SurePost - Delivered by the USPS"],
  ["1Z999AA1ZZ23456784", "ups", null],
  ["K2479825491", "UPS Waybill", "UPS Ground"],
  ["K2479825491", "no_such_format", null],
  ["not a number at all", "ups", null],
  ["TBA123456789012", "amazon_logistics", null],
])("reads the service of %s as %s", (number, format, service) => {
  expect(serviceOf(number, format)).toBe(service);
});
