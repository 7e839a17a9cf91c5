import { DAY_MS, type Rule, type RuleInput } from "../rule";

/** Statuses in which a carrier scans a shipment every day or two when all goes well. */
const MOVING: ReadonlySet<RuleInput["state"]["status"]> = new Set(["IN_TRANSIT", "OUT_FOR_DELIVERY", "RETURNING"]);

/** On its way, and not scanned for days. Orders of which nothing is to be shipped any more are left out. */
export const stuckInTransit: Rule = {
  code: "stuck-in-transit",
  version: 2,
  name: "Stuck in transit",
  severity: "warning",
  description: "The shipment is on its way and has had no scan for the number of days set.",
  check(input) {
    const since = silentSince(input);
    if (since === null || input.now < dueAt(input, since)) return null;
    return { since, reason: { days: input.settings.rules["stuck-in-transit"].days, status: input.state.status } };
  },
  nextCheckAt(input) {
    const since = silentSince(input);
    return since !== null && input.now < dueAt(input, since) ? dueAt(input, since) : null;
  },
};

/** The newest scan of a shipment that should be moving; null when the rule does not concern it. */
function silentSince({ shipment, order, state, settings }: RuleInput): number | null {
  if (shipment.direction === "out" && order?.nothingToFulfil) return null;
  if (!settings.rules["stuck-in-transit"].enabled || !MOVING.has(state.status)) return null;
  return state.lastEventAt ?? state.statusAt;
}

function dueAt({ settings, events }: RuleInput, since: number): number {
  // Where only the day of the newest scan is known, the scan may have been made at the day's end.
  const dayOnly = events.some((event) => event.time.at === since && event.time.certainty === "date");
  return since + settings.rules["stuck-in-transit"].days * DAY_MS + (dayOnly ? DAY_MS : 0);
}
