import type { TrackingDetail } from "~/domain/tracking/status";

import type { Rule, RuleInput, Severity } from "../rule";

/** Statuses by which the carrier itself says that something is wrong. */
const TROUBLE: ReadonlySet<RuleInput["state"]["status"]> = new Set(["EXCEPTION", "ATTEMPTED_DELIVERY"]);
/**
 * For what is sent to a shopper, coming back is trouble too; a return is meant to. Once it is back the carrier has no
 * problem with it any more: what is owed to the shopper is told by ./ended-undelivered.
 */
const TROUBLE_OUTWARD: ReadonlySet<RuleInput["state"]["status"]> = new Set(["RETURNING"]);

/** After these the shopper will not get it unless the merchant acts. */
const GRAVE: ReadonlySet<TrackingDetail> = new Set([
  "lost", "damaged", "destroyed", "refused", "undeliverable", "unclaimed", "carrier_refused", "prohibited", "recalled", "cancelled",
]);

/** The longest piece of a carrier's own words that is kept as a reason, in characters. */
const WORDS_LENGTH = 200;

/** The carrier reports a problem, a failed attempt, or a way back; clears when the shipment moves on or comes to an end. */
export const carrierException: Rule = {
  code: "carrier-exception",
  version: 2,
  name: "Carrier reports a problem",
  severity: "warning",
  description: "The carrier reports an exception, a failed delivery attempt, or that the shipment is coming back.",
  check(input) {
    const { state } = input;
    if (!applies(input) || state.statusAt === null) return null;
    const reason: Record<string, string | number> = { status: state.status };
    if (state.detail) reason.detail = state.detail;
    if (state.decidedBy?.text) reason.text = state.decidedBy.text.slice(0, WORDS_LENGTH);
    if (state.decidedBy?.code) reason.code = state.decidedBy.code;
    return { since: state.statusAt, reason, severity: severityOf(input) };
  },
  nextCheckAt: () => null,
};

function applies({ shipment, state, settings }: RuleInput): boolean {
  if (!settings.rules["carrier-exception"].enabled) return false;
  return TROUBLE.has(state.status) || (shipment.direction === "out" && TROUBLE_OUTWARD.has(state.status));
}

function severityOf({ state }: RuleInput): Severity {
  if (state.status === "RETURNING") return "critical";
  return state.detail !== null && GRAVE.has(state.detail) ? "critical" : "warning";
}
