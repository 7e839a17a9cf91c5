import type { CarrierSimulator } from "../carriers";
import type { SimClock } from "../clock";
import type { Mailbox } from "../mailbox";
import type { Phone } from "../phone";
import type { TeamInbox } from "../team-inbox";
import type { ShopDesk } from "./desk";
import type { ThemeName } from "../storefront/themes";
import type { DemoPorts } from "./ports";
import type { DemoShop } from "./shops";

export type WebhookFaultKind = "duplicate" | "drop" | "reorder" | "delay";

/** Everything of the simulated world, for the control page and the history. */
export interface DemoWorld {
  clock: SimClock;
  desk: ShopDesk;
  carriers: CarrierSimulator;
  mailbox: Mailbox;
  phone: Phone;
  team: TeamInbox;
  ports: DemoPorts;
  /** The app's jobs; null while it does not answer. */
  jobs(): Promise<{ pending: number } | null>;
  /** What the last seed made, for the index page. */
  summary(): { label: string; value: string }[];
  ready(): boolean;
  /** What Shopify delivered to the app, newest first. */
  webhooks(): { at: number; shop: string; topic: string; status: number }[];
  webhookFault(): WebhookFaultKind | null;
  setWebhookFault(kind: WebhookFaultKind | null): void;
  /** The theme that shoppers of a storefront get. */
  publishedTheme(shop: DemoShop): ThemeName;
  publishTheme(shop: DemoShop, theme: ThemeName): void;
  save(): void;
}

/** Addresses as browsers use them. */
export function addresses(ports: DemoPorts): Record<"index" | "control" | "app" | "shopify" | "storefront" | "secondStorefront" | "mailbox" | "carriers" | "messages", string> {
  const at = (port: number) => `http://localhost:${port}`;
  return {
    index: at(ports.control), control: `${at(ports.control)}/control`, app: at(ports.app), shopify: at(ports.shopify), storefront: at(ports.storefront),
    secondStorefront: at(ports.secondStorefront), mailbox: at(ports.mailbox), carriers: at(ports.carriers), messages: at(ports.messages),
  };
}
