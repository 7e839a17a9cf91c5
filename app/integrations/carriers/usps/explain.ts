import type { Understanding } from "~/domain/tracking/status";
import { classifyText } from "~/domain/tracking/text/classify-text";

import { deliveredWhere } from "../reading/delivered-where";
import { inThisOrder } from "../reading/in-this-order";
import { firstKnown, lookUp } from "../reading/understand";
import { USPS_CATEGORIES, USPS_EVENTS } from "./status-map";

const TO_SENDER = /delivered,? to (the )?original sender/i;
const RETURNED_TO_SENDER = /returned? to (the )?sender/i;
const DELIVERED = /\bdelivered/i;
/** Handed to who delivers for USPS; "Delivered, To Agent" with a comma is the addressee's own agent. */
const TO_AGENT = /^(tendered|delivered) to (an? )?agent\b/i;

/** Event code, then category, then words; the words come first only where they say whom a delivery went to. */
export function explainUsps(scan: { code: string | null; text: string | null }): Understanding {
  const words = scan.text ?? "";
  const known = firstKnown([lookUp(USPS_EVENTS, scan.code), lookUp(USPS_CATEGORIES, scan.code)], scan.text, "usps");
  if (known.mapping === USPS_CATEGORIES.name && known.status === "EXCEPTION") return ofAlert(known, words);
  if (known.status !== "DELIVERED") return known;
  if (wentToSender(words)) return { status: "RETURNED", detail: null, mapping: "usps/words@1" };
  if (TO_AGENT.test(words)) return { status: "IN_TRANSIT", detail: "handed_to_partner", mapping: "usps/words@1" };
  return known.detail === null ? { ...known, detail: deliveredWhere(scan.text) } : known;
}

function wentToSender(words: string): boolean {
  return TO_SENDER.test(words) || inThisOrder(words, RETURNED_TO_SENDER, DELIVERED) || inThisOrder(words, DELIVERED, /\bto sender/i);
}

/** "Alert" is said of failed attempts and returns as well; its words say which. */
function ofAlert(known: Understanding, text: string): Understanding {
  const words = classifyText(text, "usps");
  return ["RETURNING", "RETURNED", "ATTEMPTED_DELIVERY", "READY_FOR_PICKUP"].includes(words.status) ? words : known;
}
