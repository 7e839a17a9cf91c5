import { boundedText, LONGEST } from "~/domain/tracking/text/bounded-text";

import { aftership } from "./aftership";
import { amazonShipping } from "./amazon_shipping";
import { asendia } from "./asendia";
import { australiaPost } from "./australia_post";
import { bpost } from "./bpost";
import { canadaPost } from "./canada_post";
import { correos } from "./correos";
import { dhl } from "./dhl";
import { dhlExpress } from "./dhl_express";
import { dhlGlobalMail } from "./dhl_global_mail";
import { dhlParcelDe } from "./dhl_parcel_de";
import { dpd } from "./dpd";
import { easypost } from "./easypost";
import { evri } from "./evri";
import { fedex } from "./fedex";
import { gls } from "./gls";
import { hermes } from "./hermes";
import { laPoste } from "./la_poste";
import { landmark } from "./landmark";
import { newgistics } from "./newgistics";
import { ontrac } from "./ontrac";
import { pitneyBowes } from "./pitney_bowes";
import type { CarrierAdapter } from "./port";
import { posteItaliane } from "./poste_italiane";
import { postnl } from "./postnl";
import { postnord } from "./postnord";
import { purolator } from "./purolator";
import { boundedScan } from "./reading/bounded-scan";
import { royalMail } from "./royal_mail";
import { sendle } from "./sendle";
import { seventeenTrack } from "./seventeen_track";
import { ship24 } from "./ship24";
import { shipengine } from "./shipengine";
import { shippo } from "./shippo";
import { trackingmore } from "./trackingmore";
import { ups } from "./ups";
import { usps } from "./usps";

/** Adding a provider is a folder and a line here. */
const ADAPTERS: readonly CarrierAdapter[] = [
  ups,
  usps,
  seventeenTrack,
  fedex,
  dhl,
  dhlExpress,
  canadaPost,
  royalMail,
  laPoste,
  australiaPost,
  amazonShipping,
  purolator,
  aftership,
  easypost,
  shippo,
  trackingmore,
  ship24,
  shipengine,
  dhlParcelDe,
  postnl,
  gls,
  bpost,
  evri,
  dpd,
  postnord,
  correos,
  ontrac,
  posteItaliane,
  asendia,
  landmark,
  sendle,
  hermes,
  newgistics,
  pitneyBowes,
  dhlGlobalMail,
];

/** Every provider of tracking that Milepost can read or ask. None of them is given a scan of any length to explain. */
export const carrierAdapters: readonly CarrierAdapter[] = ADAPTERS.map((adapter) => ({ ...adapter, explain: (scan) => adapter.explain(boundedScan(scan)) }));

const byName = new Map<string, CarrierAdapter>();
for (const adapter of carrierAdapters) {
  for (const name of [adapter.code, ...adapter.aliases]) byName.set(name, adapter);
}

/** The adapter of a code or alias, in any case and with hyphens or blanks for underscores; null when there is none. */
export function findAdapter(codeOrAlias: string): CarrierAdapter | null {
  const said = boundedText(codeOrAlias, LONGEST.name).trim().toLowerCase();
  return byName.get(said) ?? byName.get(said.replace(/[\s-]+/g, "_")) ?? null;
}
