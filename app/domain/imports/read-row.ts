import type { EventPlace, EventTime, ParsedEvent } from "../tracking/event";
import { readNumber } from "../tracking/register/read-number";
import type { WantedShipment } from "../tracking/register/plan";
import { understandGiven } from "../tracking/read-status";
import { boundedOrNull, boundedText, boundedWords, LONGEST } from "../tracking/text/bounded-text";
import type { DateOrder } from "./date-order";
import type { FieldKey } from "./fields";
import type { ColumnMapping } from "./guess-mapping";

/** How a file's rows are to be read. */
export interface RowReading {
  mapping: ColumnMapping;
  /** How numeric dates are written; null reads only dates that leave no doubt. */
  dateOrder: DateOrder | null;
  /** The time zone of times that do not say theirs: an IANA name. */
  zone: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** What reading a cell needs from outside the domain. */
export interface CellReaders {
  /** An instant out of what was written; null when it is none. */
  time(said: string, hints: { zone: string; order?: DateOrder }): EventTime | null;
  /** ISO 3166-1 alpha-2 out of a code or a name; null when it is none. */
  country(said: string): string | null;
  /** A time zone that exists, or an offset. */
  zone(said: string): string | null;
  /** Milepost's code of a carrier by its name or code; null when it is not known. */
  carrier(said: string): string | null;
}

/** A row as it was understood, or what is wrong with it and what to do. */
export type ReadRow<What> = ({ ok: true } & What) | { ok: false; problem: string };

/** A scan may be this far ahead of the clock, ms: time zones. */
const AHEAD_MS = 24 * 3_600_000;

/** An apostrophe that keeps a spreadsheet from running a cell as a formula: see ./safe-csv. */
const KEPT_AS_TEXT = /^'(?=[\s\u00a0]*[=+\-@\t\r\n＝＋－＠])/u;

function cellReader(cells: readonly string[], mapping: ColumnMapping): (key: FieldKey) => string | null {
  return (key) => {
    const column = mapping[key];
    const cell = column === undefined ? "" : boundedText(cells[column] ?? "", LONGEST.padded).replaceAll("\u0000", "").replace(KEPT_AS_TEXT, "").trim();
    return cell === "" ? null : cell;
  };
}

/** Reads a row of a file of shipments. */
export function readShipmentRow(cells: readonly string[], reading: RowReading, readers: CellReaders): ReadRow<{ wanted: WantedShipment }> {
  const cell = cellReader(cells, reading.mapping);
  const number = readNumber(cell("number") ?? "");
  if (!number.ok) return number;
  const said = cell("shippedAt");
  const shipped = said === null ? null : readAt(said, null, reading, readers, "shipped date");
  if (shipped && !shipped.ok) return shipped;
  const countries: Record<string, string | null> = {};
  for (const key of ["originCountry", "destinationCountry"] as const) {
    const country = readCountry(cell(key), readers);
    if (!country.ok) return country;
    countries[key] = country.country;
  }
  return {
    ok: true,
    wanted: {
      number: cell("number") ?? "",
      carrier: boundedOrNull(cell("carrier"), LONGEST.name),
      order: boundedOrNull(cell("order"), LONGEST.name),
      shippedAt: shipped?.time.at ?? null,
      service: boundedOrNull(cell("service"), 100),
      originCountry: countries.originCountry ?? null,
      destinationCountry: countries.destinationCountry ?? null,
    },
  };
}

/** Reads a row of a file of scans. */
export function readEventRow(
  cells: readonly string[],
  reading: RowReading,
  readers: CellReaders,
): ReadRow<{ numberKey: string; number: string; carrier: string | null; typedCarrier: string | null; event: ParsedEvent }> {
  const cell = cellReader(cells, reading.mapping);
  const number = readNumber(cell("number") ?? "");
  if (!number.ok) return number;
  const date = cell("date");
  if (date === null) return { ok: false, problem: "There is no date: say when it happened." };
  const time = readAt([date, cell("clock")].filter(Boolean).join(" "), cell("zone"), reading, readers, "date");
  if (!time.ok) return time;
  const country = readCountry(cell("country"), readers);
  if (!country.ok) return country;
  const [status, code, text] = [cell("status"), cell("code"), cell("text")];
  if (status === null && code === null && text === null) return { ok: false, problem: "It says nothing of what happened: neither a status, nor a code, nor a text." };
  const typedCarrier = cell("carrier");
  const carrier = typedCarrier === null ? null : readers.carrier(typedCarrier);
  const understood = understandGiven({ status, code, text, carrier });
  return {
    ok: true,
    number: cell("number") ?? "",
    numberKey: number.key,
    carrier,
    typedCarrier,
    event: {
      time: time.time,
      ...understood,
      // Both are kept as they were said: a status that no map knows is the code under which it is counted.
      code: boundedOrNull(code ?? status, 100),
      text: text === null ? (code === null ? null : boundedOrNull(status, LONGEST.scan)) : boundedWords(text, LONGEST.scan),
      place: readPlace(cell, country.country),
      sourceEventId: boundedOrNull(cell("eventId"), 120),
      returnLeg: understood.status === "RETURNING" || understood.status === "RETURNED",
      withdraws: false,
      raw: rawOf(cell),
    },
  };
}

function readAt(said: string, zoneSaid: string | null, reading: RowReading, readers: CellReaders, what: string): ReadRow<{ time: EventTime }> {
  const zone = zoneSaid === null ? reading.zone : readers.zone(zoneSaid);
  if (zone === null) return { ok: false, problem: `The time zone “${short(zoneSaid ?? "")}” is not known: write an offset (+02:00) or a name (Europe/Berlin).` };
  const time = readers.time(said, reading.dateOrder ? { zone, order: reading.dateOrder } : { zone });
  if (time === null) {
    const unsure = /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(said) && reading.dateOrder === null;
    const help = unsure ? "choose whether the day or the month comes first" : "write it as 2026-11-25 or 2026-11-25 14:30";
    return { ok: false, problem: `The ${what} “${short(said)}” cannot be read: ${help}.` };
  }
  if (time.at > reading.now + AHEAD_MS) return { ok: false, problem: `The ${what} “${short(said)}” is in the future: correct it, or the order of day and month.` };
  return { ok: true, time };
}

function readCountry(said: string | null, readers: CellReaders): ReadRow<{ country: string | null }> {
  if (said === null) return { ok: true, country: null };
  const country = readers.country(said);
  return country === null ? { ok: false, problem: `The country “${short(said)}” is not known: write its two letters, such as DE.` } : { ok: true, country };
}

function readPlace(cell: (key: FieldKey) => string | null, country: string | null): EventPlace | null {
  const part = (key: FieldKey) => boundedOrNull(cell(key), LONGEST.place);
  const place = { city: part("city"), region: part("region"), country, postalCode: part("postalCode"), text: part("place") };
  return Object.values(place).some((each) => each !== null) ? place : null;
}

/** The row's own words of the scan, without the columns that nobody mapped: those may hold anything. */
function rawOf(cell: (key: FieldKey) => string | null): Record<string, string> {
  const keys: FieldKey[] = ["date", "clock", "zone", "status", "code", "text", "place", "city", "region", "postalCode", "country", "carrier", "eventId"];
  return Object.fromEntries(keys.flatMap((key) => {
    const said = cell(key);
    return said === null ? [] : [[key, boundedText(said, LONGEST.scan)]];
  }));
}

function short(said: string): string {
  return said.length > 40 ? `${boundedText(said, 40)}…` : said;
}
