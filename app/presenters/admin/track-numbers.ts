import type { ChosenCarrier, PlanNote, RegistrationPlan } from "~/domain/tracking/register/plan";
import type { PastedLine } from "~/domain/tracking/register/read-lines";

import type { CarrierNames } from "./carrier-name";

/** What will happen, or has happened, with one pasted line. */
export interface PastedLineView {
  line: number;
  number: string;
  outcome: "new" | "completed" | "known" | "repeated" | "invalid";
  /** The carrier and how it is known; null where nothing is to be said of it. */
  carrier: { name: string | null; how: string } | null;
  order: string | null;
  /** What else is to be known, sentence by sentence. */
  notes: string[];
  /** The shipment's page, where there is one already. */
  shipmentId: string | null;
}

const NOTES: Readonly<Record<PlanNote, (wanted: { order: string | null }) => string>> = {
  look_alikes: () => "Letters of another alphabet that only look Latin were replaced.",
  order_not_found: ({ order }) => `There is no order ${order ?? ""}: it is tracked without one.`,
  order_ambiguous: ({ order }) => `Several orders are called ${order ?? ""}: it is tracked without one.`,
  other_order: () => "It belongs to another order than you named; that stays.",
  number_used_before: () => "The same number was used months ago; that shipment keeps its history.",
  number_used_since: () => "A newer shipment has this number.",
};

/** Shows a plan line by line, as `readLines` read it. */
export function presentPlans(lines: readonly PastedLine[], plans: readonly RegistrationPlan[], names: CarrierNames): PastedLineView[] {
  return plans.map((plan, index) => {
    const { line, wanted } = lines[index] ?? { line: index + 1, wanted: { number: "" } };
    const base = { line, number: wanted.number.slice(0, 80), carrier: null, order: null, shipmentId: null };
    switch (plan.kind) {
      case "invalid":
        return { ...base, outcome: "invalid", notes: [plan.problem] };
      case "repeated":
        return { ...base, outcome: "repeated", notes: [`The same number as in line ${lines[plan.first]?.line ?? plan.first + 1}.`] };
      case "known":
        return { ...base, outcome: "known", number: plan.number, order: plan.orderName, notes: notesOf(plan), shipmentId: plan.id };
      case "complete":
        return {
          ...base, outcome: "completed", number: plan.number, order: plan.order?.name ?? null, shipmentId: plan.id, notes: notesOf(plan),
          carrier: plan.carrier && carrierView(plan.carrier, plan.wanted.carrier, names),
        };
      case "add":
        return { ...base, outcome: "new", number: plan.number, order: plan.order?.name ?? null, notes: notesOf(plan), carrier: carrierView(plan.carrier, plan.wanted.carrier, names) };
    }
  });
}

function notesOf(plan: { notes: readonly PlanNote[]; wanted: { order: string | null } }): string[] {
  return plan.notes.map((note) => NOTES[note](plan.wanted));
}

function carrierView(chosen: ChosenCarrier, typed: string | null, names: CarrierNames): PastedLineView["carrier"] {
  if (chosen.carrier !== null) return { name: names(chosen.carrier), how: howSure(chosen) };
  if (typed) return { name: null, how: `No carrier is called “${typed.slice(0, 60)}”.` };
  if (chosen.others.length === 0) return { name: null, how: "No format that is known." };
  return { name: null, how: `Could be ${chosen.others.map(names).join(" or ")}: not sure enough to choose.` };
}

function howSure({ source, score }: ChosenCarrier): string {
  if (source === "company") return score >= 1 ? "By its name" : score >= 0.9 ? "By its name, among other words" : "By a name that is close to it";
  return score >= 0.95 ? "By its format, certain" : "By its format, likely";
}
