import { DAY_MS, type Rule, type RuleInput, type Severity } from "../rule";

/** Ends at which the shopper does not have what they ordered. */
const UNDELIVERED: Readonly<Partial<Record<RuleInput["state"]["status"], Severity>>> = {
  // It is where the shop can see it: nothing is in danger any more, a refund or a new shipment is owed.
  RETURNED: "info",
  // Nobody tells of it any more, and nobody said that it arrived.
  EXPIRED: "warning",
};

/**
 * What was sent to a shopper came to an end without a delivery: it is back, or nobody tells of it any more. A fact to
 * act on rather than a trouble that goes on, so it is shown for the days set and then clears itself. Returns are left
 * out: theirs ends at the shop.
 */
export const endedUndelivered: Rule = {
  code: "ended-undelivered",
  version: 1,
  name: "Ended without a delivery",
  severity: "info",
  description: "The shipment is back at the sender, or nobody tells of it any more and it was never delivered.",
  check(input) {
    const since = endedAt(input);
    if (since === null || input.now >= shownUntil(input, since)) return null;
    return { since, reason: { status: input.state.status }, severity: UNDELIVERED[input.state.status] ?? "info" };
  },
  nextCheckAt(input) {
    const since = endedAt(input);
    return since !== null && input.now < shownUntil(input, since) ? shownUntil(input, since) : null;
  },
};

/** When it ended without a delivery; null when it did not, or the rule does not concern it. */
function endedAt({ shipment, state, settings }: RuleInput): number | null {
  if (!settings.rules["ended-undelivered"].enabled || shipment.direction !== "out") return null;
  return UNDELIVERED[state.status] === undefined ? null : state.statusAt;
}

function shownUntil({ settings }: RuleInput, since: number): number {
  return since + settings.rules["ended-undelivered"].days * DAY_MS;
}
