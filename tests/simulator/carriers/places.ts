/** A place where parcels start, pass or end. Real towns; postal codes of their centres. */
export interface Place {
  city: string;
  region: string | null;
  country: string;
  postalCode: string;
  /** IANA zone, for the wall clocks that carriers print. */
  zone: string;
}

const NEW_YORK = "America/New_York";
const CHICAGO = "America/Chicago";
const DENVER = "America/Denver";
const LOS_ANGELES = "America/Los_Angeles";

function place(city: string, region: string | null, country: string, postalCode: string, zone: string): Place {
  return { city, region, country, postalCode, zone };
}

/** Towns by country. */
export const towns: Readonly<Record<string, readonly Place[]>> = {
  US: [
    place("Burlington", "VT", "US", "05401", NEW_YORK), place("Portland", "ME", "US", "04101", NEW_YORK),
    place("Northampton", "MA", "US", "01060", NEW_YORK), place("Ithaca", "NY", "US", "14850", NEW_YORK),
    place("Asheville", "NC", "US", "28801", NEW_YORK), place("Ann Arbor", "MI", "US", "48104", NEW_YORK),
    place("Savannah", "GA", "US", "31401", NEW_YORK), place("Pittsburgh", "PA", "US", "15222", NEW_YORK),
    place("Madison", "WI", "US", "53703", CHICAGO), place("Duluth", "MN", "US", "55802", CHICAGO),
    place("Austin", "TX", "US", "78701", CHICAGO), place("Iowa City", "IA", "US", "52240", CHICAGO),
    place("New Orleans", "LA", "US", "70130", CHICAGO), place("Nashville", "TN", "US", "37203", CHICAGO),
    place("Boulder", "CO", "US", "80302", DENVER), place("Bozeman", "MT", "US", "59715", DENVER),
    place("Santa Fe", "NM", "US", "87501", DENVER), place("Boise", "ID", "US", "83702", "America/Boise"),
    place("Bend", "OR", "US", "97701", LOS_ANGELES), place("Bellingham", "WA", "US", "98225", LOS_ANGELES),
    place("Truckee", "CA", "US", "96161", LOS_ANGELES), place("Oakland", "CA", "US", "94607", LOS_ANGELES),
    place("San Luis Obispo", "CA", "US", "93401", LOS_ANGELES), place("Spokane", "WA", "US", "99201", LOS_ANGELES),
  ],
  CA: [
    place("Squamish", "BC", "CA", "V8B 0A1", "America/Vancouver"), place("Canmore", "AB", "CA", "T1W 1P2", "America/Edmonton"),
    place("Guelph", "ON", "CA", "N1H 3A1", "America/Toronto"), place("Halifax", "NS", "CA", "B3J 1S9", "America/Halifax"),
    place("Winnipeg", "MB", "CA", "R3C 1A5", "America/Winnipeg"), place("Kingston", "ON", "CA", "K7L 1A8", "America/Toronto"),
  ],
  GB: [
    place("Bristol", null, "GB", "BS1 4DJ", "Europe/London"), place("Sheffield", null, "GB", "S1 2HH", "Europe/London"),
    place("Edinburgh", null, "GB", "EH1 1YZ", "Europe/London"), place("Kendal", null, "GB", "LA9 4DQ", "Europe/London"),
    place("Falmouth", null, "GB", "TR11 3DF", "Europe/London"), place("Norwich", null, "GB", "NR2 1TF", "Europe/London"),
    place("Cardiff", null, "GB", "CF10 1EP", "Europe/London"), place("York", null, "GB", "YO1 7HH", "Europe/London"),
  ],
  DE: [
    place("Freiburg im Breisgau", null, "DE", "79098", "Europe/Berlin"), place("Leipzig", null, "DE", "04109", "Europe/Berlin"),
    place("Hamburg", null, "DE", "20095", "Europe/Berlin"), place("Garmisch-Partenkirchen", null, "DE", "82467", "Europe/Berlin"),
  ],
  NL: [
    place("Utrecht", null, "NL", "3511 LN", "Europe/Amsterdam"), place("Haarlem", null, "NL", "2011 RD", "Europe/Amsterdam"),
    place("Groningen", null, "NL", "9712 CP", "Europe/Amsterdam"),
  ],
  FR: [place("Annecy", null, "FR", "74000", "Europe/Paris"), place("Grenoble", null, "FR", "38000", "Europe/Paris")],
  DK: [place("Aarhus", null, "DK", "8000", "Europe/Copenhagen")],
  AU: [place("Hobart", "TAS", "AU", "7000", "Australia/Hobart"), place("Fremantle", "WA", "AU", "6160", "Australia/Perth")],
};

const hubsByZone: Readonly<Record<string, Place>> = {
  [NEW_YORK]: place("Secaucus", "NJ", "US", "07094", NEW_YORK),
  [CHICAGO]: place("Hodgkins", "IL", "US", "60525", CHICAGO),
  [DENVER]: place("Commerce City", "CO", "US", "80022", DENVER),
  "America/Boise": place("Salt Lake City", "UT", "US", "84104", DENVER),
  [LOS_ANGELES]: place("Ontario", "CA", "US", "91761", LOS_ANGELES),
};

const hubsByCountry: Readonly<Record<string, Place>> = {
  CA: place("Mississauga", "ON", "CA", "L5S 1A2", "America/Toronto"),
  GB: place("Coventry", null, "GB", "CV3 4LF", "Europe/London"),
  DE: place("Neuenstein", null, "DE", "36286", "Europe/Berlin"),
  NL: place("Nieuwegein", null, "NL", "3439 ME", "Europe/Amsterdam"),
  FR: place("Lyon", null, "FR", "69007", "Europe/Paris"),
  DK: place("Taulov", null, "DK", "7000", "Europe/Copenhagen"),
  AU: place("Chullora", "NSW", "AU", "2190", "Australia/Sydney"),
};

/** The sorting centre that serves a place; the place itself where none is known. */
export function hubOf(end: Place): Place {
  return hubsByCountry[end.country] ?? hubsByZone[end.zone] ?? end;
}

/** Minutes that a zone is ahead of UTC at an instant. */
export function offsetMinutes(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(at);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === "-" ? -minutes : minutes;
}

/** "+02:00" for a zone at an instant. */
export function offsetText(zone: string, at: number): string {
  const minutes = offsetMinutes(zone, at);
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The wall clock of a zone at an instant, as "2026-11-24T08:15:00". */
export function wallClock(zone: string, at: number): string {
  return new Date(at + offsetMinutes(zone, at) * 60_000).toISOString().slice(0, 19);
}
