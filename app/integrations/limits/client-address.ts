import { addressKey, readAddress } from "./ip-address";
import type { TrustedProxies } from "./trusted-proxies";

/** Who is known to have had a request in hand. */
export interface ForwardedRequest {
  /** The address that the connection comes from; null when it has none. */
  peer: string | null;
  /** X-Forwarded-For as it came: "client, proxy, proxy"; null without one. */
  forwardedFor: string | null;
  /** Whether Shopify's app proxy passed it on: its signature was checked. */
  byShopify: boolean;
}

/**
 * Whose request this is, as a key for limits; null when it cannot be known, and then limits by address do not apply.
 *
 * Each proxy appends the address that called it, so the chain is read from the end: addresses of trusted proxies are
 * passed over, and the first other one is the client. What stands before it was written by the client. A request that
 * Shopify's app proxy signed has been called by Shopify's server, so there the entry before that one is the shopper.
 *
 * Null rather than the address of a proxy, because all visitors would share it and use up each other's limits: when
 * every address is a trusted proxy's, when the entry of a trusted proxy cannot be read, and when a proxy in front
 * dropped what Shopify wrote.
 */
export function clientAddress(request: ForwardedRequest, proxies: TrustedProxies): string | null {
  const entries = request.forwardedFor === null || request.forwardedFor.trim() === "" ? [] : request.forwardedFor.split(",");
  const chain = [...entries, request.peer ?? ""].map(readAddress);
  const nextClient = (from: number) => {
    let place = from;
    while (place >= 0 && isProxy(chain[place], proxies)) place -= 1;
    return place;
  };
  const caller = nextClient(chain.length - 1);
  const client = request.byShopify && isKnown(chain[caller]) ? nextClient(caller - 1) : caller;
  const address = chain[client];
  return isKnown(address) ? addressKey(address) : null;
}

function isProxy(address: string | null | undefined, proxies: TrustedProxies): boolean {
  return isKnown(address) && proxies.includes(address);
}

function isKnown(address: string | null | undefined): address is string {
  return typeof address === "string";
}
