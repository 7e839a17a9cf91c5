import { rows, type StatusMap } from "../reading/understand";

/** Amazon Shipping's summary and event codes. Source: shippingV2 model of amzn/selling-partner-api-models; "Received" is of v1. */
export const AMAZON_SHIPPING_CODES: StatusMap = {
  name: "amazon_shipping/codes@1",
  meanings: rows(
    ["PreTransit ReadyForReceive", "PRE_TRANSIT"],
    ["InTransit Departed", "IN_TRANSIT"],
    ["PickupDone", "IN_TRANSIT", "accepted"],
    ["ArrivedAtCarrierFacility Received", "IN_TRANSIT", "arrived"],
    ["RecipientRequestedAlternateDeliveryTiming", "IN_TRANSIT", "rescheduled"],
    ["OutForDelivery", "OUT_FOR_DELIVERY"],
    ["DeliveryAttempted", "ATTEMPTED_DELIVERY"],
    ["AwaitingCustomerPickup AvailableForPickup", "READY_FOR_PICKUP"],
    ["Delivered", "DELIVERED"],
    ["Rejected", "EXCEPTION", "refused"],
    ["Undeliverable", "EXCEPTION", "undeliverable"],
    ["Lost", "EXCEPTION", "lost"],
    ["PickupCancelled", "EXCEPTION", "cancelled"],
    ["ReturnInitiated", "RETURNING"],
  ),
};

/** Events of Multi-Channel Fulfillment. Source: fulfillmentOutbound_2020-07-01 model of the same repository. */
export const AMAZON_MCF_CODES: StatusMap = {
  name: "amazon_shipping/mcf@1",
  meanings: rows(
    ["EVENT_101 PICKUP_SCHEDULED PICKUP_ATTEMPTED ORDER_PREPARING CARRIER_ASSIGNED", "PRE_TRANSIT"],
    ["EVENT_102 EVENT_201 EVENT_202 EVENT_203 EVENT_206 EVENT_415 EVENT_306 EVENT_307 EVENT_419 IN_TRANSIT SHIPPED", "IN_TRANSIT"],
    ["PICKUP_SUCCESSFUL", "IN_TRANSIT", "accepted"],
    ["EVENT_204 EVENT_205", "IN_TRANSIT", "customs"],
    ["EVENT_302 OUT_FOR_DELIVERY", "OUT_FOR_DELIVERY"],
    ["EVENT_304 DELIVERY_ATTEMPTED", "ATTEMPTED_DELIVERY"],
    ["EVENT_308 AVAILABLE_FOR_PICKUP", "READY_FOR_PICKUP"],
    ["EVENT_801", "READY_FOR_PICKUP", "locker"],
    ["EVENT_301 DELIVERED", "DELIVERED"],
    ["EVENT_804", "DELIVERED", "locker"],
    ["EVENT_408 RETURNING RETURN_REQUEST_ACCEPTED", "RETURNING"],
    ["EVENT_309 RETURNED RETURN_RECEIVED_IN_FC REFUND_ISSUED", "RETURNED"],
    ["EVENT_401", "EXCEPTION", "address"],
    ["EVENT_402 EVENT_413", "EXCEPTION", "customs"],
    ["EVENT_403", "EXCEPTION", "moved"],
    ["EVENT_404 EVENT_418 DELAYED", "EXCEPTION", "delayed"],
    ["EVENT_405", "EXCEPTION", "damaged"],
    ["EVENT_406", "EXCEPTION", "held"],
    ["EVENT_407", "EXCEPTION", "refused"],
    ["EVENT_409", "EXCEPTION", "lost"],
    ["EVENT_411 EVENT_412", "EXCEPTION", "customs_documents"],
    ["EVENT_414 EVENT_417", "EXCEPTION", "missorted"],
    ["EVENT_416 UNDELIVERABLE", "EXCEPTION", "undeliverable"],
    ["CUSTOMER_ACTION", "EXCEPTION"],
    ["PICKUP_CANCELLED", "EXCEPTION", "cancelled"],
  ),
};
