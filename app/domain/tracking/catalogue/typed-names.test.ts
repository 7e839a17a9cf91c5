import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { CARRIERS, findCarrier } from "./catalogue";
import { matchCarrier } from "./match-carrier";

const FIXTURE = new URL("../../../../tests/fixtures/typed-carrier-names.txt", import.meta.url);

interface TypedName {
  typed: string;
  carrier: string | null;
  /** undefined: any. */
  company: string | null | undefined;
}

const NAMES: readonly TypedName[] = readFileSync(FIXTURE, "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .flatMap((line) => {
    const [, carrier = "", company = "", names = ""] = /^(\w+) = (.+?) : (.+)$/.exec(line) ?? [];
    const means = { carrier: carrier === "nobody" ? null : carrier, company: company === "?" ? undefined : company === "null" ? null : company };
    return names.split("|").map((typed) => ({ typed, ...means }));
  });

const wrong = (names: readonly TypedName[]): string[] =>
  names
    .map((name) => ({ name, found: matchCarrier(name.typed) }))
    .filter(({ name, found }) => found.carrier !== name.carrier || (name.company !== undefined && found.shopify_company !== name.company))
    .map(({ name, found }) => `${name.typed}: ${String(found.carrier)} (${String(found.shopify_company)})`);

describe("names as merchants type them", () => {
  it("are read right, nearly all", () => {
    const meant = NAMES.filter(({ carrier }) => carrier !== null);
    expect(meant.length).toBeGreaterThan(1_000);
    for (const { carrier } of meant) expect(findCarrier(carrier ?? ""), String(carrier)).not.toBeNull();
    const mistakes = wrong(meant);
    expect(mistakes.length / meant.length, mistakes.join("; ")).toBeLessThan(0.01);
  });

  it("match nothing where nobody is meant", () => {
    const nobody = NAMES.filter(({ carrier }) => carrier === null);
    expect(nobody.length).toBeGreaterThan(400);
    expect(wrong(nobody)).toEqual([]);
  });
});

describe("the catalogue's own names", () => {
  const family = (code: string | null): string | null => (code === null ? null : (findCarrier(code)?.family ?? code));

  it("mean their carrier when typed to the letter", () => {
    const found = CARRIERS.filter(({ code, name }) => family(matchCarrier(name).carrier) === family(code));
    expect(found.length / CARRIERS.length).toBeGreaterThan(0.985);
  });

  it.each([
    ["PostNL", "postnl"],
    ["PostNord", "postnord"],
    ["DPD", "dpd"],
    ["DPEX", "dpex"],
    ["TNT", "tnt"],
    ["GLS", "gls"],
    ["Safexpress", "safexpress"],
    ["SF Express", "sf_express"],
    ["Speedy", "speedy"],
    ["CTT Express", "ctt_express"],
    ["ONEX", "onex"],
  ])("keep %s apart from its neighbours", (typed, carrier) => {
    expect(matchCarrier(typed).carrier).toBe(carrier);
  });

  it.each(["GLX", "TCT", "DPz Express", "Same day", "Dpdp", "Correos Perú Express Ltda Lima"])("know nobody called %s", (typed) => {
    expect(matchCarrier(typed).carrier).toBeNull();
  });
});
