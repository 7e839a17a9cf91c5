import { joinAccess, type DataAccess } from "~/domain/access/customer-data";

import { describeDenied } from "./admin-answer";
import { AdminApiError, type AdminClient, type AdminOperation } from "./admin-port";
import type { Denial } from "./denials";
import type { Connection, FulfillmentNode, OrderNode, ReadOrderNode } from "./operations/nodes";
import {
  readFulfillmentEvents,
  readFulfillmentItems,
  readFulfillments,
  readOrderFulfillmentIds,
  readOrderFulfillmentOrders,
  readOrderLineItems,
  readOrderReturns,
} from "./operations/read-order-rest";
import { readOrders, type OrderParts, type OrderSizes } from "./operations/read-orders";
import { observeOrders } from "./protected-data";

/** Sizes that fit nearly every order; three orders of these cost less than Shopify's 1,000 points a query. */
const USUAL: OrderSizes = { lineItems: 10, fulfillmentOrders: 4, fulfillments: 3, items: 6, events: 8, returns: 1 };
const ORDERS_AT_ONCE = 3;
const FULFILLMENTS_AT_ONCE = 8;
const USUAL_LISTS = { items: 20, events: 20 };

/** Orders as they were read, and what their answers showed of protected customer data. */
export interface WholeOrders {
  /** By gid; an order that Shopify does not show (deleted, or too old for the scopes) is null. */
  orders: Map<string, ReadOrderNode | null>;
  access: DataAccess;
}

/**
 * Reads orders whole: many at a time, and what did not fit the usual sizes page by page. Fields that the app may not
 * read are null, and parts of an order that it may not read are absent.
 * @throws AdminApiError; `access_denied` when the orders themselves are refused
 */
export async function readWholeOrders(admin: AdminClient, gids: readonly string[]): Promise<WholeOrders> {
  const orders = new Map<string, ReadOrderNode | null>();
  const seen: DataAccess[] = [];
  let parts: OrderParts = { withFulfillmentOrders: true, withReturns: true };
  for (let start = 0; start < gids.length; start += ORDERS_AT_ONCE) {
    const ids = gids.slice(start, start + ORDERS_AT_ONCE);
    const read = await readPortion(admin, ids, parts);
    parts = read.parts;
    seen.push(observeOrders(read.nodes, read.denied));
    for (const [index, id] of ids.entries()) {
      const node = read.nodes[index];
      // An id of another kind of object gives an object without these fields.
      orders.set(id, node && "lineItems" in node ? await completeOrder(admin, node) : null);
    }
  }
  return { orders, access: joinAccess(seen) };
}

/** Fulfillments with all their items and events, by gid; those that Shopify does not show are missing. */
export async function readWholeFulfillments(admin: AdminClient, gids: readonly string[]): Promise<Map<string, FulfillmentNode>> {
  const found = new Map<string, FulfillmentNode>();
  for (let start = 0; start < gids.length; start += FULFILLMENTS_AT_ONCE) {
    const ids = gids.slice(start, start + FULFILLMENTS_AT_ONCE);
    const { data, denied } = await admin.runPartially(readFulfillments, { ids, ...USUAL_LISTS });
    refuseLost(readFulfillments.name, data.nodes, denied);
    for (const node of data.nodes) if (node && "events" in node) found.set(node.id, await completeFulfillment(admin, node));
  }
  return found;
}

/** Reads a few orders; parts without which an order was refused are left out, now and for the orders after them. */
async function readPortion(admin: AdminClient, ids: readonly string[], wanted: OrderParts) {
  let parts = wanted;
  for (;;) {
    const { data, denied } = await admin.runPartially(readOrders, { ids: [...ids], ...USUAL, ...parts });
    const lost = new Set(denied.filter(({ path }) => path[0] === "nodes" && data.nodes[Number(path[1])] === null).map(({ path }) => path[2]));
    const left = {
      withFulfillmentOrders: parts.withFulfillmentOrders && !lost.has("fulfillmentOrders"),
      withReturns: parts.withReturns && !lost.has("returns"),
    };
    if (left.withFulfillmentOrders === parts.withFulfillmentOrders && left.withReturns === parts.withReturns) {
      refuseLost(readOrders.name, data.nodes, denied);
      return { nodes: data.nodes, denied, parts };
    }
    parts = left;
  }
}

/** An object that is null because it, or something it cannot be without, was refused is not one that is not there. */
function refuseLost(operation: string, nodes: readonly (object | null)[] | null, denied: readonly Denial[]): void {
  const lost = denied.filter(({ path }) => path.length < 2 || path[0] !== "nodes" || !nodes?.[Number(path[1])]);
  if (lost.length > 0) throw new AdminApiError("access_denied", describeDenied(operation, lost), lost);
}

async function completeOrder(admin: AdminClient, order: ReadOrderNode): Promise<ReadOrderNode> {
  const lineItems = await rest(admin, order.lineItems, readOrderLineItems, order.id, (answer) => answer.order?.lineItems);
  const whole: ReadOrderNode = { ...order, lineItems, fulfillments: await allFulfillments(admin, order) };
  if (order.fulfillmentOrders) {
    whole.fulfillmentOrders = await rest(admin, order.fulfillmentOrders, readOrderFulfillmentOrders, order.id, (answer) => answer.order?.fulfillmentOrders);
  }
  if (order.returns) whole.returns = await rest(admin, order.returns, readOrderReturns, order.id, (answer) => answer.order?.returns);
  return whole;
}

/** A plain list does not tell whether there is more: one that is full is read again by its ids. */
async function allFulfillments(admin: AdminClient, order: Pick<OrderNode, "id" | "fulfillments">): Promise<FulfillmentNode[]> {
  const nodes = order.fulfillments;
  if (nodes.length >= USUAL.fulfillments) {
    const answer = await admin.run(readOrderFulfillmentIds, { id: order.id });
    const ids = (answer.order?.fulfillments ?? []).map((each) => each.id);
    if (ids.length > nodes.length) {
      const whole = await readWholeFulfillments(admin, ids);
      return ids.flatMap((id) => whole.get(id) ?? []);
    }
  }
  const completed: FulfillmentNode[] = [];
  for (const node of nodes) completed.push(await completeFulfillment(admin, node));
  return completed;
}

async function completeFulfillment(admin: AdminClient, node: FulfillmentNode): Promise<FulfillmentNode> {
  const items = await rest(admin, node.fulfillmentLineItems, readFulfillmentItems, node.id, (answer) => answer.fulfillment?.fulfillmentLineItems);
  const events = await rest(admin, node.events, readFulfillmentEvents, node.id, (answer) => answer.fulfillment?.events);
  return { ...node, fulfillmentLineItems: items, events };
}

/** Reads a list to its end. */
async function rest<Result, Node>(
  admin: AdminClient,
  begun: Connection<Node>,
  operation: AdminOperation<Result, { id: string; after: string | null }>,
  id: string,
  pick: (answer: Result) => Connection<Node> | undefined,
): Promise<Connection<Node>> {
  const nodes = [...begun.nodes];
  let { pageInfo } = begun;
  while (pageInfo.hasNextPage) {
    const { data, denied } = await admin.runPartially(operation, { id, after: pageInfo.endCursor });
    const page = pick(data);
    // Only fields of the items may be refused: without the list itself the order would be stored with half of it.
    if (!page && denied.length > 0) throw new AdminApiError("access_denied", describeDenied(operation.name, denied), denied);
    if (!page) break;
    nodes.push(...page.nodes);
    pageInfo = page.pageInfo;
  }
  return { nodes, pageInfo };
}
