import { expect, it } from "vitest";

import { describeError } from "./describe-error";

it("keeps values out of what is stored and logged", () => {
  const refused = Object.assign(new Error('Invalid `create()` invocation: { email: "ida@example.com" }'), { name: "PrismaClientKnownRequestError", code: "P2002" });
  expect(describeError(refused)).toBe("The database refused a query (PrismaClientKnownRequestError P2002).");
  expect(describeError(new TypeError("Map.groupBy is not a function"))).toBe("Map.groupBy is not a function");
  expect(describeError(new Error("x".repeat(10_000)))).toHaveLength(300);
  expect(describeError("a text")).toBe("a text");
  // V8 repeats the text that it could not parse.
  const unparsable = (() => {
    try {
      return JSON.parse('{"email": ida@example.com}') as unknown;
    } catch (error) {
      return error;
    }
  })();
  expect(describeError(unparsable)).toBe("A text could not be parsed (SyntaxError).");
});
