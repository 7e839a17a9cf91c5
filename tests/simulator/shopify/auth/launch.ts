import { createHmac } from "node:crypto";

import { createSessionToken } from "./session-token";
import type { ShopState } from "../store/records";
import type { World } from "../world";

/** The `host` parameter: where in the admin the app is shown, base64 without padding. */
function hostParameter(state: ShopState): string {
  return Buffer.from(`admin.shopify.com/store/${state.shop.handle}`).toString("base64").replace(/=+$/, "");
}

/**
 * The address that the admin puts into the app's frame: signed, with a session token.
 * @param path of the app, with its own query if it has one
 */
export function launchAddress(world: World, state: ShopState, path = "/"): string {
  const url = new URL(path, `${world.appUrl()}/`);
  const parameters: Record<string, string> = {
    embedded: "1",
    host: hostParameter(state),
    id_token: createSessionToken(world, state),
    locale: state.shop.locale,
    session: createHmac("sha256", world.apiSecret).update(state.shop.domain).digest("hex"),
    shop: state.shop.domain,
    timestamp: String(Math.floor(world.clock.now() / 1000)),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  url.searchParams.delete("hmac");
  const sorted = new URLSearchParams([...url.searchParams].sort(([left], [right]) => left.localeCompare(right)));
  url.searchParams.set("hmac", createHmac("sha256", world.apiSecret).update(sorted.toString()).digest("hex"));
  return url.toString();
}
