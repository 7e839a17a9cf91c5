import { idOf } from "../../store/ids";
import type { BulkOperation, Customer, FulfillmentOrder, Location, Order, Product } from "../../store/records";
import { connection, type PageArguments } from "../connection";
import { orderIsVisible, type Context, type View } from "../context";
import { notSimulated, refuseArguments } from "../errors";
import { searchFilter } from "../search";
import { appInstallationView, appView } from "./app";
import { bulkOperationView } from "./bulk-operation";
import { customerSearch, customerView } from "./customer";
import { fulfillmentOrderSearch, fulfillmentOrderView } from "./fulfillment-order";
import { locationView } from "./location";
import { nodeView, typedNode } from "./node";
import { orderView } from "./order";
import { orderSearch } from "./order-search";
import { productSearch, productView } from "./product";
import { shopLocales, shopView } from "./shop";
import { themeView } from "./theme";
import { webhookSubscriptionView } from "./webhook-subscription";

type ListArguments = PageArguments & { query?: string | null; sortKey?: string | null };
type SortValues<Item> = Readonly<Record<string, (item: Item) => string | number>>;

const orderSorts: SortValues<Order> = {
  CREATED_AT: (one) => one.createdAt,
  UPDATED_AT: (one) => Math.floor(one.updatedAt / 1000),
  PROCESSED_AT: (one) => one.processedAt,
  ORDER_NUMBER: (one) => one.number,
};
const dated = { CREATED_AT: (one: { createdAt: number }) => one.createdAt, UPDATED_AT: (one: { updatedAt: number }) => one.updatedAt };

/** By id where the key says so; a key that is not simulated is an error that names it. */
function sortValue<Item>(sorts: SortValues<Item>, key: string | null | undefined): { value?: (item: Item) => string | number } {
  if (key == null || key === "ID" || key === "RELEVANCE") return {};
  const value = sorts[key];
  if (!value) throw notSimulated(`Sorting by ${key}`);
  return { value };
}

