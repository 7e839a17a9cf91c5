/** What a TOML document can hold, of the part of TOML that shopify.app.toml uses: no dates, no multi-line strings. */
export type TomlValue = string | number | boolean | TomlValue[] | TomlTable;
export interface TomlTable {
  [key: string]: TomlValue;
}

/** Thrown with the line at which the text is not understood. */
export class TomlError extends Error {
  override name = "TomlError";
}

/**
 * Reads the TOML of an app's configuration: tables, arrays of tables, strings, numbers, booleans, arrays (over
 * several lines too), inline tables and comments. See https://toml.io/en/v1.0.0.
 * @throws TomlError when something else is met, rather than guessing
 */
export function parseToml(text: string): TomlTable {
  return new Reader(text).document();
}

class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  document(): TomlTable {
    const root: TomlTable = {};
    let table = root;
    for (;;) {
      this.skip(/[\s]|#[^\n]*/y);
      if (this.at >= this.text.length) return root;
      if (this.take("[[")) {
        table = appendTable(root, this.keyPath(), this);
        this.expect("]]");
      } else if (this.take("[")) {
        table = openTable(root, this.keyPath(), this);
        this.expect("]");
      } else {
        this.pair(table);
      }
    }
  }

  private pair(table: TomlTable): void {
    const path = this.keyPath();
    const last = path.pop() ?? "";
    this.blanks();
    this.expect("=");
    this.blanks();
    openTable(table, path, this)[last] = this.value();
  }

  private keyPath(): string[] {
    const keys: string[] = [];
    do {
      this.blanks();
      const quoted = this.text[this.at] === '"' || this.text[this.at] === "'";
      keys.push(quoted ? this.string() : this.match(/[A-Za-z0-9_-]+/y, "a key"));
      this.blanks();
    } while (this.take("."));
    return keys;
  }

  private value(): TomlValue {
    const next = this.text[this.at];
    if (next === '"' || next === "'") return this.string();
    if (next === "[") return this.array();
    if (next === "{") return this.inlineTable();
    const word = this.match(/[^\s,\]}#]+/y, "a value");
    if (word === "true") return true;
    if (word === "false") return false;
    if (/^[+-]?\d[\d_]*(\.\d+)?$/.test(word)) return Number(word.replaceAll("_", ""));
    return this.fail(`${word} is not understood`);
  }

  private array(): TomlValue[] {
    this.expect("[");
    const items: TomlValue[] = [];
    for (;;) {
      this.skip(/\s|#[^\n]*/y);
      if (this.take("]")) return items;
      items.push(this.value());
      this.skip(/\s|#[^\n]*/y);
      if (!this.take(",")) {
        this.expect("]");
        return items;
      }
    }
  }

  private inlineTable(): TomlTable {
    this.expect("{");
    const table: TomlTable = {};
    this.blanks();
    while (!this.take("}")) {
      this.pair(table);
      this.blanks();
      if (!this.take(",")) {
        this.expect("}");
        break;
      }
      this.blanks();
    }
    return table;
  }

  private string(): string {
    if (this.text.startsWith('"""', this.at) || this.text.startsWith("'''", this.at)) return this.fail("a multi-line string is not read here");
    if (this.text[this.at] === "'") return this.match(/'[^'\n]*'/y, "a string").slice(1, -1);
    // TOML's basic strings escape as JSON's do, but for \U and \e.
    return JSON.parse(this.match(/"(?:[^"\\\n]|\\.)*"/y, "a string")) as string;
  }

  private blanks(): void {
    this.skip(/[ \t]/y);
  }

  private skip(pattern: RegExp): void {
    for (;;) {
      pattern.lastIndex = this.at;
      const found = pattern.exec(this.text);
      if (!found || found[0].length === 0) return;
      this.at += found[0].length;
    }
  }

  private match(pattern: RegExp, what: string): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return this.fail(`${what} is missing`);
    this.at += found[0].length;
    return found[0];
  }

  private take(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) this.fail(`${text} is missing`);
  }

  fail(message: string): never {
    throw new TomlError(`line ${this.text.slice(0, this.at).split("\n").length}: ${message}`);
  }
}

function openTable(root: TomlTable, path: readonly string[], reader: Reader): TomlTable {
  let table = root;
  for (const key of path) {
    const existing = table[key];
    // A path through an array of tables means its last table.
    const next = Array.isArray(existing) ? existing.at(-1) : (existing ?? (table[key] = {}));
    if (typeof next !== "object" || Array.isArray(next)) return reader.fail(`${key} is not a table`);
    table = next;
  }
  return table;
}

function appendTable(root: TomlTable, path: readonly string[], reader: Reader): TomlTable {
  const parent = openTable(root, path.slice(0, -1), reader);
  const key = path.at(-1) ?? "";
  const existing = parent[key] ?? (parent[key] = []);
  if (!Array.isArray(existing)) return reader.fail(`${key} is not an array of tables`);
  const table: TomlTable = {};
  existing.push(table);
  return table;
}
