import { expect, it } from "vitest";

import { parseStorableJson } from "./parse-json";

it.each([
  ['{"a": "x\\u0000y"}', { a: "x\uFFFDy" }],
  ['{"a": ["\\ud800", "\\ud83d\\ude00", "\\\\u0000"]}', { a: ["\uFFFD", "😀", "\\u0000"] }],
  ['{"a": 1.5}', { a: 1.5 }],
])("reads %s", (text, value) => expect(parseStorableJson(text)).toEqual(value));
