import type { BadgeProps } from "@shopify/polaris";

import type { EventSource } from "~/domain/tracking/event";
import type { TrackingStatus } from "~/domain/tracking/status";

export interface StatusWords {
  label: string;
  tone: BadgeProps["tone"];
  progress: BadgeProps["progress"];
}

/** How each status is named and coloured in the admin. */
export const STATUS_WORDS: Readonly<Record<TrackingStatus, StatusWords>> = {
  PENDING: { label: "Waiting for news", tone: undefined, progress: "incomplete" },
  PRE_TRANSIT: { label: "Label created", tone: undefined, progress: "incomplete" },
  IN_TRANSIT: { label: "In transit", tone: "info", progress: "partiallyComplete" },
  OUT_FOR_DELIVERY: { label: "Out for delivery", tone: "info", progress: "partiallyComplete" },
  ATTEMPTED_DELIVERY: { label: "Delivery attempted", tone: "warning", progress: "partiallyComplete" },
  READY_FOR_PICKUP: { label: "Ready for pickup", tone: "attention", progress: "partiallyComplete" },
  DELIVERED: { label: "Delivered", tone: "success", progress: "complete" },
  EXCEPTION: { label: "Exception", tone: "critical", progress: "partiallyComplete" },
  RETURNING: { label: "Returning", tone: "warning", progress: "partiallyComplete" },
  RETURNED: { label: "Returned", tone: "warning", progress: "complete" },
  EXPIRED: { label: "No news any more", tone: undefined, progress: "complete" },
  UNKNOWN: { label: "Not understood", tone: "attention", progress: undefined },
};

/** The words for a status; one that is not known is shown as it is. */
export function statusWords(status: string): StatusWords {
  return status in STATUS_WORDS
    ? STATUS_WORDS[status as TrackingStatus]
    : { label: status, tone: undefined, progress: undefined };
}

/** "arrived_delivery_facility" as "Arrived delivery facility". */
export function detailWords(detail: string): string {
  const words = detail.replace(/_/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const SOURCES: Readonly<Record<EventSource, string>> = {
  carrier: "Carrier",
  aggregator: "Aggregator",
  shopify: "Shopify",
  manual: "Added by hand",
  api: "API",
  csv: "CSV",
};

/** Who told a scan, as a kind of source. */
export function sourceWords(source: string): string {
  return source in SOURCES ? SOURCES[source as EventSource] : source;
}
