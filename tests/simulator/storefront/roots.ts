/** A language and market of a storefront, at an address of its own. */
interface Root {
  /** As `routes.root_url` says it; "/" for the main one. */
  url: string;
  /** As `request.locale.iso_code` says it; null for the shop's own. */
  locale: string | null;
}

/** What the simulated shops have published besides their main language; Shopify answers 404 under any other root. */
const ROOTS: readonly Root[] = [
  { url: "/de", locale: "de" },
  { url: "/fr", locale: "fr" },
  { url: "/es", locale: "es" },
  { url: "/nl", locale: "nl" },
  { url: "/ar", locale: "ar" },
  { url: "/pt-br", locale: "pt-BR" },
  // A market without a domain of its own has a suffix of letters behind the language.
  { url: "/en-europe", locale: "en" },
];

/** Takes the root off an address. @param url path with its query, as requested */
export function splitRoot(url: string): Root & { rest: string } {
  const found = ROOTS.find((root) => url.startsWith(root.url) && /^(?:[/?]|$)/.test(url.slice(root.url.length)));
  if (!found) return { url: "/", locale: null, rest: url };
  const rest = url.slice(found.url.length);
  return { ...found, rest: rest.startsWith("/") ? rest : `/${rest}` };
}
