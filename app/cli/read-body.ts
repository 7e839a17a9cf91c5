import { createReadStream } from "node:fs";

/** More than any provider sends in one body; a file beyond it is a mistake (and a device may never end). */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

/**
 * A file's text. Reads pipes as well as files; bodies saved by Windows tools (UTF-16, marked by their first two bytes)
 * and XML that names Latin-1 as its encoding are decoded as such, everything else as UTF-8.
 *
 * Throws an Error whose message says what was wrong with the file.
 */
export async function readBody(file: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error(`it is larger than ${MAX_BODY_BYTES / 1024 / 1024} MB`);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 200).toString("latin1");
  return /^\s*<\?xml[^>]*encoding=["'](iso-8859-1|windows-1252|latin1)["']/i.test(head) ? "windows-1252" : "utf-8";
}
