import type { AdminClient, AdminOperation } from "~/shopify/admin-port";
import { AdminApiError } from "~/shopify/admin-port";
import type { Connection, FulfillmentEventNode, FulfillmentNode, OrderNode } from "~/shopify/operations/nodes";

/**
 * One shop's orders behind the Admin client's port, without HTTP: what the property tests drive, many times over.
 * Lists are cut as the operations ask, and answers are copies, as they would be over the wire.
 */
export class FakeShopify {
  readonly orders = new Map<string, OrderNode>();
  /** Operations that were asked for, by name. */
  readonly asked: string[] = [];
  scopes = ["read_orders"];
  bulk: { id: string; status: string; lines: string[] } | null = null;
  /** What a bulk operation is refused with; null takes it. */
  bulkRefusal: { code: string; message: string } | null = null;
  /** Called before every answer: to fail, to wait, or to change something meanwhile. */
  before: (operation: string) => Promise<void> | void = () => undefined;
  private nextId = 1_000;

  client(shopDomain: string): AdminClient {
    const run = async <Result, Variables extends Record<string, unknown>>(operation: AdminOperation<Result, Variables>, variables: Variables) => {
      this.asked.push(operation.name);
      const answer = this.answer(operation.name, variables);
      const copy = structuredClone(answer);
      await this.before(operation.name);
      return copy as Result;
    };
    return {
      shopDomain,
      run,
      runPartially: async (operation, variables) => ({ data: await run(operation, variables), denied: [] }),
      lines: (url) => this.lines(url),
    };
  }

  id(kind: string): string {
    this.nextId += 1;
    return `gid://shopify/${kind}/${this.nextId}`;
  }

  /** Changes an order and moves its `updatedAt`. */
  change(gid: string, at: number, work: (order: OrderNode) => void): void {
    const order = this.orders.get(gid);
    if (!order) throw new Error(`no order ${gid}`);
    work(order);
    order.updatedAt = new Date(at).toISOString();
  }

  fulfillments(): FulfillmentNode[] {
    return [...this.orders.values()].flatMap((order) => order.fulfillments);
  }

  private answer(name: string, variables: Record<string, unknown>): unknown {
    const ids = (variables.ids ?? []) as string[];
    const size = (key: string) => Number(variables[key]);
    const fulfillment = () => this.fulfillments().find((each) => each.id === variables.id) ?? null;
    const order = () => this.orders.get(String(variables.id)) ?? null;
    switch (name) {
      case "ReadShop":
        return {
          shop: { id: "gid://shopify/Shop/1", name: "Fio", contactEmail: "shop@fio.example", ianaTimezone: "Europe/Lisbon", currencyCode: "EUR", plan: { publicDisplayName: "Basic" }, shopAddress: { countryCodeV2: "PT" }, primaryDomain: { localization: { defaultLocale: "pt-PT" } } },
          currentAppInstallation: { accessScopes: this.scopes.map((handle) => ({ handle })) },
        };
      case "ReadOrders":
        return {
          nodes: ids.map((id) => {
            const found = this.orders.get(id);
            return (
              found && {
                ...found,
                lineItems: cut(found.lineItems, size("lineItems"), null),
                fulfillmentOrders: cut(found.fulfillmentOrders, size("fulfillmentOrders"), null),
                returns: cut(found.returns, size("returns"), null),
                fulfillments: found.fulfillments.slice(0, size("fulfillments")).map((each) => cutFulfillment(each, size("items"), size("events"))),
              }
            ) ?? null;
          }),
        };
      case "ReadFulfillments":
        return { nodes: ids.map((id) => this.fulfillments().find((each) => each.id === id) ?? null).map((each) => each && cutFulfillment(each, size("items"), size("events"))) };
      case "ReadOrderLineItems":
        return { order: { lineItems: cut(order()?.lineItems ?? none(), 100, variables.after) } };
      case "ReadOrderFulfillmentOrders":
        return { order: { fulfillmentOrders: cut(order()?.fulfillmentOrders ?? none(), 50, variables.after) } };
      case "ReadOrderReturns":
        return { order: { returns: cut(order()?.returns ?? none(), 10, variables.after) } };
      case "ReadOrderFulfillmentIds":
        return { order: { fulfillments: (order()?.fulfillments ?? []).map(({ id }) => ({ id })) } };
      case "ReadFulfillmentItems":
        return { fulfillment: { fulfillmentLineItems: cut(fulfillment()?.fulfillmentLineItems ?? none(), 100, variables.after) } };
      case "ReadFulfillmentEvents": {
        const found = fulfillment();
        return { fulfillment: found && { events: cut(found.events, 100, variables.after) } };
      }
      case "ListChangedOrders":
        return { orders: this.changed(String(variables.query), variables.after) };
      case "CountOrders":
        return { ordersCount: { count: this.changed(String(variables.query), null, Infinity).nodes.length } };
      case "FindOrderOfFulfillment":
        return { fulfillment: this.orderWith((each) => each.fulfillments.some((one) => one.id === variables.id)) };
      case "FindOrderOfReturn":
        return { return: this.orderWith((each) => each.returns.nodes.some((one) => one.id === variables.id)) };
      case "FindOrderOfFulfillmentOrder": {
        const found = this.orderWith((each) => each.fulfillmentOrders.nodes.some((one) => one.id === variables.id));
        return { fulfillmentOrder: found && { orderId: found.order.id } };
      }
      case "StartBulkQuery":
        return this.startBulk(String(variables.query));
      case "ReadBulkOperation":
        return { bulkOperation: this.bulk && this.bulk.id === variables.id ? this.bulkNode() : null };
      case "CreateFulfillmentEvent":
        return this.createEvent(variables.event as { fulfillmentId: string; status: string; happenedAt: string; message: string | null });
      default:
        throw new AdminApiError("invalid", `${name} is not simulated here.`);
    }
  }

