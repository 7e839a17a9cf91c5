import { CUSTOMER_DATA, type CustomerData } from "~/domain/access/customer-data";
import { missingScopes } from "~/domain/access/required-scopes";
import type { accessReport } from "~/use-cases/shop-access";

import type { Finding } from "./finding";

type Shops = Awaited<ReturnType<typeof accessReport>>;

const DASHBOARD = "Partner Dashboard → Apps → this app → API access requests";
const LABELS: Readonly<Record<CustomerData, string>> = { orders: "orders", name: "Name", address: "Address", email: "Email", phone: "Phone" };

/** What Shopify releases to the app, and what merchants have granted, as the shops' last answers showed. */
export function shopAccessFindings(shops: Shops): Finding[] {
  return [protectedData(shops), accessScopes(shops), bulkQueries(shops)];
}

function protectedData(shops: Shops): Finding {
  const what = "protected customer data";
  const refused = shops.filter(({ access }) => access.refused.size > 0);
  const request = `request it under ${DASHBOARD} → Protected customer data access; see docs/protected-customer-data.md`;
  if (refused.length > 0) {
    const each = refused.map(({ domain, access }) => `${domain}: ${labels(access.refused)}`).join("; ");
    return { state: "broken", what, detail: `Shopify refuses ${each}; ${request}` };
  }
  const seen = new Set(shops.flatMap(({ access }) => [...access.granted]));
  if (seen.size === 0) return { state: "missing", what, detail: `no shop's orders have been read yet; ${request}` };
  return { state: "ok", what, detail: `Shopify releases ${labels(seen)}` };
}

function accessScopes(shops: Shops): Finding {
  const what = "access scopes";
  const lacking = shops.map(({ domain, access }) => ({ domain, missing: access.scopes === null ? [] : missingScopes(access.scopes) })).filter(({ missing }) => missing.length > 0);
  if (lacking.length === 0) return { state: "ok", what, detail: shops.length > 0 ? "every shop has granted those of shopify.app.toml" : "no shop has been asked yet" };
  const each = lacking.map(({ domain, missing }) => `${domain} lacks ${missing.join(", ")}`).join("; ");
  return { state: "missing", what, detail: `${each}; the merchant approves them when opening the app (after shopify app deploy)` };
}

function bulkQueries(shops: Shops): Finding {
  const what = "bulk queries";
  const refused = shops.filter(({ access }) => access.bulkRefusedAt !== null).map(({ domain }) => domain);
  if (refused.length === 0) return { state: "ok", what, detail: "not refused; an app that runs none for 31 days loses them" };
  return {
    state: "missing",
    what,
    detail: `Shopify refuses them (${refused.join(", ")}), so orders are read page by page, which takes longer; allow them under ${DASHBOARD} → Run bulk operations → Allow bulk queries`,
  };
}

function labels(data: ReadonlySet<CustomerData>): string {
  return CUSTOMER_DATA.filter((each) => data.has(each)).map((each) => LABELS[each]).join(", ");
}
