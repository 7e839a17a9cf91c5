/** An order's own fields: OrderCoreNode. */
export const ORDER_CORE = `
fragment OrderCore on Order {
  id name updatedAt processedAt cancelledAt displayFinancialStatus displayFulfillmentStatus currencyCode
  currentTotalPriceSet { shopMoney { amount currencyCode } }
  tags sourceName app { name } customerLocale email phone
  shippingLine { title }
  shippingAddress { name company address1 address2 city zip province provinceCode countryCodeV2 phone }
}`;

/** LocationNode. */
export const LOCATION_PARTS = `
fragment LocationParts on Location { id name address { city countryCode } }`;

/** LineItemNode. */
export const LINE_ITEM_PARTS = `
fragment LineItemParts on LineItem {
  id title variantTitle sku quantity currentQuantity vendor
  image { url }
  product { id productType }
  originalUnitPriceSet { shopMoney { amount currencyCode } }
}`;

/** FulfillmentOrderNode; needs LOCATION_PARTS. */
export const FULFILLMENT_ORDER_PARTS = `
fragment FulfillmentOrderParts on FulfillmentOrder {
  id status requestStatus fulfillAt updatedAt
  assignedLocation { location { ...LocationParts } }
  fulfillmentHolds { reason displayReason }
}`;

/** FulfillmentCoreNode; needs LOCATION_PARTS. A fulfillment rarely has more than a few tracking numbers. */
export const FULFILLMENT_CORE = `
fragment FulfillmentCore on Fulfillment {
  id name status displayStatus createdAt updatedAt estimatedDeliveryAt
  location { ...LocationParts }
  originAddress { countryCode }
  trackingInfo(first: 20) { company number url }
}`;

/** FulfillmentEventNode. */
export const FULFILLMENT_EVENT_PARTS = `
fragment FulfillmentEventParts on FulfillmentEvent { id status happenedAt message city province country zip }`;

/** ReturnCoreNode. */
export const RETURN_CORE = `
fragment ReturnCore on Return { id name status createdAt requestApprovedAt closedAt }`;

/** ReturnNode; needs RETURN_CORE. */
export const RETURN_PARTS = `
fragment ReturnParts on Return {
  ...ReturnCore
  reverseFulfillmentOrders(first: 3) {
    nodes {
      reverseDeliveries(first: 5) {
        nodes {
          id
          deliverable { ... on ReverseDeliveryShippingDeliverable { tracking { carrierName number url } } }
        }
      }
    }
  }
}`;
