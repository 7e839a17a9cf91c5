import { rows, type StatusMap } from "../reading/understand";

/**
 * La Poste event codes: Suivi v2, then the groups of its public site, then those of Colissimo's older timeline service.
 * Source: developer.laposte.fr (Suivi v2), public clients, and Colissimo's specification of its timeline service 2.3.
 */
export const LA_POSTE_EVENTS: StatusMap = {
  name: "la_poste/events@1",
  meanings: rows(
    ["DR1", "PRE_TRANSIT"],
    ["DR2", "PRE_TRANSIT", "delayed"],
    ["PC1 PC2", "IN_TRANSIT", "accepted"],
    ["ET1 ET2 ET4 EP1", "IN_TRANSIT"],
    ["ET3", "IN_TRANSIT", "arrived_destination_country"],
    ["DO1", "IN_TRANSIT", "customs"],
    ["DO2", "IN_TRANSIT", "customs_cleared"],
    ["DO3", "EXCEPTION", "customs"],
    ["PB1", "EXCEPTION"],
    ["PB2", "IN_TRANSIT", "resumed"],
    ["MD2 MD1", "OUT_FOR_DELIVERY"],
    ["ND1", "ATTEMPTED_DELIVERY"],
    ["AG1", "READY_FOR_PICKUP"],
    ["DI1 DI0", "DELIVERED"],
    ["RE1", "RETURNING"],
    ["DI2", "RETURNED"],
    ["ZZ", "UNKNOWN"],
    ["EXPANN", "PRE_TRANSIT"],
    ["EDRDEP EDRINT ACHNAT ACHORI ACHERI DISINTAS DISARR DISIRST AARIREF", "IN_TRANSIT"],
    ["ACHDOU AARIDOU AARENDDOU", "IN_TRANSIT", "customs"],
    ["DISTOU", "OUT_FOR_DELIVERY"],
    ["ACHIECA AARAREF AARABECH DISIECHEC", "EXCEPTION"],
    ["DESLIVD DESOBS", "DELIVERED"],
    ["COMCFM PCHMQT", "PRE_TRANSIT"],
    ["PCHCFM AARDVY AARCFM", "IN_TRANSIT"],
    ["MLVARS RENAVI", "READY_FOR_PICKUP"],
    ["RENNRV", "ATTEMPTED_DELIVERY"],
    ["RENAIN", "EXCEPTION"],
    ["RENAVA", "RETURNING", "refused"],
    ["DEPGUI LIVCFM LIVGAR", "DELIVERED"],
    ["LIVRTI", "DELIVERED", "neighbour"],
    ["LIVREO", "RETURNED"],
  ),
};
