import type { Words } from "../words";

export const statuses: Words["statuses"] = {
  PENDING: { title: "Noch keine Meldung", sentence: "Zu Ihrem Paket liegt uns noch keine Meldung des Zustelldienstes vor." },
  PRE_TRANSIT: { title: "In Vorbereitung", sentence: "Ihr Paket wird vorbereitet; der Zustelldienst hat es noch nicht." },
  IN_TRANSIT: { title: "Unterwegs", sentence: "Ihr Paket ist unterwegs." },
  OUT_FOR_DELIVERY: { title: "In Zustellung", sentence: "Ihr Paket ist in Zustellung." },
  ATTEMPTED_DELIVERY: { title: "Zustellversuch", sentence: "Der Zustelldienst hat versucht, Ihr Paket zuzustellen." },
  READY_FOR_PICKUP: { title: "Abholbereit", sentence: "Ihr Paket liegt zur Abholung bereit." },
  DELIVERED: { title: "Zugestellt", sentence: "Ihr Paket wurde zugestellt." },
  EXCEPTION: { title: "Aufgehalten", sentence: "Der Zustelldienst meldet ein Problem mit Ihrem Paket." },
  RETURNING: { title: "Auf dem Rückweg", sentence: "Ihr Paket ist auf dem Rückweg zum Shop." },
  RETURNED: { title: "Zurück beim Shop", sentence: "Ihr Paket ist an den Shop zurückgegangen." },
  EXPIRED: { title: "Keine Meldungen mehr", sentence: "Der Zustelldienst hat zu Ihrem Paket seit langer Zeit nichts mehr gemeldet." },
  UNKNOWN: { title: "Meldung des Zustelldienstes", sentence: "Der Zustelldienst hat etwas gemeldet, das wir nicht in einfache Worte fassen können." },
};

export const returnStatuses: Words["returnStatuses"] = {
  PENDING: { title: "Rücksendung erwartet", sentence: "Zu Ihrer Rücksendung liegt uns noch keine Meldung des Zustelldienstes vor." },
  PRE_TRANSIT: { title: "Rücksendeetikett bereit", sentence: "Das Etikett für Ihre Rücksendung ist bereit; der Zustelldienst hat das Paket noch nicht." },
  IN_TRANSIT: { title: "Rücksendung unterwegs", sentence: "Ihre Rücksendung ist auf dem Weg zum Shop." },
  OUT_FOR_DELIVERY: { title: "Rücksendung in Zustellung", sentence: "Ihre Rücksendung wird dem Shop gerade zugestellt." },
  ATTEMPTED_DELIVERY: { title: "Zustellversuch", sentence: "Der Zustelldienst hat versucht, Ihre Rücksendung beim Shop abzugeben." },
  READY_FOR_PICKUP: { title: "Wartet auf den Shop", sentence: "Ihre Rücksendung liegt für den Shop zur Abholung bereit." },
  DELIVERED: { title: "Rücksendung angekommen", sentence: "Ihre Rücksendung ist beim Shop angekommen." },
  EXCEPTION: { title: "Rücksendung aufgehalten", sentence: "Der Zustelldienst meldet ein Problem mit Ihrer Rücksendung." },
  RETURNING: { title: "Auf dem Weg zu Ihnen zurück", sentence: "Der Zustelldienst bringt Ihre Rücksendung zu Ihnen zurück." },
  RETURNED: { title: "Wieder bei Ihnen", sentence: "Der Zustelldienst hat Ihre Rücksendung zu Ihnen zurückgebracht." },
  EXPIRED: { title: "Keine Meldungen mehr", sentence: "Der Zustelldienst hat zu Ihrer Rücksendung seit langer Zeit nichts mehr gemeldet." },
  UNKNOWN: { title: "Meldung des Zustelldienstes", sentence: "Der Zustelldienst hat etwas gemeldet, das wir nicht in einfache Worte fassen können." },
};
