import { boundedText, LONGEST } from "../text/bounded-text";
import { findCarrier } from "./catalogue";

/** Puts a number into a tracking page's template; null when the template has no place for it. */
export function fillTemplate(template: string, number: string): string | null {
  return template.includes("%s") ? template.replaceAll("%s", encodeURIComponent(boundedText(number, LONGEST.name).trim())) : null;
}

/** The carrier's public tracking page for a number, or null where none is known: no link is better than a dead one. */
export function trackingUrl(code: string, number: string): string | null {
  const carrier = findCarrier(code);
  if (carrier === null || number.trim() === "") return null;
  const template = carrier.trackingUrl ?? (carrier.family === null ? null : (findCarrier(carrier.family)?.trackingUrl ?? null));
  return template === null ? null : fillTemplate(template, number);
}
