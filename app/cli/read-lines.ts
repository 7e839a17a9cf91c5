import { cleanText } from "~/domain/text/clean-text";

/**
 * Splits a stream of bytes into lines, without the line ends; a line without an end at the very end counts too.
 * Characters that cannot be stored become U+FFFD, as everywhere else where text comes in.
 */
export async function* readLines(input: AsyncIterable<Buffer | string>): AsyncIterable<string> {
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  for await (const chunk of input) {
    rest += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? "";
    yield* lines.map(cleanText);
  }
  if (rest !== "") yield cleanText(rest);
}
