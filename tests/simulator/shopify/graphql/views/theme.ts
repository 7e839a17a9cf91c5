import { createHash } from "node:crypto";

import { gid } from "../../store/ids";
import { utcSeconds } from "../../store/instants";
import type { Theme, ThemeFileBodyKind } from "../../store/records";
import { themeFileAddress } from "../../http/theme-files";
import { connection, type PageArguments } from "../connection";
import type { Context, View } from "../context";
import { badRequest } from "../errors";

/** Larger texts are answered as an address, bytes. Shopify does not name its own limit. */
const LARGEST_TEXT = 256 * 1024;
/** Shopify's limit on the file names of one query. */
const MAX_FILENAMES = 50;

type FileArguments = PageArguments & { filenames?: string[] | null };

export function themeView(ctx: Context, theme: Theme): View {
  return {
    __typename: "OnlineStoreTheme",
    id: gid("OnlineStoreTheme", theme.id),
    name: theme.name,
    role: theme.role,
    prefix: `/t/${theme.id}`,
    processing: theme.processing ?? false,
    processingFailed: false,
    themeStoreId: null,
    files: (args: FileArguments) => filesView(ctx, theme, args),
    createdAt: utcSeconds(theme.createdAt),
    updatedAt: utcSeconds(theme.updatedAt),
  };
}

/** A page of files: at most those that were asked for, and fewer where their text would make the answer too large. */
function filesView(ctx: Context, theme: Theme, args: FileArguments): View {
  const names = args.filenames ?? ["*"];
  if (names.length > MAX_FILENAMES) throw badRequest(`filenames: at most ${MAX_FILENAMES} can be specified`);
  const wanted = names.map(pattern);
  const matching = Object.keys(theme.files).filter((name) => wanted.some((one) => one.test(name)));
  const files = matching.filter((name) => theme.readErrors?.[name] === undefined);
  const page = (first: number) =>
    connection(ctx, "OnlineStoreThemeFile", files, { ...args, first }, { id: () => "", value: (name) => name, view: (name) => fileView(ctx, theme, name) });
  const asked = page(args.first ?? 50) as View & { edges: { node(): { filename: string } }[] };
  const failed = matching.flatMap((filename) => (theme.readErrors?.[filename] ? [{ code: theme.readErrors[filename], filename }] : []));
  const missing = names.filter((name) => !name.includes("*") && theme.files[name] === undefined).map((filename) => ({ code: "NOT_FOUND", filename }));
  const userErrors = [...failed, ...missing].map((error) => ({ __typename: "OnlineStoreThemeFileReadResult", ...error }));
  const fitting = fit(asked.edges.map((edge) => Buffer.byteLength(theme.files[edge.node().filename] ?? "")), ctx.world.themePayloadBytes);
  return { ...(fitting < asked.edges.length ? page(fitting) : asked), userErrors };
}

/** How many of these sizes, from the first, stay within the limit; always one. */
function fit(sizes: readonly number[], limit: number): number {
  let sum = 0;
  const beyond = sizes.findIndex((size, at) => (sum += size) > limit && at > 0);
  return beyond === -1 ? sizes.length : beyond;
}

/** A file name in which a star stands for anything. */
function pattern(name: string): RegExp {
  return new RegExp(`^${name.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*")}$`);
}

function fileView(ctx: Context, theme: Theme, filename: string): View {
  const content = theme.files[filename] ?? "";
  return {
    __typename: "OnlineStoreThemeFile",
    filename,
    body: bodyView(ctx, theme, filename, content),
    checksumMd5: createHash("md5").update(content).digest("hex"),
    contentType: filename.endsWith(".json") ? "application/json" : "text/plain",
    size: String(Buffer.byteLength(content)),
    createdAt: utcSeconds(theme.createdAt),
    updatedAt: utcSeconds(theme.updatedAt),
  };
}

function bodyView(ctx: Context, theme: Theme, filename: string, content: string): View {
  const natural: ThemeFileBodyKind = content.includes("\0") ? "base64" : Buffer.byteLength(content) > LARGEST_TEXT ? "url" : "text";
  switch (theme.bodies?.[filename] ?? natural) {
    case "text":
      return { __typename: "OnlineStoreThemeFileBodyText", content };
    case "base64":
      return { __typename: "OnlineStoreThemeFileBodyBase64", contentBase64: Buffer.from(content).toString("base64") };
    case "url":
      return { __typename: "OnlineStoreThemeFileBodyUrl", url: themeFileAddress(ctx.world, ctx.state, theme, filename) };
  }
}
