import { describe, expect, it } from "vitest";

import { MOST_ADDRESSES } from "~/domain/client-addresses/diagnosis";

import { createObservedAddresses } from "./observed-addresses";

const NOW = Date.UTC(2026, 11, 1, 10, 15);

describe("observed addresses", () => {
  it("are counted by the hour, and no address is in what is stored", () => {
    const observed = createObservedAddresses();
    observed.note("203.0.113.7", NOW);
    observed.note("203.0.113.7", NOW);
    observed.note(null, NOW);
    const stored = observed.note("203.0.113.8", NOW);
    expect(stored).toEqual({ processId: expect.any(String) as string, hour: Date.UTC(2026, 11, 1, 10), requests: 4, unknown: 1, addresses: 2 });
    expect(JSON.stringify(stored)).not.toContain("203.0.113");
    expect(observed.note("203.0.113.7", NOW + 3_600_000)).toMatchObject({ hour: Date.UTC(2026, 11, 1, 11), requests: 1, addresses: 1 });
  });

  it("are stored seldom on a busy site, and counted up to a limit", () => {
    const observed = createObservedAddresses();
    let stored = 0;
    for (let index = 0; index < 5_000; index += 1) if (observed.note(`198.51.100.${index}`, NOW)) stored += 1;
    expect(stored).toBeLessThan(40);
    expect(observed.note("198.51.100.1", NOW + 60_000)).toMatchObject({ requests: 5_001, addresses: MOST_ADDRESSES });
  });
});
