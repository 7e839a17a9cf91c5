/** What one location is to send of an order. */
export interface FulfillmentOrder {
  id: string;
  orderId: string;
  status: FulfillmentOrderStatus;
  requestStatus: string;
  locationId: string;
  deliveryMethodId: string;
  deliveryMethod: "LOCAL" | "NONE" | "PICKUP_POINT" | "PICK_UP" | "RETAIL" | "SHIPPING";
  minDeliveryAt: number | null;
  maxDeliveryAt: number | null;
  fulfillAt: number | null;
  fulfillBy: number | null;
  holds: Hold[];
  lines: FulfillmentOrderLine[];
  createdAt: number;
  updatedAt: number;
}

export interface FulfillmentOrderLine {
  id: string;
  lineItemId: string;
  totalQuantity: number;
  remainingQuantity: number;
}

export type FulfillmentOrderStatus = "CANCELLED" | "CLOSED" | "INCOMPLETE" | "IN_PROGRESS" | "ON_HOLD" | "OPEN" | "SCHEDULED";

export interface Hold {
  id: string;
  reason: string;
  reasonNotes: string | null;
  handle: string | null;
  byApp: boolean;
}
