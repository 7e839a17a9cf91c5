import type { Understanding } from "~/domain/tracking/status";

import { firstKnown, lookUp, rows, type StatusMap } from "../reading/understand";
import { DHL_PARCEL_DE_EVENTS } from "./events";

/** Standard event codes. Source: DHL's reference of Parcel DE Tracking. */
export const DHL_PARCEL_DE_STANDARD: StatusMap = {
  name: "dhl_parcel_de/standard@1",
  meanings: rows(
    ["VA", "PRE_TRANSIT"], ["ES AE", "IN_TRANSIT", "accepted"], ["AN", "EXCEPTION", "pickup_failed"], ["AA EE NB", "IN_TRANSIT"], ["ZO", "IN_TRANSIT", "customs"],
    ["LA", "IN_TRANSIT", "on_hold"], ["PO", "OUT_FOR_DELIVERY"], ["ZN", "ATTEMPTED_DELIVERY"], ["ZF", "READY_FOR_PICKUP"], ["ZU", "DELIVERED"], ["BV", "EXCEPTION"], ["DD GT", "UNKNOWN"],
  ),
};

/** ICE and standard code without the reason, for reasons that are not in the list. Source: the same. */
export const DHL_PARCEL_DE_ICE: StatusMap = {
  name: "dhl_parcel_de/ice@1",
  meanings: rows(
    ["PARCV PURCR", "PRE_TRANSIT"], ["SHRCU PCKDU", "IN_TRANSIT", "accepted"], ["HLDCU", "EXCEPTION", "customs"], ["HLDCC CNRFC", "READY_FOR_PICKUP"], ["DLVRF", "ATTEMPTED_DELIVERY", "refused"],
    ["NTDEL", "ATTEMPTED_DELIVERY"], ["RETRN", "RETURNING"], ["EXPHD", "EXCEPTION"], ["DMGDS", "EXCEPTION", "damaged"], ["DSPSD", "EXCEPTION", "destroyed"], ["RCCLS", "EXCEPTION", "lost"],
    ["MSRTD", "EXCEPTION", "missorted"], ["CANCL", "EXCEPTION", "cancelled"], ["STORN ADVIS NTADT PMTCR PMTCS", "UNKNOWN"],
  ),
};

/** ICE alone, where nothing else came with it: what is the same under every reason and standard code. Source: the same. */
export const DHL_PARCEL_DE_ICE_ALONE: StatusMap = {
  name: "dhl_parcel_de/ice-alone@1",
  meanings: rows(["SRTED ULFMV MVDPT MVARR TRBCR ROUCR", "IN_TRANSIT"], ["ICPRC ITBAR RSDCP HLDCP", "IN_TRANSIT", "customs"], ["CNFSC", "EXCEPTION", "prohibited"], ["DLVRD", "DELIVERED"]),
};

/** An event that takes back the one before it. */
export const WITHDRAWS = "STORN";

/** Code as "ICE/RIC/STANDARD"; parts may be missing. A false ZU (disposed of) is caught by ICE first. */
export function explainDhlParcelDe({ code, text }: { code: string | null; text: string | null }): Understanding {
  const pieces = (code ?? "").toUpperCase().split("/");
  const standard = pieces.find((piece) => /^[A-Z]{2}$/.test(piece)) ?? null;
  const ice = pieces.find((piece) => /^[A-Z]{5}$/.test(piece)) ?? null;
  const alone = pieces.length === 1 ? lookUp(DHL_PARCEL_DE_ICE_ALONE, ice) : null;
  return firstKnown([lookUp(DHL_PARCEL_DE_EVENTS, code), lookUp(DHL_PARCEL_DE_ICE, ice), lookUp(DHL_PARCEL_DE_STANDARD, standard), alone], text, "dhl_parcel_de");
}
