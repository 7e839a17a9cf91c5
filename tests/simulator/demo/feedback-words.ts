import type { PlannedFeedback } from "./plan";
import type { Draw } from "./random";

const happy = ["Arrived a day early, lovely packing.", "Just what I hoped for.", "The courier found the side door. Impressed.", "Quick, and the tracking page was clear.", null, null, null];
const middling = ["Fine, though the box was a bit battered.", "A day later than said.", null, null];
const unhappy = ["It sat in the depot for four days and nobody said why.", "Left in the rain.", "Had to ring twice to find out where it was."];

/** What a shopper says after delivery; late parcels are judged harder. */
export function drawFeedback(draw: Draw, at: number, late: boolean): PlannedFeedback {
  const mood = late ? draw.weighted({ happy: 1, middling: 3, unhappy: 4 }) : draw.weighted({ happy: 16, middling: 3, unhappy: 1 });
  if (mood === "happy") return { at, rating: draw.chance(0.75) ? 5 : 4, reason: draw.chance(0.6) ? draw.pick(["on_time", "careful"]) : null, comment: draw.pick(happy) };
  if (mood === "middling") return { at, rating: 3, reason: "late", comment: draw.pick(middling) };
  return { at, rating: draw.chance(0.5) ? 1 : 2, reason: draw.pick(["late", "damaged", "poor_updates"]), comment: draw.pick(unhappy) };
}
