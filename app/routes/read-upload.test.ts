import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readUpload } from "./read-upload.server";

const BOUNDARY = "----WebKitFormBoundaryAbC123";
const LIMIT = 1_000;

/** A form's body as a browser writes it. */
function form(disposition: string, content = "number\n1Z999AA10123456784\n"): string {
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: text/csv\r\n\r\n${content}\r\n--${BOUNDARY}--\r\n`;
}

function post(body: string, headers: Record<string, string> = {}): Request {
  return new Request("https://milepost.example/app/shipments/import", {
    method: "POST",
    body: Buffer.from(body, "utf8"),
    headers: { "content-type": `multipart/form-data; boundary=${BOUNDARY}`, ...headers },
  });
}

const read = (request: Request) => readUpload(request, "file", LIMIT);
const nameOf = async (disposition: string) => {
  const upload = await read(post(form(disposition)));
  return upload.ok ? upload.name : upload.problem;
};

describe("an uploaded file", () => {
  it.each([
    ["a;b.csv", 'filename="a;b.csv"'],
    ["a=b.csv", 'filename="a=b.csv"'],
    ["a;name=x;b=.csv", 'filename="a;name=x;b=.csv"'],
    ['a"b".csv', 'filename="a%22b%22.csv"'],
    ["a'b.csv", `filename="a'b.csv"`],
    ["Sendungen März 東京 🚚.csv", 'filename="Sendungen März 東京 🚚.csv"'],
    ["100%.csv", 'filename="100%.csv"'],
    ["a, b (1).csv", 'filename="a, b (1).csv"'],
    ["a b.csv", 'filename="a%0D%0Ab.csv"'],
    ["C:\\files\\a.csv", 'filename="C:\\files\\a.csv"'],
    ["a b.csv", 'filename="a\u0000b.csv"'],
    ["", 'filename=""'],
  ])("may be named %j", async (name, written) => {
    expect(await nameOf(`name="file"; ${written}`)).toBe(name);
  });

  it("keeps its bytes", async () => {
    const upload = await read(post(form('name="file"; filename="a;b.csv"', "ümläut\r\n--not-the-boundary\r\n")));
    expect(upload.ok && Buffer.from(upload.bytes).toString("utf8")).toBe("ümläut\r\n--not-the-boundary\r\n");
  });

  it("may have any name that a browser can send", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter((name) => !/\p{Cc}/u.test(name)), async (name) => {
        const data = new FormData();
        data.set("file", new File(["number\n"], name));
        const request = new Request("https://milepost.example/x", { method: "POST", body: data });
        expect(await read(request)).toMatchObject({ ok: true, name: name.trim() });
      }),
      { numRuns: 200 },
    );
  });

  it("is asked for when the form brings none", async () => {
    expect(await read(post(form('name="file"; filename=""', "")))).toEqual({ ok: false, problem: "no_file" });
    expect(await nameOf('name="file"')).toBe("no_file");
    expect(await nameOf('name="other"; filename="a.csv"')).toBe("no_file");
    expect(await read(post("file=x", { "content-type": "application/x-www-form-urlencoded" }))).toEqual({ ok: false, problem: "no_file" });
  });

  it("is refused when it is too large, whatever the form says of its length", async () => {
    const large = form('name="file"; filename="a.csv"', "x".repeat(LIMIT + 1));
    expect(await read(post(large))).toEqual({ ok: false, problem: "too_large" });
    expect(await read(post(large, { "content-length": "1000000" }))).toEqual({ ok: false, problem: "too_large" });
    expect(await read(post(form('name="file"; filename="a.csv"', "x".repeat(50_000))))).toEqual({ ok: false, problem: "too_large" });
    expect(await read(post(form('name="file"; filename="a.csv"', "x".repeat(LIMIT))))).toMatchObject({ ok: true });
  });

  it.each([
    ["cut off", form('name="file"; filename="a.csv"').slice(0, -20)],
    ["without its boundary", "number\n"],
    ["empty", ""],
    ["without a name", form('filename="a.csv"')],
    ["with a quotation mark that is not closed", form('name="file"; filename="a.csv')],
  ])("is refused when the form is %s", async (_what, body) => {
    expect(await read(post(body))).toEqual({ ok: false, problem: "unreadable" });
  });

  it("is refused when the form names no boundary", async () => {
    expect(await read(post(form('name="file"; filename="a.csv"'), { "content-type": "multipart/form-data" }))).toEqual({ ok: false, problem: "unreadable" });
  });
});
