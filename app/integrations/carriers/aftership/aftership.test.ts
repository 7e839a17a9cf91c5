import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { aftership } from ".";
import { AFTERSHIP_TAGS } from "./status-map";

const read = reading(aftership);

describe("aftership", () => {
  it("gives all tags and sub-tags a meaning", () => {
    for (const code of Object.keys(AFTERSHIP_TAGS.meanings)) expect(aftership.explain({ code, text: null }).status, code).not.toBe("UNKNOWN");
    expect(aftership.explain({ code: "InTransit_999", text: null }).status).toBe("IN_TRANSIT");
    expect(aftership.explain({ code: "Exception_011", text: null }).status).toBe("RETURNED");
  });

  it("reads a webhook, a list, the older wrapped form, and codes of both versions", () => {
    const tracking = { tracking_number: "1", slug: "dhl", tag: "InTransit", subtag: "InTransit_001", checkpoints: [{ checkpoint_time: "2026-01-14T00:52:00", created_at: "2026-01-20T00:00:00Z", message: "Departed", subtag: "InTransit_007", postal_code: "1", zip: "2" }] };
    for (const body of [{ event: "tracking_update", msg: tracking }, { meta: { code: 200 }, data: tracking }, { meta: { code: 200 }, data: { tracking } }, { meta: { code: 200 }, data: { trackings: [tracking] } }]) {
      const known = read(body).shipments[0];
      expect(known).toMatchObject({ number: "1", carrier: "dhl_express", events: [{ detail: "departed", time: { certainty: "local" }, place: { postalCode: "1" } }] });
      expect(statuses(known)).toEqual(["IN_TRANSIT"]);
    }
  });

  it("tells errors by their own code", () => {
    expect(read({ meta: { code: 4004, message: "Tracking does not exist.", type: "NotFound" }, data: {} }, 404).problems[0]?.kind).toBe("not_found");
    expect(read({ meta: { code: 429, type: "TooManyRequests" }, data: {} }, 429).problems[0]?.kind).toBe("rate_limit");
    expect(read({ meta: { code: 200 }, data: { total: 0, couriers: [] } })).toEqual({ shipments: [], problems: [] });
  });
});
