import { gid } from "../../store/ids";
import { offsetMinutes, utcSeconds } from "../../store/instants";
import { planName } from "../../webhooks/bodies/app";
import type { Context, View } from "../context";
import { shopAddressView } from "./address";
import { metafieldFields } from "./metafield";

export function shopView(ctx: Context): View {
  const { shop } = ctx.state;
  const offset = offsetMinutes(ctx.world.clock.now(), shop.timeZone);
  const size = Math.abs(offset);
  const domain = {
    __typename: "Domain",
    id: gid("Domain", shop.id),
    host: shop.primaryHost,
    sslEnabled: true,
    url: `https://${shop.primaryHost}`,
    localization: { __typename: "DomainLocalization", alternateLocales: [], country: null, defaultLocale: shop.locale },
  };
  return {
    __typename: "Shop",
    ...metafieldFields(ctx, gid("Shop", shop.id)),
    id: gid("Shop", shop.id),
    name: shop.name,
    email: shop.email,
    contactEmail: shop.email,
    shopOwnerName: shop.ownerName,
    description: null,
    myshopifyDomain: shop.domain,
    primaryDomain: domain,
    domains: [domain],
    url: `https://${shop.primaryHost}`,
    currencyCode: shop.currency,
    enabledPresentmentCurrencies: [shop.currency],
    currencyFormats: {
      __typename: "CurrencyFormats",
      moneyFormat: `{{amount}} ${shop.currency}`,
      moneyInEmailsFormat: `{{amount}} ${shop.currency}`,
      moneyWithCurrencyFormat: `{{amount}} ${shop.currency}`,
      moneyWithCurrencyInEmailsFormat: `{{amount}} ${shop.currency}`,
    },
    ianaTimezone: shop.timeZone,
    timezoneOffset: `${offset < 0 ? "-" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}${String(size % 60).padStart(2, "0")}`,
    timezoneOffsetMinutes: offset,
    plan: {
      __typename: "ShopPlan",
      displayName: planName(ctx.state),
      publicDisplayName: planName(ctx.state),
      partnerDevelopment: false,
      shopifyPlus: shop.plan === "plus",
    },
    billingAddress: shopAddressView(shop.address, shop.id),
    shopAddress: shopAddressView(shop.address, shop.id),
    orderNumberFormatPrefix: "#",
    orderNumberFormatSuffix: "",
    taxesIncluded: false,
    taxShipping: false,
    setupRequired: false,
    unitSystem: shop.address.countryCode === "US" ? "IMPERIAL_SYSTEM" : "METRIC_SYSTEM",
    weightUnit: shop.address.countryCode === "US" ? "POUNDS" : "KILOGRAMS",
    createdAt: utcSeconds(shop.createdAt),
    updatedAt: utcSeconds(shop.updatedAt),
  };
}

/** The locales a shop sells in: one, its own. */
export function shopLocales(ctx: Context): View[] {
  const { locale } = ctx.state.shop;
  return [{ __typename: "ShopLocale", locale, name: new Intl.DisplayNames(["en"], { type: "language" }).of(locale) ?? locale, primary: true, published: true }];
}
