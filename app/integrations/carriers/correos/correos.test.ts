import { describe, expect, it } from "vitest";

import { reading } from "../reading/parsing-for-tests";
import { correos } from ".";

const read = reading(correos);

describe("correos", () => {
  it("reads a list of one and the object alone, day first, in Madrid", () => {
    const item = { codEnvio: "PQ1", nombre_cliente: "JANE", error: { codError: "0" }, eventos: [{ codEvento: "H020000V", fecEvento: "03/11/2026", horEvento: "08:46:00", unidad: "MADRID" }] };
    for (const body of [item, [item]]) {
      const known = read(body).shipments[0];
      expect(known?.events[0]).toMatchObject({ status: "OUT_FOR_DELIVERY", time: { at: Date.UTC(2026, 10, 3, 7, 46), certainty: "local", zone: "Europe/Madrid" } });
      expect(JSON.stringify(known)).not.toContain("JANE");
    }
  });

  it("knows not found with HTTP 200, and does not guess by a code's last letter", () => {
    expect(read([{ codEnvio: "PQ1", error: { codError: "3", desError: "Sin trazabilidad" }, eventos: null }]).problems).toMatchObject([{ kind: "not_found", number: "PQ1" }]);
    expect(correos.explain({ code: "Q999999R", text: null }).status).toBe("UNKNOWN");
  });
});

describe("correos: traps", () => {
  it("a wall clock without a zone is Madrid's, and said to be unsure", () => {
    const known = read([{ codEnvio: "PQ1", error: { codError: "0" }, eventos: [{ codEvento: "I010000V", fecEvento: "03/07/2026", horEvento: "08:46:00" }] }]).shipments[0];
    expect(known?.events[0]?.time).toMatchObject({ at: Date.UTC(2026, 6, 3, 6, 46), certainty: "local", zone: "Europe/Madrid" });
  });
});
