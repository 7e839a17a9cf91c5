/** Something the person at the keyboard can mend; its message says how. */
export class CommandError extends Error {
  override name = "CommandError";
}

/** Whether an error is the person's to mend: told as a sentence, without a trace of calls. */
export function isCommandError(error: unknown): error is CommandError {
  return error instanceof CommandError;
}
