import { operation } from "./define";

/** Tells Shopify what happened to a fulfillment. Not idempotent: look for the event first. */
export const createFulfillmentEvent = operation<
  {
    fulfillmentEventCreate: {
      fulfillmentEvent: { id: string } | null;
      userErrors: { field: string[] | null; message: string }[];
    };
  },
  { event: { fulfillmentId: string; status: string; happenedAt: string; message: string | null } }
>(
  `mutation CreateFulfillmentEvent($event: FulfillmentEventInput!) {
    fulfillmentEventCreate(fulfillmentEvent: $event) {
      fulfillmentEvent { id }
      userErrors { field message }
    }
  }`,
);
