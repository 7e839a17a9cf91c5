import type { JourneyBook } from "./book";
import type { Faults } from "./faults";

/** What the provider routers share. */
export interface CarrierWorld {
  book: JourneyBook;
  faults: Faults;
  /** Milliseconds since the epoch, by the simulator's clock. */
  now(): number;
  log(entry: { provider: string; method: string; path: string; status: number }): void;
}

/** Credentials that the demo connects with; plainly not secrets, they open nothing but the simulator. */
export const demoCredentials = {
  ups: { client_id: "demo-ups-client", client_secret: "demo-ups-secret" },
  usps: { client_id: "demo-usps-client", client_secret: "demo-usps-secret" },
  fedex: { client_id: "demo-fedex-client", client_secret: "demo-fedex-secret" },
  dhl: { api_key: "demo-dhl-key" },
  royal_mail: { client_id: "demo-royal-mail-client", client_secret: "demo-royal-mail-secret" },
} as const;
