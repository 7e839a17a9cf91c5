import type { ShopSettings } from "~/domain/settings/shop-settings";

/** A setting's place, as errors name it: "brand.color". */
export type SettingPath = string;

/** A copy of the settings in which one value is another. Rule codes hold no dot, so that a path can be split. */
export function withValue(settings: ShopSettings, path: SettingPath, value: unknown): ShopSettings {
  const copy = structuredClone(settings);
  const keys = path.split(".");
  let holder = copy as unknown as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  const last = keys.at(-1);
  if (last !== undefined) holder[last] = value;
  return copy;
}

/** What was typed into a number's field: a number where it is one, else the text, which the server refuses by name. */
export function typedNumber(text: string): number | string {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : text;
}
