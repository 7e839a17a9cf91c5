import { describe, expect, it } from "vitest";

import { gls } from "../gls";
import { postnl } from "../postnl";
import { gatewayFault } from "./gateway";
import { reading } from "./parsing-for-tests";

describe("gatewayFault", () => {
  it.each([
    ["oauth.v2.InvalidApiKey", "auth"], ["keymanagement.service.invalid_access_token", "auth"], ["steps.jwt.TokenExpired", "auth"], ["steps.oauth.v2.FailedToResolveAPIKey", "auth"],
    ["policies.ratelimit.QuotaViolation", "rate_limit"], ["policies.ratelimit.SpikeArrestViolation", "rate_limit"], ["messaging.adaptors.http.flow.GatewayTimeout", "unavailable"], ["E_404_01", null], [null, null],
  ])("%s", (code, kind) => {
    expect(gatewayFault(code)).toBe(kind);
  });

  it("is understood without the HTTP status by the carriers behind such a gateway", () => {
    const body = { fault: { faultstring: "Invalid ApiKey", detail: { errorcode: "oauth.v2.InvalidApiKey" } } };
    for (const adapter of [gls, postnl]) expect(reading(adapter)(body, null).problems, adapter.code).toMatchObject([{ kind: "auth", message: "Invalid ApiKey" }]);
  });
});
