/** What was sent, with its tracking numbers. */
export interface Fulfillment {
  id: string;
  orderId: string;
  fulfillmentOrderIds: string[];
  name: string;
  status: "CANCELLED" | "ERROR" | "FAILURE" | "SUCCESS";
  locationId: string;
  lines: FulfillmentLine[];
  tracking: TrackingInfo[];
  createdAt: number;
  updatedAt: number;
}

export interface FulfillmentLine {
  id: string;
  lineItemId: string;
  quantity: number;
}

export interface TrackingInfo {
  company: string | null;
  number: string | null;
  url: string | null;
}

export interface FulfillmentEvent {
  id: string;
  fulfillmentId: string;
  orderId: string;
  status: FulfillmentEventStatus;
  message: string | null;
  happenedAt: number;
  estimatedDeliveryAt: number | null;
  address1: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
  latitude: number | null;
  longitude: number | null;
  createdAt: number;
}

export type FulfillmentEventStatus =
  | "ATTEMPTED_DELIVERY"
  | "CARRIER_PICKED_UP"
  | "CONFIRMED"
  | "DELAYED"
  | "DELIVERED"
  | "FAILURE"
  | "IN_TRANSIT"
  | "LABEL_PRINTED"
  | "LABEL_PURCHASED"
  | "OUT_FOR_DELIVERY"
  | "READY_FOR_PICKUP";
