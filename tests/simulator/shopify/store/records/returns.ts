import type { TrackingInfo } from "./fulfillments";

/** What a shopper sends back, or asks to. */
export interface Return {
  id: string;
  orderId: string;
  name: string;
  status: "CANCELED" | "CLOSED" | "DECLINED" | "OPEN" | "REQUESTED";
  declineReason: string | null;
  lines: ReturnLine[];
  reverseFulfillmentOrderId: string;
  reverseDeliveries: ReverseDelivery[];
  createdAt: number;
  updatedAt: number;
  approvedAt: number | null;
  closedAt: number | null;
}

export interface ReturnLine {
  id: string;
  fulfillmentLineId: string;
  quantity: number;
  refundedQuantity: number;
  reason: string;
  reasonNote: string;
  customerNote: string | null;
}

export interface ReverseDelivery {
  id: string;
  tracking: TrackingInfo | null;
}

export interface Refund {
  id: string;
  orderId: string;
  returnId: string | null;
  note: string | null;
  amountMinor: number;
  transactionId: string;
  lines: { id: string; lineItemId: string; quantity: number; restockType: string; subtotalMinor: number }[];
  createdAt: number;
}
