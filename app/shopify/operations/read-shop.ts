import { operation } from "./define";

export interface ShopInfoNode {
  id: string;
  name: string;
  contactEmail: string;
  ianaTimezone: string;
  currencyCode: string;
  plan: { publicDisplayName: string };
  shopAddress: { countryCodeV2: string | null };
  primaryDomain: { localization: { defaultLocale: string } | null };
}

/** What is kept of a shop, and what the merchant has granted. */
export const readShop = operation<
  { shop: ShopInfoNode; currentAppInstallation: { accessScopes: { handle: string }[] } },
  Record<string, never>
>(
  `query ReadShop {
    shop {
      id name contactEmail ianaTimezone currencyCode
      plan { publicDisplayName }
      shopAddress { countryCodeV2 }
      primaryDomain { localization { defaultLocale } }
    }
    currentAppInstallation { accessScopes { handle } }
  }`,
);
