import type { AddressInfo } from "node:net";

import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { Database } from "~/db/database.server";
import { claimNotification, dueNotifications, insertDecided, leaseNotifications, SEND_LEASE_MS, type DecidedMessage } from "~/db/notifications.server";
import type { Trigger } from "~/domain/settings/shop-settings";
import type { Mailer } from "~/integrations/notifiers/port";
import { createSmtpMailer } from "~/integrations/notifiers/smtp/smtp-mailer.server";
import { sendNotification } from "~/use-cases/send-notification";
import { openTestDatabase } from "~tests/setup/test-database";

import { makeShop, sendingContext, type Fixture } from "./shop-fixture";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 5, 12);

let db: Database;
let server: SMTPServer;
let mailer: Mailer;
const mails: ParsedMail[] = [];
let refuse: { code: number; text: string } | null = null;
const clock = { now: START };

beforeAll(async () => {
  db = await openTestDatabase();
  server = new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS"], logger: false,
    onRcptTo: (_address, _session, done) => done(refuse ? Object.assign(new Error(refuse.text), { responseCode: refuse.code }) : null),
    onData: (stream, _session, done) => void simpleParser(stream).then((mail) => (mails.push(mail), done()), done),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, from: "Milepost <orders@larkandpine.example>", timeoutMs: 5_000 });
});
afterAll(async () => {
  mailer.close();
  await new Promise<void>((resolve) => server.close(resolve));
  await db.close();
});
beforeEach(() => {
  mails.length = 0;
  refuse = null;
  clock.now = START;
});

const decision = ({ shopId, orderId, shipmentId }: Fixture, trigger: Trigger, more: Partial<DecidedMessage> = {}): DecidedMessage => ({
  shopId, orderId, shipmentId, key: `${shipmentId}:${trigger}:email`, trigger, channel: "email", locale: "en", skip: null, ...more,
});
const decide = (decisions: DecidedMessage[]) => db.transaction((tx) => insertDecided(tx, decisions, clock.now));
const send = (notificationId: string, with_: Mailer = mailer) => sendNotification(sendingContext(db, with_, clock), { notificationId });
const row = (id: string) => db.prisma.notification.findUniqueOrThrow({ where: { id } });
async function queued(trigger: Trigger = "shipped", options: Parameters<typeof makeShop>[2] = {}): Promise<{ id: string; shop: Fixture }> {
  const shop = await makeShop(db, clock.now, options);
  const [id] = await decide([decision(shop, trigger, { locale: options.locale ?? "en" })]);
  if (!id) throw new Error("nothing was decided");
  return { id, shop };
}

describe("a decision", () => {
  it("is stored once, by its key; what is skipped is stored with its reason and not sent", async () => {
    const shop = await makeShop(db, clock.now, {});
    const wanted = [decision(shop, "shipped"), decision(shop, "delivered", { skip: "too old" })];
    const first = await decide(wanted);
    expect(first).toHaveLength(1);
    expect(await decide(wanted)).toEqual([]);
    const rows = await db.prisma.notification.findMany({ where: { shopId: shop.shopId }, orderBy: { trigger: "asc" } });
    expect(rows).toMatchObject([
      { trigger: "delivered", status: "skipped", reason: "too old", nextDueAt: null },
      { trigger: "shipped", status: "queued", reason: null, nextDueAt: new Date(START + SEND_LEASE_MS) },
    ]);
  });

  it("is gone when its transaction is, and takes the shop's language when the order's is not known", async () => {
    const shop = await makeShop(db, clock.now, {});
    await expect(
      db.transaction(async (tx) => {
        await insertDecided(tx, [decision(shop, "shipped")], clock.now);
        throw new Error("rolled back");
      }),
    ).rejects.toThrow("rolled back");
    const [id] = await decide([decision(shop, "shipped", { locale: null })]);
    expect(await row(id ?? "")).toMatchObject({ locale: "en", status: "queued" });
  });
});

