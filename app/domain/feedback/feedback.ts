/** Reasons a shopper may choose; kept as codes, so that they can be counted in any language. */
export const FEEDBACK_REASONS = ["on_time", "careful", "late", "damaged", "wrong_place", "poor_updates", "other"] as const;
export type FeedbackReason = (typeof FEEDBACK_REASONS)[number];

/** Longest comment, in UTF-16 code units, as a text field's maxlength counts them. */
export const MAX_COMMENT = 1_000;

/** For so long a shopper may change what was said, ms. */
export const CHANGE_WINDOW_MS = 24 * 3_600_000;

/** What a shopper says of one delivery. */
export interface FeedbackInput {
  /** 1 (very bad) to 5 (very good). */
  rating: number;
  reason: FeedbackReason | null;
  comment: string | null;
}

export type FeedbackProblem = "rating_missing" | "comment_too_long";

/**
 * Reads what was typed into the form. A reason that is not on the list counts as none.
 * The comment is kept as plain text without control characters: whoever shows it escapes it.
 */
export function readFeedback(typed: { rating: string; reason: string; comment: string }): { ok: true; feedback: FeedbackInput } | { ok: false; problem: FeedbackProblem } {
  if (!/^[1-5]$/.test(typed.rating)) return { ok: false, problem: "rating_missing" };
  // Line ends count as one character and are sent as two; beyond that nothing makes a comment short again.
  if (typed.comment.length > 4 * MAX_COMMENT) return { ok: false, problem: "comment_too_long" };
  // A browser sends line ends as two characters, and its maxlength counts them as one.
  const comment = clean(typed.comment.replace(/\r\n?/g, "\n"));
  if (comment.length > MAX_COMMENT) return { ok: false, problem: "comment_too_long" };
  const reason = FEEDBACK_REASONS.find((each) => each === typed.reason) ?? null;
  return { ok: true, feedback: { rating: Number(typed.rating), reason, comment: comment === "" ? null : comment } };
}

/** Drops control characters (line ends and tabs aside), direction overrides, and halves of surrogate pairs. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\p{Cc}/gu, (char) => (char === "\n" || char === "\t" ? char : ""))
    .replace(/[\u202A-\u202E\u2066-\u2069\uFFFD]/g, "")
    .trim();
}
