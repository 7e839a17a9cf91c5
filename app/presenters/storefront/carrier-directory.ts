import { findCarrier } from "~/domain/tracking/catalogue/catalogue";
import { trackingUrl } from "~/domain/tracking/catalogue/tracking-url";

import type { CarrierDirectory } from "./shipment-view";

/** Carriers as the catalogue knows them. */
export const carrierDirectory: CarrierDirectory = { name: (code) => findCarrier(code)?.name ?? null, trackingUrl };
