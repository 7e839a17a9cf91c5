/** Decimals of a currency's minor unit (ISO 4217, as ICU has it); 2 for a code that is none. */
export function currencyDecimals(currency: string): number {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}
