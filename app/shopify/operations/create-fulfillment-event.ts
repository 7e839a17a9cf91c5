import { operation } from "./define";

/** Writes an event of a fulfillment back to Shopify. Not idempotent: look for the event first. */
export const createFulfillmentEvent = operation<
  {
    fulfillmentEventCreate: {
      fulfillmentEvent: { id: string } | null;
      userErrors: { field: string[] | null; message: string }[];
    };
  },
  { event: { fulfillmentId: string; status: string; happenedAt: string; message: string | null; estimatedDeliveryAt: string | null } }
>(
  `mutation CreateFulfillmentEvent($event: FulfillmentEventInput!) {
    fulfillmentEventCreate(fulfillmentEvent: $event) {
      fulfillmentEvent { id }
      userErrors { field message }
    }
  }`,
);
