import { revokeTokens } from "../auth/tokens";
import type { Installation, Order, ShopState } from "../store/records";
import { aboutShop, customerRedactBody, dataRequestBody, scopesUpdateBody, shopBody } from "../webhooks/bodies/app";
import { get } from "../store/find";
import type { World } from "../world";

/** The merchant installs the app (Shopify-managed installation: opening it is enough). Nothing is told about it. */
export function install(world: World, state: ShopState, scopes: readonly string[] = world.config.scopes): Installation {
  const installation = state.shop.installation ?? { id: world.store.newId(), scopes: [...scopes], installedAt: world.clock.now() };
  state.shop.installation = installation;
  world.store.touch();
  return installation;
}

/** The merchant removes the app: its tokens end at once, its own subscriptions and bulk operations go. */
export function uninstall(world: World, state: ShopState): void {
  if (state.shop.installation === null) return;
  revokeTokens(world, state, { refreshTokens: true });
  state.shop.installation = null;
  state.webhookSubscriptions = {};
  state.bulkOperations = {};
  world.store.touch();
  world.emit(state, "app/uninstalled", shopBody(state));
}

/** The granted scopes change, for the tokens too. */
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

/** A shopper's data are erased: customers/redact, and Shopify forgets them as well. */
export function redactCustomer(world: World, state: ShopState, customerId: string): void {
  const customer = get(state, "customers", customerId);
  const orders = ordersOf(state, customerId);
  world.emit(state, "customers/redact", customerRedactBody(state, customer, orders));
  Object.assign(customer, { firstName: null, lastName: null, email: null, phone: null, address: null, note: null });
  for (const order of orders) Object.assign(order, { email: null, phone: null, shippingAddress: null, billingAddress: null });
  world.store.touch();
}

/** 48 hours after an uninstall Shopify sends shop/redact. Here it is sent when told. */
export function shopRedact(world: World, state: ShopState): void {
  world.emit(state, "shop/redact", aboutShop(state));
}
