import type { DueWebhook, ShopState } from "../store/records";
import type { World } from "../world";

/** Plans a webhook that Shopify sends days after what caused it. */
export function schedule(world: World, state: ShopState, one: DueWebhook): void {
  (state.due ??= []).push(one);
  world.store.touch();
}

/** Takes back what was planned of one kind. */
export function cancelDue(state: ShopState, kind: DueWebhook["kind"]): void {
  state.due = (state.due ?? []).filter((one) => one.kind !== kind);
}

/** Takes what is due by now, the oldest first. */
export function takeDue(state: ShopState, now: number): DueWebhook[] {
  const all = state.due ?? [];
  state.due = all.filter((one) => one.at > now);
  return all.filter((one) => one.at <= now).sort((left, right) => left.at - right.at);
}
