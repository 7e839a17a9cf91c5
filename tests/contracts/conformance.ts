import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { normalizeBody } from "~/cli/normalize";
import { findAdapter } from "~/integrations/carriers/registry";

/** Recorded payloads are not part of the project: they are read where they lie, when they are there. */
const RECORDED = resolve(process.env.RECORDED_DIR ?? "../shared/recorded");

interface Expectation {
  expected?: string | string[];
  accept?: string[];
  confidence: string;
  note?: string;
}

/** What a body amounts to, in the words of expected.json. */
function outcomeOf(result: ReturnType<typeof normalizeBody>): string | string[] {
  if (result.shipments.length > 0) {
    const statuses = result.shipments.map((shipment) => (shipment.status === "RETURNING" || shipment.status === "RETURNED" ? "return" : shipment.status === "ATTEMPTED_DELIVERY" ? "attempted" : shipment.status.toLowerCase()));
    return statuses.length === 1 ? (statuses[0] ?? "") : statuses;
  }
  if (result.problems.length === 0) return "nothing";
  return result.problems.some((problem) => problem.kind === "not_found") ? "not_found" : "api_error";
}

function main(): void {
  const table = join(RECORDED, "expected.json");
  if (!existsSync(table)) {
    process.stdout.write(`conformance: no recorded payloads here (${table} is missing; set RECORDED_DIR); nothing was checked.\n`);
    return;
  }
  const expectations = JSON.parse(readFileSync(table, "utf8")) as Record<string, Expectation>;
  const count = { right: 0, wrong: 0, unsure: 0, unread: 0 };
  const wrongClear: string[] = [];
  for (const [file, expectation] of Object.entries(expectations)) {
    const folder = file.split("/")[0] ?? "";
    const adapter = findAdapter(folder);
    if (!adapter) {
      count.unread += 1;
      process.stdout.write(row("no adapter", file, String(expectation.expected ?? "-"), "-", expectation));
      continue;
    }
    const got = outcomeOf(normalizeBody(adapter, file, readFileSync(join(RECORDED, file), "utf8"), Date.now()));
    const wanted = expectation.expected;
    const fits = wanted === undefined ? null : [JSON.stringify(wanted), ...(expectation.accept ?? []).map((each) => JSON.stringify(each))].includes(JSON.stringify(got));
    if (fits === null) count.unsure += 1;
    else if (fits) count.right += 1;
    else {
      count.wrong += 1;
      if (expectation.confidence === "clear") wrongClear.push(file);
    }
    process.stdout.write(row(fits === null ? "open" : fits ? "right" : "WRONG", file, String(wanted ?? "-"), String(got), expectation));
  }
  process.stdout.write(`\n${count.right} right, ${count.wrong} other than expected (${wrongClear.length} of them clear), ${count.unsure} left open by the table, ${count.unread} without an adapter\n`);
  if (wrongClear.length > 0) process.exitCode = 1;
}

function row(verdict: string, file: string, wanted: string, got: string, expectation: Expectation): string {
  return `${verdict.padEnd(11)}${file.padEnd(24)}${expectation.confidence.padEnd(15)}${wanted.padEnd(36)}${got}\n`;
}

main();
