import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { knownScans, knownWordings } from "~tests/fixtures/known-scans";

import { isOrdinary } from "./ordinary-words";
import { withoutPeople } from "./without-people";

const lines = (file: string) =>
  readFileSync(new URL(`../../../../../tests/fixtures/${file}`, import.meta.url), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
const oneLine = (text: string) => text.normalize("NFC").replace(/[\p{C}\p{Z}\s]+/gu, " ").trim();

/** Where a name may stand in what carriers write; "@" is the name. */
const WITH_NAME = [
  "@ signed for the parcel at 12 Elm", "@ has signed", "Signed for by @", "Delivered and signed by: @", "Signature of @", "Received by: @", "Delivered to @", "Delivered [To: @]", "Left with @ at number 12", "Handed over to @", "Collected by @",
  "Accepted by @, front desk", "Neighbour: @", "Left with your neighbour @", "Recipient: @", "Attn: @", "c/o @", "@ took delivery", "Released to @ today",
  "Unterschrift von @", "Unterschrieben von @", "Zugestellt an: @", "Die Sendung wurde von @ entgegengenommen", "Das Paket wurde an @ übergeben", "@ hat unterschrieben", "Beim Nachbarn @ abgegeben", "Empfänger: @", "Abgeholt durch @",
  "Remis à @", "Livré, signé par @", "Votre colis a été livré à @", "Réceptionné par @", "@ a signé", "Destinataire : @", "Remis au voisin @", "Signataire @",
  "Firmado por @", "Entregado a @", "Recibido por: @", "@ firmó la entrega", "Entregado al vecino @",
  "Firmato da @", "Consegnato a @", "Ritirato da @", "@ ha firmato", "Consegnato al vicino @", "Firma: @",
  "Getekend door @", "Afgegeven aan @", "Door @ in ontvangst genomen", "@ heeft getekend", "Bezorgd bij buurvrouw @", "Ontvangen door: @",
  "Assinado por @", "Entregue a @", "Recebido por @", "@ assinou", "Entregue ao vizinho @", "Quem recebeu: @",
];
const NAMES = ["MARTHA JONES", "Martha Jones", "MARTHA", "JOHN DOE", "J. SMITH", "Max Mustermann", "DUPONT", "Müller", "O'BRIEN", "de Vries", "GARCÍA LÓPEZ", "Rossi", "R.KUMAR", "Will Baker", "Mrs Berg", "MAY", "Szczęsny", "Ñuñez", "李娜", "SMITH JR"];

const STAYS = [
  "Signed for by neighbour", "Signed for by the recipient", "Delivered to parcel locker", "Delivered to front door", "Received by carrier", "Accepted at USPS facility", "Accepted by Royal Mail", "Handed over to DHL", "Delivered, Left with Individual",
  "Delivered to an agent for final delivery in AUSTIN, TX 78704 on May 6", "Picked up by Purolator at SCARBOROUGH", "Arrived in SAN JOSE", "Departed MADISON", "Departed ST. LOUIS, MO", "JACKSON MS DISTRIBUTION CENTER", "Arrived at MARTHA'S VINEYARD",
  "Signature required", "No one available to sign", "Recipient: () Result: Delivery complete", "Recipient not home", "Delivered to Packstation 145", "Delivered and Signed",
  "Zugestellt an Nachbarn", "Empfänger nicht angetroffen", "Empfänger:in nicht zu Hause", "Unterschrift liegt vor", "Firma geschlossen", "An Empfangsbox zugestellt", "Remis au voisin", "Remis au gardien ou à l'accueil", "Destinataire absent",
  "Entregado al vecino", "Firma del cliente recibida", "Consegnato al vicino", "Destinatario assente", "Bezorgd bij de buren", "Ontvangen door PostNL", "Entregue ao vizinho", "Entregue ao porteiro",
];

describe("a scan's text without the people in it", () => {
  it.each(WITH_NAME)("%s", (form) => {
    for (const name of NAMES) {
      const text = oneLine(form.replace("@", name));
      const shown = withoutPeople(text);
      for (const part of name.split(/[\s.]+/).filter((each) => each.length > 2)) expect(shown ?? "", text).not.toContain(part);
    }
  });

  it.each(STAYS)("as it is: %s", (text) => {
    expect(withoutPeople(text)).toBe(text);
  });

  it("keeps the parts before the one with a name", () => {
    expect(withoutPeople("Delivered, Front Door. Signed by: J SMITH")).toBe("Delivered, Front Door. ");
    expect(withoutPeople("Zugestellt, übergeben an Frau Berg")).toBe("Zugestellt, ");
    expect(withoutPeople("Delivered to neighbour Mrs Jones at no. 4")).toBeNull();
  });

  it("of the known scans cuts those with a name or a neighbour's door, and no other", () => {
    const all = [...knownScans(), ...knownWordings()].map(({ text }) => text).concat(lines("no-deliveries.txt"), lines("scans-with-codes.txt").map((line) => line.split("|").slice(3).join("|")));
    const cut = new Set(all.map(oneLine).filter((text) => withoutPeople(text) !== text));
    expect([...cut].sort()).toEqual(lines("scans-with-people.txt").sort());
  });

  it("is the beginning of the text, or nothing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.constantFrom(...WITH_NAME)), fc.string({ unit: "grapheme", maxLength: 60 }), (text, more) => {
        const line = oneLine(text + more);
        const shown = withoutPeople(line);
        expect(shown === null || line.startsWith(shown)).toBe(true);
      }),
    );
  });

  it("shows no word after \"signed by\" that it does not know", () => {
    fc.assert(
      fc.property(fc.constantFrom("Signed by", "Delivered to", "Unterschrieben von", "Remis à", "Firmado por", "Consegnato a", "Getekend door", "Entregue a"), fc.stringMatching(/^[A-Z][a-z]{3,12}$/), (marker, word) => {
        fc.pre(!isOrdinary(word.toLowerCase()));
        expect(withoutPeople(`${marker} ${word}`)).toBeNull();
      }),
    );
  });
});
