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
 * Summarizes an error in one line that may be stored or logged, without values: Prisma's messages repeat the parameters
 * of the query, which can hold customers' data, so its errors are named by class and code alone; `JSON.parse` repeats the
 * text it failed on. Of several lines the last one is taken, as those before it may hold a query.
 */
export function errorSummary(error: unknown): string {
  if (!(error instanceof Error)) return lastLine(String(error));
  if (error.name.startsWith("PrismaClient")) {
    const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
    return `The database refused a query (${error.name}${code}).`;
  }
  if (error instanceof SyntaxError) return "A text could not be parsed (SyntaxError).";
  return lastLine(error.message);
}

/** Describes an error in one JSON value that may be logged: its summary, with its code and the calls that led to it. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, message: errorSummary(error) };
  const code = "code" in error && (typeof error.code === "string" || typeof error.code === "number") ? { code: String(error.code) } : {};
  const calls = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).slice(0, MOST_CALLS);
  const stack = calls.length === 0 ? {} : { stack: calls.map((line) => line.trim().slice(3, MOST_CHARACTERS)).join(" < ") };
  return { name: error.name.slice(0, 100), message: errorSummary(error), ...code, ...stack };
}

function lastLine(message: string): string {
  return (message.slice(-10_000).trimEnd().split("\n").at(-1) ?? "").trim().slice(0, MOST_CHARACTERS);
}
