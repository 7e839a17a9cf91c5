import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { MAX_COMMENT, readFeedback } from "./feedback";

describe("feedback as typed", () => {
  it("is read", () => {
    expect(readFeedback({ rating: "4", reason: "late", comment: " fine\r\nthanks " })).toEqual({
      ok: true,
      feedback: { rating: 4, reason: "late", comment: "fine\nthanks" },
    });
    expect(readFeedback({ rating: "5", reason: "nonsense", comment: "" })).toEqual({ ok: true, feedback: { rating: 5, reason: null, comment: null } });
  });

  it.each(["", "0", "6", "1.5", "five", "5 "])("needs a rating from 1 to 5, not %j", (rating) => {
    expect(readFeedback({ rating, reason: "", comment: "" })).toEqual({ ok: false, problem: "rating_missing" });
  });

  it("has at most 1,000 characters, a line end counting as one", () => {
    expect(readFeedback({ rating: "1", reason: "", comment: "a".repeat(MAX_COMMENT + 1) })).toEqual({ ok: false, problem: "comment_too_long" });
    expect(readFeedback({ rating: "1", reason: "", comment: `${"a".repeat(MAX_COMMENT - 2)}\r\nb` }).ok).toBe(true);
  });

  it("never keeps control characters or direction overrides", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (comment) => {
        const read = readFeedback({ rating: "3", reason: "other", comment });
        if (!read.ok || read.feedback.comment === null) return;
        expect(read.feedback.comment.replace(/[\n\t]/g, "")).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
        expect(read.feedback.comment.isWellFormed()).toBe(true);
      }),
    );
  });
});
