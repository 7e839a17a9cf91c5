import { operation } from "./define";
import type { Connection } from "./nodes";

/** A theme file's body: text, or base64 or a short-lived address where Shopify does not put the text into the answer. */
export type ThemeFileBody =
  | { __typename: "OnlineStoreThemeFileBodyText"; content: string }
  | { __typename: "OnlineStoreThemeFileBodyBase64"; contentBase64: string }
  | { __typename: "OnlineStoreThemeFileBodyUrl"; url: string };

export interface ThemeFileNode {
  filename: string;
  body: ThemeFileBody;
}

/** The published theme, and the app's own handle, which the types of its blocks begin with. */
export const readMainTheme = operation<
  {
    currentAppInstallation: { app: { handle: string | null } } | null;
    themes: { nodes: { id: string; name: string; processing: boolean }[] } | null;
  },
  Record<string, never>
>(
  `query ReadMainTheme {
    currentAppInstallation { app { handle } }
    themes(first: 1, roles: [MAIN]) { nodes { id name processing } }
  }`,
);

/**
 * A page of the files that say which app blocks a theme uses; `*` stands for any characters. Shopify returns fewer files
 * than asked for where their text would make the answer too large.
 */
export const readThemeFiles = operation<
  { theme: { files: (Connection<ThemeFileNode> & { userErrors: { code: string; filename: string }[] }) | null } | null },
  { id: string; after: string | null }
>(
  `query ReadThemeFiles($id: ID!, $after: String) {
    theme(id: $id) {
      files(filenames: ["config/settings_data.json", "templates/*.json", "sections/*.json"], first: 100, after: $after) {
        nodes {
          filename
          body {
            __typename
            ... on OnlineStoreThemeFileBodyText { content }
            ... on OnlineStoreThemeFileBodyBase64 { contentBase64 }
            ... on OnlineStoreThemeFileBodyUrl { url }
          }
        }
        pageInfo { hasNextPage endCursor }
        userErrors { code filename }
      }
    }
  }`,
);
