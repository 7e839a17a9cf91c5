import { gid } from "../../store/ids";
import type { Context, View } from "../context";
import { metafieldFields } from "./metafield";

/** The app itself, as its own queries see it. */
export function appView(ctx: Context): View {
  const { config, apiKey } = ctx.world;
  return {
    __typename: "App",
    id: gid("App", "4242424242"),
    apiKey,
    title: config.name,
    handle: config.handle,
    embedded: true,
    published: true,
    developerName: null,
    requestedAccessScopes: config.scopes.map(accessScopeView),
    optionalAccessScopes: [],
    webhookApiVersion: config.webhookApiVersion,
  };
}

function accessScopeView(handle: string): View {
  return { __typename: "AccessScope", handle, description: handle.replaceAll("_", " ") };
}

export function appInstallationView(ctx: Context): View {
  const { installation } = ctx.state.shop;
  const id = gid("AppInstallation", installation?.id ?? "0");
  return {
    __typename: "AppInstallation",
    ...metafieldFields(ctx, id),
    id,
    app: () => appView(ctx),
    accessScopes: (installation?.scopes ?? []).map(accessScopeView),
    activeSubscriptions: [],
    launchUrl: () => `https://admin.shopify.com/store/${ctx.state.shop.handle}/apps/${ctx.world.config.handle}`,
    uninstallUrl: null,
  };
}
