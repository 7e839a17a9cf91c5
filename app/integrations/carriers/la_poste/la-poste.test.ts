import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { laPoste } from ".";

const read = reading(laPoste);
const item = (codes: string[], contextData: unknown = {}) => ({ returnCode: 200, shipment: { idShip: "8X", contextData, event: codes.map((code, index) => ({ code, label: "", date: `2026-11-0${codes.length - index}T10:00:00+01:00` })) } });

describe("la poste", () => {
  it("keeps a return a return", () => {
    expect(statuses(read(item(["DI1", "ET1", "RE1", "PC1"])).shipments[0])).toEqual(["RETURNED", "RETURNING", "RETURNING", "IN_TRANSIT"]);
    expect(statuses(read(item(["DI1"], { isParcelBack: true })).shipments[0])).toEqual(["RETURNED"]);
  });

  it("knows a parcel that is only made ready from one on its way, and a collected one", () => {
    expect(laPoste.explain({ code: "MD2", text: "Nous le préparons pour le mettre en livraison." })).toMatchObject({ status: "IN_TRANSIT", detail: "arrived_delivery_facility" });
    expect(laPoste.explain({ code: "MD2", text: "Mis en livraison" }).status).toBe("OUT_FOR_DELIVERY");
    expect(read(item(["DI1"], { removalPoint: { name: "x" } })).shipments[0]?.events[0]?.detail).toBe("collected");
  });

  it("tells each refusal of a list, and one alone", () => {
    const answer = read([item(["PC1"]), { returnCode: 404, returnMessage: "Ressource non trouvée", idShip: "9X" }], 207);
    expect(answer.shipments.length).toBe(1);
    expect(answer.problems).toMatchObject([{ kind: "not_found", number: "9X" }]);
    expect(read({ returnCode: 400, returnMessage: "Numéro inconnu", idShip: "1" }, 400).problems).toMatchObject([{ kind: "not_found", number: "1" }]);
    expect(read({ returnCode: 400, returnMessage: "Le numéro que vous avez saisi n’est pas valide.", idShip: "1" }, 400).problems[0]?.kind).toBe("invalid");
  });
});

describe("la poste: traps", () => {
  it("the timeline is a picture: its future steps are no scans", () => {
    const timeline = [{ id: 1, date: "2026-11-01T10:00:00+01:00", status: true }, { id: 5, shortLabel: "Livré", date: null, status: false }];
    const body = item(["PC1"]);
    expect(statuses(read({ ...body, shipment: { ...body.shipment, timeline } }).shipments[0])).toEqual(["IN_TRANSIT"]);
  });

  it("the expected day comes as midnight and is a day; the day it came in may be missing", () => {
    const body = item(["ET1"]);
    expect(read({ ...body, shipment: { ...body.shipment, entryDate: null, estimDate: "2026-11-08T00:00:00+01:00" } }).shipments[0]?.estimate).toMatchObject({ earliest: Date.UTC(2026, 10, 8), precision: "day" });
  });

  it("an address that is no JSON is a wrong address, not a parcel that is not found", () => {
    expect(read("<html><body>404</body></html>", 404).problems[0]?.kind).toBe("unparsable");
  });
});
