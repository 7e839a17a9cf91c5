import { describe, expect, it } from "vitest";

import { reading } from "../reading/parsing-for-tests";
import { purolator } from ".";

const read = reading(purolator);
const soap = (info: string, errors = "") => `<s:Envelope xmlns:s="x"><s:Body><TrackPackagesByPinResponse><ResponseInformation><Errors>${errors}</Errors></ResponseInformation><TrackingInformationList>${info}</TrackingInformationList></TrackPackagesByPinResponse></s:Body></s:Envelope>`;
const scan = (type: string, text: string) => `<Scan><ScanType>${type}</ScanType><ScanDate>2026-11-18</ScanDate><ScanTime>071500</ScanTime><Description>${text}</Description></Scan>`;

describe("purolator", () => {
  it("reads failures before what they contain, and never a delivery out of an undeliverable", () => {
    expect(purolator.explain({ code: "Undeliverable", text: "Shipment not delivered" }).status).not.toBe("DELIVERED");
    expect(purolator.explain({ code: "Undeliverable", text: "Delivered" }).status).toBe("ATTEMPTED_DELIVERY");
    expect(purolator.explain({ code: "Delivery", text: "Shipment delivered to RECEPTION" })).toMatchObject({ status: "DELIVERED", detail: "reception" });
    expect(purolator.explain({ code: "Other", text: "New Tracking Number Assigned -" })).toMatchObject({ status: "IN_TRANSIT", detail: "forwarded" });
    expect(purolator.explain({ code: "Other", text: null }).status).toBe("UNKNOWN");
  });

  it("keeps one of two same scans, at the depot's own clock", () => {
    const known = read(soap(`<TrackingInformation><PIN><Value>M1</Value></PIN><Scans>${scan("Other", "x")}${scan("Other", "x")}</Scans></TrackingInformation>`)).shipments[0];
    expect(known?.events.map((event) => event.time)).toMatchObject([{ at: Date.UTC(2026, 10, 18, 7, 15), certainty: "local", zone: null }]);
  });

  it("finds errors inside HTTP 200, faults, and numbers without scans", () => {
    expect(read(soap("", "<Error><Code>1000003</Code><Description>Unknown request</Description></Error>")).problems[0]?.kind).toBe("invalid");
    expect(read(soap("<TrackingInformation><PIN><Value>M1</Value></PIN><Scans/></TrackingInformation>")).problems).toMatchObject([{ kind: "not_found", number: "M1" }]);
    expect(read('<s:Envelope xmlns:s="x"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>bad</faultstring></s:Fault></s:Body></s:Envelope>', 500).problems[0]?.kind).toBe("unavailable");
  });
});

describe("purolator: traps", () => {
  it("empty elements say nil, and names of other versions are the same", () => {
    const body = `<s:Envelope xmlns:s="x" xmlns:i="y"><s:Body><n:TrackPackagesByPinResponse xmlns:n="v2"><n:ResponseInformation><n:Errors i:nil="true"/></n:ResponseInformation><n:TrackingInformationList><n:TrackingInformation><n:PIN><n:Value>M1</n:Value></n:PIN><n:Scans><n:Scan><n:ScanType>OnDelivery</n:ScanType><n:ScanDate>2026-11-18</n:ScanDate><n:ScanTime i:nil="true"/><n:Description>On vehicle</n:Description><n:Comment i:nil="true"/></n:Scan></n:Scans></n:TrackingInformation></n:TrackingInformationList></n:TrackPackagesByPinResponse></s:Body></s:Envelope>`;
    expect(read(body).shipments[0]?.events).toMatchObject([{ status: "OUT_FOR_DELIVERY", time: { certainty: "date" } }]);
  });

  it("a body with entities of its own is not read", () => {
    expect(read(`<!DOCTYPE a [<!ENTITY x "y">]>${soap("")}`).problems[0]?.kind).toBe("unparsable");
  });

  it("scans are put in order by date and time", () => {
    const at = (day: string, type: string) => scan(type, "x").replace("2026-11-18", day);
    const known = read(soap(`<TrackingInformation><PIN><Value>M1</Value></PIN><Scans>${at("2026-11-17", "ProofOfPickUp")}${at("2026-11-19", "Delivery")}${at("2026-11-18", "OnDelivery")}</Scans></TrackingInformation>`)).shipments[0];
    expect(known?.events.map((event) => event.status)).toEqual(["DELIVERED", "OUT_FOR_DELIVERY", "IN_TRANSIT"]);
  });

  it("takes the number from the scans where the shipment leaves it out, and says so where there is none", () => {
    const scan = (pin: string) => `<TrackingInformation><Scans><Scan><ScanType>OnDelivery</ScanType>${pin}<ScanDate>2026-11-18</ScanDate><ScanTime>091500</ScanTime><Description>On vehicle for delivery</Description></Scan></Scans></TrackingInformation>`;
    expect(read(soap(scan("<PIN><Value>P1</Value></PIN>"))).shipments).toMatchObject([{ number: "P1", events: [{ status: "OUT_FOR_DELIVERY" }] }]);
    expect(read(soap(scan("")))).toMatchObject({ shipments: [], problems: [{ kind: "invalid" }] });
  });
});
