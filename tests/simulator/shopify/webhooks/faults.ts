import type { Random } from "../random";

/** What may go wrong with every webhook. Chances are 0 to 1. */
export interface FaultPlan {
  /** The chance that a webhook is delivered more than once, and how many copies come on top (1 unless told). */
  duplicate?: number;
  copies?: number;
  /** Whether copies carry a webhook id of their own (the event id stays): it is told both ways. */
  freshWebhookIds?: boolean;
  /** The chance that it never comes. */
  drop?: number;
  /** It comes so many milliseconds late: a number, or a range from which one is drawn. */
  delayMs?: number | [number, number];
  /** Held back and sent in another order, in batches of this size; `true` is 10. */
  reorder?: boolean | number;
  /** These topics only; all unless told. */
  topics?: string[];
}

export type SingleFault = "drop" | "duplicate" | "delay";

/** The commands with which webhooks are made to misbehave. */
export interface WebhookFaults {
  /** From now on, until cleared. */
  set(plan: FaultPlan): void;
  /** The next `count` webhooks (of the topic, if told) alone. */
  next(fault: SingleFault, options?: { topic?: string; count?: number; delayMs?: number }): void;
  /** All is well again; what was held back is sent. */
  clear(): void;
  readonly plan: FaultPlan;
}

export interface Verdict {
  drop: boolean;
  copies: number;
  freshWebhookIds: boolean;
  delayMs: number;
  /** The size of the batch in which it waits to be shuffled; 0 sends it straight on. */
  hold: number;
}

const FINE: Verdict = { drop: false, copies: 0, freshWebhookIds: false, delayMs: 0, hold: 0 };

interface Single {
  fault: SingleFault;
  topic: string | null;
  left: number;
  delayMs: number;
}

/** @param onClear called when held-back webhooks must go */
export function createFaults(random: Random, onClear: () => void): WebhookFaults & { judge(topic: string): Verdict } {
  let plan: FaultPlan = {};
  let singles: Single[] = [];

  return {
    get plan() {
      return plan;
    },
    set(next) {
      plan = next;
      if (!next.reorder) onClear();
    },
    next(fault, options = {}) {
      singles.push({ fault, topic: options.topic ?? null, left: options.count ?? 1, delayMs: options.delayMs ?? 500 });
    },
    clear() {
      plan = {};
      singles = [];
      onClear();
    },
    judge(topic) {
      const single = singles.find((one) => one.topic === null || one.topic === topic);
      if (single) {
        single.left -= 1;
        singles = singles.filter((one) => one.left > 0);
        return {
          ...FINE,
          drop: single.fault === "drop",
          copies: single.fault === "duplicate" ? 1 : 0,
          delayMs: single.fault === "delay" ? single.delayMs : 0,
        };
      }
      if (plan.topics && !plan.topics.includes(topic)) return FINE;
      return {
        drop: random() < (plan.drop ?? 0),
        copies: random() < (plan.duplicate ?? 0) ? (plan.copies ?? 1) : 0,
        freshWebhookIds: plan.freshWebhookIds ?? false,
        delayMs: drawDelay(plan.delayMs ?? 0, random),
        hold: plan.reorder === true ? 10 : plan.reorder === undefined || plan.reorder === false ? 0 : plan.reorder,
      };
    },
  };
}

function drawDelay(delay: number | [number, number], random: Random): number {
  return typeof delay === "number" ? delay : delay[0] + random() * (delay[1] - delay[0]);
}
