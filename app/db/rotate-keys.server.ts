import type { SqlRunner } from "./database.server";
import type { Secrets } from "./secrets.server";

/** Every column that holds an envelope of ./secrets.server, and what the envelope is bound to. */
export const SEALED: readonly { table: string; column: string; purpose: string; /** The primary key's type; text unless told. */ id?: "text" | "bigint" }[] = [
  { table: '"order"', column: "customer_name_enc", purpose: "order.name" },
  { table: '"order"', column: "email_enc", purpose: "order.email" },
  { table: '"order"', column: "phone_enc", purpose: "order.phone" },
  { table: '"order"', column: "address_enc", purpose: "order.address" },
  { table: "session", column: "data_enc", purpose: "session" },
  { table: "carrier_connection", column: "credentials_enc", purpose: "connection.credentials" },
  { table: "data_request", column: "export_enc", purpose: "data_request.export" },
  { table: "file_import", column: "content_enc", purpose: "file_import.content" },
  { table: "file_import_problem", column: "cells_enc", purpose: "file_import_problem.cells", id: "bigint" },
  { table: "tracking_link", column: "token_enc", purpose: "tracking_link.token" },
];

/** Rows read at once: few enough to be held in memory, many enough to be quick. */
const BATCH = 500;

/** What became of one column's values. */
export interface RotatedColumn {
  table: string;
  column: string;
  rewritten: number;
  /** Values that no key opens; they stay as they are. */
  unreadable: number;
}

/**
 * Seals with the present key what was sealed with an older one, a batch at a time, while the app runs: a value that
 * somebody else writes meanwhile is left as they wrote it. Stopped in the middle, it goes on where it was.
 */
export async function rotateKeys(sql: SqlRunner, secrets: Secrets): Promise<RotatedColumn[]> {
  const done: RotatedColumn[] = [];
  for (const column of SEALED) done.push(await rotateColumn(sql, secrets, column));
  return done;
}

async function rotateColumn(sql: SqlRunner, secrets: Secrets, { table, column, purpose, id = "text" }: (typeof SEALED)[number]): Promise<RotatedColumn> {
  const result: RotatedColumn = { table: table.replaceAll('"', ""), column, rewritten: 0, unreadable: 0 };
  let after = id === "bigint" ? "0" : "";
  for (;;) {
    const { rows } = await sql(
      `select id, ${column} as sealed from ${table} where id > $1::${id} and ${column} is not null and ${column} not like $2 order by id limit ${BATCH}`,
      [after, `v1.${secrets.keyId}.%`],
    );
    const last = rows.at(-1);
    if (!last) return result;
    after = String(last.id);
    const fresh: { id: string; old: string; sealed: string }[] = [];
    for (const row of rows) {
      const old = String(row.sealed);
      try {
        fresh.push({ id: String(row.id), old, sealed: secrets.encrypt(secrets.decrypt(old, purpose), purpose) });
      } catch {
        result.unreadable += 1;
      }
    }
    const { rows: written } = await sql(
      `update ${table} t set ${column} = f.sealed from jsonb_to_recordset($1::jsonb) as f(id ${id}, old text, sealed text)
       where t.id = f.id and t.${column} = f.old returning t.id`,
      [JSON.stringify(fresh)],
    );
    result.rewritten += written.length;
  }
}
