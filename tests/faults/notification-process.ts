import { createSecrets } from "~/db/secrets.server";
import { openDatabase } from "~/db/database.server";
import { dueNotifications, insertDecided, leaseNotifications } from "~/db/notifications.server";
import { createSmtpMailer } from "~/integrations/notifiers/smtp/smtp-mailer.server";
import { openQueue } from "~/jobs/boss.server";
import { sendNotification } from "~/use-cases/send-notification";
import { makeShop, sendingContext } from "~tests/integration/notifications/shop-fixture";

/**
 * A process of its own that decides on a message, or sends what is due, and can be killed in between.
 * It is told what to do by its arguments: the work, the data folder, the SMTP address, the key, the present.
 * Each step is printed on its own line as JSON.
 */
const [work = "", dataDir = "", smtpUrl = "", key = "", nowText = ""] = process.argv.slice(2);
const now = Number(nowText);
const say = (line: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(line)}\n`);
const forEver = () => new Promise<never>(() => setInterval(() => undefined, 1_000));

const db = await openDatabase({ url: null, dataDir });
const queue = await openQueue({ sql: db.sql, connectionString: null, onError: () => undefined });
const mailer = createSmtpMailer({ url: smtpUrl, from: "orders@shop.example", timeoutMs: 60_000 });
const context = { ...sendingContext(db, mailer, { now }), secrets: createSecrets(key), queue };

if (work === "setup") {
  const shop = await makeShop(db, now, { secrets: context.secrets });
  say({ step: "made", ...shop });
} else if (work === "decide" || work === "decide-and-hang") {
  const shipment = await db.prisma.shipment.findFirstOrThrow();
  await db.transaction(async (tx) => {
    const decision = { shopId: shipment.shopId, orderId: shipment.orderId ?? "", shipmentId: shipment.id, key: `${shipment.id}:shipped:email`, trigger: "shipped" as const, channel: "email" as const, locale: "en", skip: null };
    const ids = await insertDecided(tx, [decision], now);
    await queue.sendMany(tx, "send-notification", ids.map((notificationId) => ({ notificationId })));
    say({ step: "decided", ids });
    if (work === "decide-and-hang") await forEver();
  });
  say({ step: "committed" });
} else if (work === "send") {
  const ids = await db.transaction(async (tx) => {
    const due = await dueNotifications(tx, now, 100);
    await leaseNotifications(tx, due, now + 600_000);
    return due;
  });
  for (const notificationId of ids) say({ step: "sent", outcome: await sendNotification(context, { notificationId }) });
}
const { rows: jobs } = await db.sql("select name from pgboss.job where name = $1", ["send-notification"]);
const rows = await db.prisma.notification.findMany({ select: { status: true, attempts: true, messageId: true } });
say({ step: "done", rows, jobs: jobs.length });
await queue.stop();
mailer.close();
await db.close();
process.exit(0);
