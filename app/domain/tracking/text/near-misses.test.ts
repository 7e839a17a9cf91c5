import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { processorTime } from "~tests/setup/processor-time";

import { STATUS_DETAILS } from "../details";
import { NOT_UNDERSTOOD, TRACKING_STATUSES } from "../status";
import { classifyText } from "./classify-text";
import { LANGUAGES } from "./languages/all";

describe("what only sounds like a delivery", () => {
  it.each([
    "Not delivered",
    "Not yet delivered",
    "Will be delivered tomorrow",
    "To be delivered",
    "Undelivered",
    "Delivery not completed",
    "Delivery pending",
    "Scheduled to be delivered on Friday",
    "Your package has not been delivered",
    "Could not confirm delivery",
    "Delivered to the wrong address",
    "Delivered in error",
    "Please confirm whether it was delivered",
    "We will notify you when your parcel has been delivered",
    "Once delivered, please rate us",
    "If not delivered, contact us",
    "Delivered to customs broker",
    "Delivered to UPS Access Point",
    "Delivered to post office",
    "Delivered to neighbor facility",
    "Nicht zugestellt",
    "Noch nicht zugestellt",
    "Wird morgen zugestellt",
    "Die Sendung wird voraussichtlich morgen zugestellt",
    "Soll zugestellt werden",
    "Zustellung geplant für Montag",
    "Benachrichtigung zugestellt",
    "Die Sendung konnte nicht ausgeliefert werden",
    "Non livré",
    "Pas encore livré",
    "Sera livré demain",
    "Le colis n'a pas été livré",
    "Votre colis va être livré",
    "Livré au transporteur",
    "No entregado",
    "Aún no entregado",
    "Será entregado mañana",
    "Para ser entregado",
    "Entregado a la agencia de transporte",
    "Pendiente de ser entregado",
    "Non consegnato",
    "Sarà consegnato domani",
    "Non ancora consegnato",
    "Da consegnare",
    "In attesa di essere consegnato",
    "Consegnato alla filiale",
    "Niet bezorgd",
    "Nog niet bezorgd",
    "Wordt morgen bezorgd",
    "Kan niet worden afgeleverd",
    "Afgeleverd aan vervoerder",
    "Não entregue",
    "Ainda não entregue",
    "Será entregue amanhã",
    "A ser entregue",
    "Entregue aos correios",
    "Objeto não entregue - cliente ausente",
    "Will not be delivered today",
    "Delivery on the next working day",
    "Delivery expected between 10:00 and 12:00",
    "The parcel will be delivered to a parcel shop",
    "Delivered on next business day",
    "Ready to be delivered",
    "Cannot be delivered",
    "Will be delivered by local post",
    "Delivery was not successful",
    "Delivery has not been completed",
    "Attempt to be delivered",
    "Not deliverable",
    "Partial address, not delivered",
    "Delivery confirmation pending",
    "Delivered to our depot",
    "Delivered to airline carrier",
    "Delivered at port of destination",
    "Delivered to shipping agent",
    "Delivered to sorting centre",
    "Delivered to the courier company",
    "Parcel delivered to local delivery partner",
    "Delivered to consolidator",
    "Delivered to wrong person",
    "Delivered (incorrectly scanned)",
    "Delivery scan cancelled",
    "Previous delivery scan was made in error",
    "Wird zugestellt",
    "Zustellung erwartet",
    "Wird dem Empfänger übergeben",
    "Zustellung wird vorbereitet",
    "Bereit zur Zustellung",
    "Zustellung am nächsten Werktag",
    "An den Zusteller übergeben",
    "An Zustellbasis geliefert",
    "Nicht ausgeliefert",
    "Irrtümlich als zugestellt gemeldet",
    "Kann nicht zugestellt werden",
    "Ne peut être livré",
    "Livraison en attente",
    "Prêt pour la livraison",
    "Livré à la plateforme",
    "Livraison demain",
    "Doit être livré",
    "Ne sera pas livré aujourd'hui",
    "Remis au facteur",
    "Non distribué",
    "No se entregará hoy",
    "Entrega prevista para mañana",
    "Listo para entrega",
    "Entregado en el almacén de destino",
    "Entregado a la compañía aérea",
    "Entregado en aduana",
    "Por entregar",
    "En espera de entrega",
    "Non verrà consegnato",
    "Pronto per la consegna",
    "Consegnato al centro di smistamento",
    "Consegnato alla compagnia aerea",
    "Da consegnare domani",
    "Mai consegnato",
    "Klaar voor bezorging",
    "Wordt bezorgd",
    "Zal worden geleverd",
    "Geleverd aan sorteercentrum",
    "Nog te bezorgen",
    "Levering verwacht morgen",
    "Pronto para entrega",
    "Vai ser entregue",
    "Entregue no armazém",
    "Entregue à alfândega",
    "Aguarda entrega",
    "Não será entregue hoje",
  ])("%s", (text) => {
    expect(["DELIVERED", "RETURNED"]).not.toContain(classifyText(text).status);
  });
});

