import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

import type { CarrierAdapter } from "~/integrations/carriers/port";
import { findAdapter } from "~/integrations/carriers/registry";

import { contractCases } from "./cases";
import { webhookCases } from "./cases/webhooks";

/** A whole body of a provider, to be mutilated. */
export interface Seed {
  adapter: CarrierAdapter;
  body: string;
}

/** Bodies of providers that are only read, and older forms that others still send. Facts of their formats, made-up parcels. */
export const WRITTEN: readonly (readonly [code: string, body: string])[] = [
  ["evri", '{"results":[{"uniqueId":"U1","parcelIdentifiers":[{"type":"BARCODE","value":"H1"}],"returnParcel":false,"trackingEvents":[{"dateTime":"2026-11-05T08:00:00Z","trackingPoint":{"trackingPointCode":"COURIER_DELIVERY","description":"With the courier"},"trackingStage":{"trackingStageCode":"4_COURIER"},"eta":{"start":"2026-11-05T10:00:00Z","end":"2026-11-05T12:00:00Z"}}]}]}'],
  ["hermes", '{"shipmentinfo":[{"shipmentID":"H1","status":[{"timestamp":"2026-01-20T14:30:00+01:00","code":"3500","description":"Zugestellt"},{"timestamp":"2026-01-20T15:00:00+01:00","code":"4070"}]}]}'],
  ["ontrac", '{"OrderNumber":"O1","EstimatedDeliveryDate":"2026-11-18","Origin":{"Country":"US"},"Pieces":[{"TrackingNumber":"LX1"}],"Events":[{"EventType":"OutForDelivery","EventShortText":"Out","UTCDateTime":"2026-11-18T14:38:32","City":"Reno"},{"EventType":"Arrived","UTCDateTime":"2026-11-17T14:38:32"}]}'],
  ["asendia", '{"trackingNumber":"A1","trackingEvents":[{"code":"DL","carrierEventDescription":"Delivered","time":"2026-04-15T11:00:00Z"},{"code":"AF","time":"2026-04-14T11:00:00Z"}]}'],
  ["landmark", "<TrackResponse><Result><Success>true</Success><Packages><Package><TrackingNumber>L1</TrackingNumber><LandmarkTrackingNumber>LTN1</LandmarkTrackingNumber><Events><Event><Status>Item delivered</Status><DateTime>10/03/2026 06:00 PM</DateTime><Location>Berlin, DE</Location><EventCode>500</EventCode></Event><Event><Status>Attempted delivery</Status><DateTime>10/02/2026 06:00 PM</DateTime><EventCode>400</EventCode></Event></Events></Package></Packages></Result></TrackResponse>"],
  ["sendle", '{"state":"Delivered","tracking_events":[{"event_type":"Delivered","scan_time":"2026-11-23T23:56:00Z","description":"Left at the door"},{"event_type":"Pickup","scan_time":"2026-11-22T23:56:00Z","origin_location":"Sydney"}],"origin":{"country":"AU"},"destination":{"country":"AU"}}'],
  ["newgistics", '{"Packages":[{"TrackingNumber":"N1","CarrierService":"Return","PackageTrackingEvents":[{"EventCode":"DNF","CarrierDescription":"Delivered","Date":"/Date(1469077200000-0500)/","Time":"/Date(1484870400000-0600)/","City":"Milwaukee"}]}]}'],
  ["pitney_bowes", '{"trackingNumber":"P1","status":"InTransit","scanDetailsList":[{"standardizedEventCode":"LC","eventDate":"2026-07-24","eventTime":"12:20:26","eventTimeOffset":"-07:00","standardizedEventDescription":"Label created","eventCity":"Reno"}]}'],
  ["dhl_global_mail", "<track><shipment><trackingnumber>10</trackingnumber><event><code>600</code><description>DELIVERED</description><date>1/17/2026</date><time>12:26 PM ET</time><city>RENO</city></event></shipment></track>"],
  ["usps", '<TrackResponse><TrackInfo ID="95"><StatusCategory>In Transit</StatusCategory><TrackSummary><EventTime>10:45 pm</EventTime><EventDate>January 6, 2016</EventDate><Event>Arrived at USPS Facility</Event><EventCity>COLUMBUS</EventCity><EventCode>10</EventCode></TrackSummary></TrackInfo></TrackResponse>'],
  ["fedex", '<e:Envelope xmlns:e="x"><e:Body><TrackReply><CompletedTrackDetails><TrackDetails><Notification><Severity>SUCCESS</Severity></Notification><TrackingNumber>79</TrackingNumber><StatusDetail><Code>DL</Code><Description>Delivered</Description></StatusDetail><Events><Timestamp>2026-11-17T09:30:00-06:00</Timestamp><EventType>PU</EventType><EventDescription>Picked up</EventDescription></Events></TrackDetails></CompletedTrackDetails></TrackReply></e:Body></e:Envelope>'],
  ["dhl_express", '<req:TrackingResponse xmlns:req="x"><AWBInfo><AWBNumber>9053</AWBNumber><Status><ActionStatus>success</ActionStatus></Status><ShipmentInfo><ShipmentEvent><Date>2026-11-02</Date><Time>09:42:00</Time><ServiceEvent><EventCode>OK</EventCode><Description>Delivered</Description></ServiceEvent></ShipmentEvent></ShipmentInfo></AWBInfo></req:TrackingResponse>'],
  ["canada_post", "<tracking-detail><pin>1</pin><significant-events><occurrence><event-identifier>1496</event-identifier><event-date>2026-11-04</event-date><event-time>10:00:00</event-time><event-time-zone>EST</event-time-zone><event-description>Item delivered</event-description><event-site>OTTAWA</event-site></occurrence></significant-events></tracking-detail>"],
];

/** Answers and refusals of every contract case, every push, the bodies above, and the recordings where they are present. */
export function seeds(): Seed[] {
  const played = contractCases.flatMap(({ adapter, answer, number, refusal }) =>
    [answer([number(1)], []), answer([], [number(1)]), answer([number(1)], [number(2)]), refusal].flatMap((one) => (one === undefined ? [] : [{ adapter, body: one.body }])),
  );
  const pushed = webhookCases.map(({ adapter, push }) => ({ adapter, body: push("1Z1") }));
  const written = WRITTEN.map(([code, body]) => ({ adapter: adapterOf(code), body }));
  return [...played, ...pushed, ...written, ...recordings()];
}

function adapterOf(code: string): CarrierAdapter {
  const found = findAdapter(code);
  if (found === null) throw new Error(`no adapter ${code}`);
  return found;
}

/** Recorded payloads and samples are not part of the project; where they lie beside it they are mutilated, too. */
function recordings(): Seed[] {
  const recorded = resolve(process.env.RECORDED_DIR ?? "../shared/recorded");
  const providers = resolve(process.env.PROVIDERS_DIR ?? "../shared/providers");
  const sheets = ["carriers", "aggregators"].flatMap((kind) => list(join(providers, kind))).filter((name) => name.endsWith(".md")).map((name) => name.slice(0, -3));
  return [...list(recorded).map((name) => join(recorded, name)), ...sheets.map((name) => join(providers, "samples", name))].flatMap((folder) => {
    const adapter = findAdapter(folder.split("/").at(-1) ?? "");
    if (adapter === null || !existsSync(folder) || !statSync(folder).isDirectory()) return [];
    return list(folder).filter((name) => /\.(json|xml)$/.test(name) && name !== "expected.json").map((name) => ({ adapter, body: readFileSync(join(folder, name), "utf8") }));
  });
}

function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
