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
