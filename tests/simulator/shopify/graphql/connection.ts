import { compareIds } from "../store/ids";
import type { Context, View } from "./context";
import { badRequest } from "./errors";

/** The arguments of every connection. */
export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
}

export interface Sorting<Item> {
  id(item: Item): string;
  /** What the items are sorted by before their id. */
  value?(item: Item): string | number;
  view(item: Item): View;
}

/** Shopify's largest page. */
const MAX_PAGE = 250;

interface Key {
  value: string | number;
  id: string;
}

/**
 * A page of a connection. Cursors say after which value and id a page begins, so that they stay right while records
 * come, go and change. @throws BAD_REQUEST without first or last, beyond 250, or with a cursor that is none
 */
export function connection<Item>(ctx: Context, type: string, items: readonly Item[], args: PageArguments, sorting: Sorting<Item>): View {
  const key = (item: Item): Key => ({ value: sorting.value?.(item) ?? "", id: sorting.id(item) });
  const direction = args.reverse ? -1 : 1;
  const sorted = items.map((item) => ({ item, key: key(item) })).sort((left, right) => direction * compareKeys(left.key, right.key));
  const page = ctx.bulk ? { kept: sorted, before: false, after: false } : cut(sorted, args, direction);
  const edges = page.kept.map(({ item, key: at }) => ({ __typename: `${type}Edge`, cursor: encodeCursor(at), node: () => sorting.view(item) }));
  return {
    __typename: `${type}Connection`,
    edges,
    nodes: () => page.kept.map(({ item }) => sorting.view(item)),
    pageInfo: {
      __typename: "PageInfo",
      hasNextPage: page.after,
      hasPreviousPage: page.before,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    userErrors: [],
  };
}

function cut<Entry extends { key: Key }>(sorted: Entry[], args: PageArguments, direction: number): { kept: Entry[]; before: boolean; after: boolean } {
  const { first, last } = args;
  if (first == null && last == null) throw badRequest("you must provide one of first or last");
  if (first != null && last != null) throw badRequest("providing both first and last is not supported");
  const size = first ?? last ?? 0;
  if (size < 0 || size > MAX_PAGE) throw badRequest(`first and last must be between 0 and ${MAX_PAGE}`);
  const after = args.after == null ? null : decodeCursor(args.after);
  const before = args.before == null ? null : decodeCursor(args.before);
  const within = sorted.filter(
    ({ key }) => (after === null || direction * compareKeys(key, after) > 0) && (before === null || direction * compareKeys(key, before) < 0),
  );
  const kept = first != null ? within.slice(0, size) : within.slice(Math.max(0, within.length - size));
  const begin = kept[0] === undefined ? 0 : sorted.indexOf(kept[0]);
  return { kept, before: begin > 0, after: kept.length > 0 ? begin + kept.length < sorted.length : within.length > 0 };
}

function compareKeys(left: Key, right: Key): number {
  if (typeof left.value === "number" && typeof right.value === "number") return left.value - right.value || compareIds(left.id, right.id);
  const leftValue = String(left.value);
  const rightValue = String(right.value);
  return leftValue < rightValue ? -1 : leftValue > rightValue ? 1 : compareIds(left.id, right.id);
}

function encodeCursor(key: Key): string {
  return Buffer.from(JSON.stringify({ last_id: key.id, last_value: key.value })).toString("base64");
}

function decodeCursor(cursor: string): Key {
  try {
    const parsed = JSON.parse(Buffer.from(cursor, "base64").toString("utf8")) as { last_id?: unknown; last_value?: unknown };
    const { last_id: id, last_value: value } = parsed;
    if (typeof id === "string" && (typeof value === "string" || typeof value === "number")) return { id, value };
  } catch {
    // Said below: whatever it is, it is no cursor.
  }
  throw badRequest(`Invalid cursor for current pagination sort: ${cursor}`);
}
