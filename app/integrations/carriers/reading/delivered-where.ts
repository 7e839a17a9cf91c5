import type { TrackingDetail } from "~/domain/tracking/status";

const PLACES: readonly (readonly [RegExp, TrackingDetail])[] = [
  [/neighbo(u)?r/i, "neighbour"],
  [/parcel ?locker|\blocker\b|parcel box|community (mail)?box/i, "locker"],
  [/mail ?box|letter ?box|mail ?slot/i, "mailbox"],
  [/front desk|reception|mail ?room|concierge|office manager|building staff|\bdock\b|receiver|guard/i, "reception"],
  [/picked up|collected|access point|held at/i, "collected"],
  [/front door|back door|side door|door step|porch|patio|garage|garden|safe (place|drop|location)|deck|carport/i, "safe_place"],
  [/signed|signature/i, "signed"],
];

/** The detail of a delivery out of a few words on where it was left (English); null when they do not say. */
export function deliveredWhere(words: string | null): TrackingDetail | null {
  if (words === null) return null;
  return PLACES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
