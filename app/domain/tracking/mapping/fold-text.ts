import { MAX_TEXT } from "./limits";

/**
 * A scan's text as rules compare it: its first 200 characters without case, with one space between words and without
 * the dot or comma at its end. Letters that look alike in Unicode (full-width, ligatures) count as the same.
 * @returns "" for a text that says nothing
 */
export function foldText(text: string): string {
  return cutText(text, MAX_TEXT)
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(/\p{Cf}+/gu, "")
    .replace(/[\p{White_Space}\p{Cc}]+/gu, " ")
    .replace(/[ .,;:!]+$/u, "")
    .trim();
}

/**
 * At most so many UTF-16 units, never half of a character: a database refuses a lone half. Lone halves that came with
 * the text become U+FFFD.
 */
export function cutText(text: string, length: number): string {
  const end = text.charCodeAt(length - 1);
  const splits = text.length > length && end >= 0xd800 && end <= 0xdbff;
  return text.slice(0, splits ? length - 1 : length).replace(/\p{Cs}/gu, "\ufffd");
}
