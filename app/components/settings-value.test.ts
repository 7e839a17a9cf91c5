import { describe, expect, it } from "vitest";

import { DEFAULT_SETTINGS } from "~/domain/settings/shop-settings";

import { typedNumber, withValue } from "./settings-value";

describe("a settings form's values", () => {
  it("change one place and leave the rest and the original alone", () => {
    const changed = withValue(DEFAULT_SETTINGS, "rules.label-without-scan.hours", 48);
    expect(changed.rules["label-without-scan"]).toEqual({ enabled: true, hours: 48 });
    expect(DEFAULT_SETTINGS.rules["label-without-scan"].hours).toBe(24);
    expect(withValue(DEFAULT_SETTINGS, "supportEmail", "a@b.example").supportEmail).toBe("a@b.example");
  });

  it("keep what is no number as it was typed, so that the server can name it", () => {
    expect(["24", " 7", "", "-1", "2.5", "abc"].map(typedNumber)).toEqual([24, 7, "", "-1", "2.5", "abc"]);
  });
});
