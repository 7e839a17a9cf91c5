import { readFileSync } from "node:fs";

import tsTrackingNumber from "ts-tracking-number";

import { detectCarrier } from "~/domain/tracking/detection/detect-carrier";

import { printFigure } from "../figure";

const FIXTURE = new URL("../../fixtures/tracking-numbers.json", import.meta.url);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);

/** The courier families that the peer knows; others are left out of its accuracy. */
const PEER_COURIERS = new Set(["amazon", "dhl", "fedex", "ontrac", "s10", "ups", "usps"]);

interface Sample {
  number: string;
  courier: string;
  service: string;
}

/** Numbers per second and how often the right courier comes first, beside the npm package ts-tracking-number. */
export async function benchDetect(): Promise<void> {
  const { numbers } = JSON.parse(readFileSync(FIXTURE, "utf8")) as { numbers: Sample[] };
  const subjects = {
    milepost: (number: string) => detectCarrier(number)[0]?.carrier ?? null,
    "ts-tracking-number": (number: string) => tsTrackingNumber.getTracking(number)?.courier.code ?? null,
  };
  const speed: Record<string, number> = {};
  for (const [subject, detect] of Object.entries(subjects)) {
    speed[subject] = perSecond(numbers.map((each) => each.number), detect);
    printFigure({ bench: "detect", subject, metric: "numbers", value: speed[subject], unit: "1/s" });
    const own = numbers.filter((each) => PEER_COURIERS.has(each.courier));
    const right = own.filter((each) => isCourier(detect(each.number), each.courier)).length;
    printFigure({ bench: "detect", subject, metric: "right_courier_first_on_the_peers_couriers", value: (100 * right) / own.length, unit: "%" });
    const all = numbers.filter((each) => isCourier(detect(each.number), each.courier)).length;
    printFigure({ bench: "detect", subject, metric: "right_courier_first_on_all", value: (100 * all) / numbers.length, unit: "%" });
  }
  const among = numbers.filter((each) => detectCarrier(each.number).some((candidate) => isCourier(candidate.carrier, each.courier))).length;
  printFigure({ bench: "detect", subject: "milepost", metric: "right_courier_among_candidates", value: (100 * among) / numbers.length, unit: "%" });
  printFigure({ bench: "detect", subject: "milepost", metric: "numbers_to_peer", value: (speed.milepost ?? 0) / (speed["ts-tracking-number"] ?? 1), unit: "ratio" });
}

/** The data names families ("dhl", "s10") where we name operators ("dhl_express", "royal_mail"). */
function isCourier(carrier: string | null, courier: string): boolean {
  if (carrier === null) return false;
  const flat = courier.replace(/_/g, "");
  if (courier === "s10") return carrier !== null;
  return carrier.replace(/_/g, "").startsWith(flat);
}

function perSecond(numbers: readonly string[], detect: (number: string) => unknown): number {
  for (const number of numbers) detect(number);
  const end = performance.now() + SECONDS * 1_000;
  const start = performance.now();
  let count = 0;
  while (performance.now() < end) {
    for (const number of numbers) detect(number);
    count += numbers.length;
  }
  return (count * 1_000) / (performance.now() - start);
}
