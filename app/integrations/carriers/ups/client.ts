import { createHash } from "node:crypto";

import { address, segment } from "../calling/address";
import { basic, credential, form, FORM_HEADERS, JSON_HEADERS, localeWithRegion } from "../calling/connection";
import { createRegister } from "../calling/register";
import { testByToken } from "../calling/test";
import type { TokenSource } from "../calling/token";
import { createTrack } from "../calling/track";
import type { CarrierContext, HttpRequest, RegisterAnswer } from "../port";
import { problem } from "../reading/answers";
import { decodeBody } from "../reading/body";
import { at, listAt, text } from "../reading/values";
import { parseUps } from "./parse";

const HOSTS = { production: "https://onlinetools.ups.com", test: "https://wwwcie.ups.com" };

/** Source of addresses, headers and forms: UPS's OpenAPI files for OAuth, Track and Track Alert. */
function host(context: CarrierContext): string {
  return credential(context, "environment") === "test" ? HOSTS.test : HOSTS.production;
}

export const upsToken: TokenSource = {
  provider: "ups",
  usualSeconds: 3_600,
  request(context) {
    const account = credential(context, "account_number");
    return {
      method: "POST",
      url: address(context, host(context), "/security/v1/oauth/token"),
      headers: {
        ...FORM_HEADERS,
        authorization: basic(credential(context, "client_id"), credential(context, "client_secret")),
        ...(account === "" ? {} : { "x-merchant-id": account }),
      },
      body: form({ grant_type: "client_credentials" }),
    };
  },
};

/** UPS wants an id of each transaction: made from what is asked and when, so that no randomness is needed. */
function headers(context: CarrierContext, token: string, about: string): Record<string, string> {
  const transId = createHash("sha256").update(`${about}|${context.now()}`).digest("hex").slice(0, 32);
  return { ...JSON_HEADERS, authorization: `Bearer ${token}`, transId, transactionSrc: "milepost" };
}

export const trackUps = createTrack({
  batch: 1,
  token: upsToken,
  request([query], context, token): HttpRequest {
    const number = query?.number ?? "";
    return {
      method: "GET",
      url: address(context, host(context), `/api/track/v1/details/${segment(number)}?locale=${localeWithRegion(query?.locale)}&returnSignature=false&returnMilestones=false&returnPOD=false`),
      headers: headers(context, token, number),
    };
  },
  parse: parseUps,
});

/** A subscription lives 14 days; there is no call to end that of a single package. */
export const registerUps = createRegister({
  batch: 100,
  token: upsToken,
  request(queries, context, token): HttpRequest {
    return {
      method: "POST",
      url: address(context, host(context), "/api/track/v2/subscription/standard/package"),
      headers: headers(context, token, queries.map((query) => query.number).join(",")),
      body: JSON.stringify({
        locale: "en_US",
        countryCode: credential(context, "country") || "US",
        trackingNumberList: queries.map((query) => query.number),
      }),
    };
  },
  read: readSubscription,
  parse: parseUps,
});

function readSubscription(body: string, httpStatus: number): RegisterAnswer | null {
  const decoded = decodeBody(body);
  if (decoded.kind === "unreadable" || httpStatus > 299 || at(decoded.value, "validTrackingNumbers") === undefined) return null;
  const numbers = (key: string) => listAt(decoded.value, key).map(text).filter((number) => number !== null);
  return {
    accepted: numbers("validTrackingNumbers").map((number) => ({ number, carrier: "ups" })),
    problems: numbers("invalidTrackingNumbers").map((number) => problem("invalid", "UPS does not take this number.", { number })),
  };
}

export const testUps = testByToken(upsToken);
