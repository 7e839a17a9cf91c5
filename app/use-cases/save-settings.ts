import { mergeSettings, storedSettings } from "~/db/admin-settings.server";
import { makeRulesDue } from "~/db/admin-shipment-writes.server";
import { skipQueuedWriteBacks } from "~/db/write-backs.server";
import { readSettings } from "~/domain/settings/shop-settings";
import { SWITCHED_OFF } from "~/domain/tracking/write-back";

import type { UseCaseContext } from "./context";
import type { FormResult } from "./form-result";

/**
 * Saves a shop's settings when every value can be used; otherwise nothing is saved and each wrong one is named by its
 * dotted path. When a rule changed, the shipments it may concern are looked at again; when writing back was switched off,
 * what waits for it is skipped.
 */
export async function saveSettings(context: UseCaseContext, input: { shopId: string; values: unknown }): Promise<FormResult> {
  const { settings, problems } = readSettings(input.values);
  if (problems.length > 0) return { ok: false, errors: Object.fromEntries(problems.map((problem) => [problem.path, problem.message])) };
  return context.db.transaction(async (tx) => {
    const before = readSettings(await storedSettings(tx, input.shopId)).settings;
    await mergeSettings(tx, input.shopId, settings);
    if (before.writeBack.enabled && !settings.writeBack.enabled) await skipQueuedWriteBacks(tx, input.shopId, SWITCHED_OFF);
    if (JSON.stringify(before.rules) !== JSON.stringify(settings.rules)) await makeRulesDue(tx, input.shopId, context.now());
    return { ok: true };
  });
}

/** The merchant has seen the setup guide and does not want it on the home page any more (or wants it back). */
export async function setGuideDismissed(context: UseCaseContext, input: { shopId: string; dismissed: boolean }): Promise<void> {
  await context.db.transaction((tx) => mergeSettings(tx, input.shopId, { setupGuideDismissed: input.dismissed }));
}
