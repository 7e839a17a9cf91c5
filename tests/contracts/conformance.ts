import { resolve } from "node:path";

import { checkRecorded, type Finding } from "./conformance/recorded";
import { checkSamples } from "./conformance/samples";

/** Recorded payloads and the providers' samples are not part of the project: they are read where they lie, when they are there. */
const RECORDED = resolve(process.env.RECORDED_DIR ?? "../shared/recorded");
const PROVIDERS = resolve(process.env.PROVIDERS_DIR ?? "../shared/providers");

function print(title: string, findings: readonly Finding[] | null, absent: string): readonly Finding[] {
  if (findings === null) {
    process.stdout.write(`${title}: ${absent}; nothing was checked.\n\n`);
    return [];
  }
  process.stdout.write(`${title}\n`);
  for (const { verdict, file, kind, wanted, got } of findings) process.stdout.write(`${verdict.padEnd(11)}${file.padEnd(48)}${kind.padEnd(15)}${wanted.padEnd(34)}${got}\n`);
  const count = (verdict: Finding["verdict"]) => findings.filter((one) => one.verdict === verdict).length;
  process.stdout.write(
    `\n${count("right")} right, ${count("WRONG")} other than expected, ${count("explained")} other than expected for a reason that docs/decisions/recorded-payloads.md gives, ` +
      `${count("open")} left open by the table, ${count("no adapter")} without an adapter\n\n`,
  );
  return findings;
}

const recorded = print("Recorded payloads", await checkRecorded(RECORDED), `no recorded payloads here (${RECORDED} has no expected.json; set RECORDED_DIR)`);
const samples = print("Samples of the protocol sheets", checkSamples(PROVIDERS), `no samples here (${PROVIDERS}/samples is missing; set PROVIDERS_DIR)`);
const wrong = [...recorded.filter((one) => one.kind === "clear"), ...samples].filter((one) => one.verdict === "WRONG");
if (wrong.length > 0) process.exitCode = 1;