  private orderWith(test: (order: OrderNode) => boolean): { order: { id: string } } | null {
    const found = [...this.orders.values()].find(test);
    return found ? { order: { id: found.id } } : null;
  }

  private changed(query: string, after: unknown, size = 50): Connection<{ id: string; updatedAt: string }> {
    const since = /updated_at:>='([^']+)'/.exec(query)?.[1] ?? "";
    const nodes = [...this.orders.values()]
      .filter((each) => Date.parse(each.updatedAt) >= Date.parse(since))
      .sort((a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt))
      .map(({ id, updatedAt }) => ({ id, updatedAt }));
    return cut({ nodes, pageInfo: { hasNextPage: false, endCursor: null } }, size, after);
  }

  private startBulk(query: string): unknown {
    if (this.bulkRefusal) return { bulkOperationRunQuery: { bulkOperation: null, userErrors: [this.bulkRefusal] } };
    const since = /updated_at:>='([^']+)'/.exec(query)?.[1] ?? "";
    const lines = [...this.orders.values()]
      .filter((each) => Date.parse(each.updatedAt) >= Date.parse(since))
      .flatMap(({ lineItems, fulfillmentOrders, returns, fulfillments, ...core }) => [
        { ...core, fulfillments: fulfillments.map(({ events: _events, fulfillmentLineItems: _items, ...each }) => each) },
        ...[...lineItems.nodes, ...fulfillmentOrders.nodes, ...returns.nodes].map((part) => ({ ...part, __parentId: core.id })),
      ]);
    this.bulk = { id: this.id("BulkOperation"), status: "RUNNING", lines: lines.map((line) => JSON.stringify(line)) };
    return { bulkOperationRunQuery: { bulkOperation: { id: this.bulk.id, status: "CREATED" }, userErrors: [] } };
  }

  private bulkNode(): unknown {
    const bulk = this.bulk;
    if (!bulk) return null;
    const roots = bulk.lines.filter((line) => !line.includes("__parentId")).length;
    const url = bulk.status === "COMPLETED" && bulk.lines.length > 0 ? "https://files.example/result.jsonl" : null;
    return { id: bulk.id, status: bulk.status, errorCode: null, objectCount: String(bulk.lines.length), rootObjectCount: String(roots), url };
  }

  private async *lines(_url: string): AsyncIterable<string> {
    yield* this.bulk?.lines ?? [];
  }

  private createEvent(event: { fulfillmentId: string; status: string; happenedAt: string; message: string | null }): unknown {
    const found = this.fulfillments().find((each) => each.id === event.fulfillmentId);
    if (!found) return { fulfillmentEventCreate: { fulfillmentEvent: null, userErrors: [{ field: ["fulfillmentId"], message: "Fulfillment not found" }] } };
    const node: FulfillmentEventNode = { id: this.id("FulfillmentEvent"), status: event.status, happenedAt: event.happenedAt, message: event.message, city: null, province: null, country: null, zip: null };
    found.events.nodes.push(node);
    return { fulfillmentEventCreate: { fulfillmentEvent: { id: node.id }, userErrors: [] } };
  }
}

function none<Node>(): Connection<Node> {
  return { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
}

/** A page of a list; cursors are places. */
function cut<Node>(whole: Connection<Node>, first: number, after: unknown): Connection<Node> {
  const start = after === null || after === undefined ? 0 : Number(after);
  const end = Math.min(start + first, whole.nodes.length);
  return { nodes: whole.nodes.slice(start, end), pageInfo: { hasNextPage: end < whole.nodes.length, endCursor: end > start ? String(end) : null } };
}

function cutFulfillment(fulfillment: FulfillmentNode, items: number, events: number): FulfillmentNode {
  return { ...fulfillment, fulfillmentLineItems: cut(fulfillment.fulfillmentLineItems, items, null), events: cut(fulfillment.events, events, null) };
}
