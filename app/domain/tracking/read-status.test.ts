import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { STATUS_DETAILS } from "./details";
import { statusNamed, understandGiven } from "./read-status";
import { TRACKING_STATUSES } from "./status";

const read = (status: string | null, text: string | null = null, code: string | null = null) => understandGiven({ status, text, code, carrier: null });

describe("a status given by file or API", () => {
  it("may be any of our names, in any spelling", () => {
    for (const status of TRACKING_STATUSES) {
      for (const spelling of [status, status.toLowerCase(), status.replaceAll("_", " "), status.replaceAll("_", "-").toLowerCase(), ` ${status.replaceAll("_", "")} `]) {
        expect(statusNamed(spelling), spelling).toBe(status);
      }
    }
  });

  it.each([
    ["Delivered", "Left with neighbour", "DELIVERED", "neighbour"],
    ["OutForDelivery", null, "OUT_FOR_DELIVERY", null],
    ["Zugestellt", null, "DELIVERED", null],
    ["Livré", null, "DELIVERED", null],
    [null, "Out for delivery", "OUT_FOR_DELIVERY", null],
    ["In transit", "Delivered", "IN_TRANSIT", null],
  ] as const)("%j with %j is %s", (status, text, expected, detail) => {
    expect(read(status, text)).toMatchObject({ status: expected, detail });
  });

  it.each([
    ["Blorp", null],
    ["Zugestellt", "Out for delivery"],
    ["Delivery not requested", "Whatever 5"],
    ["17", "K-42"],
    ["UNKNOWN", "Delivered"],
    [null, null],
  ])("%j with %j is not guessed", (status, text) => expect(read(status, text)).toEqual({ status: "UNKNOWN", detail: null, mapping: null }));

  it("never fails and never pairs a status with a strange detail", () => {
    const words = fc.oneof(fc.constantFrom("Delivered", "zugestellt", "not", "DELIVERED", "returned to sender", "attempted"), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(fc.option(words), fc.option(words), fc.option(words), (status, text, code) => {
        const understood = read(status, text, code);
        if (understood.detail !== null) expect(STATUS_DETAILS[understood.status]).toContain(understood.detail);
      }),
      { numRuns: 500 },
    );
  });
});
