import { cleanText, cleanTextOrNull } from "~/domain/text/clean-text";

import { plain } from "./verify-proxy.server";

/** Longest body that any of the forms can send: a comment of 1,000 characters, percent-encoded, and the rest, bytes. */
export const MAX_FORM_BYTES = 32 * 1024;

/**
 * The part of an address that names a language and market, as Shopify's `routes.root_url` has it: a language, perhaps
 * with a script or region, and a market's suffix of two or more letters.
 */
const ROOT = /^\/[a-z]{2,3}(?:-[a-z]{2,40}){0,3}$/i;

/** What a form or a link says. Unknown names are left alone. */
export interface TrackFields {
  order: string;
  contact: string;
  token: string;
  locale: string | null;
  /** Where the storefront's language begins: "/fr", or empty for its main language. */
  root: string;
  format: "page" | "fragment";
  shows: { items: boolean; feedback: boolean };
  shipment: string;
  rating: string;
  reason: string;
  comment: string;
}

/**
 * Reads a posted form, or a link's query. E-mail, phone and postal code are taken from a body alone, never from an
 * address, where they would end up in logs.
 * @throws Response 413 when the body is too large, 415 when it is not a form
 */
export async function readFields(request: Request): Promise<TrackFields> {
  const posted = request.method === "POST";
  const fields = posted ? await readBody(request) : new URL(request.url).searchParams;
  const text = (name: string) => cleanText(fields.get(name) ?? "");
  return {
    order: text("order").slice(0, 200),
    contact: posted ? text("contact").slice(0, 500) : "",
    token: text("t"),
    locale: cleanTextOrNull(fields.get("locale")),
    root: ROOT.test(text("root")) ? text("root") : "",
    format: text("format") === "fragment" ? "fragment" : "page",
    shows: { items: text("items") !== "0", feedback: text("feedback") !== "0" },
    shipment: text("shipment"),
    rating: text("rating"),
    reason: text("reason"),
    comment: text("comment"),
  };
}

async function readBody(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") throw plain(415, "Send a form.");
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    size += part.value.byteLength;
    // The rest is not read, and the stream not cancelled: that would end the connection before the answer is sent.
    if (size > MAX_FORM_BYTES) throw plain(413, "This form is too large.");
    chunks.push(part.value);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}
