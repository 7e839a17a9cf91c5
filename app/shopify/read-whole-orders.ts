import type { AdminClient, AdminOperation } from "./admin-port";
import type { Connection, FulfillmentNode, OrderNode } from "./operations/nodes";
import {
  readFulfillmentEvents,
  readFulfillmentItems,
  readFulfillments,
  readOrderFulfillmentIds,
  readOrderFulfillmentOrders,
  readOrderLineItems,
  readOrderReturns,
} from "./operations/read-order-rest";
import { readOrders, type OrderSizes } from "./operations/read-orders";

/** Sizes that fit nearly every order; three orders of these cost less than Shopify's 1,000 points a query. */
const USUAL: OrderSizes = { lineItems: 10, fulfillmentOrders: 4, fulfillments: 3, items: 6, events: 8, returns: 1 };
const ORDERS_AT_ONCE = 3;
const FULFILLMENTS_AT_ONCE = 8;
const USUAL_LISTS = { items: 20, events: 20 };

/**
 * Reads orders whole: many at a time, and what did not fit the usual sizes page by page.
 * @returns by gid; an order that Shopify does not show (deleted, or too old for the scopes) is null
 * @throws AdminApiError
 */
export async function readWholeOrders(admin: AdminClient, gids: readonly string[]): Promise<Map<string, OrderNode | null>> {
  const orders = new Map<string, OrderNode | null>();
  for (let start = 0; start < gids.length; start += ORDERS_AT_ONCE) {
    const ids = gids.slice(start, start + ORDERS_AT_ONCE);
    const { nodes } = await admin.run(readOrders, { ids, ...USUAL });
    for (const [index, id] of ids.entries()) {
      const node = nodes[index];
      // An id of another kind of object gives an object without these fields.
      orders.set(id, node && "lineItems" in node ? await completeOrder(admin, node) : null);
    }
  }
  return orders;
}

/** Fulfillments with all their items and events, by gid; those that Shopify does not show are missing. */
export async function readWholeFulfillments(admin: AdminClient, gids: readonly string[]): Promise<Map<string, FulfillmentNode>> {
  const found = new Map<string, FulfillmentNode>();
  for (let start = 0; start < gids.length; start += FULFILLMENTS_AT_ONCE) {
    const ids = gids.slice(start, start + FULFILLMENTS_AT_ONCE);
    const { nodes } = await admin.run(readFulfillments, { ids, ...USUAL_LISTS });
    for (const node of nodes) if (node && "events" in node) found.set(node.id, await completeFulfillment(admin, node));
  }
  return found;
}

async function completeOrder(admin: AdminClient, order: OrderNode): Promise<OrderNode> {
  const lineItems = await rest(admin, order.lineItems, readOrderLineItems, order.id, (answer) => answer.order?.lineItems);
  const fulfillmentOrders = await rest(admin, order.fulfillmentOrders, readOrderFulfillmentOrders, order.id, (answer) => answer.order?.fulfillmentOrders);
  const returns = await rest(admin, order.returns, readOrderReturns, order.id, (answer) => answer.order?.returns);
  return { ...order, lineItems, fulfillmentOrders, returns, fulfillments: await allFulfillments(admin, order) };
}

/** A plain list does not tell whether there is more: one that is full is read again by its ids. */
async function allFulfillments(admin: AdminClient, order: OrderNode): Promise<FulfillmentNode[]> {
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
    const page = pick(await admin.run(operation, { id, after: pageInfo.endCursor }));
    if (!page) break;
    nodes.push(...page.nodes);
    pageInfo = page.pageInfo;
  }
  return { nodes, pageInfo };
}
