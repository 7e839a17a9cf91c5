import { orderExportExample, readBulkOperation, startBulkQuery } from "./bulk";
import { createFulfillmentEvent } from "./create-fulfillment-event";
import { countOrders, findOrderOfFulfillment, findOrderOfFulfillmentOrder, findOrderOfReturn, listChangedOrders } from "./find-orders";
import { readMainTheme, readThemeFiles } from "./read-main-theme";
import {
  readFulfillmentEvents,
  readFulfillmentItems,
  readFulfillments,
  readOrderFulfillmentIds,
  readOrderFulfillmentOrders,
  readOrderLineItems,
  readOrderReturns,
} from "./read-order-rest";
import { readOrders } from "./read-orders";
import { readShop } from "./read-shop";

/** Every operation that the app sends: validated against the Admin schema, and the source of the access scopes. */
export const allOperations: readonly { name: string; text: string }[] = [
  readShop,
  readOrders,
  readOrderLineItems,
  readOrderFulfillmentOrders,
  readOrderReturns,
  readOrderFulfillmentIds,
  readFulfillments,
  readFulfillmentItems,
  readFulfillmentEvents,
  listChangedOrders,
  countOrders,
  findOrderOfFulfillment,
  findOrderOfFulfillmentOrder,
  findOrderOfReturn,
  startBulkQuery,
  readBulkOperation,
  orderExportExample,
  createFulfillmentEvent,
  readMainTheme,
  readThemeFiles,
];
