import { readSettings } from "~/domain/settings/shop-settings";

/** The settings page: what is set, every default filled in, and what of the stored values could not be used. */
export function presentSettings(shop: { settings: unknown }) {
  return readSettings(shop.settings);
}
