import type { BulkOperation, Customer, Order, ShopState } from "../../store/records";
import { gid } from "../../store/ids";
import { numeric } from "../json";
import { at } from "./common";

const PLAN_NAMES = { basic: "Basic", standard: "Grow", advanced: "Advanced", plus: "Shopify Plus" } as const;

/** app/uninstalled: the shop in REST's shape. */
export function shopBody(state: ShopState): Record<string, unknown> {
  const { shop } = state;
  return {
    id: numeric(shop.id),
    name: shop.name,
    email: shop.email,
    domain: shop.primaryHost,
    province: shop.address.province,
    country: shop.address.countryCode,
    address1: shop.address.address1,
    zip: shop.address.zip,
    city: shop.address.city,
    source: null,
    phone: shop.address.phone,
    primary_locale: shop.locale,
    address2: shop.address.address2,
    created_at: at(state, shop.createdAt),
    updated_at: at(state, shop.updatedAt),
    country_code: shop.address.countryCode,
    country_name: shop.address.country,
    currency: shop.currency,
    customer_email: shop.email,
    iana_timezone: shop.timeZone,
    shop_owner: shop.ownerName,
    money_format: `{{amount}} ${shop.currency}`,
    plan_display_name: planName(state),
    plan_name: shop.plan,
    myshopify_domain: shop.domain,
    has_storefront: true,
    multi_location_enabled: Object.keys(state.locations).length > 1,
  };
}

export function planName(state: ShopState): string {
  return PLAN_NAMES[state.shop.plan];
}

/** app/scopes_update. */
export function scopesUpdateBody(state: ShopState, installationId: string, previous: readonly string[], current: readonly string[], when: number): Record<string, unknown> {
  return { id: numeric(installationId), previous, current, updated_at: at(state, when), shop_domain: state.shop.domain };
}

/** customers/data_request. */
export function dataRequestBody(state: ShopState, customer: Customer, orders: readonly Order[], requestId: string): Record<string, unknown> {
  return {
    ...aboutShop(state),
    orders_requested: orders.map((order) => numeric(order.id)),
    customer: aboutCustomer(customer),
    data_request: { id: numeric(requestId) },
  };
}

/** customers/redact. */
export function customerRedactBody(state: ShopState, customer: Customer, orders: readonly Order[]): Record<string, unknown> {
  return { ...aboutShop(state), customer: aboutCustomer(customer), orders_to_redact: orders.map((order) => numeric(order.id)) };
}

/** shop/redact says which shop, and nothing more. */
export function aboutShop(state: ShopState): Record<string, unknown> {
  return { shop_id: numeric(state.shop.id), shop_domain: state.shop.domain };
}

function aboutCustomer(customer: Customer): Record<string, unknown> {
  return { id: numeric(customer.id), email: customer.email, phone: customer.phone };
}

/** bulk_operations/finish. */
export function bulkFinishBody(state: ShopState, operation: BulkOperation): Record<string, unknown> {
  return {
    admin_graphql_api_id: gid("BulkOperation", operation.id),
    completed_at: at(state, operation.completedAt),
    created_at: at(state, operation.createdAt),
    error_code: operation.errorCode?.toLowerCase() ?? null,
    status: operation.status.toLowerCase(),
    type: "query",
  };
}
