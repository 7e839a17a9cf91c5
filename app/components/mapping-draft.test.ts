import { describe, expect, it } from "vitest";

import { draftFields, draftOf, draftOfRule } from "./mapping-draft";

describe("a rule while it is written", () => {
  const scan = { provider: "ups", code: "AR", text: "Arrived in Koeln" };

  it("begins by the code, or by the text where there is none", () => {
    expect(draftFields(draftOf(scan))).toMatchObject({ code: "AR", text: "", status: "", detail: "" });
    expect(draftFields(draftOf({ ...scan, code: "" }))).toMatchObject({ code: "", text: "Arrived in Koeln" });
    expect(draftFields(draftOf({ ...scan, coarse: true }))).toMatchObject({ code: "AR", text: "Arrived in Koeln" });
    expect(draftOf({ ...scan, status: "EXCEPTION", detail: "weather" })).toMatchObject({ status: "EXCEPTION", detail: "weather" });
  });

  it("begins with exactly what a rule names", () => {
    expect(draftFields(draftOfRule({ ...scan, status: "UNKNOWN", detail: null }))).toMatchObject({ code: "AR", text: "Arrived in Koeln", status: "UNKNOWN" });
    expect(draftOfRule({ ...scan, text: "" }).by).toBe("code");
  });
});
