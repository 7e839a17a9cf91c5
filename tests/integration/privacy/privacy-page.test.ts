import { afterAll, beforeAll, expect, it } from "vitest";

import { readCustomerData } from "~/db/customer-data.server";
import { saveDataRequest } from "~/db/data-requests.server";
import type { Database } from "~/db/database.server";
import { presentPrivacy } from "~/presenters/admin/privacy";
import { openDataRequest } from "~/use-cases/open-data-request";
import { makeShop, type Fixture } from "~tests/integration/notifications/shop-fixture";
import { testContext } from "~tests/setup/test-context";
import { openTestDatabase } from "~tests/setup/test-database";

const NOW = Date.UTC(2026, 10, 10, 12);
let db: Database;
let context: ReturnType<typeof testContext>;
let ours: Fixture;
let theirs: Fixture;

beforeAll(async () => {
  db = await openTestDatabase();
  context = testContext(db, { now: NOW });
  ours = await makeShop(db, NOW, { secrets: context.secrets });
  theirs = await makeShop(db, NOW, { secrets: context.secrets });
  await saveDataRequest(db.prisma, context.secrets, { shopId: ours.shopId, requestId: "9999", customerGid: null, export: { email: "ada@example.com" }, now: NOW });
});
afterAll(() => db.close());

it("hands a customer's data to that shop's staff alone, and writes down who took it and which fields, never a value", async () => {
  const [request] = (await presentPrivacy(db.prisma, ours.shopId, context)).requests;
  expect(request).toMatchObject({ requestId: "9999", at: new Date(NOW).toISOString() });
  expect(await openDataRequest(context, { shopId: theirs.shopId, id: request?.id ?? "", actor: "staff:2" })).toBeNull();
  expect(JSON.parse((await openDataRequest(context, { shopId: ours.shopId, id: request?.id ?? "", actor: "staff:1" })) ?? "")).toEqual({ email: "ada@example.com" });
  await readCustomerData(context, db.prisma, { ...ours, actor: "system", purpose: "notification", fields: ["email", "name"] });

  const { log } = await presentPrivacy(db.prisma, ours.shopId, context);
  expect(log).toHaveLength(2);
  expect(log).toContainEqual({ at: new Date(NOW).toISOString(), who: "Staff member 1", why: "data request download", fields: "name, e-mail, phone, address" });
  expect(log).toContainEqual({ at: new Date(NOW).toISOString(), who: "Milepost", why: "notification", fields: "e-mail, name" });
  expect(JSON.stringify(log)).not.toMatch(/ada|Moreau/i);
  expect((await presentPrivacy(db.prisma, theirs.shopId, context)).requests).toEqual([]);
});
