import type { Understanding } from "~/domain/tracking/status";
import { boundedOrNull, LONGEST } from "~/domain/tracking/text/bounded-text";
import { classifyText } from "~/domain/tracking/text/classify-text";

import { boundedScan } from "./reading/bounded-scan";
import { firstKnown, lookUp, rows, type StatusMap } from "./reading/understand";

/**
 * Codes of carriers that Milepost cannot ask, as aggregators and files pass them on. Only what more than one public source
 * agrees on, or what the carrier's own words beside the code make plain, is here.
 */

/** Events of posts (EMSEVT version 3). Source: the Universal Postal Union's M-standards; posts name them in their own words. */
export const UPU_EVENTS: StatusMap = {
  name: "upu/events@1",
  meanings: rows(
    ["EMA", "IN_TRANSIT", "accepted"], ["EMB EMJ", "IN_TRANSIT", "arrived"], ["EMC EMF EMK EDE", "IN_TRANSIT", "departed"], ["EMD", "IN_TRANSIT", "arrived_destination_country"], ["EDD", "IN_TRANSIT"],
    ["EXA EDB", "IN_TRANSIT", "customs"], ["EXC EDC", "IN_TRANSIT", "customs_cleared"], ["EXB EME", "EXCEPTION", "customs"], ["EXD EDA EDF", "EXCEPTION", "held"], ["EXX", "EXCEPTION", "cancelled"],
    ["EMG", "IN_TRANSIT", "arrived_delivery_facility"], ["EDG", "OUT_FOR_DELIVERY"], ["EDH", "READY_FOR_PICKUP"], ["EMH", "ATTEMPTED_DELIVERY"], ["EMI", "DELIVERED"],
  ),
};

/** Correios of Brazil: kind and number of an event ("BDE/01"). Source: public clients of its SRO service. */
export const CORREIOS_EVENTS: StatusMap = {
  name: "correios/events@1",
  meanings: rows(
    ["PO/0 PO/1 PO/9 CO/1", "IN_TRANSIT", "accepted"], ["RO/0 RO/1 DO/0 DO/1 DO/2 TRI/0", "IN_TRANSIT", "departed"], ["CD/0 CD/1 CD/2 CD/3 CMT/0 CUN/0 CUN/1", "IN_TRANSIT", "arrived"],
    ["FC/10 CAR/1", "IN_TRANSIT", "arrived_delivery_facility"], ["PAR/16", "IN_TRANSIT", "arrived_destination_country"], ["PAR/17", "IN_TRANSIT", "customs_cleared"], ["PAR/18", "IN_TRANSIT"],
    ["FC/2", "IN_TRANSIT", "rescheduled"], ["FC/3", "IN_TRANSIT", "missorted"], ["OEC/0 OEC/1", "OUT_FOR_DELIVERY"], ["LDI/0 LDI/1 LDI/2 LDI/3 LDI/4 LDI/14", "READY_FOR_PICKUP"],
    ["BDE/0 BDE/1 BDI/0 BDI/1 BDR/0 BDR/1", "DELIVERED"], ["BDE/2 BDI/2 BDR/2 BDE/18 BDR/18", "ATTEMPTED_DELIVERY", "not_home"], ["FC/7", "ATTEMPTED_DELIVERY", "closed"],
    ["BDE/4 BDI/4 BDR/4", "EXCEPTION", "refused"], ["BDE/6 BDI/6 BDR/6 BDE/7 BDI/7 BDR/7 BDE/8 BDI/8 BDR/8 BDE/19 BDI/19 BDR/19 FC/4", "EXCEPTION", "address"], ["BDE/10 BDI/10 BDR/10", "EXCEPTION", "moved"],
    ["BDE/9 BDI/9 BDR/9 IDC/1 IDC/2 IDC/3 IDC/4 IDC/5 IDC/6 IDC/7", "EXCEPTION", "lost"], ["BLQ/1", "EXCEPTION", "held"], ["LDE/0 LDE/9 OEC/9 FC/1 FC/47", "RETURNING"],
    ["BDE/20 BDI/20 BDR/20", "ATTEMPTED_DELIVERY", "not_home"], ["BDE/25 BDI/25 BDR/25", "ATTEMPTED_DELIVERY", "closed"], ["BDE/46 BDI/46 BDR/46", "ATTEMPTED_DELIVERY"], ["BDE/22 BDI/22 BDR/22", "IN_TRANSIT"],
    ["BDE/45 BDI/45 BDR/45", "IN_TRANSIT", "arrived_delivery_facility"], ["BDE/57 BDI/57 BDR/57", "IN_TRANSIT", "customs_cleared"], ["BDE/24 BDI/24 BDR/24", "READY_FOR_PICKUP", "post_office"], ["BDE/23 BDI/23 BDR/23", "RETURNED"], ["BDE/26 BDI/26 BDR/26", "RETURNING"],
    ["BDE/28 BDI/28 BDR/28 BDE/37 BDI/37 BDR/37", "EXCEPTION", "damaged"], ["BDE/34 BDI/34 BDR/34", "EXCEPTION", "address"], ["BDE/50 BDI/50 BDR/50 BDE/51 BDI/51 BDR/51 BDE/52 BDI/52 BDR/52", "EXCEPTION", "lost"], ["BDE/54 BDI/54 BDR/54", "EXCEPTION", "payment_due"],
    ["EST/1 EST/2 EST/3 EST/4 EST/5 EST/6 EST/9", "UNKNOWN"],
  ),
};

