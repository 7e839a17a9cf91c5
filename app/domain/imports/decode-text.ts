import { cleanText } from "../text/clean-text";

/** A file's text, and how it was written. */
export type DecodedText = { ok: true; text: string; encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" } | { ok: false; problem: string };

/** How many bytes are looked at to tell the encoding. */
const SAMPLE = 4_096;

/**
 * Reads a file's bytes as text: by its byte order mark, else by its zero bytes (UTF-16 without a mark), else as UTF-8
 * where every byte fits, else as windows-1252, which spreadsheets of western Europe write. The mark is taken off, and
 * characters that PostgreSQL cannot store become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) return { ok: false, problem: "The file is empty." };
  const kind = foreignKind(bytes);
  if (kind) return { ok: false, problem: `This is ${kind}, not a CSV file: open it and save it as CSV (UTF-8).` };
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decoded(bytes.subarray(3), "utf-8");
  if (a === 0xff && b === 0xfe) return decoded(bytes.subarray(2), "utf-16le");
  if (a === 0xfe && b === 0xff) return decoded(bytes.subarray(2), "utf-16be");
  const zeros = zeroBytes(bytes.subarray(0, SAMPLE));
  if (zeros.odd > 0.3 && zeros.even < 0.05) return decoded(bytes, "utf-16le");
  if (zeros.even > 0.3 && zeros.odd < 0.05) return decoded(bytes, "utf-16be");
  if (zeros.even + zeros.odd > 0.1) return { ok: false, problem: "This is not a text file: save it as CSV (UTF-8)." };
  try {
    return { ok: true, text: cleanText(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)), encoding: "utf-8" };
  } catch {
    return decoded(bytes, "windows-1252");
  }
}

/** Files that people upload instead, by their first bytes. */
function foreignKind(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return "an Excel or ZIP file";
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return "an old Excel file";
  if (a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46) return "a PDF";
  return null;
}

function zeroBytes(sample: Uint8Array): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = Math.max(1, sample.length / 2);
  return { even: even / half, odd: odd / half };
}

function decoded(bytes: Uint8Array, encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252"): DecodedText {
  return { ok: true, text: cleanText(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)), encoding };
}
