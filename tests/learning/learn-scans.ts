import { writeFileSync } from "node:fs";

import { TRACKING_STATUSES } from "~/domain/tracking/status";
import { encodeModel } from "~/domain/tracking/text/likeness/encoding";

import { learn } from "./learn";
import { digestOf, lessons } from "./lessons";

/** `npm run learn:scans`: learns the likeness model from the known scans and writes it into the app. */

const FILE = new URL("../../app/domain/tracking/text/likeness/learned.generated.ts", import.meta.url);

const all = lessons();
const model = encodeModel(learn(all, TRACKING_STATUSES, { minimum: 2 }), digestOf(all));
const fields = Object.entries(model).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},`);
writeFileSync(FILE, ["/* Made by `npm run learn:scans` from tests/fixtures/scans and tests/fixtures/wordings. */", 'import type { EncodedModel } from "./encoding";', "", "export const LEARNED: EncodedModel = {", ...fields, "};", ""].join("\n"));
process.stdout.write(`Learned from ${all.length} scans.\n`);
