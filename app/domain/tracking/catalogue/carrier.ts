/** One carrier of the catalogue. */
export interface Carrier {
  /** Lower snake case, unique, never changed once given. */
  code: string;
  name: string;
  /** ISO 3166-1 alpha-2; null when the sources name none. */
  country: string | null;
  website: string | null;
  /** 17TRACK's carrier number. */
  seventeenTrack: number | null;
  /** Exactly as Shopify knows it (`trackingInfo.company`): the spelling decides the tracking link. */
  shopifyCompany: string | null;
  /** Public tracking page; "%s" stands for the number. */
  trackingUrl: string | null;
  /** The carrier of which this is a country's unit ("dpd" of "dpd_fr"). */
  family: string | null;
}
