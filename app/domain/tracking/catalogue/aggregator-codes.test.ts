import { describe, expect, it } from "vitest";

import { AGGREGATORS, aggregatorCode, carrierOfAggregator } from "./aggregator-codes";
import { AGGREGATOR_TABLE, TABLE_AGGREGATORS } from "./aggregator-table";
import { canonicalCode, findCarrier } from "./catalogue";

it.each([
  ["17track", "usps", null, "21051"],
  ["17track", "dpd_fr", null, "100072"],
  ["17track", "colissimo", null, "6051"],
  ["17track", "amazon_shipping", null, "100308"],
  ["17track", "no_such_carrier", null, null],
  ["shippo", "evri", null, "hermes_uk"],
  ["shippo", "yanwen", null, null],
  // Shippo has no name for DPD as a whole.
  ["shippo", "dpd", null, null],
  ["shippo", "dpd", "gb", "dpd_uk"],
  ["aftership", "dpd", "GB", "dpd"],
  ["aftership", "dpd_at", null, "dpd"],
  ["shipengine", "usps", null, "usps"],
  ["shipengine", "gls", null, null],
  ["easypost", "lasership", null, "LaserShipV2"],
  ["trackingmore", "bpost", null, "belgium-post"],
  ["ship24", "usps", null, "us-post"],
  ["ship24", "yanwen", null, null],
  ["nobody", "usps", null, null],
  ["aftership", "own_citybikes", "US", null],
])("%s calls %s (%s) %s", (aggregator, carrier, country, code) => expect(aggregatorCode(aggregator, carrier, country)).toBe(code));

it.each([
  ["shippo", "hermes_uk", "evri"],
  ["shipengine", "stamps_com", "usps"],
  ["shipengine", "FedEx", "fedex"],
  ["easypost", "upsdap", "ups"],
  ["aftership", "dpd-uk", "dpd"],
  ["17track", "100007", "dpd"],
  ["17track", "6051", "la_poste"],
  ["17track", "not a number", null],
  ["shippo", "no_such_carrier", null],
  ["shippo", null, null],
])("%s means by %s %s", (aggregator, name, carrier) => expect(carrierOfAggregator(aggregator, name)).toBe(carrier));

describe("the table", () => {
  const rows = AGGREGATOR_TABLE.trim().split("\n").map((line) => line.split(" "));

  it("names carriers of the catalogue, each once, with every column", () => {
    expect(rows.filter(([code = ""]) => findCarrier(code)?.code !== code).map(([code]) => code)).toEqual([]);
    expect(new Set(rows.map(([code]) => code)).size).toBe(rows.length);
    for (const row of rows) expect(row.length, row[0]).toBe(1 + TABLE_AGGREGATORS.length);
    expect(rows.length).toBeGreaterThan(150);
  });

  it("reads back as its family whatever it sends", () => {
    for (const { code: aggregator } of AGGREGATORS.filter((each) => each.code !== "17track")) {
      for (const [carrier = ""] of rows) {
        const sent = aggregatorCode(aggregator, carrier);
        if (sent !== null) expect(carrierOfAggregator(aggregator, sent), `${aggregator} ${carrier}`).toBe(canonicalCode(carrier));
      }
    }
  });

  it("gives no name two meanings", () => {
    for (const [index, aggregator] of TABLE_AGGREGATORS.entries()) {
      const names = rows.flatMap((row) => (row[index + 1] ?? "").split("|")).filter((name) => name !== "-").map((name) => name.toLowerCase());
      expect(names.filter((name, at) => names.indexOf(name) !== at), aggregator).toEqual([]);
    }
  });
});
