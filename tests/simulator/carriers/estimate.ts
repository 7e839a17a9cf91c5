import type { SimShipment } from "./book";
import { wallClock } from "./places";

/** What the carrier expects, on the day it is asked; null before it has the parcel, and after the end. */
export function estimateOf(shipment: SimShipment, now: number): { date: string; at: number } | null {
  const told = shipment.scans.filter((scan) => scan.at <= now);
  if (!told.some((scan) => scan.moment === "accepted")) return null;
  if (told.some((scan) => ["refused", "returning", "returned", "lost", "expired"].includes(scan.moment))) return null;
  const weather = told.some((scan) => scan.moment === "weather" || scan.moment === "customs_held");
  const goal = shipment.scans.findLast((scan) => ["delivered", "delivered_neighbour", "collected", "pickup_ready"].includes(scan.moment));
  // A parcel that gets stuck was expected like any other: four days at home, six and a half abroad.
  const usual = shipment.shippedAt + (shipment.origin.country === shipment.destination.country ? 4 : 6.5) * 86_400_000;
  const at = weather && goal ? goal.at : Math.min(goal?.at ?? usual, usual);
  return { date: wallClock(shipment.destination.zone, at).slice(0, 10), at };
}
