import type { ParsedAnswer } from "~/domain/tracking/event";
import type { CarrierAdapter } from "~/integrations/carriers/port";

/** A body into whose texts others can be put. */
export interface LongBody {
  /** Whether the body is still read as a shipment with scans. */
  isRead: boolean;
  /** Puts a text behind each of the body's texts, about `text.length` in all. */
  with(text: string): string;
}

const RECEIVED = Date.UTC(2026, 10, 24, 12);
const MARK = "zzqz";

/**
 * Two ways to make a provider's body long: with a text in each of its strings, and with one in each of those that do not
 * keep it from being read as a shipment with scans (a code that decides what the body is, its time).
 */
export function longBodies(adapter: CarrierAdapter, body: string): LongBody[] {
  const body_ = body.trimStart();
  const template = body_.startsWith("<") ? xmlTemplate(body_) : jsonTemplate(body_);
  const all = template.map((part) => part.isText);
  const scans = countScans(adapter, body_);
  const kept = all.map((isText, index) => isText && countScans(adapter, fill(template, all.map((_, place) => place === index), MARK)) >= scans);
  return [all, kept].map((places) => ({ isRead: places === kept, with: (text) => fill(template, places, text.slice(0, Math.ceil(text.length / Math.max(1, places.filter(Boolean).length)))) }));
}

function countScans(adapter: CarrierAdapter, body: string): number {
  const answer: ParsedAnswer = adapter.parse(body, { httpStatus: 200, receivedAt: RECEIVED });
  return answer.shipments.reduce((sum, one) => sum + 1 + one.events.length, 0);
}

interface Part {
  written: string;
  isText: boolean;
  /** How a text is written inside this part. */
  encode(text: string): string;
}

function fill(template: readonly Part[], places: readonly boolean[], text: string): string {
  return template.map((part, index) => (part.isText && places[index] === true ? part.written + part.encode(text) : part.written)).join("");
}

/** A JSON text as parts: the values that are strings, without their closing quotes, and what stands between. */
function jsonTemplate(body: string): Part[] {
  const encode = (text: string) => JSON.stringify(text).slice(1, -1);
  return parts(body, /"(?:[^"\\]|\\.)*"(?=\s*[,}\]])/g, 1, encode);
}

/** An XML text as parts: texts of elements and values of attributes, and what stands between. */
function xmlTemplate(body: string): Part[] {
  const encode = (text: string) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
  return parts(body, /(?<=>)[^<>]+(?=<)|(?<= [\w:-]+=")[^"]*"/g, 0, encode);
}

/** @param closing how many characters at the end of a match are no part of the text */
function parts(body: string, text: RegExp, closing: number, encode: (text: string) => string): Part[] {
  const found: Part[] = [];
  let before = 0;
  for (const match of body.matchAll(text)) {
    const end = match.index + match[0].length - (match[0].endsWith('"') ? Math.max(closing, 1) : 0);
    if (match.index > before) found.push({ written: body.slice(before, match.index), isText: false, encode });
    found.push({ written: body.slice(match.index, end), isText: true, encode });
    before = end;
  }
  found.push({ written: body.slice(before), isText: false, encode });
  return found;
}
