import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { normalizeBody, type Normalized } from "~/cli/normalize";
import { readBody } from "~/cli/read-body";
import { findAdapter } from "~/integrations/carriers/registry";

/** What one payload amounted to, against what was expected of it. */
export interface Finding {
  verdict: "right" | "WRONG" | "open" | "explained" | "no adapter";
  file: string;
  /** How sure the expectation is, or what kind of body it is. */
  kind: string;
  wanted: string;
  got: string;
}

interface Expectation {
  expected?: string | string[];
  accept?: string[];
  confidence: string;
}

/** What a body amounts to, in the words of expected.json. */
function outcomeOf(result: Normalized): string | string[] {
  if (result.shipments.length > 0) {
    const statuses = result.shipments.map((shipment) => (shipment.status === "RETURNING" || shipment.status === "RETURNED" ? "return" : shipment.status === "ATTEMPTED_DELIVERY" ? "attempted" : shipment.status.toLowerCase()));
    return statuses.length === 1 ? (statuses[0] ?? "") : statuses;
  }
  if (result.problems.length === 0) return "nothing";
  return result.problems.some((problem) => problem.kind === "not_found") ? "not_found" : "api_error";
}

/** Reads the recorded payloads of a folder through `normalize`; null where the folder is absent. */
export async function checkRecorded(folder: string): Promise<Finding[] | null> {
  const table = join(folder, "expected.json");
  if (!existsSync(table)) return null;
  const findings: Finding[] = [];
  for (const [file, { expected, accept, confidence }] of Object.entries(JSON.parse(readFileSync(table, "utf8")) as Record<string, Expectation>)) {
    const adapter = findAdapter(file.split("/")[0] ?? "");
    const wanted = String(expected ?? "-");
    if (!adapter) {
      findings.push({ verdict: "no adapter", file, kind: confidence, wanted, got: "-" });
      continue;
    }
    const got = outcomeOf(normalizeBody(adapter, file, await readBody(join(folder, file)), Date.now()));
    const fits = [expected, ...(accept ?? [])].some((each) => JSON.stringify(each) === JSON.stringify(got));
    findings.push({ verdict: expected === undefined ? "open" : fits ? "right" : "WRONG", file, kind: confidence, wanted, got: String(got) });
  }
  return findings;
}
