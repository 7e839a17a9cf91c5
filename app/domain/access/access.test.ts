import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { CUSTOMER_DATA, joinAccess, learnAccess, NOTHING_SEEN, type CustomerData, type DataAccess } from "./customer-data";
import { missingScopes } from "./required-scopes";

const access = (granted: CustomerData[], refused: CustomerData[]): DataAccess => ({ granted: new Set(granted), refused: new Set(refused) });
const data = fc.subarray([...CUSTOMER_DATA]);
const anyAccess = fc.tuple(data, data).map(([granted, refused]) => joinAccess([access(granted, refused)]));

describe("what is known of protected customer data", () => {
  it("grows with what is seen, and says what was refused before", () => {
    const known = learnAccess(NOTHING_SEEN, access(["orders", "name"], ["email"]));
    expect(known).toMatchObject({ regained: [], changed: true });
    expect(learnAccess(known, access(["name"], []))).toMatchObject({ regained: [], changed: false });
    expect(learnAccess(known, access(["email"], ["name"]))).toEqual({ ...access(["orders", "email"], ["name"]), regained: ["email"], changed: true });
  });

  it("is never both given and refused, and learning the same again changes nothing", () => {
    fc.assert(
      fc.property(anyAccess, anyAccess, (known, seen) => {
        const learnt = learnAccess(known, seen);
        expect([...learnt.granted].filter((each) => learnt.refused.has(each))).toEqual([]);
        expect(learnAccess(learnt, seen)).toMatchObject({ changed: false, regained: [] });
      }),
    );
  });

  it("counts as refused what one of several answers refuses", () => {
    expect(joinAccess([access(["email"], []), access([], ["email"])])).toEqual(access([], ["email"]));
  });
});

describe("missing scopes", () => {
  it("are those that were not granted; writing includes reading", () => {
    expect(missingScopes(["write_orders"], ["read_orders", "read_returns"])).toEqual(["read_returns"]);
    expect(missingScopes(["read_orders"], ["write_orders"])).toEqual(["write_orders"]);
  });
});
