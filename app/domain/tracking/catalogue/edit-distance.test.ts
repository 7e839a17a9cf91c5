import { expect, it } from "vitest";
import { editDistance } from "./edit-distance";

it.each([
  ["fedex", "fedex", 2, 0],
  ["fedx", "fedex", 2, 1],
  ["yodle", "yodel", 2, 1],
  ["collisimo", "colissimo", 2, 2],
  ["ups", "fedex", 2, 3],
  ["kitten", "sitting", 3, 3],
  ["kitten", "sitting", 2, 3],
  ["", "abc", 3, 3],
])("tells %s from %s within %i: %i", (a, b, limit, distance) => {
  expect(editDistance(a, b, limit)).toBe(distance);
  expect(editDistance(b, a, limit)).toBe(distance);
});
