import type { EventPlace, EventTime, ParsedEvent } from "~/domain/tracking/event";
import type { Understanding } from "~/domain/tracking/status";
import { boundedOrNull, LONGEST } from "~/domain/tracking/text/bounded-text";

import { scanText } from "./answers";
import { withoutPersonalData } from "./privacy";
import { receivedTime } from "./times";

/** Puts one scan together; what a source does not have may be left out. */
export function scan(parts: {
  time: EventTime | null;
  /** When Milepost heard of it; stands in for a time that the source did not give. */
  receivedAt: number;
  saidTime?: unknown;
  understood: Understanding;
  code: string | null;
  text: unknown;
  place?: EventPlace | null;
  id?: string | null;
  returnLeg?: boolean;
  withdraws?: boolean;
  raw: unknown;
  /** Keys that are personal in this provider's scans only. */
  alsoDrop?: readonly string[];
}): ParsedEvent {
  const { status, detail, mapping } = parts.understood;
  return {
    time: parts.time ?? receivedTime(parts.receivedAt, parts.saidTime),
    status,
    detail,
    mapping,
    code: boundedOrNull(parts.code, LONGEST.code),
    text: scanText(parts.text),
    place: parts.place ?? null,
    sourceEventId: parts.id ?? null,
    returnLeg: parts.returnLeg ?? (status === "RETURNING" || status === "RETURNED"),
    withdraws: parts.withdraws ?? false,
    raw: withoutPersonalData(parts.raw, parts.alsoDrop),
  };
}
