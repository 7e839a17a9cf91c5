import { missingOperatorSettings, type Operator } from "~/domain/privacy/operator";
import { RETENTION_KINDS, type Retention } from "~/domain/privacy/retention";

/** One line of the doctor's report. */
export interface OperatorFinding {
  state: "ok" | "missing";
  what: string;
  detail: string;
}

/** What the public pages can say, and how long data is kept. */
export function operatorFindings(appUrl: string, operator: Operator, retention: Retention, lastRunAt: Date | null): OperatorFinding[] {
  const missing = missingOperatorSettings(operator);
  const periods = RETENTION_KINDS.map((kind) => `${kind} ${retention[kind]}`).join(", ");
  return [
    missing.length > 0
      ? { state: "missing", what: "public pages", detail: `${appUrl}/privacy and ${appUrl}/support do not say whom to turn to: set ${missing.join(", ")}` }
      : { state: "ok", what: "public pages", detail: `${appUrl}/privacy${operator.privacyPolicyUrl ? ` (leads to ${operator.privacyPolicyUrl})` : ""} and ${appUrl}/support` },
    { state: "ok", what: "retention", detail: `days: ${periods}; ${lastRunAt ? `last applied ${lastRunAt.toISOString()}` : "not applied yet: the worker does, once a day"}` },
  ];
}
