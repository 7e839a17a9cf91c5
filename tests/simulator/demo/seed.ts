import type { SimClock } from "../clock";
import type { DueFeedback, Timeline } from "./timeline";

const HOUR = 3_600_000;
/** Shoppers whose parcels came before the install say how it went when they first hear of the page: so many a step. */
const EARLIER_PER_STEP = 2;
const EARLIER_DAYS = 12;

export interface SeedOptions {
  clock: SimClock;
  timeline: Timeline;
  /** The instant at which the app is installed, and that at which the demo is ready. */
  installAt: number;
  end: number;
  /** Hours of each step after the install. */
  stepHours: readonly number[];
  /** Installs the app in every shop and connects the carriers. */
  install(): Promise<void>;
  /** Lets carriers push, Shopify deliver, and the app catch up. */
  settle(): Promise<void>;
  leaveFeedback(due: DueFeedback): Promise<boolean>;
  say(line: string): void;
}

export interface SeedResult {
  feedback: number;
}

/**
 * Makes the history by living through it: before the install orders come in while nobody listens (the backfill reads
 * them later), then time passes in steps with webhooks and scans flowing.
 */
export async function seedHistory(options: SeedOptions): Promise<SeedResult> {
  const { clock, timeline, installAt, end } = options;
  let next = 0;
  const runUntil = (until: number) => {
    for (let action = timeline.actions[next]; action && action.at <= until; action = timeline.actions[++next]) {
      // The clock never runs back: on a slow machine an action may come a little after its instant.
      if (action.at > clock.now()) clock.advance(action.at - clock.now());
      action.run();
    }
    if (until > clock.now()) clock.advance(until - clock.now());
  };

  runUntil(installAt);
  const earlier = timeline.takeDueFeedback(installAt).filter((due) => due.at > installAt - EARLIER_DAYS * 24 * HOUR);
  await options.install();
  await options.settle();

  let feedback = 0;
  let at = installAt;
  for (const hours of options.stepHours) {
    at = Math.min(at + hours * HOUR, end);
    runUntil(at);
    await options.settle();
    // All at once, as shoppers come: the app takes its time over each look-up, on purpose.
    const leaving = [...earlier.splice(0, EARLIER_PER_STEP), ...timeline.takeDueFeedback(at)].map(async (due) => {
      if (await options.leaveFeedback(due)) feedback += 1;
      // The app may not have heard of the delivery yet: the shopper comes again with the next step.
      else timeline.putBack(due);
    });
    await Promise.all(leaving);
    options.say(`${Math.round((end - at) / (24 * HOUR))} days to go`);
  }
  return { feedback };
}
