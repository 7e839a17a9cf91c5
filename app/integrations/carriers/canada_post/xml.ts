import { at, fields, listAt, textAt } from "../reading/values";

/** The messages of the old service, at the top or inside a wrapper. */
export function messagesOfXml(document: unknown): { code: string | null; message: string | null }[] {
  const top = at(document, "messages") ?? at(document, "wrapper", "messages");
  return listAt(top, "message").map((one) => ({ code: textAt(one, "code"), message: textAt(one, "description") }));
}

/** The old service's detail or summaries under the names of the JSON service. */
export function jsonOfXml(document: unknown): unknown {
  const summaries = listAt(at(document, "tracking-summary") ?? at(document, "wrapper", "tracking-summary"), "pin-summary");
  if (summaries.length > 0) return summaries.map(camel);
  const detail = at(document, "tracking-detail") ?? at(document, "wrapper", "tracking-detail");
  if (detail === undefined) return null;
  return { ...camel(detail), significantEvents: listAt(detail, "significant-events", "occurrence").map(camel) };
}

function camel(element: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields(element)).map(([name, value]) => [name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value]));
}
