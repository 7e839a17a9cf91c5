import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { posteItaliane } from ".";

const read = reading(posteItaliane);

describe("poste italiane", () => {
  it.each([["Consegna non andata a buon fine", "ATTEMPTED_DELIVERY"], ["Consegnata", "DELIVERED"], ["In consegna", "OUT_FOR_DELIVERY"], ["Restituita al mittente", "RETURNED"], ["In restituzione al mittente", "RETURNING"], ["Non consegnata", "ATTEMPTED_DELIVERY"], ["In giacenza", "READY_FOR_PICKUP"]])(
    "explains %s",
    (text, status) => {
      expect(posteItaliane.explain({ code: "PCP", text }).status).toBe(status);
    },
  );

  it("turns a delivery into a return by its flag, and tells each number without scans", () => {
    const shipment = [{ waybillNumber: "ZA1", returnFlag: "S", tracking: [{ data: "2026-11-03 09:15:00", StatusDescription: "Consegnata" }] }, { waybillNumber: "ZA2", tracking: [] }];
    const answer = read({ return: { code: 0, shipment } });
    expect(statuses(answer.shipments[0])).toEqual(["RETURNED"]);
    expect(answer.problems).toMatchObject([{ kind: "not_found", number: "ZA2" }]);
    expect(read({ return: { code: 999, result: "fault", shipment: [] } }).problems[0]?.kind).toBe("unavailable");
  });
});

describe("poste italiane: traps", () => {
  it("what failed is read before the delivery that its words contain", () => {
    expect(posteItaliane.explain({ code: null, text: "Tentata consegna: destinatario assente" }).status).toBe("ATTEMPTED_DELIVERY");
    expect(posteItaliane.explain({ code: null, text: "Spedizione da consegnare" }).status).not.toBe("DELIVERED");
  });

  it("an unknown three-letter code says nothing by itself", () => {
    expect(posteItaliane.explain({ code: "PCP", text: null }).status).toBe("UNKNOWN");
  });
});
