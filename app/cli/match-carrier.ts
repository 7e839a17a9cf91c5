import { matchCarrier } from "~/domain/tracking/catalogue/match-carrier";

import { readLines } from "./read-lines";

/** One `{"typed", "carrier", "shopify_company", "score"}` for each line; `carrier` is null where nothing should match. */
export async function matchCarriers(input: AsyncIterable<Buffer>, output: NodeJS.WritableStream): Promise<void> {
  for await (const line of readLines(input)) {
    output.write(`${JSON.stringify({ typed: line, ...matchCarrier(line) })}\n`);
  }
}
