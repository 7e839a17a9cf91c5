import { badRequest } from "./errors";

/** One condition of a search: `updated_at:>='2026-01-01'`, or a bare word (field null). */
export interface Term {
  kind: "term";
  field: string | null;
  operator: ":" | ":<" | ":<=" | ":>" | ":>=";
  value: string;
  /** Whether the value stood in quotes. */
  quoted: boolean;
}

export type Search = Term | { kind: "and" | "or"; parts: Search[] } | { kind: "not"; part: Search };

const TOKEN = /\s*(?:([()])|(-)(?=\S)|([A-Za-z_][\w.]*)(:(?:<=|>=|<|>)?)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s()]+)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s()]+))/y;

interface Token {
  text: string;
  term: Term | null;
}

/**
 * Reads Shopify's search syntax: terms side by side mean AND; AND, OR, NOT, a minus and parentheses; comparators;
 * quotes. See https://shopify.dev/docs/api/usage/search-syntax. @throws BAD_REQUEST when it is not understood
 */
export function parseSearch(query: string): Search {
  const tokens = tokenize(query);
  let at = 0;

  const or = (): Search => {
    const parts = [and()];
    while (tokens[at]?.text === "OR") {
      at += 1;
      parts.push(and());
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "or", parts };
  };
  const and = (): Search => {
    const parts: Search[] = [];
    while (at < tokens.length && tokens[at]?.text !== ")" && tokens[at]?.text !== "OR") {
      if (tokens[at]?.text === "AND") at += 1;
      else parts.push(not());
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "and", parts };
  };
  const not = (): Search => {
    const token = tokens[at];
    at += 1;
    if (token?.text === "NOT" || token?.text === "-") return { kind: "not", part: not() };
    if (token?.text === "(") {
      const inner = or();
      if (tokens[at]?.text !== ")") throw badRequest(`The search ${query} is not closed.`);
      at += 1;
      return inner;
    }
    if (!token?.term) throw badRequest(`The search ${query} is not understood.`);
    return token.term;
  };

  const search = or();
  if (at < tokens.length) throw badRequest(`The search ${query} is not understood.`);
  return search;
}

function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const text = query.trimEnd();
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text);
    if (!match) throw badRequest(`The search ${query} is not understood.`);
    const [, parenthesis, minus, field, operator, value, word] = match;
    if (parenthesis ?? minus) tokens.push({ text: parenthesis ?? minus ?? "", term: null });
    else if (field !== undefined && operator !== undefined && value !== undefined) {
      tokens.push({ text: "", term: { kind: "term", field, operator: operator as Term["operator"], value: unquote(value), quoted: isQuoted(value) } });
    } else if (word === "AND" || word === "OR" || word === "NOT") tokens.push({ text: word, term: null });
    else tokens.push({ text: "", term: { kind: "term", field: null, operator: ":", value: unquote(word ?? ""), quoted: isQuoted(word ?? "") } });
  }
  return tokens;
}

function isQuoted(text: string): boolean {
  const quote = text[0];
  return (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote);
}

function unquote(text: string): string {
  return isQuoted(text) ? text.slice(1, -1).replace(/\\(.)/g, "$1") : text;
}
