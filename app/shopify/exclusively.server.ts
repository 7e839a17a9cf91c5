/** The part of the database that locks need; see app/db/database.server.ts. */
export interface LockingDatabase {
  kind: "embedded" | "postgres";
  sqlTransaction<T>(work: (sql: (text: string, values?: readonly unknown[]) => Promise<{ rows: Record<string, unknown>[] }>) => Promise<T>): Promise<T>;
}

/** Per database, the last piece of work of each key in this process. */
const chains = new WeakMap<LockingDatabase, Map<string, Promise<unknown>>>();

function chainsOf(db: LockingDatabase): Map<string, Promise<unknown>> {
  const known = chains.get(db) ?? new Map<string, Promise<unknown>>();
  chains.set(db, known);
  return known;
}

/**
 * Runs pieces of work with the same key one after the other: in this process by a chain of promises, across processes
 * by an advisory lock of PostgreSQL. The embedded database has one process alone, and holding a transaction there
 * would make the work wait for itself, so the chain is enough.
 */
export async function exclusively<T>(db: LockingDatabase, key: string, work: () => Promise<T>): Promise<T> {
  const tails = chainsOf(db);
  const locked = () =>
    db.kind === "embedded"
      ? work()
      : db.sqlTransaction(async (sql) => {
          await sql("select pg_advisory_xact_lock(hashtextextended($1, 0))", [key]);
          return work();
        });
  return inChain(tails, key, (tails.get(key) ?? Promise.resolve()).then(locked));
}

/** Runs pieces of work with the same key one after the other in this process alone: what other processes do is not waited for. */
export async function oneAfterTheOther<T>(db: LockingDatabase, key: string, work: () => Promise<T>): Promise<T> {
  const tails = chainsOf(db);
  return inChain(tails, key, (tails.get(key) ?? Promise.resolve()).then(work));
}

/**
 * Runs work unless somebody, here or in another process, is at the same key.
 * @returns what the work gave, or null when it was not run
 */
export async function unlessUnderWay<T>(db: LockingDatabase, key: string, work: () => Promise<T>): Promise<{ result: T } | null> {
  const tails = chainsOf(db);
  if (tails.has(key)) return null;
  const run = async () => ({ result: await work() });
  const locked =
    db.kind === "embedded"
      ? run()
      : db.sqlTransaction(async (sql) => {
          const { rows } = await sql("select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as mine", [key]);
          return rows[0]?.mine === true ? run() : null;
        });
  return inChain(tails, key, locked);
}

async function inChain<T>(tails: Map<string, Promise<unknown>>, key: string, mine: Promise<T>): Promise<T> {
  const tail = mine.catch(() => undefined);
  tails.set(key, tail);
  try {
    return await mine;
  } finally {
    if (tails.get(key) === tail) tails.delete(key);
  }
}
