import { describe, expect, it } from "vitest";

import { fittingDetail, STATUS_DETAILS } from "~/domain/tracking/details";

import { lookUp, type StatusMap } from "./reading/understand";

const isMap = (value: unknown): value is StatusMap => typeof value === "object" && value !== null && "name" in value && "meanings" in value;

/** Every code table that any file of this folder exports. */
const modules = import.meta.glob<Record<string, unknown>>(["./**/*.ts", "!./**/*.test.ts"], { eager: true });
const MAPS = [...new Set(Object.values(modules).flatMap((module) => Object.values(module)).flatMap((value) => (isMap(value) ? [value] : Object.values(value ?? {}).filter(isMap))))];

describe("code tables", () => {
  it("are found", () => {
    expect(MAPS.length).toBeGreaterThan(40);
    expect(MAPS.flatMap(({ meanings }) => Object.keys(meanings)).length).toBeGreaterThan(2_000);
  });

  it("are named once, with a version", () => {
    for (const { name } of MAPS) expect(name).toMatch(/^[a-z0-9_]+\/[a-z0-9-]+@\d+$/);
    expect(new Set(MAPS.map(({ name }) => name)).size).toBe(MAPS.length);
  });

  it("give a status only with a detail that goes with it", () => {
    for (const map of MAPS) {
      for (const code of Object.keys(map.meanings)) {
        const answer = lookUp(map, code);
        if (answer?.detail != null) expect(STATUS_DETAILS[answer.status], `${map.name} ${code}`).toContain(answer.detail);
      }
    }
  });

  it("say of few codes more than goes with the status", () => {
    const dropped = MAPS.flatMap(({ meanings }) => Object.values(meanings).filter(([status, detail]) => detail !== undefined && fittingDetail(status, detail) === null));
    expect(dropped.length).toBeLessThan(75);
  });
});
