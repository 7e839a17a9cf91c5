import { AdminApiError } from "./admin-port";

/** Longest line of a bulk result that is believed, characters: an order with all its fields is a few thousand. */
const LONGEST_LINE = 5_000_000;

/**
 * Reads a file as lines while it arrives; empty lines are left out. The file lies at a storage of Shopify's choice, not
 * at the shop: it is asked for over TLS, without the shop's token, and is not led anywhere else.
 * @throws AdminApiError `unavailable` when it cannot be fetched or breaks off, `invalid` for an address that is not a
 *   public host's over https and for a line beyond all measure
 */
export async function* readLines(url: string, send: typeof fetch): AsyncIterable<string> {
  if (!isPublicHttps(url)) throw new AdminApiError("invalid", "The result file's address is not one of a public host over https.");
  let rest = "";
  try {
    const response = await send(url, { headers: { Accept: "application/jsonl" }, redirect: "error" });
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

/** A named host of the public internet, over https at its usual port, without a user's name in the address. */
function isPublicHttps(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password } = new URL(text);
  return protocol === "https:" && port === "" && username === "" && password === "" && /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(hostname);
}
