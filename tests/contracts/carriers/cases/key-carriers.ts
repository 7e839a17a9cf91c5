import { australiaPost } from "~/integrations/carriers/australia_post";
import { correos } from "~/integrations/carriers/correos";
import { dhl } from "~/integrations/carriers/dhl";
import { dhlExpress } from "~/integrations/carriers/dhl_express";
import { laPoste } from "~/integrations/carriers/la_poste";
import { postnl } from "~/integrations/carriers/postnl";
import { postnord } from "~/integrations/carriers/postnord";
import { royalMail } from "~/integrations/carriers/royal_mail";

import type { ContractCase } from "../contract-case";
import { basicOf, digits, json, lastOf } from "./parts";

export const dhlCase: ContractCase = {
  adapter: dhl,
  credentials: { api_key: "key" },
  number: digits(10, "4"),
  accepts: (seen) => seen.headers["dhl-api-key"] === "key",
  asked: (seen) => [seen.query.get("trackingNumber") ?? ""],
  answer(known) {
    if (known[0] === undefined) return json({ title: "No result found", detail: "No shipment with given tracking number found.", status: 404 }, 404);
    const status = { timestamp: "2026-11-23T08:02:00-05:00", statusCode: "transit", status: "598", description: "OUT FOR DELIVERY" };
    return json({ shipments: [{ id: known[0], service: "ecommerce", status, events: [status] }] });
  },
  means: "OUT_FOR_DELIVERY",
  refusal: json({ title: "Unauthorized", status: 401, detail: "Invalid key" }, 401),
};

export const dhlExpressCase: ContractCase = {
  adapter: dhlExpress,
  credentials: { api_key: "site", api_secret: "secret" },
  number: digits(10, "9"),
  accepts: (seen) => seen.headers["authorization"] === basicOf("site", "secret") && seen.query.get("requestGMTOffsetPerEvent") === "true",
  asked: (seen) => seen.query.getAll("shipmentTrackingNumber"),
  answer: (known) =>
    known.length === 0
      ? json({ title: "Not data found", detail: "No data found", status: "404" }, 404)
      : json({ shipments: known.map((shipmentTrackingNumber) => ({ shipmentTrackingNumber, status: "Success", events: [{ date: "2026-11-23", time: "13:56:21", GMTOffset: "+10:00", typeCode: "WC", description: "With delivery courier", serviceArea: [{ code: "SYD", description: "SYDNEY-AU" }] }] })) }),
  means: "OUT_FOR_DELIVERY",
  refusal: json({ title: "Unauthorized", detail: "Invalid Credentials", status: "401" }, 401),
};

export const royalMailCase: ContractCase = {
  adapter: royalMail,
  credentials: { client_id: "id", client_secret: "secret" },
  number: (n) => `FQ${String(n).padStart(9, "0")}GB`,
  accepts: (seen) => seen.headers["x-ibm-client-id"] === "id" && seen.headers["x-ibm-client-secret"] === "secret" && seen.headers["x-accept-rmg-terms"] === "yes",
  asked: (seen) => seen.query.get("mailPieceId")?.split(",") ?? [seen.path.split("/").at(-2) ?? ""],
  answer(known, unknown) {
    const pieces = [
      ...known.map((number) => ({ mailPieceId: number, status: "200", summary: { oneDBarcode: number, lastEventCode: "EVGPD", lastEventName: "Out for delivery", lastEventDateTime: "2026-11-23T07:10:00+00:00" } })),
      ...unknown.map((number) => ({ mailPieceId: number, status: "404", error: { errorCode: "E1142", errorDescription: "Barcode reference is not recognised" } })),
    ];
    return json({ mailPieces: pieces.length === 1 ? pieces[0] : pieces });
  },
  means: "OUT_FOR_DELIVERY",
  refusal: json({ httpCode: "401", httpMessage: "Unauthorized", moreInformation: "Client id not registered." }, 401),
};

