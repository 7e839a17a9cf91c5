/** An order as the shopper's order page shows it. */
export interface ShopperOrder {
  name: string;
  first_name: string;
  cancelled: boolean;
  lines: { title: string; variant: string | null; quantity: number; image: string | null }[];
  fulfillments: { tracking: { company: string | null; number: string | null }[] }[];
}

/** What the storefront asks the simulated Shopify. */
export interface StorefrontBackend {
  /** An order by its name without "#"; null where there is none. */
  order(name: string): ShopperOrder | null;
  /** Buys one piece; gives the order's name. */
  buy(product: string, variant: number): Promise<string>;
  /** The gid-less id of the customer who is logged in, or null. */
  customerId(): string | null;
}

/** Where requests under /apps/SUBPATH go. */
export interface ProxyTarget {
  /** "apps" */
  prefix: string;
  /** "track" */
  subpath: string;
  /** The app's address for it, with path, without a slash at the end. */
  url: string;
  apiSecret: string;
}
