import type { AdminOperation } from "../admin-port";

import { operation } from "./define";
import { FULFILLMENT_CORE, FULFILLMENT_ORDER_PARTS, LINE_ITEM_PARTS, LOCATION_PARTS, ORDER_CORE, RETURN_CORE } from "./fragments";

export interface BulkOperationNode {
  id: string;
  status: "CANCELED" | "CANCELING" | "COMPLETED" | "CREATED" | "EXPIRED" | "FAILED" | "RUNNING";
  errorCode: string | null;
  objectCount: string;
  rootObjectCount: string;
  url: string | null;
}

/** Starts a bulk operation. Grouped: an order's parts follow it, so the file can be read as a stream. */
export const startBulkQuery = operation<
  {
    bulkOperationRunQuery: {
      bulkOperation: { id: string; status: string } | null;
      userErrors: { code: string | null; message: string }[];
    };
  },
  { query: string }
>(
  `mutation StartBulkQuery($query: String!) {
    bulkOperationRunQuery(query: $query, groupObjects: true) {
      bulkOperation { id status }
      userErrors { code message }
    }
  }`,
);

/** How far a bulk operation has come. */
export const readBulkOperation = operation<{ bulkOperation: BulkOperationNode | null }, { id: string }>(
  `query ReadBulkOperation($id: ID!) {
    bulkOperation(id: $id) { id status errorCode objectCount rootObjectCount url }
  }`,
);

/**
 * The document of the order export. A bulk operation allows five connections, two levels deep, and none inside a plain
 * list: fulfillments are such a list, so their items and events are read afterwards, many fulfillments at a time.
 * @param search Shopify's search syntax; only letters, digits and `_:<>='.-+` are taken, for it is put into the text
 */
export function orderExportQuery(search: string): string {
  if (!/^[\w:<>='.+ -]*$/.test(search)) throw new Error("This search cannot be put into a bulk query.");
  return orderExport(JSON.stringify(search)).text;
}

function orderExport(search: string): AdminOperation<never, never> {
  return operation(
    `query OrderExport {
      orders(query: ${search}, sortKey: UPDATED_AT) {
        edges {
          node {
            ...OrderCore
            fulfillments(first: 250) { ...FulfillmentCore }
            lineItems { edges { node { ...LineItemParts } } }
            fulfillmentOrders { edges { node { ...FulfillmentOrderParts } } }
            returns { edges { node { ...ReturnCore } } }
          }
        }
      }
    }`,
    ORDER_CORE,
    FULFILLMENT_CORE,
    LINE_ITEM_PARTS,
    FULFILLMENT_ORDER_PARTS,
    RETURN_CORE,
    LOCATION_PARTS,
  );
}

/** The export as an operation, so that it is validated against the schema with the others. */
export const orderExportExample: AdminOperation<never, never> = orderExport(JSON.stringify("updated_at:>='2026-10-01T00:00:00Z'"));
