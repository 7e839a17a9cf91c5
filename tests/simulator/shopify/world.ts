import type { SimClock } from "../clock";
import type { AppAccess } from "./app-access";
import type { AppConfig } from "./config/app-config";
import type { Random } from "./random";
import type { ShopState } from "./store/records";
import type { Store } from "./store/store";

/** What every part of the simulated Shopify works on. */
export interface World {
  store: Store;
  clock: SimClock;
  config: AppConfig;
  /** What Shopify has released to the app in all shops. */
  access: AppAccess;
  apiKey: string;
  apiSecret: string;
  /** Public apps must use expiring offline tokens; apps of custom distribution may use either kind. */
  distribution: "public" | "custom";
  random: Random;
  /** Bytes of theme files that fit into one answer. */
  themePayloadBytes: number;
  /** The simulator's address as browsers see it, without a slash at the end. */
  publicUrl(): string;
  /** The app's address, without a slash at the end. @throws when it is not known yet */
  appUrl(): string;
  /** Tells the subscribers of a topic; the body is what it is now, however late it arrives. */
  emit(state: ShopState, topic: string, body: Record<string, unknown>): void;
}

/** Thrown when a command names a shop that does not exist. */
export class NoSuchShop extends Error {
  override name = "NoSuchShop";
}

/** A shop by its domain, its handle, or a host name in any case. @throws NoSuchShop */
export function shopState(world: World, shop: string): ShopState {
  const wanted = shop.toLowerCase();
  const state = world.store.shops[wanted] ?? world.store.shops[`${wanted}.myshopify.com`];
  if (!state) throw new NoSuchShop(`there is no shop ${shop}`);
  return state;
}
