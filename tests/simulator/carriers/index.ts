import { createServer, type Server } from "node:http";
import express from "express";
import { afterShipPush, afterShipRouter } from "./aftership";
import { createJourneyBook, type JourneyBook, type SimShipment } from "./book";
import { dhlRouter } from "./dhl";
import { dhlPushRouter, pushDhl, type DhlSubscription } from "./dhl-push";
import { easyPostPush, easyPostRouter } from "./easypost";
import { createFaults, type FaultKind, type Faults } from "./faults";
import { fedexRouter } from "./fedex";
import { pushTrackers, type PushSender } from "./push";
import { royalMailRouter } from "./royal-mail";
import { SeventeenAccounts, type SeventeenAccount } from "./seventeen-track-accounts";
import { pushNews } from "./seventeen-track-push";
import { seventeenTrackRouter } from "./seventeen-track";
import { TrackerAccounts, type TrackerAccount } from "./trackers";
import { upsRouter } from "./ups";
import { uspsRouter } from "./usps";
import { pushUsps, UspsSubscriptions, type UspsSubscription } from "./usps-subscriptions";
import type { CarrierWorld } from "./world";

/** One call to a provider, for the control page. */
export interface CarrierCall {
  at: number;
  provider: string;
  method: string;
  path: string;
  status: number;
}

export interface CarrierState {
  shipments: SimShipment[];
  accounts: SeventeenAccount[];
  /** Of AfterShip and EasyPost; absent in states of before they were played. */
  trackers?: { aftership: TrackerAccount[]; easypost: TrackerAccount[] };
  /** What carriers of their own push to; absent in states of before that was played. */
  subscriptions?: { usps: UspsSubscription[]; dhl: DhlSubscription[] };
  faults: Record<string, FaultKind | null>;
}

export interface CarrierSimulator {
  book: JourneyBook;
  faults: Faults;
  /** Of 17TRACK. */
  accounts: SeventeenAccounts;
  aftership: TrackerAccounts;
  easypost: TrackerAccounts;
  usps: UspsSubscriptions;
  dhl: readonly DhlSubscription[];
  /** The newest calls last; at most 300. */
  calls: CarrierCall[];
  /** Sends the webhooks that are due; how many. */
  push(): Promise<number>;
  /** @returns the port that it listens on */
  listen(port: number, host?: string): Promise<number>;
  close(): Promise<void>;
  snapshot(): CarrierState;
  restore(state: CarrierState): void;
}

export interface CarrierSimulatorOptions {
  /** Milliseconds since the epoch, by the simulator's clock. */
  now: () => number;
  send?: PushSender;
  /** Calls a second (of the machine's clock) that 17TRACK takes of one key; 3 as documented. */
  seventeenTrackPerSecond?: () => number;
}

/** Each provider at its code (/ups, /fedex, /17track …), on one port. */
export function createCarrierSimulator(options: CarrierSimulatorOptions): CarrierSimulator {
  const calls: CarrierCall[] = [];
  const book = createJourneyBook(options.now);
  const faults = createFaults();
  const accounts = new SeventeenAccounts();
  const aftership = new TrackerAccounts();
  const easypost = new TrackerAccounts();
  const usps = new UspsSubscriptions();
  const dhl: DhlSubscription[] = [];
  const world: CarrierWorld = {
    book,
    faults,
    now: options.now,
    log(entry) {
      calls.push({ at: options.now(), ...entry });
      if (calls.length > 300) calls.splice(0, calls.length - 300);
    },
  };
  const app = express().disable("x-powered-by");
  app.use((request, response, next) => {
    response.on("finish", () => world.log({ provider: request.path.split("/")[1] ?? "", method: request.method, path: request.path, status: response.statusCode }));
    next();
  });
  app.use("/ups", upsRouter(world));
  app.use("/usps", uspsRouter(world, usps));
  app.use("/fedex", fedexRouter(world));
  app.use("/dhl", dhlRouter(world), dhlPushRouter(world, dhl));
  app.use("/royal_mail", royalMailRouter(world));
  app.use("/aftership", afterShipRouter(world, aftership));
  app.use("/easypost", easyPostRouter(world, easypost));
  app.use("/17track", seventeenTrackRouter(world, accounts, options.seventeenTrackPerSecond));
  let server: Server | null = null;
  return {
    book,
    faults,
    accounts,
    aftership,
    easypost,
    usps,
    dhl,
    calls,
    async push() {
      const sent = await Promise.all([
        pushNews(world, accounts, options.send),
        pushTrackers(world, aftership, afterShipPush(world), options.send),
        pushTrackers(world, easypost, easyPostPush(world), options.send),
        pushUsps(world, usps, options.send),
        pushDhl(world, dhl, options.send),
      ]);
      return sent.reduce((all, one) => all + one, 0);
    },
    async listen(port, host = "127.0.0.1") {
      const made = createServer(app);
      server = made;
      await new Promise<void>((resolve, reject) => made.once("error", reject).listen(port, host, resolve));
      const address = made.address();
      return typeof address === "object" && address ? address.port : port;
    },
    async close() {
      const running = server;
      server = null;
      running?.closeAllConnections();
      if (running) await new Promise<void>((resolve) => running.close(() => resolve()));
    },
    snapshot: () => ({ shipments: book.snapshot(), accounts: accounts.snapshot(), trackers: { aftership: aftership.snapshot(), easypost: easypost.snapshot() }, subscriptions: { usps: usps.snapshot(), dhl: structuredClone(dhl) }, faults: faults.snapshot() }),
    restore(state) {
      book.restore(state.shipments);
      accounts.restore(state.accounts);
      aftership.restore(state.trackers?.aftership ?? []);
      easypost.restore(state.trackers?.easypost ?? []);
      usps.restore(state.subscriptions?.usps ?? []);
      dhl.splice(0, dhl.length, ...structuredClone(state.subscriptions?.dhl ?? []));
      faults.restore(state.faults);
    },
  };
}
