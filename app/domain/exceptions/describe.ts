import { findRule } from "./rules";

/** What is wrong with a shipment, for the merchant: a title and one sentence. The reason is as stored. */
export function describeException(rule: string, reason: unknown): { title: string; sentence: string } {
  const facts = typeof reason === "object" && reason !== null ? (reason as Record<string, unknown>) : {};
  return { title: findRule(rule)?.name ?? rule, sentence: sentenceOf(rule, facts) };
}

function sentenceOf(rule: string, facts: Record<string, unknown>): string {
  switch (rule) {
    case "label-without-scan":
      return `The label is older than ${count(facts.hours, "hour")} and no carrier has scanned the shipment.`;
    case "stuck-in-transit":
      return `No scan for ${count(facts.days, "day")} although the shipment is on its way.`;
    case "carrier-exception":
      return carrierWords(facts);
    case "ended-undelivered":
      return facts.status === "RETURNED"
        ? "It is back with you, and the shopper does not have it: a refund or a new shipment is owed."
        : "Nobody tells of it any more, and nobody said that it was delivered: ask the carrier, or send a new one.";
    default:
      return findRule(rule)?.description ?? "This rule is no longer part of Milepost.";
  }
}

function carrierWords({ status, detail, text }: Record<string, unknown>): string {
  if (typeof text === "string" && text) return `The carrier says: ${text}`;
  const words = [status, detail].filter((word): word is string => typeof word === "string").map(plain);
  return words.length > 0 ? `The carrier reports: ${words.join(", ")}.` : "The carrier reports a problem and gives no reason.";
}

function plain(code: string): string {
  return code.toLowerCase().replaceAll("_", " ");
}

function count(value: unknown, unit: string): string {
  if (typeof value !== "number") return `the ${unit}s set`;
  return value === 1 ? `1 ${unit}` : `${value} ${unit}s`;
}
