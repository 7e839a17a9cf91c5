import type { ShopDesk } from "./desk";
import type { PlannedFeedback, PlannedOrder } from "./plan";
import { demoShop } from "./shops";

/** One thing that happens in the shops at an instant. */
export interface TimelineAction {
  at: number;
  run(): void;
}

/** A shopper's word that is due: it goes through the storefront, once the app has caught up. */
export interface DueFeedback {
  at: number;
  order: PlannedOrder;
  /** The order's name, e.g. "#1001". */
  name: string;
  feedback: PlannedFeedback;
}

/** The plan as actions in order of time, and the feedback that has come due. */
export interface Timeline {
  actions: readonly TimelineAction[];
  takeDueFeedback(until: number): DueFeedback[];
  /** For what could not be said yet: it is due again. */
  putBack(due: DueFeedback): void;
}

/** Orders the plan by time; what an action needs of an earlier one (the order's id) is kept here. */
export function createTimeline(plan: readonly PlannedOrder[], desk: ShopDesk): Timeline {
  const actions: TimelineAction[] = [];
  const waiting: DueFeedback[] = [];
  for (const order of plan) {
    const shop = demoShop(order.shop);
    let id = "";
    const then = (at: number, run: () => void) => actions.push({ at, run });
    then(order.placedAt, () => {
      const placed = desk.place(order);
      id = placed.id;
      if (order.feedback) waiting.push({ at: order.feedback.at, order, name: placed.name, feedback: order.feedback });
    });
    if (order.heldAt !== null) then(order.heldAt, () => desk.hold(shop, id));
    for (const fulfillment of order.fulfillments) then(fulfillment.at, () => desk.fulfil(order, id, fulfillment));
    if (order.cancelledAt !== null) then(order.cancelledAt, () => desk.cancel(shop, id));
    const { returned } = order;
    if (returned) then(returned.at, () => desk.takeBack(order, id, returned));
  }
  actions.sort((a, b) => a.at - b.at);
  return {
    actions,
    takeDueFeedback(until) {
      const due = waiting.filter((one) => one.at <= until);
      for (const one of due) waiting.splice(waiting.indexOf(one), 1);
      return due;
    },
    putBack: (due) => void waiting.push(due),
  };
}
