import { describe, expect, it } from "vitest";

import type { TrackingQuery } from "../port";
import { onlyProblems, problem, shipment } from "../reading/answers";
import { answerFor, sameNumber } from "./answer-for";
import { localeWithRegion } from "./connection";

const query = (number: string): TrackingQuery => ({ number, carrier: null, destinationCountry: null, destinationPostalCode: null, shippedAt: null, locale: null });

describe("answerFor", () => {
  it("takes blanks, hyphens and case for nothing, and gives back the number as it was asked", () => {
    expect(sameNumber("RR 123-456 cn", "rr123456CN")).toBe(true);
    expect(answerFor([query("ab 1")], { shipments: [shipment("AB1")], problems: [] }).shipments.map((one) => one.number)).toEqual(["ab 1"]);
  });

  it("takes a shipment that was asked for by another of its numbers, and prefers the number itself", () => {
    const other = shipment("INNER", { otherNumbers: ["BARCODE"] });
    const found = answerFor([query("barcode")], { shipments: [other], problems: [] });
    expect(found).toEqual({ shipments: [{ ...shipment("INNER"), number: "barcode" }], problems: [] });
    expect(found.shipments[0]).not.toHaveProperty("otherNumbers");
    const exact = shipment("BARCODE", { service: "exact" });
    expect(answerFor([query("BARCODE")], { shipments: [other, exact], problems: [] }).shipments.map((one) => one.service)).toEqual(["exact"]);
  });

  it("says of a number that got nothing what can be said", () => {
    expect(answerFor([query("A")], { shipments: [shipment("B")], problems: [] }).problems).toMatchObject([{ kind: "invalid", number: "A" }]);
    expect(answerFor([query("A"), query("B")], { shipments: [shipment("B")], problems: [] }).problems).toMatchObject([{ kind: "not_found", number: "A" }]);
    expect(answerFor([query("A")], onlyProblems(problem("auth", "no"))).problems).toMatchObject([{ kind: "auth", number: null }]);
    expect(answerFor([query("A")], onlyProblems(problem("invalid", "no"))).problems).toMatchObject([{ kind: "invalid", number: "A" }]);
  });
});

describe("localeWithRegion", () => {
  it.each([["de-DE", "de_DE"], ["pt_BR", "pt_BR"], ["de", "en_US"], ["", "en_US"], [null, "en_US"], ["de-DE&x=1", "en_US"]])("%s", (locale, expected) => {
    expect(localeWithRegion(locale)).toBe(expected);
  });
});
