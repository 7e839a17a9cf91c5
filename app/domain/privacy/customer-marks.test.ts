import { describe, expect, it } from "vitest";

import { customerMarks, hasNoMarks, mentionsCustomer, rowMentionsCustomer } from "./customer-marks";

const nothing = { orderGids: [], customerGids: [], trackingNumbers: [], orderNames: [], emails: [], phones: [], names: [], streets: [] };
const marks = customerMarks({
  orderGids: ["gid://shopify/Order/5001"],
  customerGids: ["gid://shopify/Customer/77"],
  trackingNumbers: ["1Z999AA10123456784"],
  orderNames: ["#1001"],
  emails: ["Martha.Jones@example.com"],
  phones: ["+44 20 7946 0958"],
  names: ["Martha Jönes"],
  streets: ["12 Elm Street"],
});

describe("a text", () => {
  it.each([
    '{"id":5001,"email":""}', '{"order_id": "5001"}', '{"admin_graphql_api_id":"gid://shopify/Order/5001"}', '{"customer":{"id":77}}',
    '{"number":"1z999aa10123456784"}', "<n>1Z999AA10123456784</n>", "Signed for by MARTHA JÖNES", "left with Jönes", "write to martha.jones@example.com!",
    "12  elm street", "Tel. 020 7946-0958", '{"phone":"+442079460958"}', "Martha",
  ])("%s is about the customer", (text) => expect(mentionsCustomer(marks, text)).toBe(true));

  it.each(['{"id":50011}', '{"quantity":5001}', '{"customer_id":5001}', '{"order_id":77}', "Jönesburg", "Signed for by Ada", "1Z999AA1012345678", "#1001 is a number", "", "Tel. 0958"])("%s is not", (text) =>
    expect(mentionsCustomer(marks, text)).toBe(false),
  );

  it("is about nobody when nothing is known", () => {
    expect(hasNoMarks(customerMarks(nothing))).toBe(true);
    expect(mentionsCustomer(customerMarks(nothing), "Martha 5001")).toBe(false);
    expect(hasNoMarks(marks)).toBe(false);
  });

  it("of a megabyte is read in a moment", () => {
    const started = process.cpuUsage().user;
    for (const unit of ["1 ", "a", "12 elm ", "gid://shopify/order/", '"id":', "9", "martha"]) mentionsCustomer(customerMarks({ ...nothing, names: ["Nobody Here"], phones: ["123456789"] }), unit.repeat(1_000_000 / unit.length));
    expect(process.cpuUsage().user - started).toBeLessThan(10_000_000);
  });
});

it("a row of a file is about the customer by an order's name or a number with spaces", () => {
  expect(rowMentionsCustomer(marks, ["x", " #1001 "])).toBe(true);
  expect(rowMentionsCustomer(marks, ["1Z 999 AA1 0123456784"])).toBe(true);
  expect(rowMentionsCustomer(marks, ["left with", "Jönes"])).toBe(true);
  expect(rowMentionsCustomer(marks, ["#10011", "1Z999"])).toBe(false);
});
