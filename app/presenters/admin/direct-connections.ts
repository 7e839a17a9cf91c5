import { answersFor } from "~/domain/tracking/catalogue/direct-providers";

import type { ProviderDescription } from "./connections";

type Provider = Pick<ProviderDescription, "code" | "name" | "kind" | "readOnly">;

/** The provider whose own connection answers for a carrier: the nearest one that can be connected; null where there is none. */
export function directConnection(carrier: string, providers: readonly Provider[]): { code: string; name: string } | null {
  const able = providers.filter((provider) => provider.kind === "carrier" && !provider.readOnly);
  const found = able.find(({ code }) => answersFor(code, carrier) === 2) ?? able.find(({ code }) => answersFor(code, carrier) === 1);
  return found ? { code: found.code, name: found.name } : null;
}
