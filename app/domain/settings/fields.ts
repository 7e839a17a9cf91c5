import { z } from "zod";

/** Longest value a setting may have, in characters: a header line's limit by RFC 5322 is 998. */
const MAX_LENGTH = 500;

/** An empty field of a form means "not set". */
function emptyIsNull(value: unknown): unknown {
  return value === undefined || (typeof value === "string" && value.trim() === "") ? null : value;
}

/** One line of text that goes into a mail header: control characters would start another header. */
export const optionalHeaderText = z.preprocess(
  emptyIsNull,
  z
    .string()
    .trim()
    .max(80, "At most 80 characters.")
    .refine((value) => ![...value].some((char) => isControl(char)), "A name is one line, without control characters.")
    .nullable(),
);

export const optionalEmail = z.preprocess(emptyIsNull, z.email("This is not an e-mail address.").max(254).nullable());

/** An http or https address; anything else (javascript:, data:) is refused. */
export const optionalWebAddress = z.preprocess(
  emptyIsNull,
  z
    .url({ protocol: /^https?$/, error: "An address begins with https://." })
    .max(MAX_LENGTH)
    .nullable(),
);

/** A path in the shop's own site: begins with one slash, so that it cannot lead to another host. */
export const sitePath = z
  .string()
  .trim()
  .max(MAX_LENGTH)
  .regex(/^\/(?![/\\])[\w\-./~%]*$/, "A path begins with / and has no spaces, e.g. /apps/track.");

/** True for C0 and C1 control characters and for Unicode's line and paragraph separators. */
function isControl(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0x2028 || code === 0x2029;
}
