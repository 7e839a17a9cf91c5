import { isFree } from "../free-ports";

/** Where each part of the demo listens. */
export interface DemoPorts {
  control: number;
  app: number;
  shopify: number;
  storefront: number;
  secondStorefront: number;
  mailbox: number;
  smtp: number;
  carriers: number;
  messages: number;
}

const NAMES: Readonly<Record<keyof DemoPorts, string>> = {
  control: "index and control page", app: "the app", shopify: "Shopify's admin and API", storefront: "storefront", secondStorefront: "second storefront",
  mailbox: "mailbox", smtp: "SMTP", carriers: "carriers", messages: "phone and team inbox",
};

/** How many ports in a row the demo takes. */
export const DEMO_PORTS = Object.keys(NAMES).length;

/** One port for each part, in a row from the base on. */
export function portsFrom(base: number): DemoPorts {
  const keys = Object.keys(NAMES) as (keyof DemoPorts)[];
  return Object.fromEntries(keys.map((key, index) => [key, base + index])) as unknown as DemoPorts;
}

/**
 * Reads PORT.
 * @throws Error saying what is wrong with it
 */
export function readBasePort(text: string | undefined): number {
  if (text === undefined || text === "") return 4_000;
  const base = Number(text);
  if (!Number.isInteger(base) || base < 1_024 || base > 65_500) throw new Error(`PORT=${text} is not a port between 1024 and 65500.`);
  return base;
}

/** A sentence for every port that somebody else has; empty when all are free. */
export async function takenPorts(ports: DemoPorts): Promise<string[]> {
  const sentences: string[] = [];
  for (const [key, port] of Object.entries(ports) as [keyof DemoPorts, number][]) {
    if (!(await isFree(port, "127.0.0.1")) || !(await isFree(port, "::1"))) sentences.push(`Port ${port} (${NAMES[key]}) is taken.`);
  }
  return sentences;
}
