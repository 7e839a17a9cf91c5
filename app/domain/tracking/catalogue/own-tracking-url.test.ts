import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fillOwnTemplate, readTemplate } from "./own-tracking-url";

describe("a merchant's own tracking page", () => {
  it.each([
    "https://citybikes.example.com/t/{number}",
    "https://track.example.co.uk/?n={number}&lang=de#result/{number}",
    "  https://example.com/{number}  ",
    "https://example.com:8443/{number}",
  ])("takes %s", (typed) => expect(readTemplate(typed)).toEqual({ template: typed.trim() }));

  it.each([
    ["http://example.com/{number}", /https/],
    ["javascript:alert('{number}')", /quotes/],
    ["javascript:alert({number})", /https/],
    ["data:text/html,{number}", /https/],
    ["https://example.com/", /\{number\}/],
    ["https://{number}.example.com/", /after the host/],
    ["https://example.com{number}/", /after the host/],
    ["https://example.com:{number}/", /after the host/],
    ["https://user:pw@example.com/{number}", /user name/],
    ["https://{number}@example.com/", /user name/],
    ["https://localhost/{number}", /public/],
    ["https://10.0.0.7/{number}", /public/],
    ["https://0x7f.1/{number}", /public/],
    ["https://[::1]/{number}", /public/],
    ["https://db.internal/{number}", /public/],
    ["https://example.com/{number}\" onclick=\"x", /quotes/],
    ["https://example.com/{number}/{{shop}}", /brackets/],
    ["https://example.com/<b>{number}", /brackets/],
    ["//example.com/{number}", /whole address/],
    ["{number}", /whole address/],
    [`https://example.com/{number}?${"x".repeat(500)}`, /500/],
  ])("refuses %s and says why", (typed, why) => expect(readTemplate(typed)).toEqual({ problem: expect.stringMatching(why) }));

  it("puts the number in encoded, wherever it stands", () => {
    expect(fillOwnTemplate("https://e.example.com/t/{number}?n={number}", " A/B 1&x='\"> ")).toBe("https://e.example.com/t/A%2FB%201%26x%3D%27%22%3E?n=A%2FB%201%26x%3D%27%22%3E");
    expect(fillOwnTemplate("https://e.example.com/{number}", "$&$1")).toBe("https://e.example.com/%24%26%241");
    expect(fillOwnTemplate("https://e.example.com/{number}", " ")).toBeNull();
    expect(fillOwnTemplate("http://e.example.com/{number}", "1")).toBeNull();
  });

  it("never leaves the host, whatever the number is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (number) => {
        for (const template of ["https://e.example.com/a/{number}/b", "https://e.example.com/?n={number}", "https://e.example.com/#{number}"]) {
          const filled = fillOwnTemplate(template, number);
          if (filled === null) continue;
          expect(new URL(filled).origin).toBe("https://e.example.com");
          expect(filled).not.toMatch(/[\s"'<>`\\]/);
        }
      }),
    );
  });
});
