import { expect, it } from "vitest";

import { setupNote } from "./setup-steps";

const home = (deliveryEmailsTwice: boolean) => ({ editorUrl: "/", sync: { running: false, kind: null }, setup: { synced: true, connections: 1, deliveryEmailsTwice } });

it("the setup guide says where shoppers may get two e-mails of a delivery, and only there", () => {
  expect(setupNote(home(true))).toMatch(/Shopify.*Out for delivery and Delivered e-mails/);
  expect(setupNote(home(false))).toBeNull();
});
