import { findCarrier, trackingUrl } from "~/domain/tracking/catalogue/find-carrier";

import type { CarrierDirectory } from "./shipment-view";

/** Carriers as the catalogue knows them. */
export const carrierDirectory: CarrierDirectory = { name: (code) => findCarrier(code)?.name ?? null, trackingUrl };
