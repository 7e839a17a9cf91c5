import { describe, expect, it } from "vitest";

import { describeError, errorSummary } from "./describe-error";

describe("an error in the log", () => {
  it("is one line with its name, code and calls", () => {
    const described = describeError(Object.assign(new TypeError("It failed."), { code: "E_FAILED" }));
    expect(described).toMatchObject({ name: "TypeError", message: "It failed.", code: "E_FAILED" });
    expect(described.stack).toContain("describe-error.test.ts");
    expect(JSON.stringify(described)).not.toContain("\\n");
  });

  it("shows no values of a query", () => {
    const error = new Error('\nInvalid `prisma.order.findMany()` invocation:\n\n{\n  where: { emailHash: "anna@example.com" }\n}\n\nCan\'t reach the database.');
    const described = describeError(error);
    expect(described.message).toBe("Can't reach the database.");
    expect(JSON.stringify(described)).not.toContain("anna@example.com");
  });

  it.each([[null, "object"], [undefined, "undefined"], ["text", "string"], [{ any: "thing" }, "object"]])("may be %j", (thrown, name) => {
    expect(describeError(thrown)).toMatchObject({ name });
  });

  it("is short, however long the message", () => {
    expect(describeError(new Error("x".repeat(1_000_000))).message.length).toBeLessThanOrEqual(300);
  });
});

describe("the summary of an error", () => {
  it("keeps values out of what is stored and logged", () => {
    const refused = Object.assign(new Error('Invalid `create()` invocation: { email: "ida@example.com" }'), { name: "PrismaClientKnownRequestError", code: "P2002" });
    expect(errorSummary(refused)).toBe("The database refused a query (PrismaClientKnownRequestError P2002).");
    let unread: unknown;
    try {
      JSON.parse('ida@example.com, 12 Elm Street');
    } catch (error) {
      unread = error;
    }
    expect(errorSummary(unread)).toBe("A text could not be parsed (SyntaxError).");
    expect(errorSummary(new TypeError("Map.groupBy is not a function"))).toBe("Map.groupBy is not a function");
    expect(errorSummary(new Error("x".repeat(10_000)))).toHaveLength(300);
    expect(errorSummary("a text")).toBe("a text");
    for (const error of [refused, unread]) expect(JSON.stringify(describeError(error))).not.toContain("ida@example.com");
  });
});