/** Everything a query can begin with. */
export function queryRoot(ctx: Context): View {
  const { state } = ctx;
  const one = (type: string) => (args: { id: string }) => typedNode(ctx, type, args.id);
  return {
    __typename: "QueryRoot",
    shop: () => shopView(ctx),
    shopLocales: () => shopLocales(ctx),
    app: (args: { id?: string | null }) => (args.id == null ? appView(ctx) : nodeView(ctx, args.id)),
    appInstallation: (args: { id?: string | null }) => {
      refuseArguments("appInstallation", args, ["id"]);
      return appInstallationView(ctx);
    },
    currentAppInstallation: () => appInstallationView(ctx),
    node: (args: { id: string }) => nodeView(ctx, args.id),
    nodes: (args: { ids: string[] }) => args.ids.map((id) => nodeView(ctx, id)),
    order: one("Order"),
    customer: one("Customer"),
    product: one("Product"),
    productVariant: one("ProductVariant"),
    fulfillment: one("Fulfillment"),
    fulfillmentOrder: one("FulfillmentOrder"),
    return: one("Return"),
    refund: one("Refund"),
    theme: one("OnlineStoreTheme"),
    webhookSubscription: one("WebhookSubscription"),
    bulkOperation: one("BulkOperation"),
    job: (args: { id: string }) => ({ __typename: "Job", id: args.id, done: true }),
    location: (args: { id?: string | null }) => {
      const id = args.id == null ? Object.keys(state.locations)[0] : idOf("Location", args.id);
      const location = id == null ? undefined : state.locations[id];
      return location ? locationView(ctx, location) : null;
    },
    orderByIdentifier: (args: { identifier: { id?: string | null; customId?: unknown } }) => {
      refuseArguments("orderByIdentifier", args.identifier, ["customId"]);
      return args.identifier.id == null ? null : typedNode(ctx, "Order", args.identifier.id);
    },
    orders: (args: ListArguments & { savedSearchId?: string | null }) => {
      refuseArguments("orders", { savedSearchId: args.savedSearchId }, ["savedSearchId"]);
      return connection(ctx, "Order", visibleOrders(ctx, args.query), args, { id: (item) => item.id, ...sortValue(orderSorts, args.sortKey), view: (item) => orderView(ctx, item) });
    },
    ordersCount: (args: { query?: string | null; limit?: number | null }) => count(visibleOrders(ctx, args.query).length, args.limit),
    customers: (args: ListArguments) =>
      connection(ctx, "Customer", filtered<Customer>(ctx, state.customers, customerSearch, args.query), args, { id: (item) => item.id, ...sortValue<Customer>(dated, args.sortKey), view: (item) => customerView(ctx, item) }),
    products: (args: ListArguments) =>
      connection(ctx, "Product", filtered<Product>(ctx, state.products, productSearch, args.query), args, { id: (item) => item.id, ...sortValue({ ...dated, TITLE: (item: Product) => item.title }, args.sortKey), view: (item) => productView(ctx, item) }),
    fulfillmentOrders: (args: ListArguments & { includeClosed?: boolean | null }) => {
      const all = filtered<FulfillmentOrder>(ctx, state.fulfillmentOrders, fulfillmentOrderSearch, args.query);
      const kept = all.filter((item) => args.includeClosed || (item.status !== "CLOSED" && item.status !== "CANCELLED"));
      return connection(ctx, "FulfillmentOrder", kept, args, { id: (item) => item.id, ...sortValue<FulfillmentOrder>(dated, args.sortKey), view: (item) => fulfillmentOrderView(ctx, item) });
    },
    locations: (args: ListArguments & { includeInactive?: boolean | null }) => {
      refuseArguments("locations", { query: args.query }, ["query"]);
      const all = Object.values(state.locations).filter((item) => item.isActive || args.includeInactive);
      return connection(ctx, "Location", all, args, { id: (item) => item.id, ...sortValue({ NAME: (item: Location) => item.name }, args.sortKey), view: (item) => locationView(ctx, item) });
    },
    themes: (args: PageArguments & { roles?: string[] | null; names?: string[] | null }) => {
      const all = Object.values(state.themes).filter((item) => (args.roles?.includes(item.role) ?? true) && (args.names?.includes(item.name) ?? true));
      return connection(ctx, "OnlineStoreTheme", all, args, { id: (item) => item.id, view: (item) => themeView(ctx, item) });
    },
    webhookSubscriptions: (args: ListArguments & { topics?: string[] | null; callbackUrl?: string | null; uri?: string | null }) => {
      refuseArguments("webhookSubscriptions", { query: args.query }, ["query"]);
      const uri = args.uri ?? args.callbackUrl ?? null;
      const all = Object.values(state.webhookSubscriptions).filter((item) => (args.topics?.includes(item.topic) ?? true) && (uri === null || item.uri === uri));
      return connection(ctx, "WebhookSubscription", all, args, { id: (item) => item.id, view: (item) => webhookSubscriptionView(ctx, item) });
    },
    webhookSubscriptionsCount: () => count(Object.keys(state.webhookSubscriptions).length, null),
    bulkOperations: (args: ListArguments) => {
      const rules = { what: "bulk operations", fields: { status: { kind: "text" as const, of: (item: BulkOperation) => item.status }, operation_type: { kind: "text" as const, of: () => "query" } }, words: () => [] };
      const all = Object.values(state.bulkOperations).filter(searchFilter(rules, args.query, ctx.world.clock.now()));
      // Newest first unless reversed: unlike every other list.
      return connection(ctx, "BulkOperation", all, { ...args, reverse: !args.reverse }, { id: (item) => item.id, value: (item) => item.createdAt, view: (item) => bulkOperationView(item) });
    },
    currentBulkOperation: (args: { type?: string | null }) => {
      if (args.type === "MUTATION") return null;
      const newest = Object.values(state.bulkOperations).sort((left, right) => right.createdAt - left.createdAt)[0];
      return newest ? bulkOperationView(newest) : null;
    },
  };
}

function visibleOrders(ctx: Context, query: string | null | undefined): Order[] {
  const matches = searchFilter(orderSearch(ctx.state), query, ctx.world.clock.now());
  return Object.values(ctx.state.orders).filter((order) => orderIsVisible(ctx, order.createdAt) && matches(order));
}

function filtered<Item>(ctx: Context, items: Record<string, Item>, rules: Parameters<typeof searchFilter<Item>>[0], query: string | null | undefined): Item[] {
  return Object.values(items).filter(searchFilter(rules, query, ctx.world.clock.now()));
}

function count(found: number, limit: number | null | undefined): View {
  const cut = limit != null && found > limit;
  return { __typename: "Count", count: cut ? limit : found, precision: cut ? "AT_LEAST" : "EXACT" };
}

