import { randomBytes } from "node:crypto";
import type { CarrierSimulator, CarrierState } from "../carriers";
import type { SimClock } from "../clock";
import type { MailRecord, MailRecords } from "../mailbox/mails";
import { openSnapshot, type Snapshot } from "../shopify/store/snapshot";
import type { ThemeName } from "../storefront/themes";

/** What the demo keeps between runs, besides Shopify's state and the app's database. */
export interface DemoState {
  version: 1;
  /** Made once: the app encrypts with it, so it must stay. 32 bytes in base64. */
  encryptionKey: string;
  /** The world's time when it was last written, milliseconds since the epoch. Null before the first run ended its seed. */
  worldTime: number | null;
  /** False until the history has been lived through to its end. */
  seeded: boolean;
  /** The base port of the run that made it: pictures and links in the orders name it. */
  basePort: number;
  summary: { label: string; value: string }[];
  /** Themes that were published, by the shop's key; a shop without one has the theme it began with. */
  themes?: Record<string, ThemeName>;
  carriers: CarrierState | null;
  mails: { next: number; list: MailRecord[] } | null;
}

export interface DemoStateFile {
  state: DemoState;
  /** Writes soon. */
  save(): void;
  /** Writes now, and may be called again. */
  saveNow(): Promise<void>;
  /** Lets the state be gathered from the running parts from now on. */
  attach(parts: StateParts): void;
}

/** Opens .data/demo/world.json, or begins a new state. */
export async function openDemoState(folder: string, basePort: number): Promise<DemoStateFile> {
  const snapshot: Snapshot<DemoState> = await openSnapshot<DemoState>(folder, "world.json");
  const state = snapshot.read() ?? {
    version: 1, encryptionKey: randomBytes(32).toString("base64"), worldTime: null, seeded: false, basePort, summary: [], carriers: null, mails: null,
  };
  let parts: StateParts | null = null;
  const gather = (): DemoState => {
    if (parts) {
      state.carriers = parts.carriers.snapshot();
      state.mails = parts.mails.snapshot();
      state.worldTime = parts.clock.now();
    }
    return state;
  };
  return {
    state,
    attach(next) {
      parts = next;
    },
    save: () => snapshot.write(gather()),
    saveNow: () => snapshot.close(gather()),
  };
}

interface StateParts {
  clock: SimClock;
  carriers: CarrierSimulator;
  mails: MailRecords;
}
