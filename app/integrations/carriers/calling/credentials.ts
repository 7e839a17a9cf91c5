import type { CarrierAdapter, CredentialField, Credentials } from "../port";

/** Longest credential in characters; keys that are certificates are not among them. */
const MAX_LENGTH = 4_000;

const URL_PARTS: Readonly<Record<NonNullable<CredentialField["urlPart"]>, { form: RegExp; problem: string }>> = {
  // No ".." and no "//": a path stays below the provider's own address.
  path: { form: /^(?:\/(?!\.{1,2}(?:\/|$))[\w.-]+)+$/, problem: "Write a path that begins with a slash, of letters, digits, dots, dashes and underscores, such as /mailpieces/v2." },
  word: { form: /^(?!\.{1,2}$)[\w.-]+$/, problem: "Write one word of letters, digits, dots, dashes and underscores." },
};

/**
 * What is wrong with the value of a field, in a sentence for who typed it; null when it can be used. Every connection's
 * fields are read by it: when they are saved, and again each time they are used.
 */
export function credentialProblem(field: CredentialField, value: string): string | null {
  if (value.length > MAX_LENGTH) return `At most ${MAX_LENGTH} characters.`;
  // They go into headers, where a line break would begin another one.
  if (/\p{Cc}/u.test(value)) return "Leave out line breaks and other characters that cannot be seen.";
  if (field.choices && !field.choices.some((choice) => choice.value === value)) return "Choose one of the list.";
  const part = field.urlPart === undefined ? undefined : URL_PARTS[field.urlPart];
  return part === undefined || part.form.test(value) ? null : part.problem;
}

/**
 * Stored credentials as they may be used: fields that the provider has, with values that would be saved today. What was
 * stored before there was a check counts as not given, and the provider's usual value stands for it.
 */
export function usableCredentials(adapter: Pick<CarrierAdapter, "credentials">, stored: Credentials): Record<string, string> {
  const usable: Record<string, string> = {};
  for (const field of adapter.credentials) {
    const value = Object.hasOwn(stored, field.key) ? stored[field.key] : undefined;
    if (field.setBy !== "operator" && typeof value === "string" && credentialProblem(field, value) === null) usable[field.key] = value;
  }
  return usable;
}
