import { AdminApiError } from "./admin-port";

/** Longest line of a bulk result that is believed, characters: an order with all its fields is a few thousand. */
const LONGEST_LINE = 5_000_000;

/**
 * Reads a file as lines while it arrives; empty lines are left out.
 * @throws AdminApiError `unavailable` when it cannot be fetched or breaks off, `invalid` for a line beyond all measure
 */
export async function* readLines(url: string, send: typeof fetch): AsyncIterable<string> {
  let rest = "";
  try {
    const response = await send(url, { headers: { Accept: "application/jsonl" } });
    if (!response.ok || !response.body) throw new AdminApiError("unavailable", `The result file answered ${response.status}.`);
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    try {
      for (;;) {
        const { done, value } = await reader.read();
        // Only what has arrived is looked through: a long line would else be read again with each of its pieces.
        const [first = "", ...others] = (done ? decoder.decode() : decoder.decode(value, { stream: true })).split("\n");
        const lines = others.length === 0 ? [] : [rest + first, ...others.slice(0, -1)];
        rest = others.at(-1) ?? rest + first;
        if (rest.length > LONGEST_LINE) throw new AdminApiError("invalid", "A line of the result file is too long.");
        for (const line of lines) if (line.trim() !== "") yield line;
        if (done) break;
      }
    } finally {
      // A caller that stops early leaves the rest of the file unread.
      await reader.cancel().catch(() => undefined);
    }
  } catch (error) {
    if (error instanceof AdminApiError) throw error;
    throw new AdminApiError("unavailable", "The result file could not be read to its end.");
  }
  if (rest.trim() !== "") yield rest;
}