/** SEUR's situations. Source: its public tracking, code and sentence side by side. */
export const SEUR_EVENTS: StatusMap = {
  name: "seur/events@1",
  meanings: rows(
    ["SX010", "PRE_TRANSIT"], ["SX001", "IN_TRANSIT", "accepted"], ["LI567 LO001", "IN_TRANSIT"], ["LJ100", "IN_TRANSIT", "rescheduled"], ["LJ105", "IN_TRANSIT", "parcel_shop"],
    ["LD221", "IN_TRANSIT", "customs"], ["LD223", "IN_TRANSIT", "customs_cleared"], ["LC003", "OUT_FOR_DELIVERY"], ["LI530", "READY_FOR_PICKUP", "parcel_shop"], ["LL003", "DELIVERED"],
    ["LL010", "DELIVERED", "collected"], ["LL020", "DELIVERED", "neighbour"], ["LI523", "ATTEMPTED_DELIVERY", "not_home"], ["LI524", "EXCEPTION", "address"], ["LI300 LI582", "EXCEPTION", "delayed"],
  ),
};

/** BRT (Italy). Source: public clients of its tracking service, code and words side by side. */
export const BRT_EVENTS: StatusMap = {
  name: "brt/events@1",
  meanings: rows(
    ["700", "PRE_TRANSIT", "label_created"], ["701", "IN_TRANSIT", "accepted"], ["702", "IN_TRANSIT", "departed"], ["703", "IN_TRANSIT", "arrived"], ["707 DIR", "IN_TRANSIT", "forwarded"],
    ["MIC", "OUT_FOR_DELIVERY"], ["DPU", "READY_FOR_PICKUP", "parcel_shop"], ["704", "DELIVERED"], ["P", "DELIVERED", "partial"], ["RIC AVV AV2 AV3 AV5 AV7 AV9 017", "ATTEMPTED_DELIVERY", "not_home"],
    ["023 A23 024 T", "ATTEMPTED_DELIVERY", "closed"], ["019 021 022", "EXCEPTION", "address"], ["001 002 003 004 005 006 009 037 051", "EXCEPTION", "refused"], ["007", "EXCEPTION", "refused"],
    ["008 012 DDR", "EXCEPTION", "payment_due"], ["032 DPP", "EXCEPTION", "unclaimed"], ["DDB", "EXCEPTION", "customs_documents"], ["DDS", "EXCEPTION", "customs"], ["DDC", "EXCEPTION", "destroyed"],
    ["ZAL ZNV ZFM 034", "EXCEPTION", "weather"],
  ),
};

/** CTT Express (Spain). Source: public clients of its service; numbers on which they disagree are left out. */
export const CTT_EXPRESS_EVENTS: StatusMap = {
  name: "ctt_express/events@1",
  meanings: rows(["0900", "IN_TRANSIT"], ["1200", "IN_TRANSIT", "arrived_delivery_facility"], ["1500", "OUT_FOR_DELIVERY"], ["1600", "ATTEMPTED_DELIVERY"], ["2100", "DELIVERED"]),
};

const MAPS: Readonly<Record<string, StatusMap>> = { correios: CORREIOS_EVENTS, seur: SEUR_EVENTS, brt: BRT_EVENTS, ctt_express: CTT_EXPRESS_EVENTS };

/** Carriers are written with blanks and hyphens as well. */
function mapOf(carrier: string | null): StatusMap | null {
  const name = carrier?.trim().toLowerCase().replace(/[\s-]+/g, "_") ?? "";
  return Object.hasOwn(MAPS, name) ? (MAPS[name] ?? null) : null;
}

/** "BDE 01", "bde-1" and "BDE01" are "BDE/1". */
function kindAndNumber(code: string): string {
  return code.toUpperCase().replace(/^([A-Z]{2,3})[\s/_-]*0*(\d{1,2})$/, "$1/$2");
}

/** A code that is made of words: letters, and blanks of whichever kind; codes of a few letters are none. */
const CODE_OF_WORDS = /^(?=.{6})[A-Za-z]+(?:[ _/-][A-Za-z]+)*$/;

/** How a scan of a carrier without an adapter is understood: its codes where they are known, a post's codes, then its words. */
export function explainWithoutAdapter(given: { carrier: string | null; code: string | null; text: string | null }): Understanding {
  const carrier = boundedOrNull(given.carrier, LONGEST.name);
  const { code, text } = boundedScan(given);
  const map = mapOf(carrier);
  const said = code?.trim() ?? null;
  const own = map === null || said === null ? null : lookUp(map, map === CORREIOS_EVENTS ? kindAndNumber(said) : said);
  const known = firstKnown([own, lookUp(UPU_EVENTS, said)], text, carrier ?? "");
  // "OUT_FOR_DELIVERY" and "ReturnToSender" say it themselves.
  const silent = known.mapping === null && (text === null || text.trim() === "");
  return silent && said !== null && CODE_OF_WORDS.test(said) ? classifyText(said.replace(/[_/-]+/g, " "), carrier) : known;
}
