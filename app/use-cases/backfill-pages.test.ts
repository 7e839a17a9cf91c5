import { describe, expect, it } from "vitest";

import { nextPlace } from "./backfill-pages";

const START = Date.parse("2026-11-10T08:00:00Z");
const page = (count: number, at: number, endCursor: string | null = "c2") => ({
  nodes: Array.from({ length: count }, () => ({ updatedAt: new Date(at).toISOString() })),
  pageInfo: { hasNextPage: true, endCursor },
});

describe("the place behind a page", () => {
  it("is behind its last order", () => {
    expect(nextPlace({ since: START, after: "c1", read: 50 }, page(50, START + 5_000))).toEqual({ since: START, after: "c2", read: 100 });
    expect(nextPlace({ since: START, after: "c1", read: 50 }, page(0, START, null))).toEqual({ since: START, after: "c1", read: 50 });
  });

  it("begins a new list before Shopify lists no more", () => {
    expect(nextPlace({ since: START, after: "c1", read: 19_950 }, page(50, START + 60_000))).toEqual({ since: START + 60_000, after: null, read: 0 });
  });

  it("stays in its list where all orders were changed in one second", () => {
    expect(nextPlace({ since: START, after: "c1", read: 19_950 }, page(50, START + 900))).toEqual({ since: START, after: "c2", read: 20_000 });
  });
});
