import { expect, it } from "vitest";

import { historyFor, shapeOf, usualCarrier } from "./shop-history";

it("outlines a number", () => {
  expect(shapeOf(" 1z-999 aa1")).toBe("9A999AA9");
  expect(shapeOf("")).toBe("");
});

it("counts the carriers of numbers that look alike, and of all where none does", () => {
  const counts = [{ shape: "999", carrier: "fedex", count: 3 }, { shape: "999", carrier: "dhl", count: 1 }, { shape: "AA9", carrier: "dhl", count: 2 }];
  expect(historyFor("123", counts)).toEqual({ fedex: 3, dhl: 1 });
  expect(historyFor("12", counts)).toEqual({ fedex: 3, dhl: 3 });
  expect(historyFor("12", [])).toEqual({});
});

it("sees a habit in many numbers of one shape, and in nothing less", () => {
  const habit = [{ shape: "999", carrier: "fedex", count: 39 }, { shape: "999", carrier: "dhl", count: 1 }];
  expect(usualCarrier("123", habit)).toBe("fedex");
  expect(usualCarrier("1234", habit)).toBeNull();
  expect(usualCarrier("123", [{ shape: "999", carrier: "fedex", count: 19 }])).toBeNull();
  expect(usualCarrier("123", [...habit, { shape: "999", carrier: "ups", count: 5 }])).toBeNull();
});
