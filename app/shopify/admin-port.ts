import type { Denial } from "./denials";

/** Shopify's Admin GraphQL API as one shop: throttling, retries and tokens are dealt with behind it. */
export interface AdminClient {
  shopDomain: string;
  /**
   * Runs one operation.
   * @throws AdminApiError when Shopify refuses it or a field of it (GraphQL errors, access denied) or cannot be reached
   */
  run<Result, Variables extends Record<string, unknown>>(operation: AdminOperation<Result, Variables>, variables: Variables): Promise<Result>;
  /**
   * Runs one operation of which single fields may be refused: these are null, named in `denied`.
   * @throws AdminApiError as `run`; access_denied only when nothing of the answer came
   */
  runPartially<Result, Variables extends Record<string, unknown>>(
    operation: AdminOperation<Result, Variables>,
    variables: Variables,
  ): Promise<PartialAnswer<Result>>;
  /**
   * Reads a bulk operation's result line by line, without holding the file in memory.
   * @throws AdminApiError when the file is gone or the connection breaks
   */
  lines(url: string): AsyncIterable<string>;
}

/** What came of an answer, and what did not. */
export interface PartialAnswer<Result> {
  data: Result;
  denied: readonly Denial[];
}

/** A typed operation: the document's text and, in types alone, what it takes and gives. */
export interface AdminOperation<Result, Variables extends Record<string, unknown>> {
  /** The operation's name in the document; named in errors and logs. */
  name: string;
  text: string;
  /** Never read: carries the types. */
  readonly types?: { result: Result; variables: Variables };
}

/** What an operation gives. */
export type ResultOf<Operation extends { readonly types?: { result: unknown } }> = NonNullable<Operation["types"]>["result"];

export type AdminClientFor = (shopDomain: string) => Promise<AdminClient>;

/**
 * What a caller may do about a refusal:
 * - `unauthorized`: the shop has no usable token; it comes back when the merchant opens the app again
 * - `access_denied`: a scope or protected customer data is missing (`denied` says what) or the shop is frozen; trying
 *   again does not help
 * - `throttled`, `unavailable`: later
 * - `invalid`: the operation itself is wrong
 */
export type AdminApiErrorKind = "unauthorized" | "access_denied" | "throttled" | "invalid" | "unavailable";

/** Shopify refused or could not be reached; the message holds no tokens and no personal data. */
export class AdminApiError extends Error {
  override name = "AdminApiError";
  constructor(
    readonly kind: AdminApiErrorKind,
    message: string,
    /** The fields that Shopify refused; empty for every other trouble. */
    readonly denied: readonly Denial[] = [],
  ) {
    super(message);
  }
}
