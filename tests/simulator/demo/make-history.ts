import { createAdminClient } from "./admin-client";
import { afterShipAccount, connectCarriers, seventeenTrackKey } from "./connect";
import { resolveSome } from "./merchant";
import { planHistory } from "./history";
import { seedHistory } from "./seed";
import type { ShopifySimulator } from "../shopify";
import { shoppersOf } from "./shopper";
import { demoShop, demoShops, type DemoShop } from "./shops";
import { createTimeline, type DueFeedback } from "./timeline";
import { waitUntilQuiet } from "./app-health";
import { addresses, type DemoWorld } from "./world";

const DAY = 86_400_000;
const SEED = 20_261_124;
/** The days that the app lives through; what was ordered before is there when it is installed. */
const LIVE_DAYS = 4;
/** They pass in steps of twelve hours. */
const STEP_HOURS: readonly number[] = Array.from({ length: 8 }, () => 12);
/** Between a webhook's arrival and its job there is a moment in which nothing is pending. */
const QUIET_MS = 250;
/** How long a step of time waits for the app, and how long the last one does, ms. */
const STEP_MS = 1_200;
const LAST_MS = 3_000;

/** The theme's template of the tracking page, as the theme editor writes it. */
const TRACK_PAGE = {
  sections: {
    apps: { type: "apps", blocks: { tracking: { type: "shopify://apps/milepost/blocks/tracking/0192c3a4-5b6d-7e8f-9012-3456789abcde", settings: {} } }, block_order: ["tracking"], settings: {} },
  },
  order: ["apps"],
};

export interface HistoryWorld {
  world: DemoWorld;
  shopify: Pick<ShopifySimulator, "launchUrl" | "drain" | "install" | "setThemeFile">;
  startApp(): Promise<void>;
  /** The instant at which the demo is ready, milliseconds since the epoch. */
  end: number;
  /** False furnishes and installs the shops and places no orders. */
  history: boolean;
  say(line: string): void;
}

/** Makes the demo's shops and their history by driving the app from outside. @returns what there is now, in words */
export async function makeHistory({ world, shopify, startApp, end, history, say }: HistoryWorld): Promise<{ label: string; value: string }[]> {
  const { clock, desk, carriers, ports } = world;
  const at = addresses(ports);
  const appUrl = `http://127.0.0.1:${ports.app}`;
  for (const shop of demoShops) desk.furnish(shop, shop.key === "alder" ? at.storefront : at.secondStorefront);
  const plan = history ? planHistory({ seed: SEED, end }) : [];

  const adminOf = (shop: DemoShop) => createAdminClient({ appUrl, shop: shop.domain, launchUrl: (path) => shopify.launchUrl(shop.domain, path) });
  const settle = async (timeoutMs = STEP_MS) => {
    await carriers.push();
    await shopify.drain();
    // Carriers answer so many calls a second: what has to wait for that is asked while time passes, as it is in life.
    await waitUntilQuiet(appUrl, { quietMs: QUIET_MS, timeoutMs });
    // What the app has just registered is pushed now, and dealt with by the end of the next step at the latest.
    await carriers.push();
  };
  const install = async () => {
    say("starting the app …");
    await startApp();
    say("installing it in both shops; it reads what was ordered before …");
    for (const shop of demoShops) {
      shopify.install(shop.domain);
      // The first merchant has put the app's block into a page of the theme; the second has that still to do.
      if (shop.key === "alder") shopify.setThemeFile(shop.domain, { filename: "templates/page.track.json", content: JSON.stringify(TRACK_PAGE) });
      const admin = adminOf(shop);
      await admin.open();
      // On each aggregator's dashboard the merchant pastes the address that the app's page tells.
      const account = carriers.accounts.open(seventeenTrackKey(shop));
      const { api_key: key, webhook_secret: secret } = afterShipAccount(shop);
      const second = carriers.aftership.open(key, secret);
      const addresses = await connectCarriers(admin, shop);
      account.webhookUrl = addresses.seventeenTrack?.replace(at.app, appUrl) ?? null;
      second.webhookUrl = addresses.aftership?.replace(at.app, appUrl) ?? null;
    }
  };
  const shopperAt = { alder: shoppersOf(`http://127.0.0.1:${ports.storefront}`), saltmarsh: shoppersOf(`http://127.0.0.1:${ports.secondStorefront}`) };
  let shoppers = 0;
  const leaveFeedback = ({ order, name, feedback }: DueFeedback): Promise<boolean> => {
    shoppers += 1;
    return shopperAt[order.shop](`198.51.100.${1 + (shoppers % 250)}`).leaveFeedback(name, order.person.email, feedback).catch(() => false);
  };

  const { feedback } = await seedHistory({
    clock, install, settle, leaveFeedback, end, say,
    timeline: createTimeline(plan, desk),
    installAt: history ? end - LIVE_DAYS * DAY : clock.now(),
    stepHours: history ? STEP_HOURS : [],
  });
  if (history) {
    for (const shop of demoShops) await resolveSome(adminOf(shop));
    await settle(LAST_MS);
  }
  // The seed took a while: the world's time is now that of the machine.
  if (history) clock.advance(-clock.offsetMs);
  const fulfillments = plan.flatMap((order) => order.fulfillments);
  return [
    { label: "Orders", value: demoShops.map((shop) => `${plan.filter((order) => order.shop === shop.key).length} of ${demoShop(shop.key).name}`).join(", ") },
    { label: "Parcels", value: `${fulfillments.flatMap((one) => one.parcels).length} with ${new Set(fulfillments.flatMap((one) => one.parcels.map((parcel) => parcel.carrier))).size} carriers` },
    { label: "Returns", value: String(plan.filter((order) => order.returned).length) },
    { label: "Feedback", value: String(feedback) },
  ];
}
