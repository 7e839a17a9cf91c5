import { describe, expect, it } from "vitest";

import type { CustomerData } from "~/domain/access/customer-data";
import { REQUIRED_SCOPES } from "~/domain/access/required-scopes";

import { presentAccess } from "./shop-access";

const notices = (refused: CustomerData[], scopes: readonly string[] | null = REQUIRED_SCOPES) => presentAccess({ refused: new Set(refused), scopes: scopes && [...scopes] });

describe("what a merchant reads about access", () => {
  it("is nothing while all is granted, or not known yet", () => {
    expect(notices([])).toEqual([]);
    expect(notices([], null)).toEqual([]);
  });

  it("names in one sentence the fields to request", () => {
    expect(notices(["email", "name"])).toEqual([
      {
        id: "fields",
        title: "Shopify withholds some customer data from Milepost",
        text: "Orders are followed without the customer's name and e-mail address: request the protected customer fields Name and Email for this app in Shopify's Partner Dashboard, under API access requests, and the orders are read again.",
      },
    ]);
    expect(notices(["phone"])[0]?.text).toContain("request the protected customer field Phone for this app");
  });

  it("speaks of the orders alone where these are refused", () => {
    expect(notices(["orders", "email"]).map((notice) => notice.id)).toEqual(["orders"]);
  });

  it("says what is missing without a permission", () => {
    expect(notices([], REQUIRED_SCOPES.filter((scope) => scope !== "read_returns" && scope !== "write_app_proxy"))[0]?.text).toBe(
      "Open Milepost again from Apps in Shopify's admin and approve them (read_returns, write_app_proxy); until then returns are not followed and the tracking page is not served to shoppers.",
    );
  });

  it("knows words for every required scope", () => {
    for (const scope of REQUIRED_SCOPES) expect(notices([], REQUIRED_SCOPES.filter((each) => each !== scope))[0]?.text).not.toContain(`${scope} is missing`);
  });
});
