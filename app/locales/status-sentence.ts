import type { TrackingDetail, TrackingStatus } from "~/domain/tracking/status";

import { SPECIAL_PAIRS, type SpecialPair, type Words } from "./words";

/**
 * With which statuses a detail's sentence says all there is to say. With any other status it follows the status's
 * own sentence: "Your parcel is on its way back to the shop. It was not accepted at the address."
 */
const SAYS_ALL: Partial<Record<TrackingStatus, ReadonlySet<TrackingDetail>>> = {
  PENDING: new Set(["invalid_number"]),
  PRE_TRANSIT: new Set(["label_created", "with_partner", "pickup_scheduled", "pickup_failed", "cancelled", "not_received", "carrier_refused"]),
  IN_TRANSIT: new Set([
    "accepted", "departed", "arrived", "arrived_destination_country", "arrived_delivery_facility", "customs", "customs_cleared", "customs_documents",
    "handed_to_partner", "forwarded", "redirected", "resumed", "on_hold", "with_partner",
  ]),
  READY_FOR_PICKUP: new Set(["parcel_shop", "locker", "post_office", "last_notice"]),
  DELIVERED: new Set(["signed", "neighbour", "safe_place", "mailbox", "reception", "collected", "cash_on_delivery", "partial"]),
  EXCEPTION: new Set(["cancelled", "carrier_refused", "not_received", "customs_documents", "invalid_number"]),
};

/** What a status with its detail means, in one or two plain sentences. Every pair has an answer. */
export function sentenceFor(words: Words, status: TrackingStatus, detail: TrackingDetail | null, direction: "out" | "return"): string {
  const own = (direction === "return" ? words.returnStatuses : words.statuses)[status].sentence;
  if (detail === null) return own;
  const pair = `${status}.${detail}`;
  if (isSpecial(pair) && direction === "out") return words.pairs[pair];
  const said = words.details[detail];
  if (direction === "out" && SAYS_ALL[status]?.has(detail)) return said;
  return `${own} ${said}`;
}

function isSpecial(pair: string): pair is SpecialPair {
  return (SPECIAL_PAIRS as readonly string[]).includes(pair);
}
