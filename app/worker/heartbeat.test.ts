import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, it } from "vitest";

import { createHeartbeat } from "./heartbeat";

const folder = mkdtempSync(join(tmpdir(), "milepost-heartbeat-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const unexpected = (message: string) => {
  throw new Error(message);
};

it("writes the instant, at most once in five seconds, and nothing without a file", () => {
  const file = join(folder, "alive");
  let now = 1_000;
  const beat = createHeartbeat(file, () => now, unexpected);
  beat();
  expect(readFileSync(file, "utf8")).toBe("1970-01-01T00:00:01.000Z");
  now = 5_000;
  beat();
  expect(readFileSync(file, "utf8")).toBe("1970-01-01T00:00:01.000Z");
  now = 6_000;
  beat();
  expect(readFileSync(file, "utf8")).toBe("1970-01-01T00:00:06.000Z");
  expect(() => createHeartbeat(null, () => now, unexpected)()).not.toThrow();
});

it("names the setting at the start when the file cannot be written", () => {
  expect(() => createHeartbeat(join(folder, "missing", "alive"), () => 0, unexpected)).toThrow("HEARTBEAT_FILE: ");
});

it("reports a file that cannot be written later, once until it can be again, and does not throw", () => {
  const place = join(folder, "later");
  const file = join(place, "alive");
  mkdirSync(place);
  let now = 0;
  const reported: string[] = [];
  const beat = createHeartbeat(file, () => now, (message) => reported.push(message));
  const at = (instant: number) => {
    now = instant;
    beat();
  };
  rmSync(place, { recursive: true });
  at(6_000);
  at(12_000);
  expect(reported).toEqual([expect.stringMatching(/^HEARTBEAT_FILE: .*ENOENT/)]);
  mkdirSync(place);
  at(18_000);
  expect(readFileSync(file, "utf8")).toBe("1970-01-01T00:00:18.000Z");
  rmSync(place, { recursive: true });
  at(24_000);
  expect(reported).toHaveLength(2);
});
