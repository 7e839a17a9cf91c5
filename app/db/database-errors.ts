/**
 * Messages of the database without the values that were sent to it: messages are logged, and kept in rows that are shown.
 *
 * PostgreSQL repeats values in the messages of class 22 (data exceptions), after the last colon or in quotation marks;
 * `detail`, `where` and `hint` repeat rows and are left out whole. Other classes name tables, columns and constraints.
 */

/** Fields of PostgreSQL's errors (and of PGlite's) that repeat values or the statement. */
const REPEATING = ["detail", "where", "hint", "internalQuery", "query", "params", "parameters"] as const;

/** A message of PostgreSQL of one SQLSTATE, without values. */
export function withoutValues(sqlState: string | undefined, message: string): string {
  if (sqlState !== undefined && !sqlState.startsWith("22")) return message;
  return message.replace(/: ".*$/s, "").replace(/"[^"]*"/g, '"…"').slice(0, 300);
}

/** Takes the values out of an error that a driver threw; anything else is returned as it is. */
export function stripDriverError(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return error;
  if (!/^[0-9A-Z]{5}$/.test(error.code)) return error;
  return withoutFields(withMessage(error, withoutValues(error.code, error.message)));
}

/**
 * The same for what a Prisma driver adapter throws: it keeps the driver's error in `cause`. Prisma makes its own message
 * of `originalCode` and `originalMessage`, which PGlite's adapter leaves out.
 */
export function stripAdapterError(error: unknown): unknown {
  if (!(error instanceof Error) || typeof error.cause !== "object" || error.cause === null) return stripDriverError(error);
  const cause = error.cause as Record<string, unknown>;
  const sqlState = [cause.originalCode, cause.code].find((each) => typeof each === "string");
  for (const field of ["message", "originalMessage", "cause"]) {
    if (typeof cause[field] === "string") cause[field] = withoutValues(sqlState, cause[field]);
  }
  if (cause.kind === "postgres") {
    withoutFields(cause);
    cause.originalCode ??= cause.code;
    cause.originalMessage ??= cause.message;
  }
  return withMessage(error, typeof cause.message === "string" ? cause.message : error.message);
}

/**
 * The same for what Prisma's client throws. A refused argument is shown inside the whole call; what counts stands in the
 * last paragraph: "Invalid value for argument `installedAt`: Provided Date object is invalid. Expected Date."
 */
export function stripClientError(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== "PrismaClientValidationError") return error;
  const call = /Invalid `[\w.$]+\(\)` invocation/.exec(error.message)?.[0] ?? "Invalid call of the database";
  const last = error.message.trim().split(/\n\s*\n/).at(-1) ?? "";
  return withMessage(error, `${call}: ${/[{}]/.test(last) ? "the arguments do not fit" : last.slice(0, 300)}`);
}

/** An error's stack begins with its message: both are replaced. */
function withMessage(error: Error, message: string): Error {
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  error.message = message;
  error.stack = [`${error.name}: ${message}`, ...frames].join("\n");
  return error;
}

function withoutFields<Fields extends object>(fields: Fields): Fields {
  for (const name of REPEATING) if (name in fields) (fields as Record<string, unknown>)[name] = undefined;
  return fields;
}
