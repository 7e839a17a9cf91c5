import { DEFAULT_SETTINGS, type ShopSettings } from "./shop-settings";

/**
 * The path of the shop's tracking page. A path that the merchant has set counts; otherwise the plain page, where the
 * shop's app proxy is reached.
 * @param proxyPath as the proxy's last request said; null until one came
 */
export function trackingPagePath(settings: Pick<ShopSettings, "trackingPage">, proxyPath: string | null): string {
  const standard = DEFAULT_SETTINGS.trackingPage.path;
  return settings.trackingPage.path === standard ? (proxyPath ?? standard) : settings.trackingPage.path;
}
