import type { AppSubscription } from "../config/app-config";

/** The part of a body that a subscription's `include_fields` asks for; all of it when they name nothing. */
export function includeFields(body: Record<string, unknown>, fields: AppSubscription["includeFields"]): Record<string, unknown> {
  if (fields.length === 0) return body;
  const picked: Record<string, unknown> = {};
  for (const field of fields) copy(body, picked, field.split("."));
  return picked;
}

function copy(from: Record<string, unknown>, to: Record<string, unknown>, path: readonly string[]): void {
  const [key, ...rest] = path;
  if (key === undefined || !(key in from)) return;
  const value = from[key];
  if (rest.length === 0) {
    to[key] = value;
  } else if (Array.isArray(value)) {
    const kept = Array.isArray(to[key]) ? to[key] : value.map(() => ({}));
    value.forEach((item, at) => isRecord(item) && copy(item, kept[at] as Record<string, unknown>, rest));
    to[key] = kept;
  } else if (isRecord(value)) {
    const kept = isRecord(to[key]) ? to[key] : {};
    copy(value, kept, rest);
    to[key] = kept;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
