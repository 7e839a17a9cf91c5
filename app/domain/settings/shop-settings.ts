import { DEFAULT_SETTINGS, shopSettingsSchema, type ShopSettings } from "./settings-schema";

export { DEFAULT_SETTINGS, TRIGGERS, shopSettingsSchema, type ShopSettings, type Trigger } from "./settings-schema";

/** One stored or typed value that cannot be used; `path` is dotted, e.g. "brand.color". */
export interface SettingProblem {
  path: string;
  message: string;
}

/** Settings as they are to be used, and what had to be left out to get them. */
export interface ReadSettings {
  settings: ShopSettings;
  problems: SettingProblem[];
}

/**
 * Settings out of whatever is stored: total. A value that cannot be used falls back to its default and is named;
 * the values beside it are kept. Unknown keys are dropped.
 * A form uses it too: no problems means that all that was typed is accepted.
 */
export function readSettings(json: unknown): ReadSettings {
  // Most shops have set nothing: spares the parsing for each shipment of a batch.
  if (isRecord(json) && Object.keys(json).length === 0) return { settings: DEFAULT_SETTINGS, problems: [] };
  const problems: SettingProblem[] = [];
  let value: unknown = isRecord(json) ? structuredClone(json) : {};
  if (!isRecord(json) && json !== null && json !== undefined) problems.push({ path: "", message: "Settings are an object." });
  for (;;) {
    const parsed = shopSettingsSchema.safeParse(value);
    if (parsed.success) return { settings: parsed.data, problems };
    const before = problems.length;
    for (const issue of parsed.error.issues) {
      const path = issue.path.map(String);
      if (remove(value, path)) problems.push({ path: path.join("."), message: issue.message });
    }
    // Nothing could be taken out, so nothing will get better: all of it falls back.
    if (problems.length === before) {
      problems.push({ path: "", message: "The stored settings cannot be read." });
      value = {};
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Takes the value at a path out; false when there is none. */
function remove(root: unknown, path: readonly string[]): boolean {
  let holder: unknown = root;
  for (const key of path.slice(0, -1)) holder = isRecord(holder) ? holder[key] : undefined;
  const last = path.at(-1);
  if (last === undefined || !isRecord(holder) || !Object.hasOwn(holder, last)) return false;
  delete holder[last];
  return true;
}
