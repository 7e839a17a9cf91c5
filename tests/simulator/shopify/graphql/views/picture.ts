import { gid } from "../../store/ids";
import type { Picture } from "../../store/records";
import type { View } from "../context";

export function imageView(picture: Picture | null): View | null {
  if (picture === null) return null;
  return {
    __typename: "Image",
    id: gid("ProductImage", picture.id),
    url: picture.url,
    src: picture.url,
    originalSrc: picture.url,
    transformedSrc: picture.url,
    altText: picture.altText,
    width: picture.width,
    height: picture.height,
    thumbhash: null,
  };
}

/** A product's picture as media. */
export function mediaView(picture: Picture | null): View | null {
  if (picture === null) return null;
  return {
    __typename: "MediaImage",
    id: gid("MediaImage", picture.id),
    alt: picture.altText,
    image: imageView(picture),
    mediaContentType: "IMAGE",
    preview: { __typename: "MediaPreviewImage", image: imageView(picture), status: "READY" },
    status: "READY",
    mediaErrors: [],
    mediaWarnings: [],
  };
}
