import { expect, it } from "vitest";
import { catalogueSearch, searchCarriers } from "./search-carriers";

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

it("finds by website, and by what an aggregator calls the carrier", () => {
  expect(searchCarriers("21051")[0]?.code).toBe("usps");
  expect(searchCarriers("myhermes-uk")[0]?.code).toBe("evri");
  expect(searchCarriers("citylinkexpress").length).toBeGreaterThan(0);
  expect(searchCarriers("speedeedelivery.com")[0]?.code).toBe("speedee");
});

it("turns the pages of the whole catalogue without missing or repeating a carrier", () => {
  const first = catalogueSearch("", 1, 500);
  const seen = Array.from({ length: first.pages }, (_, page) => catalogueSearch("", page + 1, 500).carriers.map((each) => each.code)).flat();
  expect(first.total).toBeGreaterThan(3_000);
  expect(new Set(seen).size).toBe(first.total);
  expect(catalogueSearch("", 9_999, 500).page).toBe(first.pages);
  expect(catalogueSearch("", NaN, 500).page).toBe(1);
  expect(catalogueSearch("zzqqxx", 1, 25)).toEqual({ carriers: [], total: 0, page: 1, pages: 1 });
});
