/** Longest description of an error that is stored or logged, characters. */
const MAX_LENGTH = 300;

/**
 * Describes an error for a row or the log, without values: Prisma's messages repeat the parameters of the query, which
 * can hold customers' data, so its errors are described by name and code alone. `JSON.parse` repeats the text it failed on.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, MAX_LENGTH);
  if (error.name.startsWith("PrismaClient")) {
    const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
    return `The database refused a query (${error.name}${code}).`;
  }
  if (error instanceof SyntaxError) return "A text could not be parsed (SyntaxError).";
  return error.message.slice(0, MAX_LENGTH);
}
