import { expect, it } from "vitest";

import type { WrittenCompany } from "~/db/carrier-resolution.server";

import { directConnection } from "./direct-connections";
import { usedNames } from "./used-names";

const row = (company: string, carrier: string | null, shipments: number): WrittenCompany => ({
  company, carrier, carrierSource: carrier ? "company" : "unknown", shipments, lastShippedAt: new Date(Date.UTC(2026, 10, shipments)),
});

it("puts spellings together, and unknown carriers first", () => {
  const written = [row("UPS", "ups", 9), row("ups", "ups", 2), row("City bikes", null, 1), row("CITY BIKES", null, 3), row("Fed Ex", "fedex", 4), row("Fed Ex", "ups", 1), row("---", null, 2)];
  const shop = { own: [], names: new Map([["fedex", "fedex"]]) };
  const used = usedNames(written, shop, (code) => code.toUpperCase());
  expect(used.map((each) => [each.name, each.shipments, each.unknown])).toEqual([["CITY BIKES", 4, 4], ["---", 2, 2], ["UPS", 11, 0], ["Fed Ex", 5, 0]]);
  expect(used[0]).toMatchObject({ otherSpellings: 1, carriers: [], mapped: null, mappable: true, lastShippedAt: "2026-11-03T00:00:00.000Z" });
  expect(used[1]?.mappable).toBe(false);
  expect(used[3]).toMatchObject({ carriers: [{ code: "fedex", name: "FEDEX", shipments: 4 }, { code: "ups", name: "UPS", shipments: 1 }], mapped: { code: "fedex", name: "FEDEX" } });
});

it("names the nearest provider that can be connected", () => {
  const providers = [
    { code: "dhl", name: "DHL", kind: "carrier" as const },
    { code: "dhl_express", name: "DHL Express", kind: "carrier" as const },
    { code: "evri", name: "Evri", kind: "carrier" as const, readOnly: true as const },
    { code: "17track", name: "17TRACK", kind: "aggregator" as const },
  ];
  expect(directConnection("dhl_express", providers)?.code).toBe("dhl_express");
  expect(directConnection("dhl_parcel_de", providers)?.code).toBe("dhl");
  expect(directConnection("evri", providers)).toBeNull();
  expect(directConnection("own_van", providers)).toBeNull();
});
