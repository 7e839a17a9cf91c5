import type { CarrierNaming } from "./names";

/** The files of a new carrier: path from the project's folder → content. They compile and lint; what must be filled in says TODO. */
export function filesOf(naming: CarrierNaming): Readonly<Record<string, string>> {
  const folder = `app/integrations/carriers/${naming.code}`;
  return {
    [`${folder}/status-map.ts`]: statusMap(naming),
    [`${folder}/parse.ts`]: parse(naming),
    [`${folder}/client.ts`]: client(naming),
    [`${folder}/index.ts`]: index(naming),
    [`${folder}/${naming.kebab}.test.ts`]: test(naming),
    [`tests/contracts/carriers/cases/${naming.kebab}.ts`]: contractCase(naming),
  };
}

function statusMap({ name, code, upper }: CarrierNaming): string {
  return `import { rows, type StatusMap } from "../reading/understand";

/**
 * Event codes of ${name}. Source: TODO, the page of its documentation and its date.
 * A code whose meaning nobody can show is left out; it goes to its words, and to the list of unmapped codes.
 */
export const ${upper}_EVENTS: StatusMap = {
  name: "${code}/events@1",
  meanings: rows(
    // TODO: ["100 101", "PRE_TRANSIT", "label_created"], ["500", "DELIVERED"], …
  ),
};
`;
}

function parse({ name, code, pascal, upper }: CarrierNaming): string {
  return `import { shipment } from "../reading/answers";
import { parser } from "../reading/parser";
import { readPlace } from "../reading/places";
import { markReturnLeg } from "../reading/return-leg";
import { scan } from "../reading/scan";
import { readTime } from "../reading/times";
import { explainBy } from "../reading/understand";
import { at, listAt, textAt } from "../reading/values";
import { ${upper}_EVENTS } from "./status-map";

export const explain${pascal} = explainBy("${code}", ${upper}_EVENTS);

/** Reads ${name}'s answers, errors and pushes. TODO: the names of its fields; errors and "not found" by \`stated\` and \`problem\`. */
export const parse${pascal} = parser("${name}", (value, context) => {
  const number = textAt(value, "TODO_number");
  if (number === null) return null;
  const events = listAt(value, "TODO_events").map((event) => {
    const code = textAt(event, "TODO_code");
    const text = textAt(event, "TODO_text");
    return scan({
      time: readTime(at(event, "TODO_time")),
      receivedAt: context.receivedAt,
      saidTime: at(event, "TODO_time"),
      understood: explain${pascal}({ code, text }),
      code,
      text,
      place: readPlace({ city: at(event, "TODO_city"), country: at(event, "TODO_country") }),
      raw: event,
    });
  });
  const known = shipment(number, { events, carrier: "${code}" });
  return { shipments: [{ ...known, events: markReturnLeg(known.events) }], problems: [] };
});
`;
}

function client({ name, pascal, upper }: CarrierNaming): string {
  return `import { address, segment } from "../calling/address";
import { credential } from "../calling/connection";
import { createTrack } from "../calling/track";
import { parse${pascal} } from "./parse";

/** Numbers in one request. TODO: as ${name} allows. */
export const ${upper}_BATCH = 1;

/** TODO: the public address. A token instead of a key: \`token\`, see ../calling/token.ts. */
export const track${pascal} = createTrack({
  batch: ${upper}_BATCH,
  request: ([query], context) => ({
    method: "GET",
    url: address(context, "https://api.invalid", \`/todo/\${segment(query?.number ?? "")}\`),
    headers: { accept: "application/json", authorization: \`Bearer \${credential(context, "api_key")}\` },
  }),
  parse: parse${pascal},
});
`;
}

function index({ name, code, camel, pascal, upper }: CarrierNaming): string {
  return `import { BASE_URL_FIELD } from "../calling/connection";
import { testByNumber } from "../calling/test";
import type { CarrierAdapter } from "../port";
import { ${upper}_BATCH, track${pascal} } from "./client";
import { explain${pascal}, parse${pascal} } from "./parse";

/** ${name}. TODO: what it is asked and how; push, if it has any. */
export const ${camel}: CarrierAdapter = {
  code: "${code}",
  name: "${name}",
  kind: "carrier",
  aliases: [],
  credentials: [{ key: "api_key", label: "API key", kind: "secret", required: true, help: "TODO: where a merchant finds it." }, BASE_URL_FIELD],
  // TODO: what ${name} tells of its limits, and where.
  limits: { batch: ${upper}_BATCH, perSecond: 1, perDay: null },
  parse: parse${pascal},
  explain: explain${pascal},
  track: track${pascal},
  // TODO: a number that cannot exist.
  test: testByNumber(track${pascal}, "TODO"),
};
`;
}

function test({ name, camel, code }: CarrierNaming): string {
  return `import { describe, expect, it } from "vitest";

import { reading } from "../reading/parsing-for-tests";
import { ${camel} } from ".";

const read = reading(${camel});

describe("${name.toLowerCase()}", () => {
  it("makes no shipment of what it does not know", () => {
    expect(read({}).problems.map((one) => one.kind)).toEqual(["unparsable"]);
    expect(${camel}.explain({ code: "no-such-code", text: null }).status).toBe("UNKNOWN");
  });

  it.todo("${code}: explains its codes");
  it.todo("${code}: trap: not found with HTTP 200");
  it.todo("${code}: trap: errors inside HTTP 200");
  it.todo("${code}: trap: wall clocks without an offset");
  it.todo("${code}: trap: a return that ends in a delivered code");
  it.todo("${code}: trap: names and streets are not kept");
});
`;
}

function contractCase({ name, camel, code }: CarrierNaming): string {
  return `import { ${camel} } from "~/integrations/carriers/${code}";

import type { ContractCase } from "../contract-case";
import { digits, json, lastOf } from "./parts";

/** TODO: how ${name} answers. Until then the battery fails, so that the adapter cannot be forgotten half-made. */
export const ${camel}Case: ContractCase = {
  adapter: ${camel},
  credentials: { api_key: "key" },
  number: digits(12, "1"),
  accepts: (seen) => seen.headers["authorization"] === "Bearer key",
  asked: (seen) => lastOf(seen.path),
  answer: (known, unknown) => json({ todo: "an answer about the known numbers and the unknown ones", known, unknown }),
  means: "IN_TRANSIT",
};
`;
}
