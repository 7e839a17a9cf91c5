import { HOUR_MS, type Rule, type RuleInput } from "../rule";

/**
 * A label was made and the shopper has the number, and no carrier has scanned it: forgotten on a shelf, or never
 * picked up. Return labels are left out: a shopper may take as long as they like. So are orders of which nothing is to
 * be shipped any more: a number that was given for one before will not be scanned.
 */
export const labelWithoutScan: Rule = {
  code: "label-without-scan",
  version: 2,
  name: "Label without a scan",
  severity: "warning",
  description: "A label was created and no carrier has scanned the shipment within the time set.",
  check(input) {
    if (!waitsForScan(input) || input.now < dueAt(input)) return null;
    return { since: input.shipment.shippedAt, reason: { hours: input.settings.rules["label-without-scan"].hours } };
  },
  nextCheckAt(input) {
    return waitsForScan(input) && input.now < dueAt(input) ? dueAt(input) : null;
  },
};

function waitsForScan({ shipment, order, state, settings }: RuleInput): boolean {
  return (
    settings.rules["label-without-scan"].enabled &&
    shipment.direction === "out" &&
    !order?.nothingToFulfil &&
    state.firstScanAt === null &&
    (state.status === "PENDING" || state.status === "PRE_TRANSIT") &&
    state.detail !== "cancelled"
  );
}

function dueAt({ shipment, settings }: RuleInput): number {
  return shipment.shippedAt + settings.rules["label-without-scan"].hours * HOUR_MS;
}
