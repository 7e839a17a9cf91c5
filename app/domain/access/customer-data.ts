/**
 * What Shopify releases of protected customer data: orders at all (level 1), and the customer's fields one by one
 * (level 2). See docs/protected-customer-data.md.
 */
export const CUSTOMER_DATA = ["orders", "name", "address", "email", "phone"] as const;
export type CustomerData = (typeof CUSTOMER_DATA)[number];

/** What answers showed to be given or refused. A kind of data that they did not concern is in neither. */
export interface DataAccess {
  granted: ReadonlySet<CustomerData>;
  refused: ReadonlySet<CustomerData>;
}

export const NOTHING_SEEN: DataAccess = { granted: new Set(), refused: new Set() };

/** What several answers show together: refused in one is refused. */
export function joinAccess(seen: readonly DataAccess[]): DataAccess {
  const refused = new Set(seen.flatMap((each) => [...each.refused]));
  return { granted: new Set(seen.flatMap((each) => [...each.granted]).filter((data) => !refused.has(data))), refused };
}

/** What is known of a shop once more was seen; `regained` was refused before and is given now. */
export interface KnownAccess extends DataAccess {
  regained: CustomerData[];
  changed: boolean;
}

/** Adds what was just seen to what is known. */
export function learnAccess(known: DataAccess, seen: DataAccess): KnownAccess {
  const { granted: given, refused: denied } = joinAccess([seen]);
  const granted = new Set([...known.granted, ...given].filter((data) => !denied.has(data)));
  const refused = new Set([...known.refused, ...denied].filter((data) => !given.has(data)));
  return {
    granted,
    refused,
    regained: [...known.refused].filter((data) => given.has(data)),
    changed: granted.size !== known.granted.size || refused.size !== known.refused.size || [...refused].some((data) => !known.refused.has(data)),
  };
}
