import type { FeedbackProblem, FeedbackReason } from "~/domain/feedback/feedback";
import type { ProgressStepKey, ProgressStepState } from "~/domain/tracking/progress";

/** Everything the public page says besides the statuses themselves. `{name}` stands for a value. */
export interface Words {
  page: { title: string; back: string; bookmark: string; bookmarkHelp: string };
  form: {
    intro: string;
    order: string;
    orderHelp: string;
    contact: string;
    contactHelp: string;
    submit: string;
    orderMissing: string;
    contactMissing: string;
  };
  notice: { errorTitle: string; notFound: string; linkUnknown: string; limited: string; unavailable: string };
  order: { title: string; placed: string; cancelled: string; nothingShipped: string; notShippedTitle: string; notShipped: string; untrackedTitle: string; untracked: string };
  shipment: { one: string; many: string; back: string; items: string; itemsTogether: string; quantity: string; carrier: string; number: string; carrierLink: string; newTab: string; onward: string; updated: string };
  progress: { label: string; steps: Record<ProgressStepKey, string>; states: Record<ProgressStepState, string> };
  estimate: { day: string; days: string; window: string; around: string; past: string };
  timeline: { title: string; earlier: string; none: string; carrierSays: string; noTime: string; noDay: string; timesIn: string };
  feedback: {
    title: string;
    rating: string;
    stars: readonly [string, string, string, string, string];
    reason: string;
    noReason: string;
    reasons: Record<FeedbackReason, string>;
    comment: string;
    commentHelp: string;
    submit: string;
    change: string;
    thanks: string;
    given: string;
    problems: Record<FeedbackProblem | "not_delivered" | "closed", string>;
  };
}

/** Puts values into `{name}` places; a name without a value stays as it is, so that a test sees it. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place));
}
