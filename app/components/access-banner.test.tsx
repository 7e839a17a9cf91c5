import { AppProvider } from "@shopify/polaris";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { AccessBanner, type AccessView } from "./access-banner";

const html = (...notices: AccessView[]) =>
  renderToStaticMarkup(
    <AppProvider i18n={{}}>
      <AccessBanner notices={notices} onRetry={() => undefined} />
    </AppProvider>,
  );

it("shows each notice, and lets the merchant ask again where the orders are refused", () => {
  const page = html({ id: "orders", title: "Refused", text: "Request them." }, { id: "scopes", title: "Missing", text: "Approve <them>." });
  for (const text of ["Refused", "Request them.", "Missing", "Approve &lt;them&gt;."]) expect(page).toContain(text);
  expect(page.match(/Try again/g)).toHaveLength(1);
});

it("is not there when nothing is missing", () => expect(html()).not.toContain("Banner"));
