import { gid } from "../../store/ids";
import { utcSeconds } from "../../store/instants";
import type { Location } from "../../store/records";
import type { Context, View } from "../context";
import { locationAddressView } from "./address";
import { metafieldFields } from "./metafield";

export function locationView(ctx: Context, location: Location): View {
  return {
    __typename: "Location",
    ...metafieldFields(ctx, gid("Location", location.id)),
    id: gid("Location", location.id),
    legacyResourceId: location.id,
    name: location.name,
    address: locationAddressView(location.address),
    addressVerified: true,
    isActive: location.isActive,
    isPrimary: Object.keys(ctx.state.locations)[0] === location.id,
    isFulfillmentService: false,
    fulfillmentService: null,
    fulfillsOnlineOrders: location.fulfillsOnlineOrders,
    shipsInventory: location.fulfillsOnlineOrders,
    hasActiveInventory: true,
    localPickupSettingsV2: null,
    deactivatedAt: null,
    createdAt: utcSeconds(location.createdAt),
    updatedAt: utcSeconds(location.updatedAt),
  };
}

/** Where a fulfillment order is to be worked on, as it was when it was assigned. */
export function assignedLocationView(ctx: Context, location: Location): View {
  const { address1, address2, city, countryCode, phone, province, zip } = location.address;
  return {
    __typename: "FulfillmentOrderAssignedLocation",
    name: location.name,
    address1,
    address2,
    city,
    countryCode: countryCode ?? "ZZ",
    phone,
    province,
    zip,
    location: () => locationView(ctx, location),
  };
}