export const laPosteCase: ContractCase = {
  adapter: laPoste,
  credentials: { api_key: "okapi" },
  number: digits(13, "8X"),
  accepts: (seen) => seen.headers["x-okapi-key"] === "okapi",
  asked: (seen) => lastOf(seen.path),
  answer(known, unknown) {
    const items = [
      ...known.map((idShip) => ({ returnCode: 200, shipment: { idShip, product: "colissimo", event: [{ code: "MD2", label: "Mis en livraison", date: "2026-11-23T07:40:00+01:00" }] } })),
      ...unknown.map((idShip) => ({ returnCode: 404, returnMessage: "Ressource non trouvée", idShip })),
    ];
    return items.length === 1 ? json(items[0], unknown.length === 1 ? 404 : 200) : json(items, unknown.length > 0 ? 207 : 200);
  },
  means: "OUT_FOR_DELIVERY",
};

export const australiaPostCase: ContractCase = {
  adapter: australiaPost,
  credentials: { api_key: "key", password: "pass", account_number: "0000123456" },
  number: digits(12, "7XX"),
  accepts: (seen) => seen.headers["authorization"] === basicOf("key", "pass") && seen.headers["account-number"] === "0000123456",
  asked: (seen) => seen.query.get("tracking_ids")?.split(",") ?? [],
  answer: (known, unknown) =>
    json({
      tracking_results: [
        ...known.map((id) => ({ tracking_id: id, trackable_items: [{ article_id: id, status: "On Board for Delivery", events: [{ location: "ALEXANDRIA NSW", description: "Onboard for delivery", date: "2026-11-23T07:00:00+11:00" }] }] })),
        ...unknown.map((id) => ({ tracking_id: id, errors: [{ code: "ESB-10001", name: "Invalid tracking ID" }] })),
      ],
    }),
  means: "OUT_FOR_DELIVERY",
};

export const postnlCase: ContractCase = {
  adapter: postnl,
  credentials: { api_key: "key" },
  number: digits(15, "3SDEVC"),
  accepts: (seen) => seen.headers["apikey"] === "key",
  asked: (seen) => lastOf(seen.path),
  answer: (known) =>
    known[0] === undefined
      ? json({ CurrentStatus: {}, Warnings: [{ Message: "No shipment found", Code: "2" }] })
      : json({ CompleteStatus: { Shipment: { Barcode: known[0], Event: { Code: "J05", Description: "Chauffeur onderweg", TimeStamp: "23-11-2026 09:15:00" }, Status: { StatusCode: "7", TimeStamp: "23-11-2026 09:15:00" } } } }),
  means: "OUT_FOR_DELIVERY",
};

export const postnordCase: ContractCase = {
  adapter: postnord,
  credentials: { api_key: "key" },
  number: (n) => `${String(n).padStart(11, "0")}SE`,
  accepts: (seen) => seen.query.get("apikey") === "key",
  asked: (seen) => [seen.query.get("id") ?? ""],
  answer: (known) =>
    json({
      TrackingInformationResponse: {
        shipments: known.map((number) => ({ shipmentId: number, status: "EN_ROUTE", items: [{ itemId: number, status: "EN_ROUTE", events: [{ eventTime: "2026-11-23T13:45:42", eventCode: "1", status: "EN_ROUTE", eventDescription: "En route" }] }] })),
      },
    }),
  means: "IN_TRANSIT",
};

export const correosCase: ContractCase = {
  adapter: correos,
  credentials: { user: "user", password: "pass" },
  number: digits(13, "PQ"),
  accepts: (seen) => seen.headers["authorization"] === basicOf("user", "pass"),
  asked: (seen) => lastOf(seen.path),
  answer: (known, unknown) =>
    json([
      ...known.map((codEnvio) => ({ codEnvio, error: { codError: "0", desError: "" }, eventos: [{ codEvento: "H020000V", fase: "3", fecEvento: "23/11/2026", horEvento: "08:46:00", unidad: "MADRID", desTextoResumen: "En reparto" }] })),
      ...unknown.map((codEnvio) => ({ codEnvio, error: { codError: "3", desError: "Sin trazabilidad" }, eventos: null })),
    ]),
  means: "OUT_FOR_DELIVERY",
};
