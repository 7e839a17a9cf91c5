import { emailHashes, phoneHashes, postalHashes } from "~/db/customer-data.server";
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
 *
 * When the wrong look-ups of an order number are used up, its customer's e-mail or phone still opens it, and everything
 * else gets one answer: refused. A postal code, which can be guessed, does not open it then
 * (docs/decisions/look-up-limits.md).
 */
export async function lookUpOrder(context: UseCaseContext, input: LookUpInput): Promise<LookUpResult> {
  const order = boundedText(input.order, LONGEST.typed).trim();
  const contact = boundedText(input.contact, LONGEST.typed).normalize("NFKC").trim();
  const missing = [...(order === "" ? (["order"] as const) : []), ...(contact === "" ? (["contact"] as const) : [])];
  if (missing.length > 0) return { kind: "incomplete", missing };

  const key = order.length > MAX_ORDER ? "" : orderNameKey(order);
  const attempt = { shopId: input.shop.id, address: input.address, order: key };
  const decision = await input.limits.tryLookUp(attempt);
  if (!decision.allowed && decision.usedUp !== "order") return { kind: "limited", retryAfterSeconds: decision.retryAfterSeconds };

  const matches = await atLeast(input.minimumMs ?? LOOK_UP_MS, async () => {
    const candidates = await lookUpCandidates(context.db.prisma, input.shop.id, key);
    return matching(context, input.shop, candidates, contact.length > MAX_CONTACT ? "" : contact);
  });
  const found = key === "" ? null : (matches.byContact ?? (decision.allowed ? matches.byPostalCode : null));
  if (!found) return decision.allowed ? { kind: "not_found" } : { kind: "limited", retryAfterSeconds: decision.retryAfterSeconds };
  await input.limits.wasRight(attempt);
  const token = await context.db.transaction((tx) => trackingTokenFor(context, tx, { shopId: input.shop.id, orderId: found.id }));
  return { kind: "found", orderId: found.id, token };
}

/** Stands in for an order or a hash that is not there, so that as much is computed as if it were. */
const MISSING_ORDER: LookUpCandidate = { id: "", emailHash: null, phoneHash: null, postalHash: null, countryCode: null };

/** The order that an e-mail or a phone number proves, and the one that a postal code does. */
interface Matches {
  byContact: LookUpCandidate | null;
  byPostalCode: LookUpCandidate | null;
}

/** What was typed is read as e-mail, phone and postal code alike, for every candidate and for those that are missing. */
function matching(context: UseCaseContext, shop: LookUpInput["shop"], candidates: readonly LookUpCandidate[], contact: string): Matches {
  const { secrets } = context;
  const mail = emailHashes(secrets, shop.id, contact);
  const postal = postalHashes(secrets, shop.id, contact);
  // As many comparisons for what is no e-mail, no phone and no postal code as for what is.
  const count = 2 * secrets.keyIds.length;
  const found: Matches = { byContact: null, byPostalCode: null };
  for (let index = 0; index < MAX_CANDIDATES; index += 1) {
    const candidate = candidates[index] ?? MISSING_ORDER;
    // A number without its country code means the order's country, or the shop's.
    const phones = [phoneHashes(secrets, shop.id, contact, candidate.countryCode), phoneHashes(secrets, shop.id, contact, shop.countryCode)];
    const byContact = [same(mail, candidate.emailHash, count), ...phones.map((phone) => same(phone, candidate.phoneHash, count))].includes(true);
    const byPostalCode = same(postal, candidate.postalHash, count);
    if (byContact && found.byContact === null && candidate !== MISSING_ORDER) found.byContact = candidate;
    if (byPostalCode && found.byPostalCode === null && candidate !== MISSING_ORDER) found.byPostalCode = candidate;
  }
  return found;
}

function same(typed: readonly string[], stored: string | null, count: number): boolean {
  let equal = false;
  for (let index = 0; index < count; index += 1) {
    const hash = typed[index];
    if (sameSecret(hash ?? "typed: nothing", stored ?? "stored: nothing") && hash !== undefined && stored !== null) equal = true;
  }
  return equal;
}
