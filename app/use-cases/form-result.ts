/** What became of a form: done, or what is wrong with which field ("" for the form as a whole). */
export type FormResult<Done = object> = ({ ok: true } & Done) | { ok: false; errors: Record<string, string> };

/** One sentence about the form as a whole. */
export function refused(message: string, field = ""): { ok: false; errors: Record<string, string> } {
  return { ok: false, errors: { [field]: message } };
}
