import { describe, expect, it } from "vitest";

import { classifyText } from "./classify-text";

/** Sentences about deliveries that have not happened, or not to a recipient: every beginning with every end. */
const SENTENCES: readonly (readonly [beginnings: string, ends: string])[] = [
  ["will be|is going to be|has not been|has yet to be|should be|could be|may be|is scheduled to be|was almost|might have been|is about to be|hopefully", "delivered|delivered tomorrow|delivered to a neighbour|delivered at the front door"],
  ["Parcel delivered|Your package was delivered|Delivered", "to the depot|to the sorting centre|to our hub|to the sender|to the wrong address|to customs|to the airline|to the parcel shop|to the returns department|to a locker|to the service point|to UPS"],
  ["Die Sendung wird|Das Paket wurde nicht|Die Sendung konnte nicht|Das Paket soll|Die Sendung dürfte|Das Paket wurde fast|Die Sendung könnte", "zugestellt|zugestellt werden|geliefert|dem Empfänger übergeben"],
  ["Die Sendung wurde|Das Paket wurde", "an das Depot geliefert|zum Zustelldepot geliefert|an den Absender geliefert|an die Packstation geliefert|im Paketshop zugestellt|in die Filiale geliefert|an den Access Point ausgeliefert|an den Zoll geliefert"],
  ["Votre colis sera|Le colis n'a pas été|Votre colis pourrait être|Le colis devrait être|Votre colis doit être|Le colis a failli être|Votre colis est prêt à être", "livré|distribué|remis au destinataire|livré à un voisin|distribué dans votre boîte aux lettres"],
  ["Colis livré|Votre colis a été livré", "au centre de tri|au point relais|à l'expéditeur|au transporteur|en consigne|au bureau de poste|à une mauvaise adresse|à l'entrepôt"],
  ["El envío será|Su paquete no ha sido|El envío podría ser|Su paquete debería ser|El envío aún no ha sido|Su paquete casi fue|El envío está siendo", "entregado|entregado mañana|entregado al destinatario|entregado a un vecino"],
  ["El envío ha sido entregado|Entregado", "al transportista|al remitente|en el punto de recogida|en ParcelShop|en la taquilla|en aduana|en el almacén|en la delegación"],
  ["Il pacco sarà|La spedizione non è stata|Il pacco potrebbe essere|Il pacco dovrebbe essere|Il pacco sta per essere|Il pacco è stato quasi", "consegnato|consegnato domani|consegnato al destinatario|consegnato al vicino"],
  ["Consegnato|Il pacco è stato consegnato", "al corriere|al mittente|al punto di ritiro|presso l'ufficio postale|al locker|in dogana|al magazzino|alla filiale"],
  ["Je pakket wordt|De zending is niet|De zending zou moeten worden|Je pakket kan worden|Het pakket is bijna", "bezorgd|afgeleverd|bezorgd bij de buren|geleverd aan de ontvanger"],
  ["Bezorgd|Het pakket is afgeleverd", "bij het depot|aan de afzender|bij PostNL-punt|aan de vervoerder|in de pakketautomaat|bij de douane|bij het sorteercentrum"],
  ["O envio será|A encomenda não foi|O envio poderá ser|A encomenda deve ser|O envio deveria ser|A encomenda quase foi", "entregue|entregue amanhã|entregue ao destinatário|entregue a um vizinho"],
  ["Entregue|A encomenda foi entregue", "ao transportador|ao remetente|no ponto de recolha|no cacifo|na alfândega|no armazém|no centro de distribuição"],
];

describe("what was not delivered to a recipient", () => {
  it.each(SENTENCES)("%s", (beginnings, ends) => {
    const sentences = beginnings.split("|").flatMap((beginning) => ends.split("|").map((end) => `${beginning} ${end}`));
    expect(sentences.filter((sentence) => classifyText(sentence).status === "DELIVERED")).toEqual([]);
  });
});

describe("what was said before", () => {
  it("is read the same again", () => {
    const first = classifyText("Your parcel is out for delivery", "dpd");
    expect(classifyText("Your parcel is out for delivery", "dpd")).toEqual(first);
    expect(classifyText("Delivered, Parcel Locker", "usps").status).toBe("DELIVERED");
    expect(classifyText("Delivered, Parcel Locker", "dpd").status).toBe("READY_FOR_PICKUP");
  });
});
