import type { ShopSpec } from "../options";
import type { ShopState } from "../store/records";
import { emptyShopState } from "../store/store";
import type { World } from "../world";
import { address } from "./catalogue";
import { Refusal } from "./refusal";

/** A shop that is not there yet, with nothing in it; one that is stays as it is. @throws Refusal on a domain that is none */
export function createShop(world: World, spec: ShopSpec): ShopState {
  const existing = world.store.shops[spec.domain];
  if (existing) return existing;
  const handle = /^([a-z0-9][a-z0-9-]*)\.myshopify\.com$/.exec(spec.domain)?.[1];
  if (handle === undefined) throw new Refusal(`${spec.domain} is not a shop's domain: NAME.myshopify.com`, ["domain"]);
  const now = world.clock.now();
  const state = emptyShopState({
    id: world.store.newId(),
    domain: spec.domain,
    handle,
    name: spec.name,
    email: spec.email,
    ownerName: spec.ownerName ?? spec.name,
    primaryHost: spec.primaryHost ?? spec.domain,
    plan: spec.plan ?? "standard",
    timeZone: spec.timeZone ?? "America/New_York",
    currency: spec.currency ?? "USD",
    locale: spec.locale ?? "en",
    address: address({ countryCode: "US", ...spec.address }),
    createdAt: now,
    updatedAt: now,
    installation: null,
    staffId: String(42_000_000 + Object.keys(world.store.shops).length),
  });
  world.store.shops[spec.domain] = state;
  world.store.touch();
  return state;
}
