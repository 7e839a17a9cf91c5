import { expect, it } from "vitest";
import { searchCarriers } from "./search-carriers";

const codes = (query: string, limit?: number): string[] => searchCarriers(query, limit).map((carrier) => carrier.code);

it.each([
  ["fed", "fedex"],
  ["Fed Ex", "fedex"],
  ["royal m", "royal_mail"],
  ["dhl pak", "dhl_parcel_de"],
  ["österreich", "austrian_post"],
  ["inpost", "inpost"],
])("finds for %j first or near it %s", (query, code) => {
  expect(codes(query, 5)).toContain(code);
});

it("keeps to its limit and finds nothing for nothing", () => {
  expect(codes("express", 7)).toHaveLength(7);
  expect(codes("express", 0)).toHaveLength(1);
  expect(codes("express", 5_000).length).toBeLessThanOrEqual(100);
  expect(codes("")).toEqual([]);
  expect(codes("  -- ")).toEqual([]);
  expect(codes("zzqqxx")).toEqual([]);
});
