import type { ShopAccess } from "~/db/shop-access.server";
import type { CustomerData } from "~/domain/access/customer-data";
import { missingScopes } from "~/domain/access/required-scopes";

/** Something that Shopify or the merchant has not released, and what to do about it. */
export interface AccessNotice {
  id: "orders" | "fields" | "scopes";
  title: string;
  text: string;
}

type Field = Exclude<CustomerData, "orders">;

/** A field as Shopify's dashboard names it, and as it stands in a sentence. */
const FIELDS: Readonly<Record<Field, { label: string; words: string }>> = {
  name: { label: "Name", words: "name" },
  address: { label: "Address", words: "address" },
  email: { label: "Email", words: "e-mail address" },
  phone: { label: "Phone", words: "phone number" },
};

/** What a shop does without while a scope is missing. */
const WITHOUT: Readonly<Record<string, string>> = {
  read_orders: "no orders are read",
  write_fulfillments: "deliveries are not reported to Shopify",
  read_assigned_fulfillment_orders: "holds are not shown",
  read_merchant_managed_fulfillment_orders: "holds are not shown",
  read_third_party_fulfillment_orders: "holds are not shown",
  read_returns: "returns are not followed",
  read_products: "product types are not known",
  read_locations: "your locations are not known",
  read_themes: "the tracking page's place in your theme is not known",
  write_app_proxy: "the tracking page is not served to shoppers",
};

const list = new Intl.ListFormat("en", { type: "conjunction" });
const DASHBOARD = "in Shopify's Partner Dashboard, under API access requests";

/** What the merchant reads about data and permissions that are missing; nothing when all is there. */
export function presentAccess(access: Pick<ShopAccess, "scopes" | "refused">): AccessNotice[] {
  const notices: AccessNotice[] = [];
  if (access.refused.has("orders")) {
    notices.push({
      id: "orders",
      title: "Shopify does not release this shop's orders to Milepost",
      text: `Request protected customer data for this app ${DASHBOARD}; Milepost asks again every hour and then reads all orders.`,
    });
  } else {
    const fields = (Object.keys(FIELDS) as Field[]).filter((field) => access.refused.has(field));
    if (fields.length > 0) {
      const words = list.format(fields.map((field) => FIELDS[field].words));
      const labels = list.format(fields.map((field) => FIELDS[field].label));
      notices.push({
        id: "fields",
        title: "Shopify withholds some customer data from Milepost",
        text: `Orders are followed without the customer's ${words}: request the protected customer ${fields.length > 1 ? "fields" : "field"} ${labels} for this app ${DASHBOARD}, and the orders are read again.`,
      });
    }
  }
  const missing = access.scopes === null ? [] : missingScopes(access.scopes);
  if (missing.length > 0) {
    const without = [...new Set(missing.map((scope) => WITHOUT[scope] ?? `${scope} is missing`))];
    notices.push({
      id: "scopes",
      title: "Milepost needs permissions that you have not approved yet",
      text: `Open Milepost again from Apps in Shopify's admin and approve them (${missing.join(", ")}); until then ${list.format(without)}.`,
    });
  }
  return notices;
}
