import { createDependencies, type Dependencies } from "~/dependencies.server";
import { lastRetention } from "~/use-cases/apply-retention";
import { diagnoseObservedAddresses } from "~/use-cases/observe-address";
import { encryptionKeysInUse } from "~/use-cases/rotate-encryption";
import { accessReport } from "~/use-cases/shop-access";

import { encryptionFindings } from "./doctor-encryption";
import { operatorFindings } from "./doctor-operator";

import type { Finding } from "./checks/finding";
import { shopAccessFindings } from "./checks/shop-access";
import { clientAddressFinding } from "./client-address-finding";

const SIGN: Record<Finding["state"], string> = { ok: "ok     ", missing: "missing", broken: "BROKEN " };

/** Prints what is configured, reachable and missing; the exit code is 1 when something is broken. */
export async function doctor(output: NodeJS.WritableStream): Promise<void> {
  let dependencies: Dependencies;
  try {
    dependencies = await createDependencies({ LOG_LEVEL: "silent", ...process.env });
  } catch (error) {
    output.write(`${SIGN.broken}  ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
    return;
  }
  try {
    const findings = await examine(dependencies);
    for (const finding of findings) output.write(`${SIGN[finding.state]}  ${finding.what}: ${finding.detail}\n`);
    if (findings.some((finding) => finding.state === "broken")) process.exitCode = 1;
  } finally {
    await dependencies.close();
  }
}

async function examine({ config, db, queue, useCases }: Dependencies): Promise<Finding[]> {
  const shops = await db.prisma.shop.groupBy({ by: ["status"], _count: true });
  const connections = await db.prisma.carrierConnection.findMany({ select: { provider: true, lastError: true, lastErrorAt: true, lastOkAt: true } });
  const dead = await db.prisma.delivery.count({ where: { status: "dead" } });
  const mail = await useCases.mailer.check();
  const failing = connections.filter((each) => each.lastErrorAt && (!each.lastOkAt || each.lastOkAt < each.lastErrorAt));
  return [
    { state: "ok", what: "configuration", detail: `every required value is set; public address ${config.shopify.appUrl}` },
    {
      state: "ok",
      what: "database",
      detail: db.kind === "embedded" ? `embedded, in ${config.database.dataDir} (one process; set DATABASE_URL for PostgreSQL)` : "PostgreSQL, reachable, migrations applied",
    },
    ...encryptionFindings(useCases.secrets, await encryptionKeysInUse(useCases)),
    ...operatorFindings(config.shopify.appUrl, config.operator, config.retention, await lastRetention(useCases)),
    clientAddressFinding(config.web.trustedProxies, await diagnoseObservedAddresses(useCases)),
    { state: "ok", what: "queue", detail: `${await queue.pending()} jobs wait or run` },
    { state: mail.ok ? "ok" : config.mail.smtpUrl ? "broken" : "missing", what: "e-mail", detail: mail.message },
    {
      state: shops.length > 0 ? "ok" : "missing",
      what: "shops",
      detail: shops.map((each) => `${each._count} ${each.status}`).join(", ") || "none has installed the app yet",
    },
    ...shopAccessFindings(await accessReport(useCases)),
    {
      state: failing.length > 0 ? "broken" : connections.length > 0 ? "ok" : "missing",
      what: "carrier connections",
      detail:
        failing.length > 0
          ? failing.map((each) => `${each.provider}: ${each.lastError ?? "failing"}`).join("; ")
          : connections.length > 0
            ? `${connections.length}, none failing`
            : "none; connect one in Settings → Carriers",
    },
    { state: dead > 0 ? "broken" : "ok", what: "webhooks given up on", detail: dead > 0 ? `${dead}; retry them in Settings → Carriers` : "none" },
  ];
}
