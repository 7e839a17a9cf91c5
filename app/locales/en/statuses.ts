import type { Words } from "../words";

export const statuses: Words["statuses"] = {
  PENDING: { title: "Waiting for news", sentence: "The carrier has not told us anything about your parcel yet." },
  PRE_TRANSIT: { title: "Getting ready", sentence: "Your parcel is being prepared; the carrier does not have it yet." },
  IN_TRANSIT: { title: "On its way", sentence: "Your parcel is on its way." },
  OUT_FOR_DELIVERY: { title: "Out for delivery", sentence: "Your parcel is out for delivery." },
  ATTEMPTED_DELIVERY: { title: "Delivery attempted", sentence: "The carrier tried to deliver your parcel." },
  READY_FOR_PICKUP: { title: "Ready to collect", sentence: "Your parcel is ready for you to collect." },
  DELIVERED: { title: "Delivered", sentence: "Your parcel has been delivered." },
  EXCEPTION: { title: "Held up", sentence: "The carrier reports a problem with your parcel." },
  RETURNING: { title: "On its way back", sentence: "Your parcel is on its way back to the shop." },
  RETURNED: { title: "Back at the shop", sentence: "Your parcel has gone back to the shop." },
  EXPIRED: { title: "No more news", sentence: "The carrier has not told us anything about your parcel for a long time." },
  UNKNOWN: { title: "News from the carrier", sentence: "The carrier reported something that we cannot put into plain words." },
};

export const returnStatuses: Words["returnStatuses"] = {
  PENDING: { title: "Waiting for your return", sentence: "The carrier has not told us anything about your return yet." },
  PRE_TRANSIT: { title: "Return label ready", sentence: "The label for your return is ready; the carrier does not have the parcel yet." },
  IN_TRANSIT: { title: "Return on its way", sentence: "Your return is on its way to the shop." },
  OUT_FOR_DELIVERY: { title: "Return arriving", sentence: "Your return is being delivered to the shop." },
  ATTEMPTED_DELIVERY: { title: "Delivery attempted", sentence: "The carrier tried to deliver your return to the shop." },
  READY_FOR_PICKUP: { title: "Waiting for the shop", sentence: "Your return is ready for the shop to collect." },
  DELIVERED: { title: "Return received", sentence: "Your return has arrived at the shop." },
  EXCEPTION: { title: "Return held up", sentence: "The carrier reports a problem with your return." },
  RETURNING: { title: "Coming back to you", sentence: "The carrier is bringing your return back to you." },
  RETURNED: { title: "Came back to you", sentence: "The carrier has brought your return back to you." },
  EXPIRED: { title: "No more news", sentence: "The carrier has not told us anything about your return for a long time." },
  UNKNOWN: { title: "News from the carrier", sentence: "The carrier reported something that we cannot put into plain words." },
};
