import { openSnapshot, type Snapshot } from "./snapshot";
import type { AccessToken, RefreshToken, ShopState } from "./records";

/** Everything the simulated Shopify remembers, and where it is kept between runs. */
export interface Store {
  readonly shops: Record<string, ShopState>;
  readonly accessTokens: Record<string, AccessToken>;
  readonly refreshTokens: Record<string, RefreshToken>;
  /** Webhooks not yet delivered, kept so that a restart does not lose them. */
  readonly undelivered: Record<string, unknown>;
  /** A new decimal id, larger than all before it; Shopify's have thirteen digits and more. */
  newId(): string;
  /** Says that something changed; it is written within half a second. */
  touch(): void;
  /** Writes what is not written yet, and stops. */
  close(): Promise<void>;
}

interface Kept {
  version: 1;
  lastId: string;
  shops: Record<string, ShopState>;
  accessTokens: Record<string, AccessToken>;
  refreshTokens: Record<string, RefreshToken>;
  undelivered: Record<string, unknown>;
}

/** Shopify's ids of one kind come in steps, not one after the other. */
const ID_STEP = 32_771n;

/**
 * @param folder where the state is kept, or null for memory alone
 * @param firstId the first id given out when there is no state yet
 */
export async function openStore(folder: string | null, firstId: bigint): Promise<Store> {
  const snapshot: Snapshot<Kept> = await openSnapshot<Kept>(folder, "shopify.json");
  const kept: Kept = snapshot.read() ?? {
    version: 1,
    lastId: String(firstId - ID_STEP),
    shops: {},
    accessTokens: {},
    refreshTokens: {},
    undelivered: {},
  };
  return {
    shops: kept.shops,
    accessTokens: kept.accessTokens,
    refreshTokens: kept.refreshTokens,
    undelivered: kept.undelivered,
    newId() {
      kept.lastId = String(BigInt(kept.lastId) + ID_STEP);
      return kept.lastId;
    },
    touch: () => snapshot.write(kept),
    close: () => snapshot.close(kept),
  };
}

/** A shop without anything in it. */
export function emptyShopState(shop: ShopState["shop"]): ShopState {
  return {
    shop,
    nextOrderNumber: 1001,
    products: {},
    customers: {},
    locations: {},
    orders: {},
    fulfillmentOrders: {},
    fulfillments: {},
    fulfillmentEvents: {},
    returns: {},
    refunds: {},
    metafields: {},
    themes: {},
    webhookSubscriptions: {},
    bulkOperations: {},
    idempotency: {},
  };
}
