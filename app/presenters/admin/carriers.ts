import { connectionRows } from "~/db/admin-connections.server";
import { writtenCompanies } from "~/db/carrier-resolution.server";
import type { Tx } from "~/db/database.server";
import { shopCarriers } from "~/db/shop-carriers.server";
import { AGGREGATORS, aggregatorCode } from "~/domain/tracking/catalogue/aggregator-codes";
import type { Carrier } from "~/domain/tracking/catalogue/carrier";
import { findCarrier } from "~/domain/tracking/catalogue/catalogue";
import { catalogueSearch } from "~/domain/tracking/catalogue/search-carriers";

import { carrierNames } from "./carrier-name";
import type { ProviderDescription } from "./connections";
import { directConnection } from "./direct-connections";
import { webAddress } from "./shipment";
import { usedNames } from "./used-names";

const PAGE_SIZE = 25;
/** More names than this are not listed: the most frequent, and those of unknown carriers before them. */
const MOST_NAMES = 100;

export interface CarriersInput {
  shopId: string;
  providers: readonly Pick<ProviderDescription, "code" | "name" | "kind" | "readOnly">[];
  params: URLSearchParams;
}

/** The carriers page: the shop's own carriers, the names it uses, and the catalogue. */
export async function presentCarriers(tx: Tx, input: CarriersInput) {
  const query = (input.params.get("q") ?? "").slice(0, 100);
  const shop = await shopCarriers(tx, input.shopId);
  const written = await writtenCompanies(tx, input.shopId);
  const connected = new Set((await connectionRows(tx, input.shopId)).filter((row) => row.enabled).map((row) => row.provider));
  const names = carrierNames(input.providers, shop.own);
  const used = usedNames(written, shop, names);
  const found = catalogueSearch(query, Number(input.params.get("page") ?? 1), PAGE_SIZE);
  return {
    own: shop.own.map((each) => ({
      ...each,
      shipments: written.reduce((sum, row) => sum + (row.carrier === each.code ? row.shipments : 0), 0),
    })),
    names: used.slice(0, MOST_NAMES),
    moreNames: Math.max(0, used.length - MOST_NAMES),
    catalogue: {
      query,
      total: found.total,
      page: found.page,
      pages: found.pages,
      carriers: found.carriers.map((carrier) => catalogueRow(carrier, input.providers, connected)),
    },
  };
}

export type CarriersPage = Awaited<ReturnType<typeof presentCarriers>>;
export type CatalogueRow = CarriersPage["catalogue"]["carriers"][number];

function catalogueRow(carrier: Carrier, providers: CarriersInput["providers"], connected: ReadonlySet<string>) {
  const family = carrier.family === null ? null : findCarrier(carrier.family);
  const connection = directConnection(carrier.code, providers);
  const template = carrier.trackingUrl ?? family?.trackingUrl ?? null;
  return {
    code: carrier.code,
    name: carrier.name,
    country: carrier.country,
    family: family?.name ?? null,
    website: webAddress(carrier.website),
    /** The page with a place for the number cut off: what can be opened without one. */
    trackingPage: template === null ? null : template.replaceAll("%s", "…"),
    shopifyCompany: carrier.shopifyCompany,
    codes: AGGREGATORS.flatMap((aggregator) => {
      const code = aggregatorCode(aggregator.code, carrier.code);
      return code === null ? [] : [{ aggregator: aggregator.name, code }];
    }),
    connection: connection ? { name: connection.name, connected: connected.has(connection.code) } : null,
  };
}
