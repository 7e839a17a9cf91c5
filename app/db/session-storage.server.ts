import { Session } from "@shopify/shopify-api";

import type { Database, Tx } from "./database.server";
import type { Secrets } from "./secrets.server";

const PURPOSE = "session";

/** What Shopify's library asks of a session storage. */
export interface LibrarySessionStorage {
  storeSession(session: Session): Promise<boolean>;
  loadSession(id: string): Promise<Session | undefined>;
  deleteSession(id: string): Promise<boolean>;
  deleteSessions(ids: string[]): Promise<boolean>;
  findSessionsByShop(shop: string): Promise<Session[]>;
}

/** Shopify's sessions in the database, sealed as a whole: they hold access and refresh tokens. */
export interface EncryptedSessionStorage extends LibrarySessionStorage {
  /**
   * Stores a session in place of one with the same id, if that one still holds the access token `held`.
   * @returns false when another token was stored meanwhile, or no session is left
   */
  replaceSession(session: Session, held: string): Promise<boolean>;
  /**
   * Deletes a session, if it still holds the access token `held`.
   * @returns false when another token was stored meanwhile, or no session is left
   */
  deleteSessionHolding(id: string, held: string): Promise<boolean>;
}

/** Reads of one session before a change of it is given up: a change in between makes the next one necessary. */
const ATTEMPTS = 5;

/** Keeps Shopify's sessions, tokens within, sealed. */
export function createSessionStorage(db: Pick<Database, "prisma">, secrets: Secrets): EncryptedSessionStorage {
  const { session: table } = db.prisma;
  const open = (sealed: string) => new Session(reviveDates(JSON.parse(secrets.decrypt(sealed, PURPOSE)) as ConstructorParameters<typeof Session>[0]));
  const seal = (session: Session) => ({
    shop: session.shop,
    isOnline: session.isOnline,
    expires: session.expires ?? null,
    data: secrets.encrypt(JSON.stringify(session.toObject()), PURPOSE),
  });
  /** Runs a change that names the sealed text it applies to: a row that changed in between is read again. */
  const whileHolding = async (id: string, held: string, change: (where: { id: string; data: string }) => Promise<{ count: number }>) => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const row = await table.findUnique({ where: { id } });
      if (!row || open(row.data).accessToken !== held) return false;
      if ((await change({ id, data: row.data })).count > 0) return true;
    }
    return false;
  };
  return {
    async storeSession(session) {
      const row = seal(session);
      await table.upsert({ where: { id: session.id }, create: { id: session.id, ...row }, update: row });
      return true;
    },
    async loadSession(id) {
      const row = await table.findUnique({ where: { id } });
      return row ? open(row.data) : undefined;
    },
    async deleteSession(id) {
      await table.deleteMany({ where: { id } });
      return true;
    },
    async deleteSessions(ids) {
      await table.deleteMany({ where: { id: { in: ids } } });
      return true;
    },
    async findSessionsByShop(shop) {
      const rows = await table.findMany({ where: { shop }, orderBy: { expires: "desc" }, take: 25 });
      return rows.map((row) => open(row.data));
    },
    replaceSession: (session, held) => whileHolding(session.id, held, (where) => table.updateMany({ where, data: seal(session) })),
    deleteSessionHolding: (id, held) => whileHolding(id, held, (where) => table.deleteMany({ where })),
  };
}

/**
 * Records that Shopify vouched at `at` (milliseconds since the epoch, by Shopify's clock) that a shop has the app
 * installed. Never goes back; does nothing for a shop without an offline session.
 */
export async function confirmInstall(tx: Tx, domain: string, at: number): Promise<void> {
  const confirmedAt = new Date(at);
  await tx.session.updateMany({ where: { id: `offline_${domain}`, OR: [{ confirmedAt: null }, { confirmedAt: { lt: confirmedAt } }] }, data: { confirmedAt } });
}

/** When Shopify last vouched that a shop has the app installed, milliseconds since the epoch; null when it is not known. */
export async function installConfirmedAt(tx: Tx, domain: string): Promise<number | null> {
  const row = await tx.session.findUnique({ where: { id: `offline_${domain}` }, select: { confirmedAt: true } });
  return row?.confirmedAt?.getTime() ?? null;
}

function reviveDates(params: ConstructorParameters<typeof Session>[0]): ConstructorParameters<typeof Session>[0] {
  const date = (value: unknown) => (typeof value === "string" ? new Date(value) : undefined);
  return { ...params, expires: date(params.expires), refreshTokenExpires: date(params.refreshTokenExpires) };
}
