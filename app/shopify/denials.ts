/**
 * Why Shopify did not give a field:
 * - `protected_data`: protected customer data is not released to the app
 * - `scope`: the merchant has not granted an access scope
 * - `other`: something else that the app may not do, such as running bulk queries
 */
export type DenialCause = "protected_data" | "scope" | "other";

/** One field that Shopify refused: it is null in the answer, and with it whatever cannot be without it. */
export interface Denial {
  /** Where in the answer, e.g. ["nodes", 0, "email"]; empty when the request was refused as a whole. */
  path: readonly (string | number)[];
  message: string;
  cause: DenialCause;
}

/** Shopify's words for protected customer data, of an object or of one of its fields. */
const PROTECTED = /^This app is not approved to (?:access|use) /;

/**
 * Reads one entry of a GraphQL answer's `errors` as a refusal. Shopify's examples of protected customer data carry no
 * code, real answers do: the words are enough.
 * @returns null when the error is something else
 */
export function readDenial(error: { message: string; code: string | null; path: readonly (string | number)[] | null }): Denial | null {
  const cause = causeOf(error.message);
  if (error.code !== "ACCESS_DENIED" && cause !== "protected_data") return null;
  return { path: error.path ?? [], message: error.message, cause };
}

/**
 * Reads the body of a 403 that asks for the merchant's approval of a newly required scope.
 * @returns null when it says something else
 */
export function readScopeApproval(body: string): Denial | null {
  const message = /This action requires merchant approval for \w+ scope/.exec(body)?.[0];
  return message === undefined ? null : { path: [], message: `${message}.`, cause: "scope" };
}

function causeOf(message: string): DenialCause {
  if (PROTECTED.test(message)) return "protected_data";
  return /access scope/.test(message) ? "scope" : "other";
}
