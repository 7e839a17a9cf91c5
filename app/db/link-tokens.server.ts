import { tokenHash, type Secrets } from "./secrets.server";

/**
 * The token of a link that was made before tokens were stored: derived from the first key of that time.
 * @returns null when none of the keys given made it
 */
export function tokenOfBefore(secrets: Secrets, order: { shopId: string; orderId: string }, hash: string): string | null {
  return secrets.derivedTokens("tracking-link", `${order.shopId}\u0000${order.orderId}`).find((token) => tokenHash(token) === hash) ?? null;
}
