import { describe, expect, it } from "vitest";

import { LEARNED } from "~/domain/tracking/text/likeness/learned.generated";

import { digestOf, lessons } from "./lessons";

describe("the model in the app", () => {
  it("was learned from the scans and by the rules as they are: `npm run learn:scans` when this fails", () => {
    expect(LEARNED.lessons).toBe(digestOf(lessons()));
  });
});
