import { detectCarrier } from "~/domain/tracking/detection/detect-carrier";

import { readLines } from "./read-lines";

/** One `{"number", "candidates": [{"carrier", "format", "score"}]}` for each line, best first, `[]` when none fits. */
export async function detect(input: AsyncIterable<Buffer>, output: NodeJS.WritableStream): Promise<void> {
  for await (const line of readLines(input)) {
    output.write(`${JSON.stringify({ number: line, candidates: detectCarrier(line) })}\n`);
  }
}
