import type { Tx } from "~/db/database.server";
import { mappingsOf } from "~/db/mapping-in-force.server";
import { latestVersion, listVersions, type MappingVersion } from "~/db/mapping-versions.server";
import { isCoarse, NEWEST_SCANS, scanByKey, seenCodes, unmappedRow, unmappedSamples } from "~/db/seen-codes.server";
import { cutText } from "~/domain/tracking/mapping/fold-text";
import { MAX_CODE, MAX_TEXT } from "~/domain/tracking/mapping/limits";
import { inForce, matchKey, type MappingEntry } from "~/domain/tracking/mapping/rule";
import { NO_MAPPING, type ShopMapping } from "~/domain/tracking/mapping/shop-mapping";
import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";
import { resolveLocale } from "~/locales";

import type { CarrierNames } from "./carrier-name";
import { unmappedCodes } from "./unmapped-codes";

const PAGE = 25;
const MOST_PAGES = 400;
const VERSIONS = 50;
/** Changes of one version that are written out. */
const WRITTEN_OUT = 6;

export interface MappingsInput {
  shop: { id: string; locale: string };
  names: CarrierNames;
  /** Sources that a rule may be about. */
  providers: readonly string[];
  params: URLSearchParams;
  now: number;
}

/** The page of the shop's own mapping: what nobody mapped, the rules, the codes that were seen, and the versions. */
export async function presentMappings(tx: Tx, { shop, names: namesOfCarriers, providers, params, now }: MappingsInput) {
  const names: CarrierNames = (code) => (code === "shopify" ? "Shopify" : namesOfCarriers(code));
  const search = boundedText(boundedText(params.get("q") ?? "", LONGEST.typed).replace(/\p{Cc}+/gu, " ").trim(), 100);
  const page = pageOf(params.get("page"));
  const rulesPage = pageOf(params.get("rules"));
  const unmapped = await unmappedCodes(tx, shop.id);
  const shown = unmapped.slice(0, PAGE);
  const [samples, current, versions, seen, mappings] = await Promise.all([
    unmappedSamples(tx, shop.id, shown),
    latestVersion(tx, shop.id),
    listVersions(tx, shop.id, VERSIONS),
    seenCodes(tx, shop.id, { search, limit: PAGE + 1, offset: (page - 1) * PAGE }),
    mappingsOf(tx, [shop.id]),
  ]);
  const mapping = mappings.get(shop.id)?.mapping ?? NO_MAPPING;
  const rules = inForce(current?.entries ?? []).sort((a, b) => b.version - a.version || (matchKey(a) < matchKey(b) ? -1 : 1));
  return {
    now: new Date(now).toISOString(),
    base: current?.number ?? 0,
    shopperLocale: resolveLocale(shop.locale),
    providers: [...new Set([...providers, ...shown.map((row) => row.provider), ...seen.map((row) => row.provider)])]
      .filter((code) => code !== "manual")
      .map((code) => ({ code, name: names(code) }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    prefill: await prefill(tx, shop.id, params, mapping),
    unmapped: {
      total: unmapped.length,
      rows: shown.map((row) => ({
        id: row.id,
        provider: row.provider,
        providerName: names(row.provider),
        code: row.code,
        text: row.text,
        count: row.count,
        lastSeenAt: row.lastSeenAt.toISOString(),
        samples: (samples.get(row.id) ?? []).map((each) => ({ shipmentId: each.shipmentId, number: each.number, order: each.orderName, at: each.at.toISOString() })),
      })),
    },
    rules: {
      total: rules.length,
      page: rulesPage,
      hasNext: rules.length > rulesPage * PAGE,
      rows: rules.slice((rulesPage - 1) * PAGE, rulesPage * PAGE).map((entry) => ({
        key: matchKey(entry),
        ...ruleView(entry, names),
        version: entry.version,
        /** null when it reads all of history. */
        from: entry.from === null ? null : new Date(entry.from).toISOString(),
      })),
    },
    seen: {
      search,
      page,
      hasNext: seen.length > PAGE,
      newest: NEWEST_SCANS,
      rows: seen.slice(0, PAGE).map((row) => ({
        provider: row.provider,
        providerName: names(row.provider),
        code: row.code ?? "",
        text: row.text ?? "",
        count: row.count,
        lastSeenAt: row.lastSeenAt.toISOString(),
        coarse: row.coarse,
        builtIn: { status: row.status, detail: row.detail, mapping: row.mapping },
        own: ownReading(row, mapping),
      })),
    },
    versions: versions.map((version) => versionView(version, names, current?.number ?? 0)),
  };
}

export type MappingsPage = Awaited<ReturnType<typeof presentMappings>>;

function pageOf(value: string | null): number {
  const page = Number(value);
  return Number.isSafeInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1;
}

function ruleView({ provider, code, text, status, detail }: Pick<MappingEntry, "provider" | "code" | "text" | "status" | "detail">, names: CarrierNames) {
  return { provider, providerName: names(provider), code: code ?? "", text: text ?? "", status, detail };
}

function ownReading(row: { provider: string; code: string | null; text: string | null; receivedAt: Date }, mapping: ShopMapping) {
  const entry = mapping.find({ ...row, receivedAt: row.receivedAt.getTime() });
  return entry && { status: entry.status, detail: entry.detail, version: entry.version };
}

function versionView(version: Omit<MappingVersion, "entries">, names: CarrierNames, current: number) {
  return {
    number: version.number,
    current: version.number === current,
    createdAt: new Date(version.createdAt).toISOString(),
    createdBy: version.createdBy,
    note: version.note,
    revertsTo: version.revertsTo,
    changes: version.changes.slice(0, WRITTEN_OUT).map(({ match, before, to }) => ({
      provider: names(match.provider), code: match.code, text: match.text, before, to,
    })),
    more: Math.max(0, version.changes.length - WRITTEN_OUT),
    replay: { ...version.replay, finishedAt: version.replay.finishedAt === null ? null : new Date(version.replay.finishedAt).toISOString() },
  };
}

/**
 * What a link from elsewhere wants corrected: a scan of a shipment, or an unmapped code. Addresses carry ids alone, for
 * a scan's text can name a person.
 */
async function prefill(tx: Tx, shopId: string, params: URLSearchParams, mapping: ShopMapping) {
  // A database takes no NUL, not even to look for it.
  const [shipment, scan, unmapped] = ["shipment", "scan", "unmapped"].map((name) => params.get(name)?.replaceAll("\u0000", ""));
  if (shipment && scan) {
    const found = await scanByKey(tx, shopId, shipment, scan);
    if (!found) return null;
    const { status, detail } = ownReading(found, mapping) ?? found;
    const coarse = await isCoarse(tx, shopId, found);
    return { provider: found.provider, code: cutText(found.code ?? "", MAX_CODE), text: cutText(found.text ?? "", MAX_TEXT), status, detail, coarse };
  }
  if (!unmapped) return null;
  const row = await unmappedRow(tx, shopId, unmapped);
  return row && { provider: row.provider, code: row.code, text: row.text, status: "UNKNOWN", detail: null, coarse: false };
}
