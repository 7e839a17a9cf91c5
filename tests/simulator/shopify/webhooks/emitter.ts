import { randomUUID } from "node:crypto";

import { includeFields } from "./include-fields";
import { createFaults, type WebhookFaults } from "./faults";
import { post, type Delivery, type DeliveryRecord, type HeaderFamily, type Outcome } from "./delivery";
import { toJson } from "./json";
import { webhookSignature } from "./signature";
import { shuffled, type Random } from "../random";
import type { Store } from "../store/store";

/** One who wants to hear of a topic. */
export interface Subscriber {
  url: string;
  includeFields: string[];
}

export interface EmitterOptions {
  store: Store;
  random: Random;
  /** The client secret at the moment of an attempt. */
  secret(): string;
  apiVersion: string;
  now(): number;
  retryDelaysMs: readonly number[];
  concurrency: number;
  timeoutMs: number;
  headerFamily: HeaderFamily;
}

/** Sends webhooks as Shopify does: signed, at least once, in no promised order. */
export interface Emitter {
  emit(shop: string, topic: string, body: Record<string, unknown>, subscribers: readonly Subscriber[]): void;
  readonly faults: WebhookFaults;
  /** Newest last; the last 2,000. */
  readonly history: readonly DeliveryRecord[];
  /** Waits until nothing is under way, held back or waiting for another attempt. */
  drain(): Promise<void>;
  /** Ends without sending the rest; what is not delivered stays in the store for the next run. */
  stop(): void;
  /** Sends what an earlier run did not. */
  resume(): void;
}

const HISTORY = 2000;
/** How long webhooks wait at most for others to be shuffled with, milliseconds. */
const HOLD_MS = 250;

export function createEmitter(options: EmitterOptions): Emitter {
  const { store, random } = options;
  const ready: Delivery[] = [];
  const waiting = new Map<string, NodeJS.Timeout>();
  const history: DeliveryRecord[] = [];
  let held: Delivery[] = [];
  let holdTimer: NodeJS.Timeout | null = null;
  let underWay = 0;
  let stopped = false;
  let idleWaiters: (() => void)[] = [];
  const faults = createFaults(random, releaseHeld);

  function enqueue(delivery: Delivery): void {
    store.undelivered[delivery.id] = delivery;
    store.touch();
    ready.push(delivery);
    pump();
  }

  function later(delivery: Delivery, delayMs: number): void {
    store.undelivered[delivery.id] = delivery;
    store.touch();
    waiting.set(
      delivery.id,
      setTimeout(() => {
        waiting.delete(delivery.id);
        enqueue(delivery);
      }, delayMs),
    );
  }

  function hold(delivery: Delivery): void {
    store.undelivered[delivery.id] = delivery;
    held.push(delivery);
    holdTimer ??= setTimeout(releaseHeld, HOLD_MS);
  }

  function releaseHeld(): void {
    if (holdTimer) clearTimeout(holdTimer);
    holdTimer = null;
    const batch = shuffled(held, random);
    held = [];
    for (const delivery of batch) enqueue(delivery);
  }

  function pump(): void {
    while (!stopped && underWay < options.concurrency) {
      const delivery = ready.shift();
      if (!delivery) break;
      underWay += 1;
      void attempt(delivery).finally(() => {
        underWay -= 1;
        pump();
        tellIdle();
      });
    }
  }

  async function attempt(delivery: Delivery): Promise<void> {
    delivery.attempts += 1;
    let status: number | null = null;
    let error: string | null = null;
    try {
      status = await post(delivery, webhookSignature(options.secret(), delivery.body), { timeoutMs: options.timeoutMs, family: options.headerFamily });
      if (status >= 200 && status < 300) return finish(delivery, "delivered", status, null);
      error = `answered ${status}`;
    } catch (caught) {
      error = caught instanceof Error ? caught.message : String(caught);
    }
    if (stopped) return;
    const delay = options.retryDelaysMs[delivery.attempts - 1];
    if (delay === undefined) finish(delivery, "given_up", status, error);
    else later(delivery, delay);
  }

  function finish(delivery: Delivery, outcome: Outcome, status: number | null, error: string | null): void {
    delete store.undelivered[delivery.id];
    store.touch();
    const { topic, shop, webhookId, eventId, attempts, triggeredAt, body } = delivery;
    history.push({ topic, shop, webhookId, eventId, outcome, attempts, status, error, triggeredAt: Date.parse(triggeredAt), body });
    if (history.length > HISTORY) history.shift();
  }

  function idle(): boolean {
    return underWay === 0 && ready.length === 0 && waiting.size === 0 && held.length === 0;
  }

  function tellIdle(): void {
    if (!idle()) return;
    const waiters = idleWaiters;
    idleWaiters = [];
    for (const waiter of waiters) waiter();
  }

  function dispatch(delivery: Delivery): void {
    const verdict = faults.judge(delivery.topic);
    if (verdict.drop) return finish(delivery, "dropped", null, null);
    const copies = Array.from({ length: verdict.copies }, () => ({
      ...delivery,
      id: randomUUID(),
      webhookId: verdict.freshWebhookIds ? randomUUID() : delivery.webhookId,
    }));
    for (const one of [delivery, ...copies]) {
      if (verdict.hold > 0) hold(one);
      else if (verdict.delayMs > 0) later(one, verdict.delayMs);
      else enqueue(one);
    }
    if (verdict.hold > 0 && held.length >= verdict.hold) releaseHeld();
  }

  return {
    faults,
    history,
    emit(shop, topic, body, subscribers) {
      const eventId = randomUUID();
      const triggeredAt = new Date(options.now()).toISOString();
      for (const subscriber of subscribers) {
        dispatch({
          id: randomUUID(),
          webhookId: randomUUID(),
          eventId,
          topic,
          shop,
          url: subscriber.url,
          apiVersion: options.apiVersion,
          triggeredAt,
          body: toJson(includeFields(body, subscriber.includeFields)),
          attempts: 0,
        });
      }
    },
    async drain() {
      while (!idle() && !stopped) {
        if (held.length > 0) releaseHeld();
        await new Promise<void>((resolve) => {
          idleWaiters.push(resolve);
          tellIdle();
        });
      }
    },
    stop() {
      stopped = true;
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
      if (holdTimer) clearTimeout(holdTimer);
      const waiters = idleWaiters;
      idleWaiters = [];
      for (const waiter of waiters) waiter();
    },
    resume() {
      for (const delivery of Object.values(store.undelivered) as Delivery[]) enqueue(delivery);
    },
  };
}
