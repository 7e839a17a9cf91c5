import { launchAddress } from "../auth/launch";
import { createSessionToken, type SessionTokenOptions } from "../auth/session-token";
import { revokeTokens, type Revocation } from "../auth/tokens";
import { findOrder, get, fulfillmentsOf } from "../store/find";
import type { BulkOperation, Customer, Fulfillment, FulfillmentEvent, FulfillmentOrder, Hold, Installation, Location, Order, Product, Refund, Return, ShopState, Theme } from "../store/records";
import type { ProtectedDataAccess } from "../graphql/protected-data";
import { shopState, type World } from "../world";
import { addCustomer, addLocation, addProduct, type CustomerSpec, type LocationSpec, type ProductSpec } from "./catalogue";
import { cancelOrder, editOrder, refundOrder, updateOrder, type CancelSpec, type EditSpec, type RefundSpec, type UpdateSpec } from "./change-order";
import { createOrder, type OrderSpec } from "./create-order";
import { addFulfillmentEvent, deleteFulfillmentEvent, type FulfillmentEventSpec } from "./events";
import { cancelFulfillment, fulfilOrder, updateTracking, type FulfilSpec, type TrackingSpec } from "./fulfil";
import { holdFulfillmentOrder, markPrepared, moveFulfillmentOrder, openDueFulfillmentOrders, releaseHolds, reportProgress, rescheduleFulfillmentOrder, stopProgress, type HoldSpec } from "./fulfillment-orders";
import { approveScopes, dataRequest, deployScopes, install, pendingScopes, redactCustomer, requestErasure, shopRedact, uninstall, updateScopes } from "./installation";
import { deleteOrder } from "./delete-order";
import { mergeFulfillmentOrders, splitFulfillmentOrder } from "./split-and-merge";
import { addReturnTracking, createReturn, moveReturn, type ReturnMove, type ReturnSpec } from "./returns";
import { setThemeFile, type ThemeFileSpec } from "./themes";
import type { When } from "./touch";

/** A record or its id (an order's name too); a shop's domain or handle. */
export type Ref<Item> = string | Item;

const idOf = <Item extends { id: string }>(ref: Ref<Item>): string => (typeof ref === "string" ? ref.slice(ref.lastIndexOf("/") + 1) : ref.id);

/**
 * What happens in the simulated shops, as its merchants, shoppers and staff would do it. Every command changes the
 * records and tells the webhooks' subscribers. @throws NoSuchShop, NotFound, Refusal
 */
