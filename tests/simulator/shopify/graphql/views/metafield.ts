import { createHash } from "node:crypto";

import { compareIds, gid, parseGid } from "../../store/ids";
import { utcSeconds } from "../../store/instants";
import type { Metafield } from "../../store/records";
import { connection, type PageArguments } from "../connection";
import type { Context, View } from "../context";
import { notSimulated } from "../errors";

/** The app's own namespace behind `$app`: Shopify puts the app's id there. */
const APP_NAMESPACE = "app--4242424242";

/** `$app`, `$app:part` and nothing at all mean the app's own namespace. */
export function resolveNamespace(namespace: string | null | undefined): string {
  if (namespace == null || namespace === "$app") return APP_NAMESPACE;
  return namespace.startsWith("$app:") ? `${APP_NAMESPACE}--${namespace.slice("$app:".length)}` : namespace;
}

export function metafieldsOf(ctx: Context, ownerGid: string): Metafield[] {
  return Object.values(ctx.state.metafields)
    .filter((one) => one.ownerGid === ownerGid)
    .sort((left, right) => compareIds(left.id, right.id));
}

/** The fields of everything that has metafields. */
export function metafieldFields(ctx: Context, ownerGid: string): Record<string, unknown> {
  return {
    metafield: (args: { namespace?: string | null; key: string }) => {
      const found = metafieldsOf(ctx, ownerGid).find((one) => one.namespace === resolveNamespace(args.namespace) && one.key === args.key);
      return found ? metafieldView(found) : null;
    },
    metafields: (args: PageArguments & { namespace?: string | null; keys?: string[] | null }) => {
      if (args.keys != null) throw notSimulated("The argument keys of metafields");
      const all = metafieldsOf(ctx, ownerGid).filter((one) => args.namespace == null || one.namespace === resolveNamespace(args.namespace));
      return connection(ctx, "Metafield", all, args, { id: (one) => one.id, view: metafieldView });
    },
  };
}

export function metafieldView(one: Metafield): View {
  return {
    __typename: "Metafield",
    id: gid("Metafield", one.id),
    legacyResourceId: one.id,
    namespace: one.namespace,
    key: one.key,
    type: one.type,
    value: one.value,
    jsonValue: () => (one.type === "json" || one.type.startsWith("list.") || /^(boolean|number_integer)$/.test(one.type) ? (JSON.parse(one.value) as unknown) : one.value),
    compareDigest: createHash("sha256").update(one.value).digest("hex"),
    ownerType: (parseGid(one.ownerGid)?.type ?? "").toUpperCase(),
    definition: null,
    description: null,
    createdAt: utcSeconds(one.createdAt),
    updatedAt: utcSeconds(one.updatedAt),
    sizeInBytes: Buffer.byteLength(one.value),
  };
}
