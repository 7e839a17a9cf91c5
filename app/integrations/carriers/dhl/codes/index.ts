import type { StatusMap } from "../../reading/understand";
import { dgfCodes } from "./dgf";
import { ecommerceCodes } from "./ecommerce";
import { ecommerceEuropeCodes } from "./ecommerce-europe";
import { ecommercePplCodes } from "./ecommerce-ppl";
import { expressCodes } from "./express";
import { freightCodes } from "./freight";
import { parcelDeCodes } from "./parcel-de";
import { parcelNlCodes } from "./parcel-nl";
import { parcelPlCodes } from "./parcel-pl";
import { svbCodes } from "./svb";

/** One table per division: the same code means different things in them. */
export const DHL_SERVICES: Readonly<Record<string, StatusMap>> = {
  ecommerce: ecommerceCodes,
  express: expressCodes,
  "parcel-de": parcelDeCodes,
  "parcel-nl": parcelNlCodes,
  "parcel-pl": parcelPlCodes,
  svb: svbCodes,
  "ecommerce-ppl": ecommercePplCodes,
  freight: freightCodes,
  dgf: dgfCodes,
  "ecommerce-europe": ecommerceEuropeCodes,
};
