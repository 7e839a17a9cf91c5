/** One request that the app made to Shopify; for the control page and for tests. */
export interface RequestRecord {
  at: string;
  shop: string;
  method: string;
  path: string;
  /** Of a GraphQL request: the operation's name, or its first field. */
  operation: string | null;
  status: number;
  milliseconds: number;
  variables: unknown;
}

/** Keeps the last requests, newest last. */
export function createRequestLog(limit = 1000): { add(record: RequestRecord): void; readonly records: readonly RequestRecord[] } {
  const records: RequestRecord[] = [];
  return {
    records,
    add(record) {
      records.push(record);
      if (records.length > limit) records.shift();
    },
  };
}
