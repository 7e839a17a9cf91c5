import { revokeTokens } from "../auth/tokens";
import type { Installation, Order, ShopState } from "../store/records";
import { aboutShop, customerRedactBody, dataRequestBody, scopesUpdateBody, shopBody } from "../webhooks/bodies/app";
import { get } from "../store/find";
import { expandScopes } from "../config/app-config";
import type { World } from "../world";
import { cancelDue, schedule, takeDue } from "./due";

/** The merchant installs the app (Shopify-managed installation: opening it is enough). Nothing is told about it. */
export function install(world: World, state: ShopState, scopes: readonly string[] = world.config.scopes): Installation {
  const installation = state.shop.installation ?? { id: world.store.newId(), scopes: [...scopes], installedAt: world.clock.now() };
  state.shop.installation = installation;
  cancelDue(state, "shop/redact");
  world.store.touch();
  return installation;
}

/** How long after an uninstall shop/redact is sent (shopify.dev, "Privacy law compliance"). */
const SHOP_REDACT_AFTER_MS = 48 * 3_600_000;

/**
 * The merchant removes the app: its tokens end at once, its own subscriptions and bulk operations go. 48 hours later
 * Shopify sends shop/redact, unless the app was installed again by then.
 */
export function uninstall(world: World, state: ShopState): void {
  if (state.shop.installation === null) return;
  revokeTokens(world, state, { refreshTokens: true });
  state.shop.installation = null;
  state.webhookSubscriptions = {};
  state.bulkOperations = {};
  world.store.touch();
  world.emit(state, "app/uninstalled", shopBody(state));
  schedule(world, state, { kind: "shop/redact", at: world.clock.now() + SHOP_REDACT_AFTER_MS, customerId: null });
}

/**
 * The app is deployed with other required scopes. Shops that have it installed keep what they granted, and so do their
 * tokens, until their merchant approves; with `blocked`, the Admin API answers them nothing until then (seen by others:
 * community.shopify.dev 32494).
 */
export function deployScopes(world: World, scopes: readonly string[], options: { blocked?: boolean } = {}): void {
  world.config.scopes = [...scopes];
  world.access.blocksUntilApproved = options.blocked ?? false;
}

/** The required scopes that the merchant has not approved yet. */
export function pendingScopes(world: World, state: ShopState): string[] {
  const { installation } = state.shop;
  if (installation === null) return [];
  const granted = expandScopes(installation.scopes);
  return world.config.scopes.filter((scope) => !granted.has(scope));
}

/** The merchant opens the app and approves what it newly requires. @returns what that was */
export function approveScopes(world: World, state: ShopState): string[] {
  const pending = pendingScopes(world, state);
  if (pending.length > 0) updateScopes(world, state, [...(state.shop.installation?.scopes ?? []), ...pending]);
  return pending;
}

/** What the merchant has granted changes, for the tokens too: an approval, or an optional scope given or taken back. */
export function updateScopes(world: World, state: ShopState, scopes: readonly string[]): void {
  const { installation } = state.shop;
  if (installation === null) return;
  const previous = installation.scopes;
  installation.scopes = [...scopes];
  for (const token of Object.values(world.store.accessTokens)) if (token.shop === state.shop.domain) token.scopes = [...scopes];
  world.store.touch();
  world.emit(state, "app/scopes_update", scopesUpdateBody(state, installation.id, previous, scopes, world.clock.now()));
}

function ordersOf(state: ShopState, customerId: string): Order[] {
  return Object.values(state.orders).filter((order) => order.customerId === customerId);
}

/** A shopper asks what is known of them: customers/data_request. @returns the request's id */
export function dataRequest(world: World, state: ShopState, customerId: string): string {
  const requestId = world.store.newId();
  world.emit(state, "customers/data_request", dataRequestBody(state, get(state, "customers", customerId), ordersOf(state, customerId), requestId));
  return requestId;
}

const DAY_MS = 86_400_000;
const ERASURE_AFTER_MS = 10 * DAY_MS;
/** Six months, as days. */
const RECENT_ORDER_MS = 183 * DAY_MS;

/**
 * A merchant asks for a shopper's data to be erased. Shopify sends customers/redact ten days later, and where the
 * shopper has ordered within six months not before these have passed (shopify.dev, "Privacy law compliance").
 * @returns when it is sent, milliseconds since the epoch
 */
export function requestErasure(world: World, state: ShopState, customerId: string): number {
  const now = world.clock.now();
  const last = Math.max(...ordersOf(state, get(state, "customers", customerId).id).map((order) => order.createdAt), 0);
  const at = last + RECENT_ORDER_MS > now ? last + RECENT_ORDER_MS : now + ERASURE_AFTER_MS;
  schedule(world, state, { kind: "customers/redact", at, customerId });
  return at;
}

/** A shopper's data are erased: customers/redact is sent now, and Shopify forgets them as well. */
export function redactCustomer(world: World, state: ShopState, customerId: string): void {
  const customer = get(state, "customers", customerId);
  const orders = ordersOf(state, customerId);
  world.emit(state, "customers/redact", customerRedactBody(state, customer, orders));
  Object.assign(customer, { firstName: null, lastName: null, email: null, phone: null, address: null, note: null });
  for (const order of orders) Object.assign(order, { email: null, phone: null, shippingAddress: null, billingAddress: null });
  world.store.touch();
}

/** shop/redact is sent now. */
export function shopRedact(world: World, state: ShopState): void {
  cancelDue(state, "shop/redact");
  world.emit(state, "shop/redact", aboutShop(state));
}

/** Does what has become due by the simulator's clock: the compliance webhooks of earlier requests and uninstalls. */
export function doDue(world: World): void {
  for (const state of Object.values(world.store.shops)) {
    for (const one of takeDue(state, world.clock.now())) {
      if (one.kind === "shop/redact") shopRedact(world, state);
      else if (one.customerId !== null && state.customers[one.customerId]) redactCustomer(world, state, one.customerId);
    }
  }
}
