/** Something the person at the keyboard can mend; its message says how. */
export class CommandError extends Error {
  override name = "CommandError";
}

export function isCommandError(error: unknown): error is CommandError {
  return error instanceof CommandError;
}
