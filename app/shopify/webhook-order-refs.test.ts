import { describe, expect, it } from "vitest";

import { readPrivacyRequest } from "./privacy-webhooks";
import { readWebhookBody, toGid } from "./webhook-body";
import { bodyOfRefs, orderRefs } from "./webhook-order-refs";

const read = (text: string) => readWebhookBody(Buffer.from(text));

describe("a webhook's body", () => {
  it.each(["", "{", "[]", "null", "42", '"x"'])("that is %j is none", (text) => expect(read(text)).toBeNull());

  it("keeps ids beyond 2^53 digit for digit", () => {
    const body = read('{"id": 9223372036854775807, "price": 1.5, "small": 7, "név": "Ünïcode ✂"}');
    expect(body).toEqual({ id: "9223372036854775807", price: 1.5, small: 7, név: "Ünïcode ✂" });
    expect(toGid("Order", body?.id)).toBe("gid://shopify/Order/9223372036854775807");
  });

  it.each([null, {}, -1, 0, 1.5, "", "abc", "gid://shopify/Customer/1", "1; drop"])("takes %j for no order", (id) => expect(toGid("Order", id)).toBeNull());
});

describe("which orders a webhook is about", () => {
  it.each([
    ["orders/updated", '{"id": 11, "admin_graphql_api_id": "gid://shopify/Order/11"}', ["gid://shopify/Order/11"], []],
    ["orders/create", '{"id": 9223372036854775807}', ["gid://shopify/Order/9223372036854775807"], []],
    ["orders/edited", '{"order_edit": {"id": 5, "order_id": 12}}', ["gid://shopify/Order/12"], []],
    ["fulfillments/create", '{"id": 3, "admin_graphql_api_id": "gid://shopify/Fulfillment/3", "order_id": 13}', ["gid://shopify/Order/13"], []],
    ["fulfillment_events/create", '{"id": 4, "fulfillment_id": 3, "order_id": 14}', ["gid://shopify/Order/14"], []],
    ["fulfillment_events/delete", '{"id": 4, "fulfillment_id": 3}', [], ["gid://shopify/Fulfillment/3"]],
    ["fulfillment_orders/moved", '{"original_fulfillment_order": {"id": "gid://shopify/FulfillmentOrder/8"}, "moved_fulfillment_order": {"id": "gid://shopify/FulfillmentOrder/9"}}', [], ["gid://shopify/FulfillmentOrder/8", "gid://shopify/FulfillmentOrder/9"]],
    ["returns/approve", '{"id": 2, "admin_graphql_api_id": "gid://shopify/Return/2", "order": {"id": 15}}', ["gid://shopify/Order/15"], []],
    ["reverse_deliveries/attach_deliverable", '{"id": 2, "return": {"admin_graphql_api_id": "gid://shopify/Return/2"}}', [], ["gid://shopify/Return/2"]],
    ["orders/updated", '{"note": "gid://shopify/Order/99"}', [], []],
  ])("%s %s", (topic, text, orders, parts) => {
    expect(orderRefs(topic, read(text) ?? {})).toEqual({ orders, parts });
    // What is left of it when a customer's data was deleted names the same records.
    expect(orderRefs(topic, read(bodyOfRefs({ orders, parts })) ?? {})).toEqual({ orders, parts });
  });

  it("two of them stay two in what is left of a body", () => {
    const refs = { orders: ["gid://shopify/Order/1", "gid://shopify/Order/2"], parts: [] };
    for (const topic of ["orders/edited", "fulfillments/create"]) expect(new Set(orderRefs(topic, read(bodyOfRefs(refs)) ?? {}).orders)).toEqual(new Set(refs.orders));
  });
});

describe("a compliance webhook", () => {
  it("tells the customer and the orders", () => {
    const body = read('{"shop_id": 1, "orders_requested": [1, 2], "customer": {"id": 7, "email": "a@b.c", "phone": null}, "data_request": {"id": 99}}');
    expect(readPrivacyRequest(body ?? {})).toEqual({
      customerGid: "gid://shopify/Customer/7",
      email: "a@b.c",
      phone: null,
      orderGids: ["gid://shopify/Order/1", "gid://shopify/Order/2"],
      requestId: "99",
    });
  });

  it("that names nobody is none", () => {
    expect(readPrivacyRequest({ customer: null, orders_to_redact: [] })).toBeNull();
    expect(readPrivacyRequest({ customer: "x" })).toBeNull();
  });
});
