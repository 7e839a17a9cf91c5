import { operation } from "./define";

export interface ThemeFileNode {
  filename: string;
  body: { content?: string };
}

/** The published theme with the files that tell which app blocks and embeds it uses; `*` stands for any name. */
export const readMainTheme = operation<
  { themes: { nodes: { id: string; name: string; files: { nodes: ThemeFileNode[] } | null }[] } | null },
  Record<string, never>
>(
  `query ReadMainTheme {
    themes(first: 1, roles: [MAIN]) {
      nodes {
        id name
        files(filenames: ["config/settings_data.json", "templates/*.json", "sections/*.json"], first: 100) {
          nodes { filename body { ... on OnlineStoreThemeFileBodyText { content } } }
        }
      }
    }
  }`,
);
