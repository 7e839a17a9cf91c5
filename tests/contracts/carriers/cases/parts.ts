import type { FakeAnswer } from "../fake-provider";

/** A 200 with JSON. */
export function json(value: unknown, status = 200): FakeAnswer {
  return { status, body: JSON.stringify(value) };
}

/** A 200 with XML. */
export function xml(body: string, status = 200): FakeAnswer {
  return { status, body: `<?xml version="1.0" encoding="UTF-8"?>${body}` };
}

/** The usual form of an OAuth answer. */
export function oauth(token: string): string {
  return JSON.stringify({ access_token: token, token_type: "Bearer", expires_in: 3600 });
}

export function digits(length: number, prefix = ""): (n: number) => string {
  return (n) => prefix + String(n).padStart(length - prefix.length, "0");
}

export function basicOf(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

/** The last piece of a path, with its commas as a list. */
export function lastOf(path: string): string[] {
  return decodeURIComponent(path.split("/").at(-1) ?? "").split(",");
}
