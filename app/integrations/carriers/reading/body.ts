import { XMLParser, XMLValidator } from "fast-xml-parser";

/** A body as it could be decoded. `unreadable` names why, in words fit for a problem's message. */
export type DecodedBody =
  | { kind: "json"; value: unknown }
  | { kind: "xml"; value: unknown }
  | { kind: "unreadable"; why: string };

/** Deeper elements than any carrier sends; a guard against bodies made to exhaust the stack. */
const MAX_XML_DEPTH = 60;

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

function decodeXml(document: string): DecodedBody {
  const head = document.slice(0, 2_000).toLowerCase();
  if (/<html[\s>]|<!doctype html/.test(head)) return { kind: "unreadable", why: "the answer is a web page" };
  if (/<!(doctype|entity)/i.test(document)) return { kind: "unreadable", why: "the answer declares entities of its own" };
  if (tooDeep(document)) return { kind: "unreadable", why: "the answer is nested too deeply" };
  try {
    if (XMLValidator.validate(document) !== true) return { kind: "unreadable", why: "the answer is not whole XML" };
    return { kind: "xml", value: xml.parse(document) as unknown };
  } catch {
    return { kind: "unreadable", why: "the answer is not whole XML" };
  }
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
