import { listAccess } from "~/db/access-log.server";
import { listDataRequests } from "~/db/data-requests.server";
import type { Tx } from "~/db/database.server";
import { RETENTION_KINDS, RETENTION_WORDS, type Retention } from "~/domain/privacy/retention";

/** Readings shown: the newest; older ones stay in the database. */
const SHOWN = 50;

/** One reading of customers' data as the privacy page shows it. Never a value. */
export interface AccessView {
  at: string;
  who: string;
  why: string;
  fields: string;
}

const FIELDS: Readonly<Record<string, string>> = { name: "name", email: "e-mail", phone: "phone", address: "address" };

/** The privacy page: customers' requests with what was gathered for them, who has read customers' data, and how long what is kept. */
export async function presentPrivacy(tx: Tx, shopId: string, of: { retention: Retention; appUrl: string }) {
  const requests = await listDataRequests(tx, shopId);
  const log = await listAccess(tx, shopId, SHOWN);
  return {
    periods: RETENTION_KINDS.map((kind) => ({ what: RETENTION_WORDS[kind], days: of.retention[kind] })),
    pages: { privacy: `${of.appUrl}/privacy`, support: `${of.appUrl}/support` },
    requests: requests.map((each) => ({ id: each.id, requestId: each.requestId, at: each.createdAt.toISOString() })),
    log: log.map((each): AccessView => ({ at: each.at.toISOString(), who: who(each.actor), why: each.purpose, fields: each.fields.map((field) => FIELDS[field] ?? field).join(", ") })),
  };
}

/** "staff:548380009" is a person of the shop's staff, by Shopify's id. */
function who(actor: string): string {
  const id = /^staff:(\w+)$/.exec(actor)?.[1];
  if (id) return `Staff member ${id}`;
  if (actor === "system") return "Milepost";
  return actor === "shopify" ? "Shopify, for a customer" : actor === "staff" ? "Staff" : actor;
}
