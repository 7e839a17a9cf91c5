/** How dates, figures and money are written: in the shop's time zone and language. */
export interface Format {
  /** "24 Nov 2026" as the language writes it. */
  date(iso: string): string;
  /** "Tue 24 Nov" : for days that are near. @param zone where the day was named; null or one not known: the shop's */
  day(iso: string, zone?: string | null): string;
  time(iso: string): string;
  dateTime(iso: string): string;
  /** "3 hours ago", "in 2 days"; both instants are ISO strings. */
  ago(iso: string, now: string): string;
  number(value: number): string;
  /** `share` is 0 to 1. */
  percent(share: number): string;
  /** `minor` is in the currency's smallest unit. */
  money(minor: number, currency: string): string;
  country(code: string): string;
}

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * 86_400_000],
  ["month", 30 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/**
 * @param settings.locale BCP 47; one that is not understood counts as English
 * @param settings.timeZone IANA name; one that is not known counts as UTC
 */
export function createFormat(settings: { locale: string; timeZone: string }): Format {
  const locale = usable(() => new Intl.NumberFormat(settings.locale)) ? settings.locale : "en";
  const timeZone = usable(() => new Intl.DateTimeFormat("en", { timeZone: settings.timeZone })) ? settings.timeZone : "UTC";
  const dates = (options: Intl.DateTimeFormatOptions, zone: string = timeZone) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    return (iso: string) => plainSpaces(format.format(new Date(iso)));
  };
  const dayOnly = { weekday: "short", day: "numeric", month: "short" } as const;
  const day = dates(dayOnly);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  return {
    date: dates({ day: "numeric", month: "short", year: "numeric" }),
    day: (iso, zone) => (zone && usable(() => new Intl.DateTimeFormat("en", { timeZone: zone })) ? dates(dayOnly, zone) : day)(iso),
    time: dates({ hour: "numeric", minute: "2-digit" }),
    dateTime: dates({ day: "numeric", month: "short", year: "numeric", hour: "numeric", minute: "2-digit" }),
    ago(iso, now) {
      const distance = new Date(iso).getTime() - new Date(now).getTime();
      const step = STEPS.find(([, size]) => Math.abs(distance) >= size);
      return step ? relative.format(Math.trunc(distance / step[1]), step[0]) : relative.format(0, "minute");
    },
    number: (value) => plainSpaces(numbers.format(value)),
    percent: (share) => plainSpaces(percents.format(share)),
    money(minor, currency) {
      if (!usable(() => new Intl.NumberFormat("en", { style: "currency", currency }))) return `${minor} ${currency}`;
      const format = new Intl.NumberFormat(locale, { style: "currency", currency });
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
      return plainSpaces(format.format(minor / 10 ** digits));
    },
    country(code) {
      if (!/^[A-Z]{2}$/.test(code)) return code;
      return new Intl.DisplayNames([locale], { type: "region", fallback: "code" }).of(code) ?? code;
    },
  };
}

/** The server's and the browser's tables differ in narrow spaces; written plainly, both render the same text. */
function plainSpaces(text: string): string {
  return text.replace(/[\u202f\u00a0\u2009]/g, " ");
}

function usable(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}
