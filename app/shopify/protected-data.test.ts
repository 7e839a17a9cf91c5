import { describe, expect, it } from "vitest";

import type { Denial } from "./denials";
import { observeOrders, refusedData } from "./protected-data";

const denial = (path: (string | number)[], message = "This app is not approved to use the x field.", cause: Denial["cause"] = "protected_data"): Denial => ({ path, message, cause });

describe("a refusal", () => {
  it.each([
    [["nodes", 0, "email"], undefined, ["email"]],
    [["nodes", 0, "shippingAddress", "phone"], undefined, ["phone"]],
    [["nodes", 0, "shippingAddress", "name"], undefined, ["name"]],
    [["nodes", 0, "shippingAddress", "zip"], undefined, ["address"]],
    [["nodes", 0, "shippingAddress"], "This app is not approved to access the MailingAddress object.", ["name", "address"]],
    [["nodes", 0, "alias"], "This app is not approved to use the address1 field. See …", ["address"]],
    [["nodes", 0], "This app is not approved to access the Order object.", ["orders"]],
    [["orders"], "This app is not approved to access the Order object.", ["orders"]],
    [[], "This app is not approved to access the Order object.", ["orders"]],
  ])("at %j is about %j", (path, message, data) => expect(refusedData(denial(path, message))).toEqual(data));

  it("for want of a scope is about no customer data", () => expect(refusedData(denial(["nodes", 0, "email"], "Access denied for email field.", "scope"))).toEqual([]));
});

describe("what an answer with orders shows", () => {
  const seen = (orders: Parameters<typeof observeOrders>[0], denied: Denial[]) => {
    const { granted, refused } = observeOrders(orders, denied);
    return { granted: [...granted].sort(), refused: [...refused].sort() };
  };

  it("is that what was asked for and not refused is released, be it empty", () => {
    expect(seen([{ shippingAddress: {} }], [denial(["nodes", 0, "email"])])).toEqual({ granted: ["address", "name", "orders", "phone"], refused: ["email"] });
  });

  it("is nothing about an address where there is none", () => {
    expect(seen([{ shippingAddress: null }], [])).toEqual({ granted: ["email", "orders", "phone"], refused: [] });
  });

  it("is nothing where there is no order", () => expect(seen([null], [])).toEqual({ granted: [], refused: [] }));
});
