import { gid, parseGid } from "../../store/ids";
import { orderIsVisible, type Context, type View } from "../context";
import { notSimulated } from "../errors";
import { appView } from "./app";
import { bulkOperationView } from "./bulk-operation";
import { customerView } from "./customer";
import { fulfillmentEventView, fulfillmentView } from "./fulfillment";
import { fulfillmentOrderView } from "./fulfillment-order";
import { locationView } from "./location";
import { metafieldView } from "./metafield";
import { orderView } from "./order";
import { findVariant, productView, variantView } from "./product";
import { refundView } from "./refund";
import { returnView } from "./return";
import { shopView } from "./shop";
import { themeView } from "./theme";
import { webhookSubscriptionView } from "./webhook-subscription";

type Finder = (ctx: Context, id: string) => View | null;

function table<Item>(of: (ctx: Context) => Record<string, Item>, view: (ctx: Context, item: Item) => View): Finder {
  return (ctx, id) => {
    const item = of(ctx)[id];
    return item === undefined ? null : view(ctx, item);
  };
}

const finders: Readonly<Record<string, Finder>> = {
  Order: (ctx, id) => {
    const order = ctx.state.orders[id];
    return order && orderIsVisible(ctx, order.createdAt) ? orderView(ctx, order) : null;
  },
  Customer: table((ctx) => ctx.state.customers, customerView),
  Product: table((ctx) => ctx.state.products, productView),
  ProductVariant: (ctx, id) => {
    const found = findVariant(ctx, id);
    return found ? variantView(ctx, found.product, found.variant) : null;
  },
  Location: table((ctx) => ctx.state.locations, locationView),
  Fulfillment: table((ctx) => ctx.state.fulfillments, fulfillmentView),
  FulfillmentEvent: table((ctx) => ctx.state.fulfillmentEvents, (_, one) => fulfillmentEventView(one)),
  FulfillmentOrder: table((ctx) => ctx.state.fulfillmentOrders, fulfillmentOrderView),
  Return: table((ctx) => ctx.state.returns, returnView),
  Refund: table((ctx) => ctx.state.refunds, refundView),
  Metafield: table((ctx) => ctx.state.metafields, (_, one) => metafieldView(one)),
  OnlineStoreTheme: table((ctx) => ctx.state.themes, themeView),
  WebhookSubscription: table((ctx) => ctx.state.webhookSubscriptions, webhookSubscriptionView),
  BulkOperation: table((ctx) => ctx.state.bulkOperations, (_ctx, one) => bulkOperationView(one)),
  Shop: (ctx, id) => (id === ctx.state.shop.id ? shopView(ctx) : null),
  App: (ctx, id) => (gid("App", id) === appView(ctx).id ? appView(ctx) : null),
};

/** The record behind a gid, of any simulated type; null when there is none. @throws NOT_SIMULATED for other types */
export function nodeView(ctx: Context, text: string): View | null {
  const parsed = parseGid(text);
  if (parsed === null) return null;
  const find = finders[parsed.type];
  if (!find) throw notSimulated(`A node of the type ${parsed.type}`);
  return find(ctx, parsed.id);
}

/** The record behind a gid of one type; null when it is of another or does not exist. */
export function typedNode(ctx: Context, type: string, text: string): View | null {
  const parsed = parseGid(text);
  return parsed?.type === type ? nodeView(ctx, text) : null;
}
