import { cleanText } from "~/domain/text/clean-text";

/**
 * Splits a stream of bytes into lines, without the line ends; a line without an end at the very end counts too.
 * Characters that cannot be stored become U+FFFD, as everywhere else where text comes in.
 */
export async function* readLines(input: AsyncIterable<Buffer | string>): AsyncIterable<string> {
  const decoder = new TextDecoder("utf-8");
  // The pieces of a line whose end has not come yet: each is looked through once, however many it takes.
  let rest: string[] = [];
  for await (const chunk of input) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const [first = "", ...others] = text.split("\n");
    rest.push(first);
    for (const next of others) {
      yield cleanText(withoutReturn(rest.join("")));
      rest = [next];
    }
  }
  const last = rest.join("");
  if (last !== "") yield cleanText(last);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
