import { gid } from "../../store/ids";
import type { SalesChannel } from "../../store/records";
import type { View } from "../context";

export function orderAppView(channel: SalesChannel): View {
  return { __typename: "OrderApp", id: gid("App", channel.appId), name: channel.appTitle };
}

export function channelInformationView(channel: SalesChannel): View {
  return {
    __typename: "ChannelInformation",
    id: gid("ChannelInformation", channel.id),
    channelId: gid("Channel", channel.appId),
    displayName: channel.channelName,
    app: { __typename: "App", id: gid("App", channel.appId), title: channel.appTitle, handle: channel.handle },
    channelDefinition:
      channel.handle === null
        ? null
        : {
            __typename: "ChannelDefinition",
            id: gid("ChannelDefinition", channel.handle),
            handle: channel.handle,
            channelName: channel.channelName,
            subChannelName: channel.subChannelName,
            isMarketplace: channel.isMarketplace,
            svgIcon: null,
          },
  };
}
