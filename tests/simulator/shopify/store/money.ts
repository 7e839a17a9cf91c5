/** How many digits a currency has after the point (ISO 4217, as the runtime knows it): 2 for USD, 0 for JPY. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Minor units as Shopify's decimal text: 1250 USD is "12.50"; 1250 JPY is "1250.00" in REST and "1250.0" in GraphQL. */
export function decimal(minor: number, currency: string): string {
  return (minor / 10 ** minorDigits(currency)).toFixed(Math.max(2, minorDigits(currency)));
}

/** GraphQL's Decimal: no more zeros at the end than one. */
export function graphqlDecimal(minor: number, currency: string): string {
  return decimal(minor, currency).replace(/(\.\d+?)0+$/, "$1");
}

/** Shopify's decimal text as minor units. */
export function toMinor(amount: string, currency: string): number {
  return Math.round(Number(amount) * 10 ** minorDigits(currency));
}
