import type { Tx } from "~/db/database.server";
import { ownCarriers } from "~/db/shop-carriers.server";
import { findCarrier } from "~/domain/tracking/catalogue/catalogue";

/** What a provider or carrier is called: its own name where one is known. */
export type CarrierNames = (code: string) => string;

/** Sources that are no provider: how scans came in that the shop gave itself. */
const OWN_SOURCES: Readonly<Record<string, string>> = { csv: "CSV import", api: "API" };

interface Named {
  code: string;
  name: string;
}

/**
 * Names by code: the shop's own carriers, the adapters' own names, then the catalogue's. A code that none knows is shown
 * as it is, only readable: what it stands for is not guessed.
 */
export function carrierNames(adapters: readonly Named[], own: readonly Named[] = []): CarrierNames {
  const names = new Map([...adapters, ...own].map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? OWN_SOURCES[code] ?? findCarrier(code)?.name ?? code.replace(/_/g, " ");
}

/** The names as one shop knows them. */
export async function shopCarrierNames(tx: Tx, shopId: string, adapters: readonly Named[]): Promise<CarrierNames> {
  return carrierNames(adapters, await ownCarriers(tx, shopId));
}