describe("the carrier's name in a message", () => {
  it("is the shop's own, then the catalogue's, then what Shopify was told", async () => {
    const named = async (carrier: string | null, trackingCompany: string) => {
      const { id, shop } = await queued("shipped");
      await db.prisma.customCarrier.create({ data: { shopId: shop.shopId, code: "own_van", name: "Our <b>van</b>", createdAt: new Date(START), updatedAt: new Date(START) } });
      await db.prisma.shipment.update({ where: { id: shop.shipmentId }, data: { carrier, trackingCompany } });
      await send(id);
      return mails.at(-1);
    };
    const own = await named("own_van", "Vroom");
    expect(own?.text).toContain("Our <b>van</b>");
    expect(own?.html).toContain("Our &lt;b&gt;van&lt;/b&gt;");
    expect((await named("dhl_express", "dhl intl"))?.text).toContain("DHL Express");
    expect((await named(null, "Pigeon Post"))?.text).toContain("Pigeon Post");
  });
});

describe("sending", () => {
  it("sends one mail, keeps its id, and logs who read the address", async () => {
    const { id, shop } = await queued("shipped", { settings: { sender: { replyTo: "help@larkandpine.example" } } });
    expect(await send(id)).toBe("sent");
    expect(await send(id)).toBe("not_mine");
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.subject).toBe("Your order #1001 is on its way");
    expect(mail?.from?.value[0]).toEqual({ name: "Lark & Pine", address: "orders@larkandpine.example" });
    expect(mail?.replyTo?.value[0]?.address).toBe("help@larkandpine.example");
    for (const body of [mail?.text ?? "", String(mail?.html)]) {
      expect(body).toContain("Ada Moreau");
      expect(body).toContain("Walnut desk lamp");
      expect(body).not.toContain("Sent in another box");
      expect(body).toMatch(new RegExp(`https://${shop.shopId}\\.myshopify\\.com/apps/track\\?t=[\\w-]{27}`));
    }
    expect(await row(id)).toMatchObject({ status: "sent", messageId: mail?.messageId, subject: mail?.subject, sentAt: new Date(START), nextDueAt: null, attempts: 1 });
    const log = await db.prisma.accessLog.findMany({ where: { shopId: shop.shopId } });
    expect(log).toMatchObject([{ actor: "system", purpose: "notification", subject: `order:${shop.orderId}`, fields: ["email", "name"] }]);
  });

  it("speaks the shopper's language", async () => {
    const { id } = await queued("shipped", { locale: "de-AT" });
    await send(id);
    expect(mails[0]?.subject).toBe("Ihre Bestellung #1001 ist unterwegs");
  });

  it("is done by one of many that begin at once", async () => {
    const { id } = await queued();
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => send(id)));
    expect(outcomes.sort()).toEqual(["not_mine", "not_mine", "not_mine", "sent"]);
    expect(mails).toHaveLength(1);
  });
});

describe("a failure", () => {
  it("of the address is final and holds no address", async () => {
    refuse = { code: 550, text: "5.1.1 <ada@example.com> unknown" };
    const { id } = await queued();
    expect(await send(id)).toBe("failed");
    const stored = await row(id);
    expect(stored).toMatchObject({ status: "failed", nextDueAt: null });
    expect(stored.error).toContain("unknown");
    expect(stored.error).not.toContain("ada@");
  });

  it("of the server is tried again, later each time, and given up after six tries in about a day", async () => {
    refuse = { code: 451, text: "4.3.0 try again" };
    const { id } = await queued();
    const waits: number[] = [];
    for (;;) {
      const outcome = await send(id);
      const { nextDueAt, error } = await row(id);
      expect(error).toContain("try again");
      if (outcome === "failed") break;
      expect(outcome).toBe("queued");
      waits.push((nextDueAt?.getTime() ?? 0) - clock.now);
      clock.now = nextDueAt?.getTime() ?? clock.now;
    }
    expect(waits).toHaveLength(5);
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    expect((clock.now - START) / HOUR).toBeGreaterThan(18);
    expect((clock.now - START) / HOUR).toBeLessThan(29);
    expect(await row(id)).toMatchObject({ status: "failed", attempts: 6 });
  });

  it("to be configured loses nothing: the message goes out once there is a server", async () => {
    const { id } = await queued();
    expect(await send(id, createSmtpMailer({ url: null, from: "a@b.example" }))).toBe("queued");
    clock.now += HOUR;
    expect(await send(id)).toBe("sent");
    expect((await row(id)).error).toBeNull();
  });

  it("to read what is needed is tried again too", async () => {
    const { id, shop } = await queued();
    await db.prisma.order.update({ where: { id: shop.orderId }, data: { email: "v1.not.an.enve.lope" } });
    expect(await send(id)).toBe("queued");
    expect((await row(id)).error).toContain("SecretError");
    expect(mails).toHaveLength(0);
  });
});

