import { DateTime } from "luxon";

import type { ShipmentCursor, ShipmentListQuery } from "~/db/admin-shipments.server";
import { RULES } from "~/domain/exceptions/rules";
import { isStorableInstant } from "~/domain/time/storable-instant";

import { findView, SHIPMENT_STATUSES, type ShipmentView } from "./shipment-views";

export const PAGE_SIZE = 50;

/** The list's address, read: what is chosen, and the query it means. Parts that cannot be read do not narrow. */
export interface ShipmentListRequest {
  view: ShipmentView;
  chosen: {
    q: string;
    status: string[];
    carrier: string[];
    channel: string[];
    rule: string[];
    tracking: string | null;
    from: string | null;
    to: string | null;
    sort: "newest" | "oldest";
  };
  query: ShipmentListQuery;
}

/** @param timeZone the shop's: `from` and `to` are days of its calendar, both included */
export function readListRequest(params: URLSearchParams, timeZone: string): ShipmentListRequest {
  const view = findView(params.get("view"));
  const status = params.getAll("status").filter((each) => SHIPMENT_STATUSES.some((known) => known === each));
  const rule = params.getAll("rule").filter((each) => RULES.some((known) => known.code === each));
  const tracking = (["tracking", "stopped", "ended"] as const).find((each) => each === params.get("tracking")) ?? null;
  const from = day(params.get("from"), timeZone);
  const to = day(params.get("to"), timeZone);
  const q = (params.get("q") ?? "").slice(0, 100);
  const sort = params.get("sort") === "oldest" ? "oldest" : "newest";
  const carrier = params.getAll("carrier").slice(0, 50);
  const channel = params.getAll("channel").slice(0, 50);
  return {
    view,
    chosen: { q, status, carrier, channel, rule, tracking, from: from?.toISODate() ?? null, to: to?.toISODate() ?? null, sort },
    query: {
      statuses: narrow(view.statuses, status),
      openException: view.openException,
      direction: view.direction,
      rules: rule,
      carriers: carrier,
      channels: channel,
      tracking: tracking ?? undefined,
      shippedFrom: from?.toJSDate(),
      shippedBefore: to?.plus({ days: 1 }).toJSDate(),
      searchKey: searchKey(q),
      order: sort,
      cursor: readCursor(params),
      limit: PAGE_SIZE,
    },
  };
}

/** A tab's statuses, fewer where the filter names some of them; the filter alone where the tab names none. */
function narrow(ofView: readonly string[] | undefined, chosen: readonly string[]): readonly string[] | undefined {
  if (!ofView) return chosen.length > 0 ? chosen : undefined;
  const both = ofView.filter((status) => chosen.includes(status));
  return both.length > 0 ? both : ofView;
}

/** As numbers and order names are compared: upper case, letters and digits alone. */
export function searchKey(typed: string): string | undefined {
  return typed.normalize("NFKC").toUpperCase().replace(/[^\p{L}\p{N}]/gu, "") || undefined;
}

function day(value: string | null, timeZone: string): DateTime<true> | null {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const read = DateTime.fromISO(value, { zone: timeZone });
  // With a year's room at both ends: a zone, or the day after, must not lead beyond what can be stored.
  return read.isValid && read.year > 1 && read.year < 9999 ? read : null;
}

/** A row's place, as it stands in the address. */
export function writeCursor(row: { shippedAt: Date; id: string }): string {
  return `${row.shippedAt.getTime()}_${row.id}`;
}

function readCursor(params: URLSearchParams): ShipmentCursor | null {
  for (const direction of ["after", "before"] as const) {
    const found = /^(\d{1,15})_([\w-]{1,64})$/.exec(params.get(direction) ?? "");
    if (found?.[1] && found[2] && isStorableInstant(Number(found[1]))) return { shippedAt: new Date(Number(found[1])), id: found[2], direction };
  }
  return null;
}
