import { byStep, cleared, CODE, COUNTRY, ID, kept, type TableTreatment } from "./treatment";

const NUMBER = byStep("numbers");
const CARRIER = kept("a carrier's code");

/** Of a place the country stays, for the figures. */
export const COUNTRY_OF_PLACE = `case when place->>'country' ~ '^[A-Z]{2}$'
  then jsonb_build_object('city', null, 'region', null, 'country', place->>'country', 'postalCode', null, 'text', null) end`;

/** Shopify's own events keep what they are recognised by: a gid and a code of Shopify's list. */
const unlessShopifys = (column: string) => `case when source = 'shopify' then ${column} end`;

/** See `redactedKey`, which makes the same of the key of a scan that comes later. */
const HASHED_KEY = "case when source = 'shopify' or key like 'redacted:%' then key else 'redacted:' || encode(sha256(convert_to(key, 'UTF8')), 'hex') end";

/** Shipments and what belongs to them. */
export const SHIPMENT_TABLES: readonly TableTreatment[] = [
  {
    table: "shipment",
    scope: "order_id",
    columns: {
      id: ID, shop_id: ID, order_id: ID, fulfillment_id: ID, number: NUMBER, number_key: NUMBER,
      tracking_company: cleared(),
      // May carry a postal code, which many carriers' pages want.
      tracking_url: cleared(),
      carrier: CARRIER, carrier_source: CODE,
      service: cleared(),
      direction: CODE, origin_country: COUNTRY, destination_country: COUNTRY, status: CODE, detail: CODE, estimate_precision: CODE, estimate_source: CODE,
      estimate_zone: kept("a time zone's name"),
      tracking_state: CODE,
      last_problem: cleared(),
    },
  },
  {
    table: "shipment_number",
    scope: "shipment_id",
    columns: { id: ID, shop_id: ID, shipment_id: ID, number: NUMBER, number_key: NUMBER, carrier: CARRIER, role: CODE, source: CODE, provider: CODE },
  },
  {
    table: "tracking_event",
    scope: "shipment_id",
    columns: {
      shop_id: ID, shipment_id: ID, key: cleared(HASHED_KEY), source: CODE, provider: CODE, carrier: CARRIER, certainty: CODE,
      zone: kept("a time zone's name"),
      said_time: cleared(),
      status: CODE, detail: CODE, mapping: kept("the name of a status map"),
      code: cleared(unlessShopifys("code")),
      text: cleared(),
      place: cleared(COUNTRY_OF_PLACE),
      source_event_id: cleared(unlessShopifys("source_event_id")),
      raw: cleared(),
    },
  },
  {
    table: "shipment_exception",
    scope: "shipment_id",
    columns: {
      id: ID, shop_id: ID, shipment_id: ID, rule: CODE, key: kept("a rule's code and an instant"), severity: CODE, resolution: CODE,
      reason: cleared("reason - 'text' - 'code'"),
      history: kept("instants and codes"),
    },
  },
  {
    table: "write_back",
    scope: "shipment_id",
    columns: { id: ID, shop_id: ID, shipment_id: ID, key: kept("a status and an instant"), status: CODE, state: CODE, event_gid: ID, message: cleared(), error: cleared() },
  },
  { table: "feedback", scope: "shipment_id", columns: { id: ID, shop_id: ID, shipment_id: ID, reason: CODE, comment: cleared() } },
  { table: "mapping_replay", scope: "shipment_id", columns: { shop_id: ID, shipment_id: ID } },
  {
    table: "aggregator_registration",
    scope: "number_key",
    columns: {
      id: ID, shop_id: ID, number: NUMBER, number_key: NUMBER, provider: CODE, carrier: CARRIER, status: CODE,
      problem: cleared(),
      refusals: cleared(`(select coalesce(jsonb_agg(refusal || '{"reason": ""}'), '[]') from jsonb_array_elements(refusals) as refusal)`),
    },
  },
  {
    table: "carrier_subscription",
    scope: "number_key",
    columns: { id: ID, shop_id: ID, provider: CODE, number_key: NUMBER, external_id: ID },
  },
];
