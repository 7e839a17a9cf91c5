import { Refusal } from "../../behaviour/refusal";
import { topicOfEnum, topicScopes } from "../../schema/topics";
import { gid } from "../../store/ids";
import type { WebhookSubscription } from "../../store/records";
import type { Context } from "../context";
import { notSimulated, refuseArguments } from "../errors";
import { isProtectedTopic, PROTECTED_TOPIC_MESSAGE } from "../protected-data";
import { webhookSubscriptionView } from "../views/webhook-subscription";
import { payload, requireScope, wanted } from "./payload";

interface SubscriptionInput {
  uri?: string | null;
  callbackUrl?: string | null;
  includeFields?: string[] | null;
  filter?: string | null;
  format?: string | null;
  metafields?: unknown;
  metafieldNamespaces?: unknown;
}

function address(input: SubscriptionInput): string {
  const uri = input.uri ?? input.callbackUrl ?? null;
  if (uri === null || !/^https?:\/\//.test(uri)) throw new Refusal("Address is invalid", ["webhookSubscription", "uri"]);
  return uri;
}

export function webhookMutations(ctx: Context): Record<string, unknown> {
  const { world, state } = ctx;
  return {
    webhookSubscriptionCreate: (args: { topic: string; webhookSubscription: SubscriptionInput }) => {
      const input = args.webhookSubscription;
      refuseArguments("webhookSubscriptionCreate", { ...input }, ["filter", "metafields", "metafieldNamespaces"]);
      const topic = topicOfEnum(args.topic);
      if (topic === null) throw notSimulated(`The topic ${args.topic}`);
      const scopes = topicScopes(topic) ?? [];
      if (scopes.length > 0) requireScope(ctx, "webhookSubscriptionCreate", scopes);
      return payload("WebhookSubscriptionCreatePayload", { webhookSubscription: null }, () => {
        if (!world.access.protectedData.customerData && isProtectedTopic(topic)) throw new Refusal(PROTECTED_TOPIC_MESSAGE, ["webhookSubscription"]);
        const uri = address(input);
        if (Object.values(state.webhookSubscriptions).some((one) => one.topic === args.topic && one.uri === uri)) {
          throw new Refusal("Address for this topic has already been taken", ["webhookSubscription", "uri"]);
        }
        const one: WebhookSubscription = { id: world.store.newId(), topic: args.topic, uri, includeFields: input.includeFields ?? [], filter: null, createdAt: world.clock.now() };
        state.webhookSubscriptions[one.id] = one;
        world.store.touch();
        return { webhookSubscription: webhookSubscriptionView(ctx, one) };
      });
    },
    webhookSubscriptionUpdate: (args: { id: string; webhookSubscription: SubscriptionInput }) =>
      payload("WebhookSubscriptionUpdatePayload", { webhookSubscription: null }, () => {
        const one = wanted(state.webhookSubscriptions, "WebhookSubscription", args.id, ["id"]);
        const { uri, callbackUrl, includeFields } = args.webhookSubscription;
        if (uri != null || callbackUrl != null) one.uri = address(args.webhookSubscription);
        if (includeFields != null) one.includeFields = includeFields;
        world.store.touch();
        return { webhookSubscription: webhookSubscriptionView(ctx, one) };
      }),
    webhookSubscriptionDelete: (args: { id: string }) =>
      payload("WebhookSubscriptionDeletePayload", { deletedWebhookSubscriptionId: null }, () => {
        const one = wanted(state.webhookSubscriptions, "WebhookSubscription", args.id, ["id"]);
        delete state.webhookSubscriptions[one.id];
        world.store.touch();
        return { deletedWebhookSubscriptionId: gid("WebhookSubscription", one.id) };
      }),
  };
}
