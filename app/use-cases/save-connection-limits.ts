import { saveLimits } from "~/db/admin-connections.server";

import type { UseCaseContext } from "./context";
import type { FormResult } from "./form-result";

const MOST_CALLS = 10_000_000;

/**
 * Keeps a merchant's own limits of a connection: calls a day, and what a month may cost at so much a call or
 * registration. An empty field lifts that limit.
 * @param input.decimals of the shop's currency, e.g. 2
 */
export async function saveConnectionLimits(
  context: UseCaseContext,
  input: { shopId: string; provider: string; decimals: number; fields: Readonly<Record<string, string>> },
): Promise<FormResult> {
  const read = readLimits(input.fields, input.decimals);
  if (!read.ok) return read;
  const { ok: _ok, ...limits } = read;
  const saved = await context.db.transaction((tx) => saveLimits(tx, input.shopId, input.provider, limits));
  return saved ? { ok: true } : { ok: false, errors: { "": "This provider is not connected." } };
}

/** Reads the form; every field that is wrong is named. Prices are kept in 1/1,000,000 of the currency. */
function readLimits(
  fields: Readonly<Record<string, string>>,
  decimals: number,
): FormResult<{ dailyLimit: number | null; unitCost: bigint | null; monthlyLimit: bigint | null }> {
  const errors: Record<string, string> = {};
  const daily = (fields.dailyLimit ?? "").trim();
  if (daily !== "" && (!/^\d{1,8}$/.test(daily) || Number(daily) < 1 || Number(daily) > MOST_CALLS)) errors.dailyLimit = "A whole number of at least 1, or empty.";
  const unitCost = amount(fields.unitCost, 6);
  if (unitCost === undefined) errors.unitCost = "An amount such as 0.02, or empty.";
  const monthlyLimit = amount(fields.monthlyLimit, decimals);
  if (monthlyLimit === undefined) errors.monthlyLimit = decimals === 0 ? "A whole amount such as 2000, or empty." : "An amount such as 25 or 25.50, or empty.";
  if (monthlyLimit !== null && unitCost === null && !errors.unitCost) errors.unitCost = "Without a price, the month's spending cannot be counted.";
  if (Object.keys(errors).length > 0 || unitCost === undefined || monthlyLimit === undefined) return { ok: false, errors };
  return { ok: true, dailyLimit: daily === "" ? null : Number(daily), unitCost, monthlyLimit };
}

/** An amount in units of 10^-decimals; null when empty, undefined when it is none. A comma may stand for the point. */
function amount(typed: string | undefined, decimals: number): bigint | null | undefined {
  const text = (typed ?? "").trim().replace(",", ".");
  if (text === "") return null;
  const match = /^(\d{1,9})(?:\.(\d+))?$/.exec(text);
  if (!match || (match[2]?.length ?? 0) > decimals) return undefined;
  const value = BigInt((match[1] ?? "0") + (match[2] ?? "").padEnd(decimals, "0"));
  return value > 0n ? value : null;
}
