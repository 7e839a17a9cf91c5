import { emailHash, phoneHash, postalHash } from "~/db/customer-data.server";
import { orderNameKey } from "~/db/customer-identity";
import { sameSecret } from "~/db/secrets.server";
import { lookUpCandidates, MAX_CANDIDATES, type LookUpCandidate } from "~/db/storefront.server";
import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";
import { atLeast } from "~/integrations/limits/at-least";
import type { LookUpLimits } from "~/integrations/limits/look-up-limits";

import type { UseCaseContext } from "./context";
import { trackingTokenFor } from "./tracking-link";

/** Every answer takes at least this long, ms: far more than the work, so that time tells nothing about what was found. */
export const LOOK_UP_MS = 350;

/** Longest order number and longest e-mail (RFC 5321) that is looked for, in characters. */
const MAX_ORDER = 64;
const MAX_CONTACT = 254;

export interface LookUpInput {
  shop: { id: string; countryCode: string | null };
  /** As typed. */
  order: string;
  /** E-mail, phone or postal code, as typed. */
  contact: string;
  /** Whose try it is; see `clientAddress`. */
  address: string | null;
  limits: LookUpLimits;
  /** Default `LOOK_UP_MS`. */
  minimumMs?: number;
}

export type LookUpResult =
  | { kind: "found"; orderId: string; token: string }
  /** No such order, or it is not theirs: one answer for both. */
  | { kind: "not_found" }
  | { kind: "incomplete"; missing: ("order" | "contact")[] }
  | { kind: "limited"; retryAfterSeconds: number };

/**
 * Finds an order by its number and something only its customer knows. An order number that does not exist and one
 * with the wrong e-mail get the same answer after the same work and the same time.
 */
export async function lookUpOrder(context: UseCaseContext, input: LookUpInput): Promise<LookUpResult> {
  const order = boundedText(input.order, LONGEST.typed).trim();
  const contact = boundedText(input.contact, LONGEST.typed).normalize("NFKC").trim();
  const missing = [...(order === "" ? (["order"] as const) : []), ...(contact === "" ? (["contact"] as const) : [])];
  if (missing.length > 0) return { kind: "incomplete", missing };

  const key = order.length > MAX_ORDER ? "" : orderNameKey(order);
  const attempt = { shopId: input.shop.id, address: input.address, order: key };
  const verdict = await input.limits.tryLookUp(attempt);
  if (!verdict.allowed) return { kind: "limited", retryAfterSeconds: verdict.retryAfterSeconds };

  const found = await atLeast(input.minimumMs ?? LOOK_UP_MS, async () => {
    const candidates = await lookUpCandidates(context.db.prisma, input.shop.id, key);
    return matching(context, input.shop, candidates, contact.length > MAX_CONTACT ? "" : contact);
  });
  if (!found || key === "") return { kind: "not_found" };
  await input.limits.wasRight(attempt);
  const token = await context.db.transaction((tx) => trackingTokenFor(context, tx, { shopId: input.shop.id, orderId: found.id }));
  return { kind: "found", orderId: found.id, token };
}

/** Stands in for an order or a hash that is not there, so that as much is computed as if it were. */
const NOBODY: LookUpCandidate = { id: "", emailHash: null, phoneHash: null, postalHash: null, countryCode: null };

/** What was typed is read as e-mail, phone and postal code alike, for every candidate and for those that are missing. */
function matching(context: UseCaseContext, shop: LookUpInput["shop"], candidates: readonly LookUpCandidate[], contact: string): LookUpCandidate | null {
  const { secrets } = context;
  const mail = emailHash(secrets, shop.id, contact);
  const postal = postalHash(secrets, shop.id, contact);
  let found: LookUpCandidate | null = null;
  for (let index = 0; index < MAX_CANDIDATES; index += 1) {
    const candidate = candidates[index] ?? NOBODY;
    // A number without its country code means the order's country, or the shop's.
    const phones = [phoneHash(secrets, shop.id, contact, candidate.countryCode), phoneHash(secrets, shop.id, contact, shop.countryCode)];
    const fits = [
      same(mail, candidate.emailHash),
      same(postal, candidate.postalHash),
      ...phones.map((phone) => same(phone, candidate.phoneHash)),
    ].includes(true);
    if (fits && found === null && candidate !== NOBODY) found = candidate;
  }
  return found;
}

function same(typed: string | null, stored: string | null): boolean {
  const equal = sameSecret(typed ?? "typed: nothing", stored ?? "stored: nothing");
  return equal && typed !== null && stored !== null;
}
