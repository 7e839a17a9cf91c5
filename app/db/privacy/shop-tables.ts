import { byStep, CODE, ID, kept, type TableTreatment } from "./treatment";

const SHOPS = kept("the shop's own data, not a customer's");
const OPERATORS = kept("the operator's own data");
const ABOUT_CONNECTION = kept("a message about the connection as a whole, in words of Milepost or of the provider's service");
const ABOUT_REQUEST = kept("a message of Milepost's, of Shopify's API, or of the database without values");
const IN_A_FILE = byStep("files");

/** Tables whose rows belong to a shop or to the installation, not to one customer's orders. */
export const SHOP_TABLES: readonly TableTreatment[] = [
  { table: "session", scope: "shop", columns: { id: ID, shop: SHOPS, data_enc: kept("Shopify's session of the shop or of a person of its staff, sealed") } },
  {
    table: "shop",
    scope: "shop",
    columns: {
      id: ID, domain: SHOPS, gid: ID, name: SHOPS, email: SHOPS, plan: SHOPS, currency: CODE, time_zone: SHOPS, locale: SHOPS, country_code: SHOPS, status: CODE, settings: SHOPS, proxy_path: SHOPS,
    },
  },
  { table: "shop_access", scope: "shop", columns: { shop_id: ID, scopes: CODE, data_granted: CODE, data_refused: CODE } },
  { table: "observed_address_hour", scope: "shop", columns: { process_id: ID } },
  { table: "sync_run", scope: "shop", columns: { id: ID, shop_id: ID, kind: CODE, status: CODE, bulk_gid: ID, error: ABOUT_REQUEST } },
  {
    table: "delivery",
    scope: "shop",
    columns: {
      source: CODE, shop_domain: SHOPS, topic: CODE, webhook_id: ID, event_id: ID, api_version: CODE, status: CODE, claim: ID,
      body: byStep("webhooks"), error: byStep("webhooks", "a message of Milepost's about the body, which is exported"),
    },
  },
  { table: "location", scope: "shop", columns: { id: ID, shop_id: ID, gid: ID, name: SHOPS, city: SHOPS, country_code: SHOPS } },
  {
    table: "unmapped_code",
    scope: "shop",
    columns: {
      id: ID, shop_id: ID, provider: CODE, shipment_id: ID, samples: ID,
      code: byStep("words", "a copy of a scan's code, which is exported"), text: byStep("words", "a copy of a scan's text, which is exported"),
    },
  },
  {
    table: "mapping_version",
    scope: "shop",
    columns: {
      id: ID, shop_id: ID, entries: byStep("words", "a copy of a scan's text, which is exported"), changes: byStep("words", "a copy of a scan's text, which is exported"),
      note: kept("the merchant's words about the shop's own rules"), created_by: kept("a person of the shop's staff, by Shopify's id"), replay: CODE, replay_error: ABOUT_REQUEST,
    },
  },
  {
    table: "carrier_connection",
    scope: "shop",
    columns: {
      id: ID, shop_id: ID, provider: CODE, credentials_enc: SHOPS, webhook_token: SHOPS, last_error: ABOUT_CONNECTION, calls_on: CODE, last_problem: CODE, push_id: ID, push_for: ID,
      push_problem: ABOUT_CONNECTION, units_on: CODE,
    },
  },
  { table: "custom_carrier", scope: "shop", columns: { id: ID, shop_id: ID, code: SHOPS, name: SHOPS, tracking_url_template: SHOPS } },
  { table: "carrier_name", scope: "shop", columns: { id: ID, shop_id: ID, typed: SHOPS, name_key: SHOPS, carrier: SHOPS } },
  { table: "carrier_route", scope: "shop", columns: { id: ID, shop_id: ID, carrier: CODE, first: CODE, never: CODE } },
  { table: "poll_turn", scope: "shop", columns: { shop_id: ID } },
  { table: "poll_round", scope: "shop", columns: { id: ID, shop_id: ID, shipment_ids: ID } },
  {
    table: "access_log",
    scope: "shop",
    columns: {
      shop_id: ID, actor: kept("a person of the shop's staff by Shopify's id, or a part of Milepost"), purpose: kept("one of Milepost's own phrases"),
      subject: byStep("access log", "the log tells who read, not what"), fields: CODE,
    },
  },
  {
    table: "data_request",
    scope: "shop",
    columns: {
      id: byStep("data requests", "an id"), shop_id: byStep("data requests", "an id"), request_id: byStep("data requests", "an id"),
      customer_gid: byStep("data requests", "an earlier export of what is exported again"), export_enc: byStep("data requests", "an earlier export of what is exported again"),
    },
  },
  {
    table: "file_import",
    scope: "shop",
    columns: {
      id: ID, shop_id: ID, kind: CODE, status: CODE, encoding: CODE, separator: CODE,
      file_name: IN_A_FILE, headers: IN_A_FILE, content_enc: IN_A_FILE,
      options: kept("places of columns, an order of dates, a time zone"), error: kept("one of Milepost's own sentences"),
    },
  },
  { table: "file_import_problem", scope: "shop", columns: { import_id: ID, problem: IN_A_FILE, cells_enc: IN_A_FILE } },
  { table: "api_key", scope: "shop", columns: { id: ID, shop_id: ID, name: SHOPS, prefix: SHOPS, key_hash: SHOPS } },
  { table: "encryption_key", scope: "shop", columns: { id: ID, check_value: OPERATORS } },
  { table: "maintenance", scope: "shop", columns: { task: CODE, progress: kept("names of tasks and instants") } },
  { table: "_prisma_migrations", scope: "shop", columns: { id: ID, checksum: OPERATORS, migration_name: OPERATORS, logs: OPERATORS } },
];
