import type { Words } from "../words";

export const statuses: Words["statuses"] = {
  PENDING: { title: "Pas encore de nouvelles", sentence: "Le transporteur ne nous a encore rien communiqué sur votre colis." },
  PRE_TRANSIT: { title: "En préparation", sentence: "Votre colis est en préparation ; le transporteur ne l’a pas encore." },
  IN_TRANSIT: { title: "En route", sentence: "Votre colis est en route." },
  OUT_FOR_DELIVERY: { title: "En cours de livraison", sentence: "Votre colis est en cours de livraison." },
  ATTEMPTED_DELIVERY: { title: "Livraison tentée", sentence: "Le transporteur a tenté de livrer votre colis." },
  READY_FOR_PICKUP: { title: "À retirer", sentence: "Votre colis est prêt à être retiré." },
  DELIVERED: { title: "Livré", sentence: "Votre colis a été livré." },
  EXCEPTION: { title: "Bloqué", sentence: "Le transporteur signale un problème avec votre colis." },
  RETURNING: { title: "Sur le retour", sentence: "Votre colis retourne à la boutique." },
  RETURNED: { title: "Revenu à la boutique", sentence: "Votre colis est revenu à la boutique." },
  EXPIRED: { title: "Plus de nouvelles", sentence: "Le transporteur ne nous a rien communiqué sur votre colis depuis longtemps." },
  UNKNOWN: { title: "Message du transporteur", sentence: "Le transporteur a signalé quelque chose que nous ne savons pas dire simplement." },
};

export const returnStatuses: Words["returnStatuses"] = {
  PENDING: { title: "Retour attendu", sentence: "Le transporteur ne nous a encore rien communiqué sur votre retour." },
  PRE_TRANSIT: { title: "Étiquette de retour prête", sentence: "L’étiquette de votre retour est prête ; le transporteur n’a pas encore le colis." },
  IN_TRANSIT: { title: "Retour en route", sentence: "Votre retour est en route vers la boutique." },
  OUT_FOR_DELIVERY: { title: "Retour en cours de livraison", sentence: "Votre retour est en cours de livraison à la boutique." },
  ATTEMPTED_DELIVERY: { title: "Livraison tentée", sentence: "Le transporteur a tenté de remettre votre retour à la boutique." },
  READY_FOR_PICKUP: { title: "La boutique est attendue", sentence: "Votre retour est prêt à être retiré par la boutique." },
  DELIVERED: { title: "Retour reçu", sentence: "Votre retour est arrivé à la boutique." },
  EXCEPTION: { title: "Retour bloqué", sentence: "Le transporteur signale un problème avec votre retour." },
  RETURNING: { title: "Revient chez vous", sentence: "Le transporteur vous rapporte votre retour." },
  RETURNED: { title: "Revenu chez vous", sentence: "Le transporteur vous a rapporté votre retour." },
  EXPIRED: { title: "Plus de nouvelles", sentence: "Le transporteur ne nous a rien communiqué sur votre retour depuis longtemps." },
  UNKNOWN: { title: "Message du transporteur", sentence: "Le transporteur a signalé quelque chose que nous ne savons pas dire simplement." },
};
