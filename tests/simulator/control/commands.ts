import { z } from "zod";
import { PROVIDERS, simCarrier } from "../carriers/carriers";
import { FAULT_KINDS } from "../carriers/faults";
import { JOURNEY_KINDS } from "../carriers/journeys";
import { MAIL_FAULTS } from "../mailbox/smtp";
import { drawPerson } from "../demo/people";
import type { PlannedOrder } from "../demo/plan";
import { createDraw } from "../demo/random";
import { demoShop } from "../demo/shops";
import type { DemoWorld } from "../demo/world";
import { THEMES } from "../storefront/themes";
import { momentWords } from "./order-rows";

const none = z.literal("").transform(() => null);
const shop = z.enum(["alder", "saltmarsh"]);

const clockForm = z.object({ hours: z.coerce.number().min(1).max(2_000) });
const orderForm = z.object({ shop, country: z.string(), channel: z.enum(["online_store", "amazon", "tiktok_shop"]), email: z.union([none, z.email()]) });
const fulfilForm = z.object({ shop, order: z.string(), carrier: z.string(), journey: z.enum(JOURNEY_KINDS) });
const cancelForm = z.object({ shop, order: z.string() });
const themeForm = z.object({ shop, theme: z.enum(THEMES) });
const scanForm = z.object({ number: z.string() });
const faultForm = z.discriminatedUnion("target", [
  z.object({ target: z.enum(PROVIDERS), kind: z.union([none, z.enum(FAULT_KINDS)]) }),
  z.object({ target: z.literal("mail"), kind: z.union([none, z.enum(MAIL_FAULTS)]) }),
  z.object({ target: z.literal("webhooks"), kind: z.union([none, z.enum(["duplicate", "drop", "reorder", "delay"])]) }),
  z.object({ target: z.literal("sms"), kind: z.union([none, z.enum(["opted_out", "failing"])]) }),
  z.object({ target: z.literal("slack"), kind: z.union([none, z.enum(["failing", "gone", "rate_limited"])]) }),
]);

/** Each command takes its form and says in a sentence what it did. @throws ZodError for a form that is not its own */
export const commands: Readonly<Record<string, (world: DemoWorld, form: unknown) => Promise<string>>> = {
  async clock(world, form) {
    const { hours } = clockForm.parse(form);
    world.clock.advance(hours * 3_600_000);
    const pushed = await world.carriers.push();
    return `${hours} hours have passed; the carriers sent ${pushed} webhooks.`;
  },
  async order(world, form) {
    const { shop: key, country, channel, email } = orderForm.parse(form);
    const order = world.desk.place(newOrder(world, key, country, channel, email));
    return `Order ${order.name} of ${order.email ?? "somebody"} is placed.`;
  },
  async fulfil(world, form) {
    const { shop: key, order, carrier, journey } = fulfilForm.parse(form);
    const number = world.desk.ship(demoShop(key), order, carrier, journey);
    return `Sent with ${simCarrier(carrier).company} as ${number}.`;
  },
  async cancel(world, form) {
    const { shop: key, order } = cancelForm.parse(form);
    world.desk.cancel(demoShop(key), order);
    return "The order is cancelled.";
  },
  async theme(world, form) {
    const { shop: key, theme } = themeForm.parse(form);
    const of = demoShop(key);
    world.publishTheme(of, theme);
    return `${of.name} has published the theme ${theme}.`;
  },
  async scan(world, form) {
    const { number } = scanForm.parse(form);
    const scan = world.carriers.book.sendNext(number);
    if (!scan) return `${number} has no scans left.`;
    await world.carriers.push();
    return `${number}: ${momentWords[scan.moment]} in ${scan.place.city}. Polled carriers tell it when the app next asks; 17TRACK has been told at once.`;
  },
  async fault(world, form) {
    const fault = faultForm.parse(form);
    switch (fault.target) {
      case "mail":
        world.mailbox.setFault(fault.kind);
        break;
      case "webhooks":
        world.setWebhookFault(fault.kind);
        break;
      case "sms":
        world.phone.setFault(fault.kind);
        break;
      case "slack":
        world.team.setFault(fault.kind);
        break;
      default:
        world.carriers.faults.set(fault.target, fault.kind);
    }
    return fault.kind === null ? "Works again as it should." : "Broken, until you mend it.";
  },
};

/** An order of a shopper drawn by the count of orders so far, so that each is another. */
export function newOrder(world: DemoWorld, key: PlannedOrder["shop"], country: string, channel: PlannedOrder["channel"], email: string | null): PlannedOrder {
  const { products } = demoShop(key);
  const count = Object.keys(world.desk.state(demoShop(key)).orders).length;
  const draw = createDraw(count * 7_919 + 17);
  const person = drawPerson(draw, country, 2_000 + count);
  return {
    shop: key, placedAt: world.clock.now(), channel, person: email === null ? person : { ...person, email },
    lines: [{ product: draw.pick(products).handle, variant: 0, quantity: 1 }],
    shippingMethod: "Standard", shippingMinor: 590, tags: [], fulfillments: [], cancelledAt: null, heldAt: null, returned: null, feedback: null,
  };
}
