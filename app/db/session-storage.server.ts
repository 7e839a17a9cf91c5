import { Session } from "@shopify/shopify-api";

import type { Database } from "./database.server";
import type { Secrets } from "./secrets.server";

const PURPOSE = "session";

/** Shopify's sessions in the database, sealed as a whole: they hold access and refresh tokens. */
export interface EncryptedSessionStorage {
  storeSession(session: Session): Promise<boolean>;
  loadSession(id: string): Promise<Session | undefined>;
  deleteSession(id: string): Promise<boolean>;
  deleteSessions(ids: string[]): Promise<boolean>;
  findSessionsByShop(shop: string): Promise<Session[]>;
}

/** Keeps Shopify's sessions, tokens within, sealed. */
export function createSessionStorage(db: Pick<Database, "prisma">, secrets: Secrets): EncryptedSessionStorage {
  const { session: table } = db.prisma;
  const open = (sealed: string) => new Session(reviveDates(JSON.parse(secrets.decrypt(sealed, PURPOSE)) as ConstructorParameters<typeof Session>[0]));
  return {
    async storeSession(session) {
      const data = secrets.encrypt(JSON.stringify(session.toObject()), PURPOSE);
      const row = { shop: session.shop, isOnline: session.isOnline, expires: session.expires ?? null, data };
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
  };
}

function reviveDates(params: ConstructorParameters<typeof Session>[0]): ConstructorParameters<typeof Session>[0] {
  const date = (value: unknown) => (typeof value === "string" ? new Date(value) : undefined);
  return { ...params, expires: date(params.expires), refreshTokenExpires: date(params.refreshTokenExpires) };
}
