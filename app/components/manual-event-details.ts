import type { TrackingDetail } from "~/domain/tracking/status";

/** The details a merchant may give for each status: those a person can know. */
export const MANUAL_DETAILS: Readonly<Record<string, readonly TrackingDetail[]>> = {
  PRE_TRANSIT: ["label_created", "pickup_scheduled", "pickup_failed"],
  IN_TRANSIT: ["accepted", "departed", "arrived", "customs", "customs_cleared", "on_hold", "redirected"],
  ATTEMPTED_DELIVERY: ["not_home", "closed", "no_access", "address"],
  READY_FOR_PICKUP: ["parcel_shop", "locker", "post_office"],
  DELIVERED: ["signed", "neighbour", "safe_place", "mailbox", "reception", "collected"],
  EXCEPTION: ["lost", "damaged", "refused", "address", "weather", "customs_documents", "delayed", "held", "other"],
};
