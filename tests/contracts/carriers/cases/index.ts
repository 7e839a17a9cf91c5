import type { ContractCase } from "../contract-case";
import { aftershipCase, easypostCase, ship24Case, shipengineCase, shippoCase, trackingmoreCase } from "./aggregators";
import { australiaPostCase, correosCase, dhlCase, dhlExpressCase, laPosteCase, postnlCase, postnordCase, royalMailCase } from "./key-carriers";
import { amazonShippingCase, canadaPostCase, fedexCase, glsCase, posteItalianeCase } from "./oauth-carriers";
import { seventeenTrackCase } from "./seventeen-track";
import { upsCase } from "./ups";
import { uspsCase } from "./usps";
import { bpostCase, dhlParcelDeCase, dpdCase, purolatorCase } from "./xml-carriers";

/** One per adapter that asks a provider; the battery's own test says which are missing. */
export const contractCases: readonly ContractCase[] = [
  upsCase, uspsCase, seventeenTrackCase,
  fedexCase, canadaPostCase, amazonShippingCase, glsCase, posteItalianeCase,
  dhlCase, dhlExpressCase, royalMailCase, laPosteCase, australiaPostCase, postnlCase, postnordCase, correosCase,
  purolatorCase, dhlParcelDeCase, bpostCase, dpdCase,
  aftershipCase, easypostCase, shippoCase, trackingmoreCase, ship24Case, shipengineCase,
];
