import { cleanJsonText, cleanText } from "./domain/text/clean-text";

/** A form as it was posted: texts alone, storable as `cleanText` makes them. */
export interface PostedForm {
  /** A field's first value; "" when the form has no such field. */
  text(name: string): string;
  /** All values of a field that may come several times. */
  all(name: string): string[];
  /** Every field with its last value. */
  fields(): Record<string, string>;
}

/**
 * Reads a posted form.
 * @throws Response 400 when the body is no form
 */
export async function readForm(request: Request): Promise<PostedForm> {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw new Response("Send a form.", { status: 400 });
  }
  const entries = [...form].map(([name, value]): [string, string] => [cleanText(name), cleanText(String(value))]);
  return {
    text: (name) => entries.find(([each]) => each === name)?.[1] ?? "",
    all: (name) => entries.filter(([each]) => each === name).map(([, value]) => value),
    fields: () => Object.fromEntries(entries),
  };
}

/** What stands in an address behind the question mark, storable. */
export function readQuery(request: Request): URLSearchParams {
  return new URLSearchParams([...new URL(request.url).searchParams].map(([name, value]) => [cleanText(name), cleanText(value)]));
}

/** A part of an address's path, storable; "" when it is missing. */
export function readParam(params: Readonly<Record<string, string | undefined>>, name: string): string {
  return cleanText(params[name] ?? "");
}

/** JSON in a field or a body, its texts storable; undefined when it is none. */
export function readJsonText(text: string): unknown {
  try {
    return JSON.parse(cleanJsonText(text)) as unknown;
  } catch {
    return undefined;
  }
}
