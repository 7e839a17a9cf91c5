import type { TrackingProblem } from "~/domain/tracking/event";

import type { CarrierContext, Credentials } from "./port";

/** How a call about a subscription went. */
export type PushOutcome = { ok: true; id: string } | { ok: false; problem: TrackingProblem };

/**
 * A carrier whose `register` subscribes numbers to its pushes, beside being asked. Aggregators need none of this: what
 * `register` does there is told by their kind.
 */
export interface NumberSubscription {
  /** How long a subscription lives, in milliseconds; a day before it is made anew. */
  livesMs: number;
  /** Whether this connection is to subscribe: it asks for it, and what is pushed could be verified. */
  wanted(credentials: Credentials): boolean;
  /** Where the carrier pushes nothing before it has confirmed a subscription: how its pushes about that are dealt with. */
  life?: SubscriptionLife;
  /** Ends a subscription by the carrier's id; absent where it cannot be ended. */
  end?(id: string, context: CarrierContext): Promise<PushOutcome>;
}

/** A push about a subscription itself. */
export interface SubscriptionNews {
  id: string;
  /**
   * asks: the carrier waits for the secret to be sent back; waits: nothing can be done (it waits for an approval);
   * ready: it pushes from now on; pushes: this is news of shipments; ended: it pushes no more.
   */
  what: "asks" | "waits" | "ready" | "pushes" | "ended";
  secret: string | null;
}

export interface SubscriptionLife {
  /** What a push says of a subscription; null when it says nothing of one. Pure. */
  read(body: string): SubscriptionNews | null;
  /** Sends the secret back. */
  confirm(news: SubscriptionNews, context: CarrierContext): Promise<PushOutcome>;
}

/** One subscription for everything of an account, made from the connection, looked after, and ended with it. */
export interface AccountPush {
  /** What it is to be made for, without secrets (an account's number, say); null when the connection does not ask for it. */
  wanted(credentials: Credentials): string | null;
  /** Makes it, or finds the one that is there for the same address and account. */
  make(context: CarrierContext): Promise<PushOutcome>;
  /** Whether it still lives; unknown when nobody could say. */
  check(id: string, context: CarrierContext): Promise<"live" | "stopped" | "gone" | "unknown">;
  /** Ends it; one that is not there is ended. */
  end(id: string, context: CarrierContext): Promise<PushOutcome>;
}