describe("near misses that mean something else", () => {
  it.each([
    ["Out for delivery tomorrow", "IN_TRANSIT"],
    ["Delivered to carrier", "IN_TRANSIT"],
    ["Delivered to agent for final delivery", "IN_TRANSIT"],
    ["Arrived at the delivery office", "IN_TRANSIT"],
    ["Returned to sender was cancelled", "IN_TRANSIT"],
    ["Picked up by the customer at the counter", "DELIVERED"],
    ["Picked up by the carrier", "IN_TRANSIT"],
    ["Delivered to a parcel locker, collect it with your code", "READY_FOR_PICKUP"],
    ["Delivery attempted, the business was closed", "ATTEMPTED_DELIVERY"],
    ["Pickup attempted, the business was closed", "PRE_TRANSIT"],
    ["Not delivered: address incomplete", "EXCEPTION"],
    ["Not delivered to the recipient; delivered back to sender", "RETURNED"],
    ["Customs released the item", "IN_TRANSIT"],
    ["Customs holds the item", "EXCEPTION"],
    ["If you are not at home we leave it with a neighbour", "UNKNOWN"],
    ["Was your parcel delivered?", "UNKNOWN"],
    ["Zugestellt wird morgen", "IN_TRANSIT"],
    ["Livré au transporteur partenaire", "IN_TRANSIT"],
    ["Entregado al transportista", "IN_TRANSIT"],
    ["Consegnato al corriere locale", "IN_TRANSIT"],
    ["Bezorgd bij een PostNL-punt", "READY_FOR_PICKUP"],
    ["Entregue à transportadora", "IN_TRANSIT"],
  ])("%s: %s", (text, status) => {
    expect(classifyText(text).status).toBe(status);
  });
});

describe("what a carrier means by its own words", () => {
  it("USPS leaves the key of its parcel locker in the letter box", () => {
    expect(classifyText("Delivered, Parcel Locker", "usps")).toMatchObject({ status: "DELIVERED", detail: "locker" });
    expect(classifyText("Delivered, Parcel Locker", "dpd").status).toBe("READY_FOR_PICKUP");
  });
});

describe("what nobody can read", () => {
  it.each(["", "   ", "???", "12345", "ABC-123", "Lorem ipsum dolor sit amet", "Gift wrapped", "Vielen Dank", "Merci", "Doručeno", "配達完了"])(
    "%j",
    (text) => expect(classifyText(text)).toEqual(NOT_UNDERSTOOD),
  );

  it("never throws, answers at once, and pairs only details that go with the status", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 2_000 }), fc.option(fc.string()), (text, carrier) => {
        const { status, detail } = classifyText(text, carrier);
        expect(TRACKING_STATUSES).toContain(status);
        if (detail !== null) expect(STATUS_DETAILS[status]).toContain(detail);
      }),
      { numRuns: 500 },
    );
    const [denied, doubtful] = ["delivered not ".repeat(100_000), "not to be ".repeat(100_000)];
    expect(processorTime(() => [denied, doubtful].map((text) => classifyText(text)))).toBeLessThan(500);
  });

  it("has no rule whose detail does not go with its status", () => {
    for (const { code, rules } of LANGUAGES) {
      for (const [status, detail, when] of rules) {
        if (detail !== null) expect(STATUS_DETAILS[status], `${code} ${when.source.slice(0, 60)}`).toContain(detail);
        expect(when.global).toBe(false);
      }
    }
  });
});
