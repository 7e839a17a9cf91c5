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
