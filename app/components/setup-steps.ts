import type { SetupStep } from "./setup-guide";
import { sentence, type BlockView } from "./tracking-page-card";

interface HomeFacts {
  editorUrl: string;
  sync: { running: boolean; kind: string | null };
  setup: { synced: boolean; connections: number; deliveryEmailsTwice: boolean };
}

/** What the setup guide adds below its steps; null when there is nothing to add. */
export function setupNote(home: HomeFacts): string | null {
  if (!home.setup.deliveryEmailsTwice) return null;
  return "Milepost writes tracking statuses back to Shopify, and Shopify may send its own Out for delivery and Delivered e-mails for them. Switch those off in Shopify under Settings, Notifications, or Milepost's own under Settings, so that shoppers do not get both.";
}

/** The setup guide's steps, from what the home page knows and what others answered (null while they are asked). */
export function setupSteps(home: HomeFacts, checks: { block: BlockView; mail: { ok: boolean; message: string } } | null): SetupStep[] {
  const { synced, connections } = home.setup;
  return [
    {
      id: "sync",
      title: "Read your orders",
      done: synced,
      sentence: synced ? "Your recent orders are here, and new ones follow by themselves." : "Milepost reads the orders of the last 60 days.",
    },
    {
      id: "carrier",
      title: "Connect a carrier",
      done: connections > 0,
      sentence: connections > 0 ? `${connections} connected.` : "With a carrier or an aggregator connected, scans arrive without Shopify.",
      action: { content: "Connect", url: "/app/settings/connections" },
    },
    {
      id: "theme",
      title: "Place the tracking page in your theme (optional)",
      done: checks ? checks.block.state === "active" && !checks.block.onEveryPage : null,
      sentence: checks ? sentence(checks.block) : "",
      action: { content: "Open theme editor", url: home.editorUrl, external: true },
    },
    {
      id: "mail",
      title: "E-mail server",
      done: checks ? checks.mail.ok : null,
      sentence: checks?.mail.message ?? "",
    },
  ];
}
