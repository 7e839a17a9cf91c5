import { boundedText, trimEndOf } from "../text/bounded-text";
import { MAX_TEXT } from "./limits";

/**
 * A scan's text as rules compare it: its first 200 characters without case, with one space between words and without
 * the dot or comma at its end. Letters that look alike in Unicode (full-width, ligatures) count as the same.
 * @returns "" for a text that says nothing
 */
export function foldText(text: string): string {
  const folded = cutText(text, MAX_TEXT)
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(/\p{Cf}+/gu, "")
    .replace(/[\p{White_Space}\p{Cc}]+/gu, " ");
  return trimEndOf(folded, " .,;:!").trim();
}

/**
 * At most so many UTF-16 units, never half of a character: a database refuses a lone half. Lone halves that came with
 * the text become U+FFFD.
 */
export function cutText(text: string, length: number): string {
  return boundedText(text, length).replace(/\p{Cs}/gu, "\ufffd");
}
