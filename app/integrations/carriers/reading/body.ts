import { XMLParser, XMLValidator } from "fast-xml-parser";

import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";

/** A body as it could be decoded. `unreadable` names why, in words fit for a problem's message. */
export type DecodedBody =
  | { kind: "json"; value: unknown }
  | { kind: "xml"; value: unknown }
  | { kind: "unreadable"; why: string };

/** Deeper elements than any carrier sends; a guard against bodies made to exhaust the stack. */
const MAX_XML_DEPTH = 60;

/** A longer tag, with all of its attributes, than any carrier sends, UTF-16 code units. */
const MAX_TAG = 65_536;

const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: true,
  // Codes such as "007" and numbers of 22 digits must stay text.
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/**
 * Decodes JSON or XML, whichever it is. Total: a truncated body, an HTML page, an empty text
 * and a document with its own entities are `unreadable`.
 */
export function decodeBody(body: string): DecodedBody {
  const start = body.replace(/^\uFEFF/, "").trim();
  if (start === "") return { kind: "unreadable", why: "the answer is empty" };
  if (start.startsWith("<")) return decodeXml(start);
  try {
    return { kind: "json", value: JSON.parse(start) as unknown };
  } catch {
    return { kind: "unreadable", why: "the answer is not whole JSON" };
  }
}

function decodeXml(whole: string): DecodedBody {
  const head = whole.slice(0, 2_000).toLowerCase();
  if (/<html[\s>]|<!doctype html/.test(head)) return { kind: "unreadable", why: "the answer is a web page" };
  const document = withBoundedTexts(whole);
  if (document === null) return { kind: "unreadable", why: "the answer is not whole XML" };
  if (/<!(doctype|entity)/i.test(document)) return { kind: "unreadable", why: "the answer declares entities of its own" };
  if (tooDeep(document)) return { kind: "unreadable", why: "the answer is nested too deeply" };
  try {
    if (XMLValidator.validate(document) !== true) return { kind: "unreadable", why: "the answer is not whole XML" };
    return { kind: "xml", value: xml.parse(document) as unknown };
  } catch {
    return { kind: "unreadable", why: "the answer is not whole XML" };
  }
}

/**
 * A document whose elements' texts and attributes are at most as long as they are read. The parser puts texts together sign by sign, and
 * takes long for those of megabytes. A document with CDATA, in which anything may stand, is left as it is; null for one
 * with a tag beyond all measure, which is none.
 */
function withBoundedTexts(document: string): string | null {
  if (document.length <= LONGEST.padded || document.includes("<![CDATA[")) return document;
  const parts: string[] = [];
  let from = 0;
  for (let end = document.indexOf(">"); end !== -1; end = document.indexOf(">", from)) {
    const next = document.indexOf("<", end);
    const until = next === -1 ? document.length : next;
    const tag = boundedTag(document.slice(from, end + 1));
    if (tag.length > MAX_TAG) return null;
    parts.push(tag, boundedEntities(document.slice(end + 1, until)));
    from = until;
    if (next === -1) break;
  }
  if (document.length - from > MAX_TAG) return null;
  parts.push(document.slice(from));
  return parts.join("");
}

/** A tag with attributes no longer than they are read; one that writes them in single quotes is left as it is. */
function boundedTag(tag: string): string {
  if (tag.length <= LONGEST.padded) return tag;
  const pieces = tag.split('"');
  if (pieces.some((piece, index) => index % 2 === 0 && piece.includes("'"))) return tag;
  return pieces.map((piece, index) => (index % 2 === 1 ? boundedEntities(piece) : piece)).join('"');
}

/** A text of an element or an attribute, cut where no entity is cut with it. */
function boundedEntities(text: string): string {
  return text.length <= LONGEST.padded ? text : boundedText(text, LONGEST.padded).replace(/&[#\w]{0,12}$/, "");
}

function tooDeep(document: string): boolean {
  let depth = 0;
  for (const tag of document.matchAll(/<(\/?)[A-Za-z_][^<>]*?(\/?)>/g)) {
    if (tag[2] === "/") continue;
    depth += tag[1] === "/" ? -1 : 1;
    if (depth > MAX_XML_DEPTH) return true;
  }
  return false;
}
