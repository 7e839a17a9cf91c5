import type {
  Connection,
  FulfillmentCoreNode,
  FulfillmentOrderNode,
  LineItemNode,
  OrderCoreNode,
  OrderNode,
  ReturnCoreNode,
} from "./operations/nodes";
import { parseStorableJson } from "./parse-json";

/** An order out of a bulk operation's result: without its fulfillments' items and events. */
export interface ExportedOrder {
  order: Omit<OrderNode, "fulfillments"> & { fulfillments: FulfillmentCoreNode[] };
  /** False when parts are missing that a bulk operation does not give, or a line could not be read: read it whole. */
  complete: boolean;
}

/** What an export gives, in its order; `reread` names an order whose parts came apart from it. */
export type Exported = ({ kind: "order" } & ExportedOrder) | { kind: "reread"; gid: string };

type Line = Record<string, unknown> & { id?: unknown; __parentId?: unknown };

/**
 * Puts the lines of an order export together to orders, as they arrive: an order's line is followed by those of its
 * parts, which name it as their parent (JSONL of a grouped bulk operation; shopify.dev, "Bulk operations").
 * A line that is not JSON makes the order it stands in incomplete; a part that stands elsewhere names its order, which
 * is then to be read whole.
 */
export async function* readExportedOrders(lines: AsyncIterable<string>): AsyncIterable<Exported> {
  let current: ExportedOrder | null = null;
  for await (const text of lines) {
    const line = parseLine(text);
    if (line === null) {
      if (current) current.complete = false;
    } else if (line.__parentId === undefined) {
      if (current) yield { kind: "order", ...current };
      current = begin(line);
    } else if (current && line.__parentId === current.order.id) {
      addPart(current, line);
    } else {
      yield { kind: "reread", gid: String(line.__parentId) };
    }
  }
  if (current) yield { kind: "order", ...current };
}

function parseLine(text: string): Line | null {
  try {
    const value: unknown = parseStorableJson(text);
    return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" ? (value as Line) : null;
  } catch {
    return null;
  }
}

function begin(line: Line): ExportedOrder {
  const core = line as unknown as OrderCoreNode & { fulfillments: FulfillmentCoreNode[] | null };
  return {
    order: { ...core, fulfillments: core.fulfillments ?? [], lineItems: list(), fulfillmentOrders: list(), returns: list() },
    complete: true,
  };
}

function list<Node>(): Connection<Node> {
  return { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
}

function addPart(exported: ExportedOrder, line: Line): void {
  const { __parentId: _parent, ...part } = line;
  const kind = /^gid:\/\/shopify\/(\w+)\//.exec(String(part.id))?.[1];
  if (kind === "LineItem") exported.order.lineItems.nodes.push(part as unknown as LineItemNode);
  else if (kind === "FulfillmentOrder") exported.order.fulfillmentOrders.nodes.push(part as unknown as FulfillmentOrderNode);
  else if (kind === "Return") {
    // The parcels of a return lie deeper than a bulk operation reaches.
    exported.order.returns.nodes.push({ ...(part as unknown as ReturnCoreNode), reverseFulfillmentOrders: { nodes: [] } });
    exported.complete = false;
  }
}
