import type { TextRule } from "./text-rule";

/** Words that one carrier uses in a sense of its own. */
const CARRIER_RULES: Readonly<Record<string, readonly TextRule[]>> = {
  // A USPS parcel locker stands at the recipient's address; its mailbox key is in the letter box.
  // With a comma the agent is the recipient's own; "delivered to agent for final delivery" is a hand-over.
  usps: [
    ["DELIVERED", "locker", /\bdelivered\b[^.]*\bparcel locker\b/, /\bnot\b|will be|to be/],
    ["DELIVERED", null, /^delivered , to agent$/],
  ],
  // "With the courier who delivers": Poste Italiane's word for the round.
  poste_italiane: [["OUT_FOR_DELIVERY", null, /^affidat[ao] al corriere/]],
  // PostNL's outlet takes in what senders bring; what waits there for a recipient is "available" (its event X40).
  postnl: [["IN_TRANSIT", "accepted", /\bshipment received at post ?nl outlet|\bzending ontvangen op post ?nl punt/]],
  // Hermes's shops take in what senders bring; what waits there for a recipient "liegt zur Abholung bereit".
  hermes: [["IN_TRANSIT", "accepted", /\bim (?:hermes )?paket ?shop abgegeben(?! und)/, /\b(?:abholung|abgeholt|empfanger\w*|nicht)\b/]],
  // India Post: booked over the counter.
  india_post: [["IN_TRANSIT", "accepted", /^(?:item )?booked\b/]],
  // Correos: the parcel has come into the office that delivers, and waits there for nobody.
  correos: [["IN_TRANSIT", "arrived_delivery_facility", /^alta en la unidad/]],
};

const NONE: readonly TextRule[] = [];

/** The carrier's own rules, read before those of the language. */
export function carrierRules(carrier: string | null): readonly TextRule[] {
  return carrier !== null && Object.hasOwn(CARRIER_RULES, carrier) ? (CARRIER_RULES[carrier] ?? NONE) : NONE;
}
