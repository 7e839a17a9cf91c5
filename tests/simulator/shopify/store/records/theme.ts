/** A theme of the shop, with its files. */
export interface Theme {
  id: string;
  name: string;
  role: "MAIN" | "UNPUBLISHED" | "DEVELOPMENT";
  /** By file name, e.g. `templates/page.tracking.json`. */
  files: Record<string, string>;
  createdAt: number;
  updatedAt: number;
}
