import { createHash } from "node:crypto";

import { gid } from "../../store/ids";
import { utcSeconds } from "../../store/instants";
import type { Theme } from "../../store/records";
import { connection, type PageArguments } from "../connection";
import type { Context, View } from "../context";

export function themeView(ctx: Context, theme: Theme): View {
  return {
    __typename: "OnlineStoreTheme",
    id: gid("OnlineStoreTheme", theme.id),
    name: theme.name,
    role: theme.role,
    prefix: `/t/${theme.id}`,
    processing: false,
    processingFailed: false,
    themeStoreId: null,
    files: (args: PageArguments & { filenames?: string[] | null }) => {
      const wanted = (args.filenames ?? ["*"]).map(pattern);
      const files = Object.keys(theme.files).filter((name) => wanted.some((one) => one.test(name)));
      return connection(ctx, "OnlineStoreThemeFile", files, { first: 50, ...args }, { id: () => "", value: (name) => name, view: (name) => fileView(theme, name) });
    },
    createdAt: utcSeconds(theme.createdAt),
    updatedAt: utcSeconds(theme.updatedAt),
  };
}

/** A file name in which a star stands for anything. */
function pattern(name: string): RegExp {
  return new RegExp(`^${name.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`);
}

function fileView(theme: Theme, filename: string): View {
  const content = theme.files[filename] ?? "";
  return {
    __typename: "OnlineStoreThemeFile",
    filename,
    body: { __typename: "OnlineStoreThemeFileBodyText", content },
    checksumMd5: createHash("md5").update(content).digest("hex"),
    contentType: filename.endsWith(".json") ? "application/json" : "text/plain",
    size: String(Buffer.byteLength(content)),
    createdAt: utcSeconds(theme.createdAt),
    updatedAt: utcSeconds(theme.updatedAt),
  };
}
