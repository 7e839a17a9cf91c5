import { byStep, cleared, clearedUnexported, CODE, COUNTRY, ID, kept, type TableTreatment } from "./treatment";

const HASH = "a hash of data that is exported";
const NAME = kept("the order's number, by which the shop knows it");
const CATALOGUE = kept("a fact of the shop's catalogue, the same for all who bought it");

/** What takes the place of a text that may not be empty. */
export const DELETED_TEXT = "(deleted)";

/** Orders and what belongs to them, except shipments. */
export const ORDER_TABLES: readonly TableTreatment[] = [
  {
    table: "order",
    scope: "id",
    columns: {
      id: ID, shop_id: ID, gid: ID, name: NAME, name_key: NAME,
      channel: kept("the sales channel: Shopify's code, or the name of an app"),
      financial_status: CODE, fulfillment_status: CODE, currency: CODE,
      tags: cleared("'{}'"),
      shipping_method: cleared(),
      locale: kept("a language's tag"),
      customer_name_enc: cleared(), email_enc: cleared(), phone_enc: cleared(), address_enc: cleared(),
      email_hash: clearedUnexported(HASH), phone_hash: clearedUnexported(HASH), postal_hash: clearedUnexported(HASH),
      city: cleared(), province_code: cleared(),
      country_code: COUNTRY,
    },
  },
  {
    table: "line_item",
    scope: "order_id",
    columns: {
      id: ID, shop_id: ID, order_id: ID, gid: ID, product_gid: ID,
      // A line without a product is free text, and one with a product can be made for a person.
      title: cleared(`'${DELETED_TEXT}'`), variant: cleared(), sku: cleared(), image_url: cleared(),
      product_type: CATALOGUE, vendor: CATALOGUE,
    },
  },
  {
    table: "fulfillment_order",
    scope: "order_id",
    columns: { id: ID, shop_id: ID, order_id: ID, gid: ID, status: CODE, request_status: CODE, location_gid: ID, holds: cleared("'[]'") },
  },
  {
    table: "fulfillment",
    scope: "order_id",
    columns: { id: ID, shop_id: ID, order_id: ID, gid: ID, name: NAME, status: CODE, display_status: CODE, location_gid: ID, items: kept("ids of line items and quantities") },
  },
  { table: "return", scope: "order_id", columns: { id: ID, shop_id: ID, order_id: ID, gid: ID, name: NAME, status: CODE } },
  {
    table: "notification",
    scope: "order_id",
    columns: {
      id: ID, shop_id: ID, order_id: ID, shipment_id: ID, key: ID, message_id: ID,
      trigger: CODE, channel: CODE, locale: kept("a language's tag"), status: CODE,
      reason: kept("one of Milepost's own sentences"),
      subject: cleared(), error: cleared(),
    },
  },
  {
    table: "tracking_link",
    scope: "order_id",
    columns: {
      id: byStep("rows deleted", "an id"), shop_id: byStep("rows deleted", "an id"), order_id: byStep("rows deleted", "an id"),
      token_hash: byStep("rows deleted", "opens the order's page: an export that is passed on must not"),
      token_enc: byStep("rows deleted", "opens the order's page: an export that is passed on must not"),
    },
  },
];
