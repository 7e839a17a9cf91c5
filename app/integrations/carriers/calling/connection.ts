import type { CarrierContext, CredentialField } from "../port";

/** Where a provider's API is reached instead of at its public address; the operator's setting, see CredentialField.setBy. */
export const BASE_URL_FIELD: CredentialField = {
  key: "base_url",
  label: "API address",
  kind: "text",
  required: false,
  setBy: "operator",
  help: "Another address that speaks the same protocol, e.g. a proxy or a simulator.",
};

/** A credential's value, or an empty text; what is missing is refused by the provider and told as such. */
export function credential(context: CarrierContext, key: string): string {
  return context.credentials[key]?.trim() ?? "";
}

/** A locale with its region, e.g. "de_DE", for providers that take no other; theirs is US English. */
export function localeWithRegion(locale: string | null | undefined): string {
  const parts = /^([a-z]{2})[-_]([A-Z]{2})$/.exec(locale ?? "");
  return parts === null ? "en_US" : `${parts[1] ?? ""}_${parts[2] ?? ""}`;
}

/** HTTP Basic (RFC 7617). */
export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

/** Fields of a form as application/x-www-form-urlencoded. */
export function form(values: Readonly<Record<string, string>>): string {
  return new URLSearchParams(values).toString();
}

/** Headers of a JSON request with a form body. */
export const FORM_HEADERS = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" } as const;
/** Headers of a JSON request with a JSON body. */
export const JSON_HEADERS = { "content-type": "application/json", accept: "application/json" } as const;
