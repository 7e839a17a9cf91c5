import { amazonShipping } from "~/integrations/carriers/amazon_shipping";
import { canadaPost } from "~/integrations/carriers/canada_post";
import { fedex } from "~/integrations/carriers/fedex";
import { gls } from "~/integrations/carriers/gls";
import { posteItaliane } from "~/integrations/carriers/poste_italiane";

import type { ContractCase } from "../contract-case";
import { basicOf, digits, json, lastOf, oauth } from "./parts";

export const fedexCase: ContractCase = {
  adapter: fedex,
  credentials: { client_id: "id", client_secret: "secret" },
  number: digits(12, "7"),
  token: { path: "/oauth/token", accepts: (seen) => seen.body === "grant_type=client_credentials&client_id=id&client_secret=secret", answer: oauth },
  accepts: (seen, token) => seen.headers["authorization"] === `Bearer ${token}` && seen.path === "/track/v1/trackingnumbers",
  asked: (seen) => (JSON.parse(seen.body) as { trackingInfo: { trackingNumberInfo: { trackingNumber: string } }[] }).trackingInfo.map((one) => one.trackingNumberInfo.trackingNumber),
  answer: (known, unknown) =>
    json({
      output: {
        completeTrackResults: [
          ...known.map((trackingNumber) => ({
            trackingNumber,
            trackResults: [{ trackingNumberInfo: { trackingNumber }, latestStatusDetail: { code: "OD", derivedCode: "IT" }, scanEvents: [{ date: "2026-11-23T06:55:00-05:00", eventType: "OD", eventDescription: "On FedEx vehicle for delivery" }] }],
          })),
          ...unknown.map((trackingNumber) => ({ trackingNumber, trackResults: [{ trackingNumberInfo: { trackingNumber }, error: { code: "TRACKING.TRACKINGNUMBER.NOTFOUND", message: "not found" } }] })),
        ],
      },
    }),
  means: "OUT_FOR_DELIVERY",
  refusal: json({ errors: [{ code: "NOT.AUTHORIZED.ERROR", message: "Access token expired." }] }, 401),
};

export const canadaPostCase: ContractCase = {
  adapter: canadaPost,
  credentials: { client_id: "id", client_secret: "secret" },
  number: digits(16, "7"),
  token: {
    path: "/prod/devportal-portaildesdeveloppeurs/cpc-api-native-oauth-provider/oauth2/token",
    accepts: (seen) => seen.headers["x-ibm-client-id"] === "id" && seen.headers["x-ibm-client-secret"] === "secret" && seen.body.includes("scope=merchant"),
    answer: oauth,
  },
  accepts: (seen, token) => seen.headers["authorization"] === `Bearer ${token}`,
  asked: (seen) => [seen.path.split("/").at(-2) ?? ""],
  answer: (known, unknown) =>
    known[0] === undefined
      ? json({ pin: unknown[0], activeExists: false, archiveExists: false, significantEvents: [] })
      : json({ pin: known[0], activeExists: true, significantEvents: [{ eventIdentifier: "0174", eventDate: "2026-11-23", eventTime: "08:12:04", eventTimeZone: "EST", eventDescription: "Item out for delivery" }] }),
  means: "OUT_FOR_DELIVERY",
  refusal: json({ httpCode: "401", httpMessage: "Unauthorized", moreInformation: "Cannot pass the security checks." }, 401),
};

export const amazonShippingCase: ContractCase = {
  adapter: amazonShipping,
  credentials: { client_id: "id", client_secret: "secret", refresh_token: "refresh", carrier_id: "AMZN_UK" },
  number: digits(12, "UK"),
  token: { path: "/auth/o2/token", accepts: (seen) => seen.body.includes("refresh_token=refresh") && seen.body.includes("client_secret=secret"), answer: oauth },
  accepts: (seen, token) => seen.headers["x-amz-access-token"] === token && seen.query.get("carrierId") === "AMZN_UK",
  asked: (seen) => [seen.query.get("trackingId") ?? ""],
  answer: (known) =>
    known[0] === undefined
      ? json({ errors: [{ code: "NotFound", message: "not found" }] }, 404)
      : json({ payload: { trackingId: known[0], eventHistory: [{ eventCode: "Departed", eventTime: "2026-11-23T01:00:00Z", shipmentType: "FORWARD" }], summary: { status: "InTransit" } } }),
  means: "IN_TRANSIT",
  refusal: json({ errors: [{ code: "Unauthorized", message: "Access to requested resource is denied." }] }, 401),
};

export const glsCase: ContractCase = {
  adapter: gls,
  credentials: { client_id: "id", client_secret: "secret" },
  number: digits(11, "3"),
  token: { path: "/oauth2/v2/token", accepts: (seen) => seen.headers["authorization"] === basicOf("id", "secret"), answer: oauth },
  accepts: (seen, token) => seen.headers["authorization"] === `Bearer ${token}`,
  asked: (seen) => lastOf(seen.path),
  answer: (known, unknown) =>
    json({
      parcels: [
        ...known.map((requested) => ({ requested, unitno: requested, status: "INDELIVERY", events: [{ code: "OUTDEL.NORMAL", country: "DE", description: "OUTDEL.NORMAL", eventDateTime: "2026-11-23T06:52:37+0100" }] })),
        ...unknown.map((requested) => ({ requested, errorCode: "E_404_01", errorMessage: "Resource Not Found" })),
      ],
    }),
  means: "OUT_FOR_DELIVERY",
  refusal: json({ fault: { faultstring: "Invalid token", detail: { errorcode: "steps.jwt.TokenExpired" } } }, 401),
};

export const posteItalianeCase: ContractCase = {
  adapter: posteItaliane,
  credentials: { client_id: "id", client_secret: "secret" },
  number: digits(13, "ZA"),
  token: { path: "/user/sessions", accepts: (seen) => seen.headers["poste_clientid"] === "id" && (JSON.parse(seen.body) as { secretId: string }).secretId === "secret", answer: oauth },
  accepts: (seen, token) => seen.headers["authorization"] === `Bearer ${token}` && seen.headers["poste_clientid"] === "id",
  asked: (seen) => (JSON.parse(seen.body) as { arg0: { shipmentsData: { waybillNumber: string }[] } }).arg0.shipmentsData.map((one) => one.waybillNumber),
  answer: (known, unknown) =>
    json({
      return: {
        outcome: "OK", code: 0, messages: [],
        shipment: [
          ...known.map((waybillNumber) => ({ waybillNumber, returnFlag: "N", tracking: [{ data: "2026-11-23 09:15:00", officeDescription: "ROMA", StatusDescription: "In transito", status: "PCP" }] })),
          ...unknown.map((waybillNumber) => ({ waybillNumber, tracking: [] })),
        ],
      },
    }),
  means: "IN_TRANSIT",
};