export function createCommands(world: World) {
  const shop = (name: string): ShopState => shopState(world, name);
  const order = (state: ShopState, ref: Ref<Order>): Order => (typeof ref === "string" ? findOrder(state, ref) : get(state, "orders", ref.id));

  return {
    // The catalogue
    addProduct: (name: string, spec: ProductSpec): Product => addProduct(world, shop(name), spec),
    addCustomer: (name: string, spec: CustomerSpec): Customer => addCustomer(world, shop(name), spec),
    addLocation: (name: string, spec: LocationSpec): Location => addLocation(world, shop(name), spec),
    setThemeFile: (name: string, spec: ThemeFileSpec): Theme => setThemeFile(world, shop(name), spec),

    // Orders
    createOrder: (name: string, spec: OrderSpec): Order => createOrder(world, shop(name), spec),
    editOrder: (name: string, ref: Ref<Order>, spec: EditSpec): Order => editOrder(world, shop(name), order(shop(name), ref), spec),
    updateOrder: (name: string, ref: Ref<Order>, spec: UpdateSpec): Order => updateOrder(world, shop(name), order(shop(name), ref), spec),
    cancelOrder: (name: string, ref: Ref<Order>, spec: CancelSpec = {}): Order => cancelOrder(world, shop(name), order(shop(name), ref), spec),
    deleteOrder: (name: string, ref: Ref<Order>): void => deleteOrder(world, shop(name), order(shop(name), ref)),
    refundOrder: (name: string, ref: Ref<Order>, spec: RefundSpec = {}): Refund => refundOrder(world, shop(name), order(shop(name), ref), spec),

    // Fulfillments
    fulfilOrder: (name: string, ref: Ref<Order>, spec: FulfilSpec = {}): Fulfillment => fulfilOrder(world, shop(name), order(shop(name), ref), spec),
    updateTracking: (name: string, ref: Ref<Fulfillment>, tracking: TrackingSpec | TrackingSpec[], when: When = {}): Fulfillment =>
      updateTracking(world, shop(name), get(shop(name), "fulfillments", idOf(ref)), tracking, when),
    cancelFulfillment: (name: string, ref: Ref<Fulfillment>, when: When = {}): Fulfillment =>
      cancelFulfillment(world, shop(name), get(shop(name), "fulfillments", idOf(ref)), when),
    addFulfillmentEvent: (name: string, ref: Ref<Fulfillment>, spec: FulfillmentEventSpec): FulfillmentEvent =>
      addFulfillmentEvent(world, shop(name), get(shop(name), "fulfillments", idOf(ref)), spec),
    deleteFulfillmentEvent: (name: string, ref: Ref<FulfillmentEvent>): void =>
      deleteFulfillmentEvent(world, shop(name), get(shop(name), "fulfillmentEvents", idOf(ref))),

    // Fulfillment orders
    holdFulfillmentOrder: (name: string, ref: Ref<FulfillmentOrder>, spec: HoldSpec): Hold =>
      holdFulfillmentOrder(world, shop(name), get(shop(name), "fulfillmentOrders", idOf(ref)), spec),
    releaseHolds: (name: string, ref: Ref<FulfillmentOrder>, holdIds: string[] | null = null): FulfillmentOrder =>
      releaseHolds(world, shop(name), get(shop(name), "fulfillmentOrders", idOf(ref)), holdIds),
    moveFulfillmentOrder: (name: string, ref: Ref<FulfillmentOrder>, location: Ref<Location>): FulfillmentOrder =>
      moveFulfillmentOrder(world, shop(name), get(shop(name), "fulfillmentOrders", idOf(ref)), idOf(location)).moved,
    reportProgress: (name: string, ref: Ref<FulfillmentOrder>, note: string | null = null): FulfillmentOrder =>
      reportProgress(world, shop(name), get(shop(name), "fulfillmentOrders", idOf(ref)), note),
    stopProgress: (name: string, ref: Ref<FulfillmentOrder>): FulfillmentOrder => stopProgress(world, shop(name), get(shop(name), "fulfillmentOrders", idOf(ref))),
    markPrepared: (name: string, ref: Ref<FulfillmentOrder>, how: "local_delivery" | "pickup"): FulfillmentOrder =>
      markPrepared(world, shop(name), get(shop(name), "fulfillmentOrders", idOf(ref)), how),
    splitFulfillmentOrder: (name: string, ref: Ref<FulfillmentOrder>, lines: { lineItemId: string; quantity: number }[]): FulfillmentOrder =>
      splitFulfillmentOrder(world, shop(name), get(shop(name), "fulfillmentOrders", idOf(ref)), lines),
    mergeFulfillmentOrders: (name: string, refs: Ref<FulfillmentOrder>[]): FulfillmentOrder =>
      mergeFulfillmentOrders(world, shop(name), refs.map((ref) => get(shop(name), "fulfillmentOrders", idOf(ref)))),
    rescheduleFulfillmentOrder: (name: string, ref: Ref<FulfillmentOrder>, fulfillAt: number): FulfillmentOrder =>
      rescheduleFulfillmentOrder(world, shop(name), get(shop(name), "fulfillmentOrders", idOf(ref)), fulfillAt),
    openDueFulfillmentOrders: (name: string): FulfillmentOrder[] => openDueFulfillmentOrders(world, shop(name)),

    // Returns
    createReturn: (name: string, ref: Ref<Order>, spec: ReturnSpec = {}): Return => createReturn(world, shop(name), order(shop(name), ref), spec),
    moveReturn: (name: string, ref: Ref<Return>, move: ReturnMove, when: When & { reason?: string } = {}): Return =>
      moveReturn(world, shop(name), get(shop(name), "returns", idOf(ref)), move, when),
    addReturnTracking: (name: string, ref: Ref<Return>, tracking: TrackingSpec): Return =>
      addReturnTracking(world, shop(name), get(shop(name), "returns", idOf(ref)), tracking),

    // The app's installation, its tokens, and privacy
    install: (name: string, scopes?: string[]): Installation => install(world, shop(name), scopes),
    uninstall: (name: string): void => uninstall(world, shop(name)),
    reinstall: (name: string): Installation => {
      uninstall(world, shop(name));
      return install(world, shop(name));
    },
    updateScopes: (name: string, scopes: string[]): void => updateScopes(world, shop(name), scopes),
    deployScopes: (scopes: string[], options: { blocked?: boolean } = {}): void => deployScopes(world, scopes, options),
    pendingScopes: (name: string): string[] => pendingScopes(world, shop(name)),
    approveScopes: (name: string): string[] => approveScopes(world, shop(name)),
    revokeTokens: (name: string, options: Revocation = {}): number => revokeTokens(world, shop(name), options),
    dataRequest: (name: string, ref: Ref<Customer>): string => dataRequest(world, shop(name), idOf(ref)),
    requestErasure: (name: string, ref: Ref<Customer>): number => requestErasure(world, shop(name), idOf(ref)),
    redactCustomer: (name: string, ref: Ref<Customer>): void => redactCustomer(world, shop(name), idOf(ref)),
    shopRedact: (name: string): void => shopRedact(world, shop(name)),

    // What is released to the app in the Partner Dashboard
    setProtectedData: (access: ProtectedDataAccess): void => {
      world.access.protectedData = access;
    },
    setBulkQueries: (allowed: boolean): void => world.access.setBulkQueries(allowed),

    // What Shopify's admin hands to the app
    launchUrl: (name: string, path = "/"): string => launchAddress(world, shop(name), path),
    sessionToken: (name: string, options: SessionTokenOptions = {}): string => createSessionToken(world, shop(name), options),

    // Looking
    state: (name: string): ShopState => shop(name),
    findOrder: (name: string, ref: string): Order => findOrder(shop(name), ref),
    fulfillmentsOf: (name: string, ref: Ref<Order>): Fulfillment[] => fulfillmentsOf(shop(name), order(shop(name), ref)),
    fulfillmentOrdersOf: (name: string, ref: Ref<Order>): FulfillmentOrder[] => {
      const { id } = order(shop(name), ref);
      return Object.values(shop(name).fulfillmentOrders).filter((one) => one.orderId === id);
    },
    bulkOperations: (name: string): BulkOperation[] => Object.values(shop(name).bulkOperations),
  };
}

export type Commands = ReturnType<typeof createCommands>;
