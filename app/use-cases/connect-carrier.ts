import { isDeepStrictEqual } from "node:util";

import { connectionRow, leaveConnection, moveConnection, removeConnection, saveConnection } from "~/db/admin-connections.server";
import { makePushDue } from "~/db/pushes.server";
import { makeCarrierDue } from "~/db/admin-shipment-writes.server";
import { newSharedSecret, newToken } from "~/db/secrets.server";
import { credentialProblem } from "~/integrations/carriers/calling/credentials";
import type { CarrierAdapter, Credentials } from "~/integrations/carriers/port";

import type { UseCaseContext } from "./context";
import { refused, type FormResult } from "./form-result";

/** What an envelope with credentials is for; part of what it authenticates. */
const PURPOSE = "connection.credentials";

/**
 * Connects a provider with credentials, or changes them: a secret left empty keeps the one that is stored.
 * The shipments it can tell of are asked for at once.
 */
export async function connectCarrier(
  context: UseCaseContext,
  input: { shopId: string; provider: string; fields: Readonly<Record<string, string>> },
): Promise<FormResult<{ shipments: number }>> {
  const adapter = context.carriers.find(input.provider);
  if (!adapter) return refused("This provider is not known.", "provider");
  const now = context.now();
  return context.db.transaction(async (tx) => {
    const stored = await connectionRow(tx, input.shopId, adapter.code);
    const known = stored ? (JSON.parse(context.secrets.decrypt(stored.credentials, PURPOSE)) as Credentials) : {};
    const read = readCredentials(adapter, input.fields, known, newSharedSecret);
    if (!read.ok) return read;
    await saveConnection(tx, input.shopId, {
      provider: adapter.code,
      credentials: context.secrets.encrypt(JSON.stringify(read.credentials), PURPOSE),
      webhookToken: newToken(),
      now,
    });
    await makePushDue(tx, input.shopId, adapter.code, now, !isDeepStrictEqual(known, read.credentials));
    const shipments = await makeCarrierDue(tx, input.shopId, adapter.kind === "aggregator" ? null : adapter.code, now);
    return { ok: true, shipments };
  });
}

/**
 * Reads the form as the adapter's fields ask for it; every field that is wrong is named.
 * @param makeUp makes a secret where the field says that Milepost does
 */
export function readCredentials(
  adapter: Pick<CarrierAdapter, "credentials" | "inspect">,
  typed: Readonly<Record<string, string>>,
  known: Credentials,
  makeUp: () => string = () => "",
): FormResult<{ credentials: Credentials }> {
  const errors: Record<string, string> = {};
  const credentials: Record<string, string> = {};
  for (const field of adapter.credentials) {
    // Another address of the provider comes from the operator's environment, never from a form.
    if (field.setBy === "operator") continue;
    const given = (Object.hasOwn(typed, field.key) ? (typed[field.key] ?? "") : "").trim();
    const value = given || (field.kind === "secret" ? known[field.key] : undefined) || field.default || (field.madeUp ? makeUp() : "");
    const problem = value ? credentialProblem(field, value) : field.required ? `${field.label} is needed.` : null;
    if (problem !== null) errors[field.key] = problem;
    else if (value) credentials[field.key] = value;
  }
  const wrong = Object.keys(errors).length > 0 ? errors : (adapter.inspect?.(credentials) ?? {});
  return Object.keys(wrong).length > 0 ? { ok: false, errors: wrong } : { ok: true, credentials };
}

/**
 * Forgets a provider's credentials, as soon as the numbers registered with it have been ended with their help; what it
 * told stays. @returns false when it was not connected
 */
export async function disconnectCarrier(context: UseCaseContext, input: { shopId: string; provider: string }): Promise<boolean> {
  return context.db.transaction(async (tx) => {
    const held = await leaveConnection(tx, input.shopId, input.provider, context.now());
    if (held === 0) await removeConnection(tx, input.shopId, input.provider);
    return held !== null;
  });
}

/** Moves a provider in the order in which providers are asked. */
export async function reorderCarrier(context: UseCaseContext, input: { shopId: string; provider: string; by: -1 | 1 }): Promise<void> {
  await context.db.transaction((tx) => moveConnection(tx, input.shopId, input.provider, input.by));
}
