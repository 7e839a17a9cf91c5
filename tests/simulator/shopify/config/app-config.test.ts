import { describe, expect, it } from "vitest";

import { expandScopes, parseAppConfig } from "./app-config";
import { parseToml, TomlError } from "./toml";

describe("toml", () => {
  it("reads what shopify.app.toml holds", () => {
    expect(
      parseToml(`
      # a comment
      client_id = "k\\u0065y" # and another
      embedded = true
      count = 1_000
      [access_scopes]
      scopes = 'read_orders,write_orders'
      [[webhooks.subscriptions]]
      topics = [
        "orders/create", # one
        "orders/updated",
      ]
      uri = "/webhooks"
      [[webhooks.subscriptions]]
      compliance_topics = []
      uri = "x"
      [a.b]
      c = { d = 1, "e f" = "g" }
    `),
    ).toEqual({
      client_id: "key",
      embedded: true,
      count: 1000,
      access_scopes: { scopes: "read_orders,write_orders" },
      webhooks: { subscriptions: [{ topics: ["orders/create", "orders/updated"], uri: "/webhooks" }, { compliance_topics: [], uri: "x" }] },
      a: { b: { c: { d: 1, "e f": "g" } } },
    });
  });

  it.each(["a", "a = ", "a = [1", 'a = """x"""', "a = 2026-01-01", "[a\nb = 1"])("says where %j is not understood", (text) => {
    expect(() => parseToml(text)).toThrow(TomlError);
  });
});

describe("an app's configuration", () => {
  it("grants reading with writing", () => expect([...expandScopes(["write_orders"])]).toEqual(["write_orders", "read_orders"]));

  it("is refused when it listens to what its scopes do not allow, to a topic that is none, or twice", () => {
    const config = (topics: string) => `[access_scopes]\nscopes = "read_orders"\n[[webhooks.subscriptions]]\ntopics = ${topics}\nuri = "/webhooks"`;
    expect(parseAppConfig(config('["orders/create"]')).subscriptions).toHaveLength(1);
    expect(() => parseAppConfig(config('["returns/request"]'))).toThrow("read_returns");
    expect(() => parseAppConfig(config('["orders/vanished"]'))).toThrow("orders/vanished is not a topic");
    expect(() => parseAppConfig(config('["orders/create", "orders/create"]'))).toThrow("twice");
  });

  it("is refused when it has an app proxy without the scope for it", () => {
    const config = (scopes: string) => `[access_scopes]\nscopes = "${scopes}"\n[app_proxy]\nurl = "/proxy"\nsubpath = "track"\nprefix = "apps"`;
    expect(() => parseAppConfig(config("read_orders"))).toThrow("Configuring an app proxy requires the write_app_proxy access scope");
    expect(parseAppConfig(config("read_orders,write_app_proxy")).proxy).toMatchObject({ subpath: "track" });
  });
});
