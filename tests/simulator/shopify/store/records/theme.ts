export type ThemeFileBodyKind = "text" | "base64" | "url";

/** A theme of the shop, with its files. */
export interface Theme {
  id: string;
  name: string;
  role: "MAIN" | "UNPUBLISHED" | "DEVELOPMENT";
  /** By file name, e.g. `templates/page.tracking.json`. */
  files: Record<string, string>;
  /** How a file's body is answered, by file name, where that is not by its size and content. */
  bodies?: Record<string, ThemeFileBodyKind>;
  /** Files that cannot be read just now, by file name: the code of the error. */
  readErrors?: Record<string, string>;
  /** Shopify is still setting the theme up. */
  processing?: boolean;
  createdAt: number;
  updatedAt: number;
}
