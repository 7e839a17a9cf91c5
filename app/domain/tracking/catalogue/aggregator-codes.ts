import { AGGREGATOR_TABLE, TABLE_AGGREGATORS } from "./aggregator-table";
import { canonicalCode, CARRIERS, findBySeventeenTrack, findCarrier, seventeenTrackNumber } from "./catalogue";

/** The aggregators that have names of their own for carriers. */
export const AGGREGATORS: readonly { code: string; name: string }[] = [
  { code: "17track", name: "17TRACK" },
  { code: "aftership", name: "AfterShip" },
  { code: "easypost", name: "EasyPost" },
  { code: "shippo", name: "Shippo" },
  { code: "trackingmore", name: "TrackingMore" },
  { code: "ship24", name: "Ship24" },
  { code: "shipengine", name: "ShipEngine" },
];

/** One aggregator's names in both directions. */
interface Names {
  /** By our code: what is sent. */
  sent: Map<string, string>;
  /** By their name in lower case: our code. */
  read: Map<string, string>;
}

function readTable(): ReadonlyMap<string, Names> {
  const table = new Map<string, Names>(TABLE_AGGREGATORS.map((code) => [code, { sent: new Map(), read: new Map() }]));
  for (const line of AGGREGATOR_TABLE.trim().split("\n")) {
    const [ours = "", ...columns] = line.split(" ");
    for (const [index, column] of columns.entries()) {
      const names = table.get(TABLE_AGGREGATORS[index] ?? "");
      if (!names) continue;
      const [sent = "-", ...also] = column.split("|");
      if (sent !== "-") names.sent.set(ours, sent);
      for (const name of [sent, ...also]) if (name !== "-" && !names.read.has(name.toLowerCase())) names.read.set(name.toLowerCase(), ours);
    }
  }
  return table;
}

const TABLE = readTable();

/**
 * The aggregator's own code for a carrier, or null where none is known: then the aggregator has to find the carrier
 * itself. 17TRACK's is a number. A country's unit without a code of its own goes by its family's.
 * @param country where the shipment goes: chooses the unit where the family itself has no code
 */
export function aggregatorCode(aggregator: string, carrier: string, country: string | null = null): string | null {
  const found = findCarrier(carrier);
  const code = found?.code ?? carrier;
  if (aggregator === "17track") {
    const number = found?.seventeenTrack ?? seventeenTrackNumber(code, country);
    return number === null ? null : String(number);
  }
  const sent = TABLE.get(aggregator)?.sent;
  if (!sent) return null;
  const own = sent.get(code) ?? (found?.family ? sent.get(found.family) : undefined);
  if (own !== undefined || country === null) return own ?? null;
  const unit = CARRIERS.find((each) => each.family === code && each.country === country.toUpperCase() && sent.has(each.code));
  return unit ? (sent.get(unit.code) ?? null) : null;
}

/** Our code for the carrier that an aggregator names (a country's unit by its family's), or null when it is unknown. */
export function carrierOfAggregator(aggregator: string, name: string | null): string | null {
  const wanted = name?.trim().toLowerCase() ?? "";
  if (wanted === "") return null;
  if (aggregator === "17track") {
    const carrier = /^\d+$/.test(wanted) ? findBySeventeenTrack(Number(wanted)) : null;
    return carrier === null ? null : canonicalCode(carrier.code);
  }
  const ours = TABLE.get(aggregator)?.read.get(wanted) ?? null;
  return ours === null ? null : canonicalCode(ours);
}
