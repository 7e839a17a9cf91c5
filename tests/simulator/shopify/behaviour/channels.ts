import type { SalesChannel } from "../store/records";

/**
 * Sales channels an order can come from. The ids of Shopify's own Online Store and Point of Sale apps are public
 * (580111, 129785); the others' ids are made up, their handles are as Shopify's marketplace connectors report them.
 */
const channels = {
  online_store: { appId: "580111", appTitle: "Online Store", handle: null, channelName: "Online Store", subChannelName: "Online Store", isMarketplace: false, sourceName: "web" },
  pos: { appId: "129785", appTitle: "Point of Sale", handle: null, channelName: "Point of Sale", subChannelName: "Point of Sale", isMarketplace: false, sourceName: "pos" },
  amazon: { appId: "44151373825", appTitle: "Shopify Marketplace Connect", handle: "amazon-us", channelName: "Amazon", subChannelName: "Amazon US", isMarketplace: true, sourceName: "amazon-us" },
  ebay: { appId: "44151373825", appTitle: "Shopify Marketplace Connect", handle: "ebay-us", channelName: "eBay", subChannelName: "eBay US", isMarketplace: true, sourceName: "ebay-us" },
  tiktok_shop: { appId: "4383523841", appTitle: "TikTok", handle: "tiktok-shop", channelName: "TikTok", subChannelName: "TikTok Shop", isMarketplace: true, sourceName: "tiktok" },
} as const;

export type ChannelName = keyof typeof channels;

/** The channel's record and the order's source name. */
export function salesChannel(name: ChannelName, id: string): { channel: SalesChannel; sourceName: string } {
  const { sourceName, ...rest } = channels[name];
  return { channel: { id, ...rest }, sourceName };
}
