import type { ShopState } from "../store/records";
import type { World } from "../world";

/** What the resolvers are given. */
export interface Context {
  world: World;
  state: ShopState;
  /** Granted access scopes, read access that comes with write access included. */
  scopes: ReadonlySet<string>;
  /** A bulk operation reads connections whole. */
  bulk: boolean;
  /** Points spent so far on what was really returned. */
  spent: number;
}

/**
 * What a GraphQL object shows: a value, or a function of the field's arguments, per field. A field that is not there
 * is not simulated and becomes an error that names it; null is said on purpose.
 */
export interface View {
  __typename: string;
  [field: string]: unknown;
}

/** Milliseconds of 60 days: how far back orders are shown without read_all_orders. */
const ORDER_WINDOW_MS = 60 * 86_400_000;

/** Whether the app may see an order of that age. */
export function orderIsVisible(ctx: Context, createdAt: number): boolean {
  return ctx.scopes.has("read_all_orders") || createdAt >= ctx.world.clock.now() - ORDER_WINDOW_MS;
}
