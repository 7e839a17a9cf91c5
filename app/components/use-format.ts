import { useRouteLoaderData } from "@remix-run/react";
import { useMemo } from "react";

import { createFormat, type Format } from "./format";

/** What the admin's frame loads for every page. */
export interface Shell {
  shop: { domain: string; timeZone: string; locale: string; currency: string };
  narrow: boolean;
}

const ELSEWHERE: Shell = { shop: { domain: "", timeZone: "UTC", locale: "en", currency: "USD" }, narrow: false };

/** The frame's data. */
export function useShell(): Shell {
  return useRouteLoaderData<Shell>("routes/app") ?? ELSEWHERE;
}

/** Formatters in the shop's time zone and language. */
export function useFormat(): Format {
  const { locale, timeZone } = useShell().shop;
  return useMemo(() => createFormat({ locale, timeZone }), [locale, timeZone]);
}
