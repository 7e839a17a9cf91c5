import type { TrackingDetail, TrackingStatus, Understanding } from "../status";

type Label = readonly [status: TrackingStatus, detail: TrackingDetail | null, texts: string];

/**
 * Scans of one to three words, in their normal form, separated by " / ". They are too short for rules: a word more or less
 * changes what they say, so only the whole text counts. Source: labels that carriers and their software put on scans.
 */
const LABELS: readonly Label[] = [
  ["PRE_TRANSIT", "label_created", "info received / data received / soft data uploaded / awb assigned / erfasst / registado / registrado / registrata / grabado / documentado"],
  ["PRE_TRANSIT", null, "ship request received / to be shipped / dispatch pending / shipment pending / pending dispatch / not picked up yet / sin recepcion"],
  ["PRE_TRANSIT", "pickup_scheduled", "pending pickup / pick up pending / pickup pending / pickup assigned / aguarda recolha / pendiente de recogida"],
  ["IN_TRANSIT", "accepted", "pickup from customer shipper / picked / induct / inducted"],
  ["IN_TRANSIT", "arrived_destination_country", "im zielland / en pais de destino / dans le pays de destination / nel paese di destinazione"],
  ["IN_TRANSIT", null, "added to bag / bag added to trip / added to trip / network movement / moved / in network / on the move / deconsolidated / sortation / trip arrived / trip departed / interline outbound"],
  ["IN_TRANSIT", "arrived", "entrada na filial / entrada filial / entrada en delegacion / entrada en almacen / entrada in filiale / eingang im depot / entree agence / entree en agence / binnenkomst depot / receptionne en agence / receptionnee en agence / recu en agence / arrivee agence"],
  ["OUT_FOR_DELIVERY", null, "em rota / ofd / on vehicle / on delivery / onderweg naar ontvanger / out for del"],
  ["DELIVERED", null, "pod / pod received / completed delivery / dlv / dlvd / dlvrd / abgeliefert / livraison conforme / livre conforme / entrega conforme / consegna conforme"],
  ["ATTEMPTED_DELIVERY", null, "ndr / undelivered ndr"],
  ["ATTEMPTED_DELIVERY", "not_home", "not in / avise / nadie en casa / nessuno in casa / personne au domicile"],
  ["READY_FOR_PICKUP", null, "lagernd / en instance / postlagernd / in locker / at locker / at parcelshop / at parcel shop / at pickup point / im paketshop / en point relais / au point relais / in het afhaalpunt"],
  ["EXCEPTION", "lost", "shortage / short / manquant / faltante"],
  ["RETURNED", null, "return received / devuelto / devolvido / reso / restituito / restituita / retourniert / rto received"],
];

const BY_TEXT: ReadonlyMap<string, Understanding> = new Map(
  LABELS.flatMap(([status, detail, texts]) => texts.split(" / ").map((text) => [text, { status, detail, mapping: "text/labels@1" }] as const)),
);

/** What a label means that is the whole text; null for every other text. */
export function shortLabel(normalText: string): Understanding | null {
  return BY_TEXT.get(normalText) ?? null;
}
