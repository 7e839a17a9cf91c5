import { TRACKING_STATUSES } from "~/domain/tracking/status";
import { featureKey } from "~/domain/tracking/text/likeness/features";
import { normaliseText } from "~/domain/tracking/text/normalise-text";
import { readByRules } from "~/domain/tracking/text/read-rules";
import { weigh } from "~/domain/tracking/text/weigh";

import { knownScans, knownWordings, type KnownScan } from "../../fixtures/known-scans";
import { learn, type Lesson } from "../../learning/learn";
import { printFigure } from "../figure";

const FOLDS = 5;

/**
 * How well a scan is read that was not learned from: the wordings in five parts, each read by what was learned from the four others
 * and the known scans; beside it the rules alone, which are the peer. The rules were mended on some of the wordings, so they look
 * better here than on what nobody has seen; the likeness does not.
 */
export async function benchExplain(): Promise<void> {
  const scans = knownScans().map(asLesson);
  const wordings = knownWordings().map((wording) => ({ ...wording, ...asLesson(wording) }));
  const answers: { wording: KnownScan; rules: string; both: string }[] = [];
  let time = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = wordings.filter(({ text }) => foldOf(text) !== fold);
    const model = learn([...scans, ...others], TRACKING_STATUSES, { minimum: 2 });
    for (const wording of wordings.filter(({ text }) => foldOf(text) === fold)) {
      const start = performance.now();
      const reading = readByRules(wording.text, wording.carrier === "generic" ? null : wording.carrier);
      const both = weigh(reading, model, wording.text).status;
      time += performance.now() - start;
      answers.push({ wording, rules: reading.understanding.status, both });
    }
  }
  for (const subject of ["rules", "both"] as const) {
    const right = answers.filter((answer) => answer[subject] === answer.wording.status).length;
    print(subject, "right", (100 * right) / answers.length, "%");
    print(subject, "unknown", (100 * answers.filter((answer) => answer[subject] === "UNKNOWN" && answer.wording.status !== "UNKNOWN").length) / answers.length, "%");
    print(subject, "false deliveries", answers.filter((answer) => answer[subject] === "DELIVERED" && answer.wording.status !== "DELIVERED").length, `of ${answers.length}`);
  }
  print("both", "time per text", (1_000 * time) / answers.length, "us");
}

function print(subject: string, metric: string, value: number, unit: string): void {
  printFigure({ bench: "explain", subject, metric, value, unit });
}

function asLesson(scan: KnownScan): Lesson {
  return { text: normaliseText(scan.text), status: scan.status };
}

function foldOf(text: string): number {
  return featureKey(text) % FOLDS;
}
