import { describe, expect, it } from "vitest";

import { readManualEvent } from "./add-manual-event";
import { readCredentials } from "./connect-carrier";

const NOW = Date.UTC(2026, 10, 24, 12);
const form = { status: "DELIVERED", detail: "", date: "2026-11-23", time: "18:05", city: "", country: "", note: "" };
const read = (more: Partial<typeof form>) => readManualEvent({ ...form, ...more }, "America/New_York", NOW);

describe("an event added by hand", () => {
  it("is read on the shop's clock, and says who understood it", () => {
    const result = read({ city: " Portland ", country: "us", note: "Seen by the driver" });
    expect(result).toMatchObject({
      ok: true,
      event: {
        status: "DELIVERED", mapping: "manual@1", code: null, text: "Seen by the driver",
        time: { at: Date.UTC(2026, 10, 23, 23, 5), certainty: "exact", zone: "America/New_York", said: "2026-11-23T18:05" },
        place: { city: "Portland", country: "US" },
      },
    });
  });

  it("names every field that is wrong", () => {
    const result = read({ status: "UNKNOWN", date: "2026-11-25", country: "Germany", note: "x".repeat(501) });
    expect(result.ok ? [] : Object.keys(result.errors).sort()).toEqual(["country", "date", "note", "status"]);
    expect(read({ date: "2025-11-01" })).toMatchObject({ ok: false, errors: { date: expect.stringContaining("year") as string } });
    expect(read({ time: "" })).toMatchObject({ ok: false, errors: { time: expect.any(String) as string } });
    expect(read({ date: "" })).toMatchObject({ ok: false, errors: { date: expect.any(String) as string } });
    expect(read({ date: "2026-02-30" })).toMatchObject({ ok: false });
    expect(read({ detail: "customs" })).toMatchObject({ ok: false, errors: { detail: expect.any(String) as string } });
  });
});

describe("a provider's credentials", () => {
  const adapter = {
    credentials: [
      { key: "id", label: "Client id", kind: "text", required: true, help: "" },
      { key: "secret", label: "Client secret", kind: "secret", required: true, help: "" },
      { key: "place", label: "Environment", kind: "choice", required: true, help: "", choices: [{ value: "live", label: "Live" }], default: "live" },
    ],
  } as const;

  it("need what the adapter asks for, and name what is missing", () => {
    expect(readCredentials(adapter, { id: " abc ", secret: "s", other: "x" }, {})).toEqual({ ok: true, credentials: { id: "abc", secret: "s", place: "live" } });
    expect(readCredentials(adapter, { id: " " }, {})).toEqual({ ok: false, errors: { id: "Client id is needed.", secret: "Client secret is needed." } });
    expect(readCredentials(adapter, { id: "a", secret: "s", place: "moon" }, {})).toMatchObject({ ok: false, errors: { place: expect.any(String) as string } });
  });

  it("keep a stored secret that was left empty, and no other field", () => {
    expect(readCredentials(adapter, { id: "abc", secret: "" }, { id: "old", secret: "kept" })).toMatchObject({ ok: true, credentials: { secret: "kept" } });
    expect(readCredentials(adapter, { id: "", secret: "" }, { id: "old", secret: "kept" })).toMatchObject({ ok: false });
  });
});
