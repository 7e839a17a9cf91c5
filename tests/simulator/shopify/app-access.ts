import type { SimClock } from "../clock";
import type { ProtectedDataAccess } from "./graphql/protected-data";
import { ALL_PROTECTED_DATA } from "./graphql/protected-data";

/** What Shopify has released to the app as a whole: the page "API access requests" of the Partner Dashboard. */
export interface AppAccess {
  protectedData: ProtectedDataAccess;
  /** Whether bulk queries are allowed now. */
  mayRunBulkQueries(): boolean;
  setBulkQueries(allowed: boolean): void;
  /** A bulk query was run: the 31 days begin anew. */
  bulkQueryRun(): void;
  /** Whether shops that have not approved newly required scopes get no answers at all until they do. */
  blocksUntilApproved: boolean;
}

/** An app that has not run a bulk query for so long may not run one any more (Shopify's changelog, November 2026). */
const BULK_UNUSED_MS = 31 * 86_400_000;

/** Everything is released, as it is to an app on development stores once the fields are chosen. */
export function createAppAccess(clock: SimClock): AppAccess {
  let bulkAllowed = true;
  let bulkUsedAt = clock.now();
  return {
    protectedData: ALL_PROTECTED_DATA,
    mayRunBulkQueries: () => bulkAllowed && clock.now() - bulkUsedAt <= BULK_UNUSED_MS,
    setBulkQueries(allowed) {
      bulkAllowed = allowed;
      bulkUsedAt = clock.now();
    },
    bulkQueryRun() {
      bulkUsedAt = clock.now();
    },
    blocksUntilApproved: false,
  };
}
