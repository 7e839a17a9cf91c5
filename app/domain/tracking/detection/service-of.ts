import type { NumberFormat } from "./number-format";
import { normaliseNumber } from "./normalise-number";
import { NUMBER_FORMATS } from "./formats/all";

/** The characters that name the service, or null where the format has none. */
export function serviceCode(format: NumberFormat, number: string, serial: string): string | null {
  const { service } = format;
  if (service === null) return null;
  const whole = service.within === "serial" ? serial : number;
  return whole.slice(service.start, service.start + service.length);
}

/**
 * The service a number names, in words ("UPS Ground"), read by the format with this id.
 * Null when the format is unknown, does not fit, or names no known service.
 */
export function serviceOf(number: string, formatId: string): string | null {
  const compact = normaliseNumber(number);
  if (compact === null) return null;
  for (const format of NUMBER_FORMATS) {
    const match = format.id === formatId ? format.pattern.exec(compact) : null;
    if (match === null) continue;
    const code = serviceCode(format, compact, match[1] ?? "");
    return code === null ? null : (format.service?.names[code] ?? null);
  }
  return null;
}
