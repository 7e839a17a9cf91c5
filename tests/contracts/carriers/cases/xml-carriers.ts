import { bpost } from "~/integrations/carriers/bpost";
import { dhlParcelDe } from "~/integrations/carriers/dhl_parcel_de";
import { dpd } from "~/integrations/carriers/dpd";
import { purolator } from "~/integrations/carriers/purolator";

import type { ContractCase } from "../contract-case";
import { basicOf, digits, xml } from "./parts";

const soap = (body: string) => `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${body}</s:Body></s:Envelope>`;
const between = (text: string, tag: RegExp): string[] => [...text.matchAll(tag)].map((match) => match[1] ?? "");

export const purolatorCase: ContractCase = {
  adapter: purolator,
  credentials: { key: "key", password: "pass" },
  number: digits(12, "3"),
  accepts: (seen) => seen.headers["authorization"] === basicOf("key", "pass") && seen.headers["soapaction"]?.includes("TrackPackagesByPin") === true,
  asked: (seen) => between(seen.body, /<d:Value>([^<]+)<\/d:Value>/g),
  answer: (known, unknown) =>
    xml(
      soap(
        `<TrackPackagesByPinResponse><ResponseInformation><Errors/></ResponseInformation><TrackingInformationList>` +
          known.map((pin) => `<TrackingInformation><PIN><Value>${pin}</Value></PIN><Scans><Scan><ScanType>OnDelivery</ScanType><Depot><Name>TORONTO</Name></Depot><ScanDate>2026-11-23</ScanDate><ScanTime>071500</ScanTime><Description>On vehicle for delivery</Description></Scan></Scans></TrackingInformation>`).join("") +
          unknown.map((pin) => `<TrackingInformation><PIN><Value>${pin}</Value></PIN><Scans/></TrackingInformation>`).join("") +
          `</TrackingInformationList></TrackPackagesByPinResponse>`,
      ),
    ),
  means: "OUT_FOR_DELIVERY",
  refusal: { status: 401, body: "Unauthorized" },
};

export const dhlParcelDeCase: ContractCase = {
  adapter: dhlParcelDe,
  credentials: { api_key: "key", api_secret: "secret", user: "user", user_password: "pass&word" },
  number: digits(20, "0034"),
  accepts: (seen) => seen.headers["authorization"] === basicOf("key", "secret") && seen.query.get("xml")?.includes('appname="user" password="pass&amp;word"') === true,
  asked: (seen) => between(seen.query.get("xml") ?? "", /piece-code="([^"]+)"/g).flatMap((codes) => codes.split(";")),
  answer: (known) =>
    known.length === 0
      ? xml('<data name="piece-shipment-list" code="100" error="Keine Daten gefunden" request-id="1"/>')
      : xml(
          `<data name="piece-shipment-list" code="0" request-id="1">${known
            .map(
              (code) =>
                `<data name="piece-shipment" piece-code="${code}" status="Loaded" ice="SRTED" ric="OTHER" standard-event-code="PO" ruecksendung="false"><data name="piece-event-list"><data name="piece-event" event-timestamp="23.11.2026 08:10" event-text="Loaded" ice="SRTED" ric="OTHER" event-location="Bonn" event-country="Deutschland" standard-event-code="PO" ruecksendung="false"/></data></data>`,
            )
            .join("")}</data>`,
        ),
  means: "OUT_FOR_DELIVERY",
};

export const bpostCase: ContractCase = {
  adapter: bpost,
  credentials: { account_id: "123456", passphrase: "phrase" },
  number: digits(24, "3232"),
  accepts: (seen) => seen.headers["authorization"] === basicOf("123456", "phrase"),
  asked: (seen) => [seen.path.split("/").at(-2) ?? ""],
  answer: (known, unknown) =>
    xml(
      `<itemTracking xmlns="http://schema.post.be/tracking/v1/"><itemCode>${known[0] ?? unknown[0] ?? ""}</itemCode>${
        known.length === 0 ? "" : "<stateInfo><time>2026-11-23T22:00:00+01:00</time><location>BRUSSEL</location><stateCode>T00</stateCode><stateDescription>Sorted</stateDescription></stateInfo>"
      }</itemTracking>`,
    ),
  means: "IN_TRANSIT",
};

export const dpdCase: ContractCase = {
  adapter: dpd,
  credentials: { delis_id: "delis", password: "pass", unit: "de" },
  number: digits(14, "0"),
  token: {
    path: "/LoginService/V2_0",
    accepts: (seen) => seen.body.includes("<delisId>delis</delisId><password>pass</password>"),
    answer: (token) => soap(`<getAuthResponse><return><delisId>delis</delisId><authToken>${token}</authToken><depot>0998</depot></return></getAuthResponse>`),
  },
  accepts: (seen, token) => seen.body.includes(`<authToken>${token}</authToken>`),
  asked: (seen) => between(seen.body, /<parcelLabelNumber>([^<]+)</g),
  answer: (known, unknown) =>
    xml(
      soap(
        `<getTrackingDataResponse><trackingresult><shipmentInfo><parcelLabelNumber>${known[0] ?? unknown[0] ?? ""}</parcelLabelNumber></shipmentInfo>${
          known.length === 0
            ? ""
            : "<statusInfo><status>ON_THE_ROAD</status><statusHasBeenReached>true</statusHasBeenReached><location><content>Köln</content></location><date><content>11/23/2026 1:05:00 AM</content></date></statusInfo><statusInfo><status>DELIVERED</status><statusHasBeenReached>false</statusHasBeenReached></statusInfo>"
        }</trackingresult></getTrackingDataResponse>`,
      ),
    ),
  means: "IN_TRANSIT",
};
