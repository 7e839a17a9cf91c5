import { json, Router, type Request, type Response } from "express";
import { z } from "zod";
import { simCarriers } from "./carriers";
import { faulty } from "./faults";
import type { Registration, SeventeenAccount, SeventeenAccounts } from "./seventeen-track-accounts";
import { trackItem } from "./seventeen-track-item";
import type { CarrierWorld } from "./world";

const ANOTHER_NUMBER = "JX400000071GB";
/** The help centre names the status alone; the body is nobody's contract. */
const TOO_MANY = "Too Many Requests";
const LIMIT_PER_SECOND = 3;

const item = z.looseObject({ number: z.string(), carrier: z.number().int().optional(), tag: z.string().nullish() });
type Item = z.infer<typeof item>;

type Rejected = { number: string; carrier: number; error: { code: number; message: string } };
const reject = (one: Item, code: number, message: string): Rejected => ({ number: one.number, carrier: one.carrier ?? 0, error: { code, message } });

function failure(code: number, message: string): unknown {
  return { code, data: { errors: [{ code, message }] } };
}

/** Three calls a second and key, counted on the real clock, for that is how they come. */
function limiter(perSecond: () => number): (key: string) => boolean {
  const calls = new Map<string, number[]>();
  return (key) => {
    const since = Date.now() - 1_000;
    const recent = (calls.get(key) ?? []).filter((at) => at > since);
    if (recent.length >= perSecond()) return false;
    calls.set(key, [...recent, Date.now()]);
    return true;
  };
}

/** Where the simulator finds a number's carrier when none is named. */
function detect(world: CarrierWorld, one: Item): number | null {
  if (one.carrier !== undefined && one.carrier !== 0) return one.carrier;
  const shipment = world.book.find(one.number);
  return shipment ? (simCarriers.find((carrier) => carrier.code === shipment.carrier)?.key ?? null) : null;
}

function register(world: CarrierWorld, account: SeventeenAccount, one: Item): { accepted: unknown } | Rejected {
  if (!/^[A-Za-z0-9-]{5,50}$/.test(one.number)) return reject(one, -18010012, `The format of '${one.number}' is invalid.`);
  if (account.registrations[one.number]) return reject(one, -18019901, `The tracking number '${one.number}' has been registered, don't need to repeat registration.`);
  if (account.used >= account.quota) return reject(one, -18019908, "The quota is not enough.");
  const carrier = detect(world, one);
  if (carrier === null) return reject(one, -18019903, `Carrier of '${one.number}' could not be detected.`);
  if (!simCarriers.some((known) => known.key === carrier)) return reject(one, -18019910, `The carrier '${carrier}' is not valid.`);
  account.used += 1;
  account.registrations[one.number] = { number: one.number, carrier, tag: one.tag ?? null, stopped: false, pushed: 0, tries: 0, nextPushAt: 0 };
  return { accepted: { origin: one.carrier ? 2 : 1, number: one.number, carrier, email: null, lang: null, tag: one.tag ?? null } };
}

function read(world: CarrierWorld, account: SeventeenAccount, one: Item): { accepted: unknown } | Rejected {
  const registration = account.registrations[one.number];
  if (!registration) return reject(one, -18019902, `The tracking number '${one.number}' does not register, please register first.`);
  const shipment = world.book.find(one.number);
  const scans = shipment ? world.book.revealed(shipment) : [];
  if (!shipment || scans.length === 0) return reject(one, -18019909, "No tracking information at this time.");
  const fault = world.faults.of("17track");
  const how = { tag: registration.tag, jumbled: fault === "out_of_order", ...(fault === "wrong_number" ? { number: ANOTHER_NUMBER } : {}) };
  return { accepted: trackItem(shipment, scans, world.now(), how) };
}

function change(account: SeventeenAccount, one: Item, apply: (registration: Registration) => Rejected | null): { accepted: unknown } | Rejected {
  const registration = account.registrations[one.number];
  if (!registration) return reject(one, -18019902, `The tracking number '${one.number}' does not register, please register first.`);
  return apply(registration) ?? { accepted: { number: one.number, carrier: registration.carrier } };
}

/** 17TRACK v2.2 and v2.4: register, read, stop, retrack, delete, quota; at most 40 items, partial success is normal. */
export function seventeenTrackRouter(world: CarrierWorld, accounts: SeventeenAccounts, perSecond: () => number = () => LIMIT_PER_SECOND): Router {
  const router = Router();
  const allow = limiter(perSecond);
  router.use(faulty(world.faults, "17track", TOO_MANY, failure(-18010002, "Invalid security key.")));
  router.use(json({ limit: "1mb" }));

  const actions: Record<string, (account: SeventeenAccount, one: Item) => { accepted: unknown } | Rejected> = {
    register: (account, one) => register(world, account, one),
    gettrackinfo: (account, one) => read(world, account, one),
    stoptrack: (account, one) => change(account, one, (known) => {
      if (known.stopped) return reject(one, -18019906, "Only numbers in tracking can be stopped.");
      known.stopped = true;
      return null;
    }),
    retrack: (account, one) => change(account, one, (known) => {
      if (!known.stopped) return reject(one, -18019904, "Only stopped numbers can be retracked.");
      known.stopped = false;
      return null;
    }),
    deletetrack: (account, one) => change(account, one, (known) => {
      delete account.registrations[known.number];
      return null;
    }),
  };

  router.post("/track/:version/:action", (request: Request, response: Response) => {
    const { version, action } = request.params;
    if (version !== "v2.2" && version !== "v2.4") return void response.status(404).end();
    const account = accounts.find(request.get("17token"));
    if (!account) return void response.status(401).json(failure(-18010002, "Invalid security key."));
    if (!allow(account.key)) return void response.status(429).type("text").send(TOO_MANY);
    if (action === "getquota") {
      return void response.json({ code: 0, data: { quota_total: account.quota, quota_used: account.used, quota_remain: account.quota - account.used, today_used: account.used, max_track_daily: account.quota } });
    }
    const act = actions[action ?? ""];
    if (!act) return void response.status(404).end();
    const items = z.array(item).safeParse(request.body);
    if (!items.success || items.data.length === 0) return void response.json(failure(-18010013, "Submitted data is invalid."));
    if (items.data.length > 40) return void response.json(failure(-18010014, "The number of tracking numbers exceeds 40."));
    const results = items.data.map((one) => act(account, one));
    response.json({
      code: 0,
      data: {
        accepted: results.flatMap((result) => ("accepted" in result ? [result.accepted] : [])),
        rejected: results.filter((result) => "error" in result),
      },
    });
  });
  return router;
}
