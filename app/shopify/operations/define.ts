import type { AdminOperation } from "../admin-port";

/**
 * Makes a typed operation out of a document; fragments are put behind it.
 * The name is read out of the document, so the two cannot differ.
 * @throws when the document is not one named query or mutation
 */
export function operation<Result, Variables extends Record<string, unknown>>(
  text: string,
  ...fragments: readonly string[]
): AdminOperation<Result, Variables> {
  const name = /^\s*(?:query|mutation)\s+(\w+)/.exec(text)?.[1];
  if (!name) throw new Error("An operation needs a name.");
  return { name, text: [text.trim(), ...fragments.map((each) => each.trim())].join("\n") };
}

/** True when running it twice could do something twice. */
export function isMutation(operation: { text: string }): boolean {
  return operation.text.trimStart().startsWith("mutation");
}
