/** Shopify would refuse this, with a user error: what the caller asked for is impossible or makes no sense. */
export class Refusal extends Error {
  override name = "Refusal";
  /**
   * @param field the path of the input that is at fault, as in GraphQL's user errors
   * @param code of the mutation's own error enum, where it has one
   */
  constructor(
    message: string,
    readonly field: string[] | null = null,
    readonly code: string | null = null,
  ) {
    super(message);
  }
}
