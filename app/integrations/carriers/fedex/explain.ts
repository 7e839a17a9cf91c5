import type { Understanding } from "~/domain/tracking/status";

import { deliveredWhere } from "../reading/delivered-where";
import { firstKnown, lookUp } from "../reading/understand";
import { FEDEX_CODES, FEDEX_EXCEPTIONS } from "./status-map";

/** Types that say only that something is wrong; the exception says what. */
const VAGUE: ReadonlySet<string> = new Set(["DE", "SE", "DY", "DD"]);

/** The words of exceptions 007 and 08, for scans whose number is missing. */
const NOT_AVAILABLE = /customer not available|business closed/i;

/** FedEx's type and exception in one text, e.g. "DE/08". */
export function fedexCode(eventType: string | null, exceptionCode: string | null): string | null {
  return eventType === null ? exceptionCode : exceptionCode === null ? eventType : `${eventType}/${exceptionCode}`;
}

/** An exception code as written, else without a trailing letter and leading zeros (but 7, which is two things). */
function exception(code: string | null): Understanding | null {
  if (code === null) return null;
  const plain = code.replace(/[A-Z]$/i, "").replace(/^0+/, "");
  const padded = plain.length === 1 ? `0${plain}` : plain;
  return lookUp(FEDEX_EXCEPTIONS, code) ?? (plain === "7" ? null : lookUp(FEDEX_EXCEPTIONS, padded));
}

/** A vague type is read by its exception, then by its words; what is still unclear stays an exception without a reason. */
export function explainFedex(scan: { code: string | null; text: string | null }): Understanding {
  const [type = "", reason] = (scan.code ?? "").toUpperCase().split("/");
  if (VAGUE.has(type)) {
    const missed: Understanding | null = NOT_AVAILABLE.test(scan.text ?? "") ? { status: "ATTEMPTED_DELIVERY", detail: "not_home", mapping: "fedex/words@1" } : null;
    const known = firstKnown([exception(reason ?? null), missed, lookUp(FEDEX_CODES, type)], scan.text, "fedex");
    // Whatever the words say, an exception is no delivery.
    return known.status === "UNKNOWN" || known.status === "DELIVERED" ? { status: "EXCEPTION", detail: "other", mapping: "fedex/codes@1" } : known;
  }
  const known = firstKnown([lookUp(FEDEX_CODES, type), exception(type === "" ? null : type)], scan.text, "fedex");
  return known.status === "DELIVERED" && known.detail === null ? { ...known, detail: deliveredWhere(scan.text) } : known;
}
