import { describe, expect, it } from "vitest";

import { explainWithoutAdapter } from "./codes-without-adapter";

const explain = (carrier: string | null, code: string | null, text: string | null = null) => explainWithoutAdapter({ carrier, code, text });

describe("carriers without an adapter", () => {
  it.each([
    ["correios", "BDE/01", "DELIVERED"], ["Correios", "bde 1", "DELIVERED"], ["correios", "BDE-02", "ATTEMPTED_DELIVERY"], ["correios", "OEC09", "RETURNING"], ["correios", "EST 1", "UNKNOWN"],
    ["correios", "BDE/23", "RETURNED"], ["correios", "BDI 24", "READY_FOR_PICKUP"], ["correios", "BDR/20", "ATTEMPTED_DELIVERY"],
    ["seur", "LC003", "OUT_FOR_DELIVERY"], ["seur", "LL020", "DELIVERED"], ["brt", "AVV", "ATTEMPTED_DELIVERY"], ["brt", "704", "DELIVERED"], ["ctt-express", "1500", "OUT_FOR_DELIVERY"],
    ["singapore_post", "EMI", "DELIVERED"], ["generic", "EMH", "ATTEMPTED_DELIVERY"], [null, "EDG", "OUT_FOR_DELIVERY"], ["ctt", "EME", "EXCEPTION"],
    ["generic", "704", "UNKNOWN"], ["constructor", "BDE/1", "UNKNOWN"], [null, null, "UNKNOWN"],
  ])("%s %s: %s", (carrier, code, status) => {
    expect(explain(carrier, code).status).toBe(status);
  });

  it("are understood by their words where the code says nothing", () => {
    expect(explain("tipsa", "42", "REPARTO").status).toBe("OUT_FOR_DELIVERY");
    expect(explain("correios", "XYZ/1", "Objeto postado")).toMatchObject({ status: "IN_TRANSIT", detail: "accepted" });
    // The code takes the scan before it back: the words must not bring it to life again.
    expect(explain("correios", "EST/1", "Objeto entregue ao destinatário").status).toBe("UNKNOWN");
  });

  it("read a code that is made of words when nothing stands beside it", () => {
    expect(explain("generic", "OUT_FOR_DELIVERY").status).toBe("OUT_FOR_DELIVERY");
    expect(explain(null, "ReturnToSender", "").status).toBe("RETURNING");
    expect(explain(null, "NOT_DELIVERED").status).not.toBe("DELIVERED");
    expect(explain(null, "OK").status).toBe("UNKNOWN");
    expect(explain(null, "OUT_FOR_DELIVERY", "Delivered to a neighbour").status).toBe("DELIVERED");
  });
});
