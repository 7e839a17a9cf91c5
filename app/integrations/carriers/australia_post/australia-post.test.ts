import { describe, expect, it } from "vitest";

import { reading, statuses } from "../reading/parsing-for-tests";
import { australiaPost } from ".";

const read = reading(australiaPost);
const article = (id: string, ...descriptions: string[]) => ({ article_id: id, events: descriptions.map((description, index) => ({ description, date: `2026-11-0${descriptions.length - index}T10:00:00+11:00` })) });
const consignment = (...items: unknown[]) => ({ tracking_results: [{ tracking_id: "C1", trackable_items: [{ consignment_id: "C1", items }] }] });

describe("australia post", () => {
  it.each([["In transit to next facility in OAKLEIGH SOUTH VIC", "IN_TRANSIT"], ["Delivered - Left in a safe place", "DELIVERED"], ["Onboard for delivery", "OUT_FOR_DELIVERY"], ["Shipping information received by Australia Post", "PRE_TRANSIT"]])("explains %s", (text, status) => {
    expect(australiaPost.explain({ code: null, text }).status).toBe(status);
  });

  it("calls a consignment delivered when every article is", () => {
    const first = article("A1", "Delivered - Left in a safe place", "Arrived at facility");
    expect(statuses(read(consignment(first, article("A2", "Arrived at facility"))).shipments[0])).toEqual(["IN_TRANSIT", "IN_TRANSIT"]);
    expect(statuses(read(consignment(first, article("A2", "Delivered - Left in a safe place"))).shipments[0])).toContain("DELIVERED");
  });

  it("knows an unknown number with HTTP 200, and a refused call", () => {
    expect(read({ tracking_results: [{ tracking_id: "7", errors: [{ code: "ESB-10001", name: "Invalid tracking ID" }] }] }).problems).toMatchObject([{ kind: "not_found", number: "7" }]);
    expect(read({ errors: [{ code: "51101", name: "TOO_MANY_AP_TRACKING_IDS" }] }, 400).problems[0]?.kind).toBe("invalid");
  });
});

describe("australia post: traps", () => {
  it("an article without a status has not been scanned yet", () => {
    const known = read({ tracking_results: [{ tracking_id: "7XX", trackable_items: [{ article_id: "7XX", product_type: "PARCEL POST" }] }] }).shipments[0];
    expect(known).toMatchObject({ number: "7XX", summary: null, events: [], service: "PARCEL POST" });
  });

  it("offsets differ by state", () => {
    const at = (date: string) => read({ tracking_results: [{ tracking_id: "7", trackable_items: [{ article_id: "7", events: [{ description: "Delivered", date }] }] }] }).shipments[0]?.events[0]?.time;
    expect(at("2026-11-05T07:00:00+08:00")).toMatchObject({ at: Date.UTC(2026, 10, 4, 23), zone: "+08:00" });
    expect(at("2026-11-05T07:00:00+11:00")).toMatchObject({ at: Date.UTC(2026, 10, 4, 20), zone: "+11:00" });
  });

  it("the gateway before the service names the parts of an error otherwise, and faults of the service are nobody's fault", () => {
    expect(read({ errors: [{ error_code: "API_002", error_name: "Too many requests", message: "Too many requests" }] }, null).problems).toMatchObject([{ kind: "rate_limit", code: "API_002" }]);
    expect(read({ errors: [{ code: "51104", name: "INVALID_TRACKING_ID" }] }, null).problems[0]?.kind).toBe("not_found");
    expect(read({ tracking_results: [{ tracking_id: "7", errors: [{ code: "ESB-20010", name: "System error" }] }] }).problems).toMatchObject([{ kind: "unavailable", number: "7" }]);
  });
});
