import { gid } from "../../store/ids";
import { utcSeconds } from "../../store/instants";
import type { WebhookSubscription } from "../../store/records";
import type { Context, View } from "../context";

export function webhookSubscriptionView(ctx: Context, one: WebhookSubscription): View {
  return {
    __typename: "WebhookSubscription",
    id: gid("WebhookSubscription", one.id),
    legacyResourceId: one.id,
    topic: one.topic,
    uri: one.uri,
    callbackUrl: one.uri,
    endpoint: { __typename: "WebhookHttpEndpoint", callbackUrl: one.uri },
    apiVersion: { __typename: "ApiVersion", displayName: ctx.world.config.webhookApiVersion, handle: ctx.world.config.webhookApiVersion, supported: true },
    format: "JSON",
    filter: one.filter,
    includeFields: one.includeFields,
    metafieldNamespaces: [],
    metafields: [],
    name: null,
    createdAt: utcSeconds(one.createdAt),
    updatedAt: utcSeconds(one.createdAt),
  };
}
