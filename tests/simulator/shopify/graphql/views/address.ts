import { gid } from "../../store/ids";
import type { Address } from "../../store/records";
import type { View } from "../context";

function name(address: Address): string | null {
  return [address.firstName, address.lastName].filter(Boolean).join(" ") || null;
}

function lines(address: Address, withName: boolean, withCompany: boolean): string[] {
  const town = [address.city, address.provinceCode, address.zip].filter(Boolean).join(" ");
  return [withName ? name(address) : null, withCompany ? address.company : null, address.address1, address.address2, town, address.country].filter(
    (line): line is string => Boolean(line),
  );
}

function area(address: Address): string | null {
  return [address.city, address.provinceCode, address.country].filter(Boolean).join(", ") || null;
}

/** @param owner what the address belongs to: its id is derived from it */
export function mailingAddressView(address: Address, owner: string): View {
  return {
    __typename: "MailingAddress",
    ...address,
    id: gid("MailingAddress", owner),
    countryCodeV2: address.countryCode,
    coordinatesValidated: false,
    latitude: null,
    longitude: null,
    name: name(address),
    timeZone: null,
    formattedArea: area(address),
    formatted: (args: { withName: boolean; withCompany: boolean }) => lines(address, args.withName, args.withCompany),
  };
}

export function shopAddressView(address: Address, owner: string): View {
  return { ...mailingAddressView(address, owner), __typename: "ShopAddress", id: gid("ShopAddress", owner) };
}

export function locationAddressView(address: Address): View {
  return { __typename: "LocationAddress", ...address, latitude: null, longitude: null, formatted: () => lines(address, false, true) };
}

/** Where a fulfillment order goes. */
export function destinationView(address: Address, fulfillmentOrderId: string, email: string | null): View {
  return { __typename: "FulfillmentOrderDestination", ...address, id: gid("FulfillmentOrderDestination", fulfillmentOrderId), email, location: null };
}
