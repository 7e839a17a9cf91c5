/**
 * The access scopes that shopify.app.toml asks for: without one of them, part of the app cannot work.
 * app/shopify/scopes.test.ts compares the two lists.
 */
export const REQUIRED_SCOPES = [
  "read_orders",
  "write_fulfillments",
  "read_assigned_fulfillment_orders",
  "read_merchant_managed_fulfillment_orders",
  "read_third_party_fulfillment_orders",
  "read_returns",
  "read_products",
  "read_locations",
  "read_themes",
  "write_app_proxy",
] as const;

/** Shows orders older than 60 days; Shopify grants it on request, and it is used when it is there. */
export const ALL_ORDERS_SCOPE = "read_all_orders";

/**
 * The required scopes that a shop has not granted. Write access includes read access.
 * @param granted as `currentAppInstallation.accessScopes` or app/scopes_update name them
 */
export function missingScopes(granted: readonly string[], required: readonly string[] = REQUIRED_SCOPES): string[] {
  const have = new Set(granted.flatMap((scope) => (scope.startsWith("write_") ? [scope, scope.replace(/^write_/, "read_")] : [scope])));
  return required.filter((scope) => !have.has(scope));
}
