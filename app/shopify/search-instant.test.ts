import { expect, it } from "vitest";

import { searchInstant } from "./search-instant";

it.each([
  ["2026-10-01T08:00:00.000Z", "'2026-10-01T08:00:00Z'"],
  ["2026-10-01T08:00:00.999Z", "'2026-10-01T08:00:00Z'"],
])("writes %s as %s", (at, text) => expect(searchInstant(Date.parse(at))).toBe(text));
