/**
 * The public tracking page of some companies Shopify knows by name (%s is the number). As Shopify does, the link is
 * made when only a company and a number are given. Source: the carriers' own public pages.
 */
const pages: Readonly<Record<string, string>> = {
  UPS: "https://www.ups.com/track?tracknum=%s",
  USPS: "https://tools.usps.com/go/TrackConfirmAction.action?tLabels=%s",
  FedEx: "https://www.fedex.com/fedextrack/?trknbr=%s",
  "DHL Express": "https://www.dhl.com/en/express/tracking.html?AWB=%s&brand=DHL",
  "DHL eCommerce": "https://www.dhl.com/us-en/home/tracking/tracking-ecommerce.html?tracking-id=%s",
  "DHL Parcel": "https://www.dhl.com/en/express/tracking.html?AWB=%s",
  "Canada Post": "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=%s",
  Purolator: "https://www.purolator.com/en/shipping/tracker?pin=%s",
  "Royal Mail": "https://www.royalmail.com/track-your-item#/tracking-results/%s",
  PostNL: "https://postnl.nl/tracktrace/?B=%s",
  "La Poste": "https://www.laposte.fr/outils/suivre-vos-envois?code=%s",
  Colissimo: "https://www.laposte.fr/outils/suivre-vos-envois?code=%s",
  "Australia Post": "https://auspost.com.au/mypost/track/#/details/%s",
  Evri: "https://www.evri.com/track/parcel/%s",
};

/** The link for a company in Shopify's exact spelling, or null where none is known. */
export function trackingLink(company: string | null, number: string | null): string | null {
  const page = company === null ? undefined : pages[company];
  return page && number !== null ? page.replace("%s", encodeURIComponent(number)) : null;
}
