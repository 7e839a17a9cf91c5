import type { Tx } from "../database.server";
import type { Prisma } from "../generated/client";
import { DELETED_TEXT } from "./order-tables";

/** A scan's code and text as the list of unmapped codes keeps them: cut, and "" for none. */
export interface UnmappedWords {
  provider: string;
  code: string;
  text: string;
}

/** The words of these shipments' scans that stand in the shop's list of unmapped codes. Taken before the scans are cleared. */
export async function unmappedWordsOf(tx: Tx, shopId: string, shipmentIds: readonly string[]): Promise<UnmappedWords[]> {
  if (shipmentIds.length === 0) return [];
  return tx.$queryRawUnsafe<UnmappedWords[]>(
    `select said.provider, said.code, said.text
     from (select distinct provider, left(coalesce(code, ''), 100) as code, left(coalesce(text, ''), 200) as text
       from tracking_event where shop_id = $1 and shipment_id = any($2::text[]) and (code is not null or text is not null)) said
     join unmapped_code u on u.shop_id = $1 and u.provider = said.provider and u.code = said.code and u.text = said.text`,
    shopId,
    shipmentIds,
  );
}

/** Takes words off that list which no scan has any more: once the customer's own are cleared, nobody else's has them. */
export async function deleteUnmappedWords(tx: Tx, shopId: string, words: readonly UnmappedWords[]): Promise<void> {
  for (const each of words) if (!(await isStillSaid(tx, shopId, each))) await tx.unmappedCode.deleteMany({ where: { shopId, ...each } });
}

async function isStillSaid(tx: Tx, shopId: string, { provider, code, text }: UnmappedWords): Promise<boolean> {
  // A code of full length may have been cut; any other is found by the index.
  const sameCode = code === "" ? "code is null and $3 = ''" : code.length < 100 ? "code = $3" : "starts_with(code, $3)";
  const rows = await tx.$queryRawUnsafe<object[]>(
    `select 1 from tracking_event where shop_id = $1 and provider = $2 and ${sameCode} and ${text === "" ? "text is null and $4 = ''" : "starts_with(text, $4)"} limit 1`,
    shopId,
    provider,
    code,
    text,
  );
  return rows.length > 0;
}

/**
 * Replaces the codes and texts that are about a customer in all versions of a shop's mapping: rules are often made of a
 * scan. Every other rule stays as it is.
 * @returns how many versions were changed
 */
export async function redactMapping(tx: Tx, shopId: string, isAbout: (text: string) => boolean): Promise<number> {
  let changedVersions = 0;
  for (const { id, entries, changes } of await tx.mappingVersion.findMany({ where: { shopId }, select: { id: true, entries: true, changes: true } })) {
    let changed = false;
    const without = (text: string) => {
      if (!isAbout(text)) return text;
      changed = true;
      return DELETED_TEXT;
    };
    const data = { entries: eachWord(entries, without) as Prisma.InputJsonValue, changes: eachWord(changes, without) as Prisma.InputJsonValue };
    if (!changed) continue;
    await tx.mappingVersion.updateMany({ where: { id, shopId }, data });
    changedVersions += 1;
  }
  return changedVersions;
}

/** A copy of the JSON with every `text` and `code` in it replaced by what `change` makes of it. */
function eachWord(json: unknown, change: (text: string) => string): unknown {
  if (Array.isArray(json)) return json.map((each) => eachWord(each, change));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, each]) => [key, (key === "text" || key === "code") && typeof each === "string" ? change(each) : eachWord(each, change)]));
}
