import { cleanJsonText } from "~/domain/text/clean-text";
import { NOT_UNDERSTOOD, type Understanding } from "~/domain/tracking/status";
import { explainWithoutAdapter } from "~/integrations/carriers/codes-without-adapter";
import { findAdapter } from "~/integrations/carriers/registry";

import { readLines } from "./read-lines";

interface Scan {
  carrier: string | null;
  code: string | null;
  text: string | null;
}

/** How one scan is understood: by its carrier's map; where the carrier is unknown or has no adapter, by what its codes and words are known to mean. */
export function explainScan(scan: Scan): Understanding {
  const adapter = scan.carrier === null || scan.carrier === "generic" ? null : findAdapter(scan.carrier);
  if (adapter) return adapter.explain({ code: scan.code, text: scan.text });
  return explainWithoutAdapter(scan);
}

/** Answers for the scan in the options, or for each JSON line of the input; a line that is no scan is UNKNOWN and says why. */
export async function explain(
  options: { carrier: string; code?: string; text?: string },
  input: AsyncIterable<Buffer>,
  output: NodeJS.WritableStream,
): Promise<void> {
  if (options.code !== undefined || options.text !== undefined) {
    output.write(`${JSON.stringify(explainScan({ carrier: options.carrier, code: options.code ?? null, text: options.text ?? null }))}\n`);
    return;
  }
  for await (const line of readLines(input)) {
    if (line.trim() === "") continue;
    output.write(`${JSON.stringify(explainLine(line))}\n`);
  }
}

function explainLine(line: string): Understanding & { error?: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(cleanJsonText(line));
  } catch {
    return { ...NOT_UNDERSTOOD, error: "This line is not JSON; write {\"carrier\", \"code\", \"text\"}." };
  }
  if (typeof parsed !== "object" || parsed === null) return { ...NOT_UNDERSTOOD, error: "This line is not an object." };
  const field = (name: keyof Scan) => {
    const value = (parsed as Record<string, unknown>)[name];
    return typeof value === "string" ? value : typeof value === "number" ? String(value) : null;
  };
  return explainScan({ carrier: field("carrier"), code: field("code"), text: field("text") });
}
