import { createHmac } from "node:crypto";

/** X-Shopify-Hmac-Sha256: base64 of HMAC-SHA256 over the raw body. */
export function webhookSignature(secret: string, body: string): string {
  return createHmac("sha256", secret).update(body, "utf8").digest("base64");
}
