import type { ParsedAnswer } from "~/domain/tracking/event";

import { address } from "../calling/address";
import { BASE_URL_FIELD, credential } from "../calling/connection";
import { testByToken } from "../calling/test";
import type { TokenSource } from "../calling/token";
import { createTrack } from "../calling/track";
import type { CarrierAdapter, CarrierContext } from "../port";
import { escapeXml } from "../reading/escape-xml";
import { tokenAt } from "../reading/values";
import { explainDpd, parseDpd } from "./parse";

/** One unit answers for the numbers of its own contracts only. */
const UNITS = {
  de: "https://public-ws.dpd.com/services",
  be: "https://wsshipper.dpd.be/soap/services",
  nl: "https://wsshipper.dpd.nl/soap/services",
};
const SOAP = { "content-type": "text/xml; charset=utf-8", accept: "text/xml" };
const LANGUAGE = "en_US";

function service(context: CarrierContext, name: string): string {
  const unit = credential(context, "unit") || "de";
  const path = unit === "de" ? `${name}/V2_0` : name === "LoginService" ? `${name}V21` : `${name}V20`;
  return address(context, unit === "be" ? UNITS.be : unit === "nl" ? UNITS.nl : UNITS.de, `/${path}`);
}

function envelope(header: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header>${header}</soapenv:Header><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

/** Log-ins are limited: the token is kept for most of a day. */
const token: TokenSource = {
  provider: "dpd",
  usualSeconds: 20 * 3_600,
  read: (answer) => tokenAt(answer, "Envelope", "Body", "getAuthResponse", "return", "authToken"),
  request: (context) => ({
    method: "POST",
    url: service(context, "LoginService"),
    headers: { ...SOAP, SOAPAction: '"http://dpd.com/common/service/LoginService/2.0/getAuth"' },
    body: envelope(
      "",
      `<ns:getAuth xmlns:ns="http://dpd.com/common/service/types/LoginService/2.0"><delisId>${escapeXml(credential(context, "delis_id"))}</delisId>` +
        `<password>${escapeXml(credential(context, "password"))}</password><messageLanguage>${LANGUAGE}</messageLanguage></ns:getAuth>`,
    ),
  }),
};

const ask = (number: string) =>
  createTrack({
    batch: 1,
    token,
    request: (_, context, authToken) => ({
      method: "POST",
      url: service(context, "ParcelLifeCycleService"),
      headers: { ...SOAP, SOAPAction: '"http://dpd.com/common/service/ParcelLifeCycleService/2.0/getTrackingData"' },
      body: envelope(
        `<ns:authentication xmlns:ns="http://dpd.com/common/service/types/Authentication/2.0"><delisId>${escapeXml(credential(context, "delis_id"))}</delisId>` +
          `<authToken>${escapeXml(authToken)}</authToken><messageLanguage>${LANGUAGE}</messageLanguage></ns:authentication>`,
        `<ns:getTrackingData xmlns:ns="http://dpd.com/common/service/types/ParcelLifeCycleService/2.0"><parcelLabelNumber>${escapeXml(labelNumber(number))}</parcelLabelNumber></ns:getTrackingData>`,
      ),
      idempotent: true,
    }),
    // An answer without a number is about the one that was asked for; one with another number is not.
    parse: (body, read) => {
      const answer = parseDpd(body, read);
      const named = (own: string) => (own === "" || labelNumber(own) === labelNumber(number) ? number : own);
      return { ...answer, shipments: answer.shipments.map((one) => ({ ...one, number: named(one.number) })) };
    },
  });

/** Fifteen characters are the fourteen of the number and a check character. */
function labelNumber(number: string): string {
  const plain = number.replace(/[\s-]/g, "");
  return /^\d{14}[0-9A-Z]$/i.test(plain) ? plain.slice(0, 14) : plain;
}

const track: CarrierAdapter["track"] = async (queries, context) => {
  const whole: ParsedAnswer = { shipments: [], problems: [] };
  for (const query of queries) {
    const answer = await ask(query.number)([query], context);
    whole.shipments.push(...answer.shipments);
    whole.problems.push(...answer.problems);
    if (answer.problems.some((one) => one.number === null && (one.kind === "auth" || one.kind === "rate_limit"))) break;
  }
  return whole;
};

/** DPD: the SOAP services of its German, Belgian and Dutch units by polling. */
export const dpd: CarrierAdapter = {
  code: "dpd",
  name: "DPD",
  kind: "carrier",
  aliases: ["geopost"],
  credentials: [
    { key: "delis_id", label: "DELIS ID", kind: "text", required: true, help: "The user of your contract's web services." },
    { key: "password", label: "Password", kind: "secret", required: true, help: "Of the same user." },
    {
      key: "unit", label: "DPD unit", kind: "choice", required: true, default: "de", help: "The country that holds your contract; France, Poland and the United Kingdom run other systems.",
      choices: [{ value: "de", label: "Germany" }, { value: "be", label: "Belgium" }, { value: "nl", label: "Netherlands" }],
    },
    BASE_URL_FIELD,
  ],
  // DPD publishes no figures for tracking.
  limits: { batch: 1, perSecond: 2, perDay: null },
  parse: parseDpd,
  explain: explainDpd,
  track,
  test: testByToken(token),
};
