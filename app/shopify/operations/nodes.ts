/**
 * The shapes that the operations of this folder read, field by field as the fragments in ./fragments ask for them
 * (Admin API 2026-10). Instants are ISO 8601 text, ids are gids, amounts are decimal text.
 */
export interface Connection<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface MoneyNode {
  amount: string;
  currencyCode: string;
}

export interface AddressNode {
  name: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  zip: string | null;
  province: string | null;
  provinceCode: string | null;
  countryCodeV2: string | null;
  phone: string | null;
}

export interface LocationNode {
  id: string;
  name: string;
  address: { city: string | null; countryCode: string | null };
}

/** An order's own fields. */
export interface OrderCoreNode {
  id: string;
  name: string;
  updatedAt: string;
  processedAt: string;
  cancelledAt: string | null;
  displayFinancialStatus: string | null;
  displayFulfillmentStatus: string;
  currencyCode: string;
  currentTotalPriceSet: { shopMoney: MoneyNode };
  tags: string[];
  sourceName: string | null;
  app: { name: string } | null;
  customerLocale: string | null;
  email: string | null;
  phone: string | null;
  shippingLine: { title: string } | null;
  shippingAddress: AddressNode | null;
}

export interface LineItemNode {
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string | null;
  quantity: number;
  currentQuantity: number;
  vendor: string | null;
  image: { url: string } | null;
  product: { id: string; productType: string } | null;
  originalUnitPriceSet: { shopMoney: MoneyNode };
}

export interface FulfillmentOrderNode {
  id: string;
  status: string;
  requestStatus: string;
  fulfillAt: string | null;
  updatedAt: string;
  assignedLocation: { location: LocationNode | null };
  fulfillmentHolds: { reason: string; displayReason: string }[];
}

export interface TrackingInfoNode {
  company: string | null;
  number: string | null;
  url: string | null;
}

/** A fulfillment's own fields. */
export interface FulfillmentCoreNode {
  id: string;
  name: string;
  status: string;
  displayStatus: string | null;
  createdAt: string;
  updatedAt: string;
  estimatedDeliveryAt: string | null;
  location: LocationNode | null;
  originAddress: { countryCode: string } | null;
  trackingInfo: TrackingInfoNode[];
}

export interface FulfillmentEventNode {
  id: string;
  status: string;
  happenedAt: string;
  message: string | null;
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
}

export interface FulfillmentItemNode {
  quantity: number | null;
  lineItem: { id: string };
}

/** What belongs to a fulfillment as lists of their own. */
export interface FulfillmentListsNode {
  fulfillmentLineItems: Connection<FulfillmentItemNode>;
  events: Connection<FulfillmentEventNode>;
}

export type FulfillmentNode = FulfillmentCoreNode & FulfillmentListsNode;

export interface ReturnCoreNode {
  id: string;
  name: string;
  status: string;
  createdAt: string;
  requestApprovedAt: string | null;
  closedAt: string | null;
}

/** A return with the parcels that come back. */
export interface ReturnNode extends ReturnCoreNode {
  reverseFulfillmentOrders: {
    nodes: {
      reverseDeliveries: {
        nodes: { id: string; deliverable: { tracking?: { carrierName: string | null; number: string | null; url: string | null } | null } | null }[];
      };
    }[];
  };
}

/** An order with everything that belongs to it. */
export interface OrderNode extends OrderCoreNode {
  lineItems: Connection<LineItemNode>;
  fulfillmentOrders: Connection<FulfillmentOrderNode>;
  fulfillments: FulfillmentNode[];
  returns: Connection<ReturnNode>;
}

/** An order as it was read: the parts that the app may not read are absent. */
export type ReadOrderNode = Omit<OrderNode, "fulfillmentOrders" | "returns"> & Partial<Pick<OrderNode, "fulfillmentOrders" | "returns">>;
