import { findCarrier } from "~/domain/tracking/catalogue/catalogue";

/** What a provider or carrier is called: its own name where one is known. */
export type CarrierNames = (code: string) => string;

/** Sources that are no provider: how scans came in that the shop gave itself. */
const OWN_SOURCES: Readonly<Record<string, string>> = { csv: "CSV import", api: "API" };

/**
 * Names by code: the adapters' own, then the catalogue's. A code neither knows is shown as it is, only readable: what
 * it stands for is not guessed.
 */
export function carrierNames(adapters: readonly { code: string; name: string }[]): CarrierNames {
  const names = new Map(adapters.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? OWN_SOURCES[code] ?? findCarrier(code)?.name ?? code.replace(/_/g, " ");
}
