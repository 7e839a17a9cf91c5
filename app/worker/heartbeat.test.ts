import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, it } from "vitest";

import { createHeartbeat } from "./heartbeat";

const folder = mkdtempSync(join(tmpdir(), "milepost-heartbeat-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("writes the instant, at most once in five seconds, and nothing without a file", () => {
  const file = join(folder, "alive");
  let now = 1_000;
  const beat = createHeartbeat(file, () => now);
  beat();
  expect(readFileSync(file, "utf8")).toBe("1970-01-01T00:00:01.000Z");
  now = 5_000;
  beat();
  expect(readFileSync(file, "utf8")).toBe("1970-01-01T00:00:01.000Z");
  now = 6_000;
  beat();
  expect(readFileSync(file, "utf8")).toBe("1970-01-01T00:00:06.000Z");
  expect(() => createHeartbeat(null, () => now)()).not.toThrow();
});
