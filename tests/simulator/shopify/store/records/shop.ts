import type { Address } from "./people";

export type Plan = "basic" | "standard" | "advanced" | "plus";

export interface Installation {
  id: string;
  scopes: string[];
  installedAt: number;
}

/** The shop itself, and who has installed the app there. */
export interface ShopRecord {
  id: string;
  /** NAME.myshopify.com */
  domain: string;
  /** The NAME of the domain: admin.shopify.com/store/NAME. */
  handle: string;
  name: string;
  email: string;
  ownerName: string;
  /** The shop's own address on the web, as its shoppers know it. */
  primaryHost: string;
  plan: Plan;
  timeZone: string;
  currency: string;
  locale: string;
  address: Address;
  createdAt: number;
  updatedAt: number;
  installation: Installation | null;
  /** The member of staff who is looking at the admin. */
  staffId: string;
}

export interface Location {
  id: string;
  name: string;
  address: Address;
  isActive: boolean;
  fulfillsOnlineOrders: boolean;
  createdAt: number;
  updatedAt: number;
}