describe("a message that is true no more", () => {
  const cases: [string, Trigger, (shop: Fixture) => Promise<unknown>][] = [
    ["already delivered", "out_for_delivery", ({ shipmentId }) => db.prisma.shipment.update({ where: { id: shipmentId }, data: { status: "DELIVERED" } })],
    ["order cancelled", "shipped", ({ orderId }) => db.prisma.order.update({ where: { id: orderId }, data: { cancelledAt: new Date(START) } })],
    ["customer data deleted", "shipped", ({ orderId }) => db.prisma.order.update({ where: { id: orderId }, data: { redactedAt: new Date(START), email: null } })],
    ["no e-mail address", "shipped", ({ orderId }) => db.prisma.order.update({ where: { id: orderId }, data: { email: null } })],
    ["shop not active", "shipped", ({ shopId }) => db.prisma.shop.update({ where: { id: shopId }, data: { status: "uninstalled" } })],
    ["switched off", "shipped", ({ shopId }) => db.prisma.shop.update({ where: { id: shopId }, data: { settings: { messages: { shipped: false } } } })],
    ["order or shipment removed", "shipped", ({ shipmentId }) => db.prisma.shipment.update({ where: { id: shipmentId }, data: { removedAt: new Date(START) } })],
  ];
  it.each(cases)("is skipped: %s", async (reason, trigger, change) => {
    const { id, shop } = await queued(trigger);
    await change(shop);
    expect(await send(id)).toBe("skipped");
    expect(await row(id)).toMatchObject({ status: "skipped", reason, nextDueAt: null });
    expect(mails).toHaveLength(0);
    expect(await db.prisma.accessLog.count({ where: { shopId: shop.shopId } })).toBe(0);
  });
});

describe("a crash", () => {
  it("between claim and result gives the message to somebody else after the lease, with the same Message-ID", async () => {
    const { id } = await queued();
    // The process that claimed it sent the mail and died before it could say so.
    const dying: Mailer = {
      ...mailer,
      send: async (mail) => {
        await mailer.send(mail);
        throw new Error("killed");
      },
    };
    await expect(send(id, dying)).rejects.toThrow("killed");
    expect(await row(id)).toMatchObject({ status: "sending", attempts: 1 });
    expect(await send(id)).toBe("not_mine");
    clock.now += SEND_LEASE_MS - 1;
    expect(await db.transaction((tx) => dueNotifications(tx, clock.now, 100))).not.toContain(id);
    clock.now += 1;
    await db.transaction(async (tx) => {
      expect(await dueNotifications(tx, clock.now, 1_000)).toContain(id);
      await leaseNotifications(tx, [id], clock.now + 2 * SEND_LEASE_MS);
      expect(await dueNotifications(tx, clock.now, 1_000)).not.toContain(id);
    });
    expect(await send(id)).toBe("sent");
    expect(mails.map((mail) => mail.messageId)).toEqual([mails[0]?.messageId, mails[0]?.messageId]);
  });

  it("that comes back late does not overwrite what another did", async () => {
    const { id } = await queued();
    let another: string | undefined;
    const slow: Mailer = {
      ...mailer,
      send: async () => {
        clock.now += SEND_LEASE_MS;
        another = await send(id);
        return { ok: false, permanent: true, message: "too late" };
      },
    };
    await send(id, slow);
    expect(another).toBe("sent");
    expect(await row(id)).toMatchObject({ status: "sent", attempts: 2, error: null });
  });

  it("of every try ends: a message that kills its process is given up", async () => {
    const { id } = await queued();
    for (let tries = 0; tries < 6; tries += 1) {
      expect(await db.transaction((tx) => claimNotification(tx, id, clock.now))).not.toBeNull();
      clock.now += SEND_LEASE_MS;
    }
    expect(await send(id)).toBe("failed");
    expect(mails).toHaveLength(0);
  });
});
