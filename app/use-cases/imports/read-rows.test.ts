import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { allRows, firstRows, type BrokenRow, type FileRow } from "./read-rows";

async function all(text: string): Promise<(FileRow | BrokenRow)[]> {
  const rows: (FileRow | BrokenRow)[] = [];
  for await (const row of allRows(text, firstRows(text, 1).separator)) rows.push(row);
  return rows;
}

describe("rows of a file", () => {
  it("keep their lines, over blank lines and line ends inside quotes", async () => {
    const text = 'number;note\r\n\r\n123;"two\nlines"\r\n;;\r\n456;"a ""b"""\n';
    expect(await all(text)).toEqual([
      { line: 1, cells: ["number", "note"] },
      { line: 3, cells: ["123", "two\nlines"] },
      { line: 6, cells: ["456", 'a "b"'] },
    ]);
    expect(firstRows(text, 2).rows).toEqual((await all(text)).slice(0, 2));
    expect(firstRows(text, 99).rows).toEqual(await all(text));
  });

  it("begin after the line that names the separator", async () => {
    expect(await all("sep=;\na;b\n1;2")).toEqual([{ line: 2, cells: ["a", "b"] }, { line: 3, cells: ["1", "2"] }]);
  });

  it("before a quotation mark that is never closed are read, and the place is named", async () => {
    const rows = await all('a,b\n1,2\n3,"4\n5,6\n7,8\n');
    expect(rows.slice(0, 2)).toEqual([{ line: 1, cells: ["a", "b"] }, { line: 2, cells: ["1", "2"] }]);
    expect(rows.slice(2)).toEqual([{ line: 3, problem: expect.stringContaining("never closed") }]);
    expect(firstRows('a,b\n1,2\n3,"4\n5,6\n7,8\n', 9).rows).toHaveLength(2);
  });

  it("of a long file come in order, all of them", async () => {
    const text = `n,t\n${Array.from({ length: 30_000 }, (_, index) => `${index},"Größe ${index}"`).join("\n")}`;
    const rows = await all(text);
    expect(rows).toHaveLength(30_001);
    expect(rows[30_000]).toEqual({ line: 30_001, cells: ["29999", "Größe 29999"] });
  });

  it("never fail, whatever the text", async () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'"";;,\t|\n\r\u0000\uFEFFü😀a1= '), maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 60 })), async (text) => {
        const rows = await all(text);
        const lines = rows.map((row) => row.line);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
        for (const row of firstRows(text, 3).rows) expect(row.cells.length).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });
});
