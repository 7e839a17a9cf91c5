import { gid } from "../../store/ids";
import { utcSeconds } from "../../store/instants";
import { decimal } from "../../store/money";
import type { Product, Variant } from "../../store/records";
import { connection, type PageArguments } from "../connection";
import type { Context, View } from "../context";
import type { SearchRules } from "../search";
import { metafieldFields } from "./metafield";
import { moneyV2 } from "./money";
import { imageView, mediaView } from "./picture";

export function productView(ctx: Context, product: Product): View {
  const { currency, primaryHost } = ctx.state.shop;
  const prices = product.variants.map((one) => one.priceMinor);
  const picture = product.picture;
  return {
    __typename: "Product",
    ...metafieldFields(ctx, gid("Product", product.id)),
    id: gid("Product", product.id),
    legacyResourceId: product.id,
    title: product.title,
    handle: product.handle,
    vendor: product.vendor,
    productType: product.productType,
    description: product.description,
    descriptionHtml: `<p>${product.description}</p>`,
    status: product.status,
    tags: product.tags,
    featuredImage: imageView(picture),
    featuredMedia: mediaView(picture),
    images: (args: PageArguments) => connection(ctx, "Image", picture ? [picture] : [], args, { id: (one) => one.id, view: (one) => imageView(one) ?? { __typename: "Image" } }),
    media: (args: PageArguments) => connection(ctx, "Media", picture ? [picture] : [], args, { id: (one) => one.id, view: (one) => mediaView(one) ?? { __typename: "MediaImage" } }),
    variants: (args: PageArguments) => connection(ctx, "ProductVariant", product.variants, args, { id: (one) => one.id, view: (one) => variantView(ctx, product, one) }),
    priceRangeV2: {
      __typename: "ProductPriceRangeV2",
      minVariantPrice: moneyV2(Math.min(...prices), currency),
      maxVariantPrice: moneyV2(Math.max(...prices), currency),
    },
    collections: (args: PageArguments) => connection(ctx, "Collection", [] as { id: string }[], args, { id: (one) => one.id, view: () => ({ __typename: "Collection" }) }),
    isGiftCard: false,
    onlineStoreUrl: `https://${primaryHost}/products/${product.handle}`,
    publishedAt: utcSeconds(product.createdAt),
    createdAt: utcSeconds(product.createdAt),
    updatedAt: utcSeconds(product.updatedAt),
  };
}

export function variantView(ctx: Context, product: Product, variant: Variant): View {
  return {
    __typename: "ProductVariant",
    ...metafieldFields(ctx, gid("ProductVariant", variant.id)),
    id: gid("ProductVariant", variant.id),
    legacyResourceId: variant.id,
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    sku: variant.sku,
    price: decimal(variant.priceMinor, ctx.state.shop.currency),
    compareAtPrice: null,
    barcode: null,
    image: imageView(product.picture),
    position: product.variants.indexOf(variant) + 1,
    product: () => productView(ctx, product),
    availableForSale: true,
    taxable: true,
    createdAt: utcSeconds(product.createdAt),
    updatedAt: utcSeconds(product.updatedAt),
  };
}

/** A variant with its product, by the variant's id. */
export function findVariant(ctx: Context, id: string): { product: Product; variant: Variant } | null {
  for (const product of Object.values(ctx.state.products)) {
    const variant = product.variants.find((one) => one.id === id);
    if (variant) return { product, variant };
  }
  return null;
}

export const productSearch: SearchRules<Product> = {
  what: "products",
  fields: {
    id: { kind: "id", of: (one) => one.id },
    title: { kind: "text", of: (one) => one.title },
    handle: { kind: "text", of: (one) => one.handle },
    vendor: { kind: "text", of: (one) => one.vendor },
    product_type: { kind: "text", of: (one) => one.productType },
    status: { kind: "text", of: (one) => one.status },
    tag: { kind: "texts", of: (one) => one.tags },
    sku: { kind: "texts", of: (one) => one.variants.flatMap((variant) => variant.sku ?? []) },
    created_at: { kind: "instant", of: (one) => one.createdAt },
    updated_at: { kind: "instant", of: (one) => one.updatedAt },
  },
  words: (one) => [one.title, one.vendor, one.productType],
};
