import { rows, type StatusMap } from "../reading/understand";

/**
 * DPD's life-cycle steps, the codes of its scan matrix, and those of its public page.
 * Source: public SOAP clients of DPD Germany, Belgium and the Netherlands; the matrix of 2025-02 as public code lists it.
 */
export const DPD_CODES: StatusMap = {
  name: "dpd/codes@1",
  meanings: rows(
    ["ACCEPTED PICKEDUP", "IN_TRANSIT", "accepted"], ["AT_SENDING_DEPOT ON_THE_ROAD", "IN_TRANSIT"], ["AT_DELIVERY_DEPOT AT_DELIVERY_CENTER", "IN_TRANSIT", "arrived_delivery_facility"],
    ["COURIER", "OUT_FOR_DELIVERY"], ["PARCELSHOP", "READY_FOR_PICKUP", "parcel_shop"], ["DELIVERYFAILURE RETURNINGFROMDELIVERY", "ATTEMPTED_DELIVERY"], ["DELIVERED", "DELIVERED"],
    ["ENA", "PRE_TRANSIT"], ["ORI ORW HUI HUS HUW HUZ SPE SPL SPS SPV SPW SPZ DLI DLS DLW DLZ DEHD DEHDY", "IN_TRANSIT"], ["DOPKY", "IN_TRANSIT", "accepted"], ["DLO", "OUT_FOR_DELIVERY"], ["DLR", "ATTEMPTED_DELIVERY"],
    ["DODEI", "READY_FOR_PICKUP", "parcel_shop"], ["DEY", "DELIVERED"], ["DEYY", "DELIVERED", "signed"], ["DODEY", "DELIVERED", "collected"], ["DODEYY", "DELIVERED", "signed"], ["DEN", "ATTEMPTED_DELIVERY", "refused"],
    ["DODEN", "EXCEPTION", "unclaimed"], ["SPR DODEH", "RETURNING"], ["ENX ORX HUX SPX DLX DEX DODEX", "EXCEPTION"], ["MSDLO DOMSDLO", "UNKNOWN"],
    ["ORDER_CREATED", "PRE_TRANSIT"], ["PARCEL_HANDED IN_TRANSIT", "IN_TRANSIT"], ["PARCEL_OUT_FOR_DELIVERY", "OUT_FOR_DELIVERY"], ["AVAILABLE_FOR_COLLECTION", "READY_FOR_PICKUP"],
    ["UNSUCCESSFUL_DELIVERY_ATTEMPTED", "ATTEMPTED_DELIVERY"], ["RETURN_TO_SENDER", "RETURNING"],
  ),
};
