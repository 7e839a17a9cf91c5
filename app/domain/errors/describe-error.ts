/** An error as it is logged. */
export interface ErrorDescription {
  name: string;
  message: string;
  code?: string;
  /** The calls that led to it, outermost last, each as "function (file:line:column)". */
  stack?: string;
}

const MOST_CHARACTERS = 300;
const MOST_CALLS = 12;

/**
 * Describes an error in one JSON value that may be logged. Of a message of several lines the last one is taken: Prisma
 * puts the query with its values, which may be personal data, into the lines before it.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, message: lastLine(String(error)) };
  const code = "code" in error && (typeof error.code === "string" || typeof error.code === "number") ? { code: String(error.code) } : {};
  const calls = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).slice(0, MOST_CALLS);
  const stack = calls.length === 0 ? {} : { stack: calls.map((line) => line.trim().slice(3, MOST_CHARACTERS)).join(" < ") };
  return { name: error.name.slice(0, 100), message: lastLine(error.message), ...code, ...stack };
}

function lastLine(message: string): string {
  return (message.slice(-10_000).trimEnd().split("\n").at(-1) ?? "").trim().slice(0, MOST_CHARACTERS);
}
