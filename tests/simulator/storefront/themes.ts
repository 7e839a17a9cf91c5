/** The themes of the simulated storefronts. `coast` has the traits of Shopify's free themes, as its base.css says. */
export const THEMES = ["meadow", "coast"] as const;
export type ThemeName = (typeof THEMES)[number];

/** What each theme is, in a few words. */
export const themeWords: Readonly<Record<ThemeName, string>> = { meadow: "Meadow, root font size 16 px", coast: "Coast, root font size 10 px" };

/** A theme by its name; null for any other text. */
export function themeNamed(name: unknown): ThemeName | null {
  return THEMES.find((theme) => theme === name) ?? null;
}

/** How many rules the generated sheet has: with base.css about as many bytes as the sheets of a page in such a theme. */
const RULES = 900;

/** A sheet of the size that such a theme loads on every page: rules for elements that the page does not have. */
export function componentsSheet(): string {
  const rules = Array.from({ length: RULES }, (_, index) => `.component-${index} > .component-${index}__inner:hover { padding: ${index % 40}px; color: rgba(18, 18, 18, .${(index % 9) + 1}); }`);
  return rules.join("\n");
}
