export interface Picture {
  id: string;
  url: string;
  altText: string | null;
  width: number;
  height: number;
}

export interface Variant {
  id: string;
  title: string;
  sku: string | null;
  priceMinor: number;
  grams: number;
}

/** What a shop sells. */
export interface Product {
  id: string;
  title: string;
  handle: string;
  vendor: string;
  productType: string;
  description: string;
  status: "ACTIVE" | "ARCHIVED" | "DRAFT";
  tags: string[];
  picture: Picture | null;
  variants: Variant[];
  createdAt: number;
  updatedAt: number;
}
