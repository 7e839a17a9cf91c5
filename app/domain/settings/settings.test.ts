import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readableOn } from "./brand";
import { DEFAULT_SETTINGS, readSettings, shopSettingsSchema } from "./shop-settings";

describe("a shop's settings", () => {
  it("are complete when nothing is set", () => {
    expect(readSettings({})).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
    expect(DEFAULT_SETTINGS.rules["label-without-scan"]).toEqual({ enabled: true, hours: 24 });
    expect(DEFAULT_SETTINGS.rules["stuck-in-transit"]).toEqual({ enabled: true, days: 3 });
    expect(DEFAULT_SETTINGS.messages).toEqual({ shipped: true, out_for_delivery: true, delivered: true, delayed: true });
    expect(DEFAULT_SETTINGS.sender).toEqual({ fromName: null, replyTo: null });
    expect(DEFAULT_SETTINGS.trackingPage.path).toBe("/apps/track");
    expect(DEFAULT_SETTINGS.writeBack).toEqual({ enabled: true });
  });

  it("keep the good values beside a bad one, and name the bad one", () => {
    const { settings, problems } = readSettings({
      messages: { shipped: false, delivered: "yes" },
      rules: { "stuck-in-transit": { days: -1 }, "label-without-scan": { hours: 48 } },
      brand: { color: "#ABCDEF", logoUrl: "javascript:alert(1)" },
      sender: { fromName: "A\r\nBcc: all@example.com", replyTo: "help@example.com" },
      surprise: true,
    });
    expect(settings.messages).toMatchObject({ shipped: false, delivered: true });
    expect(settings.rules["stuck-in-transit"].days).toBe(3);
    expect(settings.rules["label-without-scan"].hours).toBe(48);
    expect(settings.brand).toMatchObject({ color: "#abcdef", logoUrl: null });
    expect(settings.sender).toEqual({ fromName: null, replyTo: "help@example.com" });
    expect(settings).not.toHaveProperty("surprise");
    expect(problems.map((problem) => problem.path).sort()).toEqual(
      ["brand.logoUrl", "messages.delivered", "rules.stuck-in-transit.days", "sender.fromName"],
    );
  });

  it("do not let the tracking page lead to another host", () => {
    for (const path of ["//evil.example", "/\\evil.example", "https://evil.example", "track", "/a b"]) {
      const { settings, problems } = readSettings({ trackingPage: { path } });
      expect(settings.trackingPage.path).toBe("/apps/track");
      expect(problems).toHaveLength(1);
    }
    expect(readSettings({ trackingPage: { path: "/pages/track-your-order" } }).settings.trackingPage.path).toBe("/pages/track-your-order");
  });

  it("take an empty field as not set", () => {
    const { settings, problems } = readSettings({ supportEmail: " ", sender: { fromName: "", replyTo: "" }, brand: { logoUrl: "" } });
    expect(problems).toEqual([]);
    expect(settings).toEqual(DEFAULT_SETTINGS);
  });

  it("are read whatever is stored, and what was read is read again the same", () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          messages: fc.jsonValue(),
          sender: fc.oneof(fc.jsonValue(), fc.record({ fromName: fc.jsonValue(), replyTo: fc.jsonValue() })),
          rules: fc.oneof(fc.jsonValue(), fc.record({ "stuck-in-transit": fc.jsonValue(), "label-without-scan": fc.record({ hours: fc.jsonValue() }) })),
          brand: fc.oneof(fc.jsonValue(), fc.record({ color: fc.jsonValue(), font: fc.jsonValue(), logoUrl: fc.jsonValue() })),
          trackingPage: fc.jsonValue(),
          supportEmail: fc.jsonValue(),
          feedback: fc.jsonValue(),
          writeBack: fc.oneof(fc.jsonValue(), fc.record({ enabled: fc.jsonValue() })),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(anything, (json) => {
        const { settings } = readSettings(json);
        expect(shopSettingsSchema.safeParse(settings).success).toBe(true);
        expect(readSettings(settings)).toEqual({ settings, problems: [] });
      }),
      { numRuns: 500 },
    );
  });

  it("choose readable letters for any colour", () => {
    expect(readableOn("#1f6f54")).toBe("#ffffff");
    expect(readableOn("#ffe066")).toBe("#111111");
    expect(readableOn("#000000")).toBe("#ffffff");
    expect(readableOn("#ffffff")).toBe("#111111");
  });
});
