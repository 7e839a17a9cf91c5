import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { TRACKING_STATUSES } from "../../status";
import { learn, type Lesson } from "../../../../../tests/learning/learn";
import { decodeModel, encodeModel } from "./encoding";
import { featureKey, featuresOf } from "./features";
import { learnedModel } from "./learned";
import { likenessOf, type LikenessModel } from "./model";

const LESSONS: readonly Lesson[] = [
  ...["parcel left with neighbour", "left with your neighbour", "handed to a neighbour"].map((text) => ({ text, status: "DELIVERED" as const })),
  ...["arrived at depot", "parcel arrived at the depot", "departed from the depot"].map((text) => ({ text, status: "IN_TRANSIT" as const })),
  ...["nobody at home", "recipient not at home", "nobody was at home"].map((text) => ({ text, status: "ATTEMPTED_DELIVERY" as const })),
];
const small = learn(LESSONS, TRACKING_STATUSES, { minimum: 1 });

function likeliest(model: LikenessModel, text: string): string | undefined {
  const likeness = likenessOf(model, text);
  return likeness === null ? undefined : model.statuses[likeness.shares.indexOf(Math.max(...likeness.shares))];
}

describe("likeness", () => {
  it("finds the status of the scans that a text resembles", () => {
    expect(likeliest(small, "given to the neighbour")).toBe("DELIVERED");
    expect(likeliest(small, "is now at the depot")).toBe("IN_TRANSIT");
    expect(likeliest(small, "no one was home")).toBe("ATTEMPTED_DELIVERY");
  });

  it("says how much of a text was ever seen, and nothing of a text without a known word", () => {
    expect(likenessOf(small, "arrived at xylophone")?.known).toBeCloseTo(2 / 3);
    expect(likenessOf(small, "xylophone quux")).toBeNull();
    expect(likenessOf(small, "")).toBeNull();
  });

  it("gives shares that sum up to one, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const likeness = likenessOf(learnedModel(), text);
        if (likeness === null) return;
        expect(likeness.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
        expect(likeness.known).toBeGreaterThan(0);
        expect(likeness.known).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("counts all numbers as one", () => {
    expect([...featuresOf("parcel 12 of 345")]).toEqual([...featuresOf("parcel 7 of 8")]);
  });

  it("keeps features by FNV-1a", () => {
    expect(featureKey("")).toBe(0x811c9dc5);
    expect(featureKey("foobar")).toBe(0xbf9cf968);
  });
});

describe("a learned model", () => {
  it("comes out of its encoding as it went in", () => {
    const again = decodeModel(encodeModel(small, "lessons"));
    expect([...again.rows]).toEqual([...small.rows]);
    expect(again.weights).toEqual(small.weights);
  });

  it("is the same from the same lessons", () => {
    expect(encodeModel(learn(LESSONS, TRACKING_STATUSES, { minimum: 1 }), "")).toEqual(encodeModel(small, ""));
  });

  it("that is damaged is refused with what to do", () => {
    expect(() => decodeModel({ ...encodeModel(small, ""), weights: "" })).toThrow("npm run learn:scans");
  });
});
