import { rows, type StatusMap } from "../reading/understand";

/**
 * Royal Mail event codes. Source: a public copy of Royal Mail's status table for its file service, whose codes the
 * Tracking API v2 gives (developer.royalmail.net, product 76894).
 */
export const ROYAL_MAIL_EVENTS: StatusMap = {
  name: "royal_mail/events@1",
  meanings: rows(
    ["EVAIE EVAIP EVAPA EVPPB", "PRE_TRANSIT"],
    ["EVBAH EVBAV EVBAW EVBOF EVBPM EVBPR EVBRS EVBSM EVBSR EVBSS EVBSW EVNPB EVOAC EVOBC EVPPA EVHAC EVOCO", "IN_TRANSIT", "accepted"],
    ["EVDAA EVDAC EVDAV EVDAW EVDOF EVDPL EVDPM EVDPR EVDRO EVDRS EVDSL EVDSM EVDSR EVDSS EVDLS", "IN_TRANSIT"],
    ["EVCAH EVCAV EVCOF EVCPS EVCPW EVCRS EVCRW EVIAV EVIMC EVIMS EVIOF EVIPR EVIPS EVIPW EVIRM EVIRO", "IN_TRANSIT"],
    ["EVGDO EVODO EVORC EVORI EVORW EVOVB EVOUF EVNDO EVNMC", "IN_TRANSIT", "arrived_delivery_facility"],
    ["EVBDM EVBSD EVDDM EVDSD EVCDM EVCPD EVIDM EVIPD EVGDM", "IN_TRANSIT", "damaged"],
    ["EVBMI EVDMI EVCMI EVCPI EVIMI EVIPI EVGMI EVNMI EVOMI EVOLB EVOOC", "IN_TRANSIT", "missorted"],
    ["EVHOE EVILC EVJDU EVJJV EVJLV EVJMV EVJOE", "IN_TRANSIT"],
    ["EVJIC", "IN_TRANSIT", "customs"],
    ["EVJDP EVJEA EVJFC EVJIA EVJNT", "IN_TRANSIT", "customs_cleared"],
    ["EVJAP EVJBA EVJCA EVJCC EVJCD EVJCO EVJEM EVJES EVJIN EVJML EVJPA EVJSR", "EXCEPTION", "customs"],
    ["EVHAP EVHAR EVHSR EVHFM EVHNC", "EXCEPTION", "cancelled"],
    ["EVHCA EVHCR EVHDI EVHID", "RETURNING"],
    ["EVGPD", "OUT_FOR_DELIVERY"],
    ["EVKAA EVKNA EVKSU EVKNR EVNAA EVNBA EVNIL EVNIO EVNSA EVPOA EVPON EVPXA EVPXN", "ATTEMPTED_DELIVERY"],
    ["EVNUL EVNUO EVPOU EVPXU", "ATTEMPTED_DELIVERY", "address"],
    ["EVNDA", "READY_FOR_PICKUP", "not_home"],
    ["EVNAE EVNPS EVNLC EVKLC EVKLS EVPLA", "READY_FOR_PICKUP", "post_office"],
    ["EVNDN", "IN_TRANSIT", "delayed"],
    ["EVNAR EVNSR ASRXS RFRXS RNRXS RORXS RPRXS RSRXS", "IN_TRANSIT", "rescheduled"],
    ["EVNRC EVNRD EVNWA", "IN_TRANSIT", "forwarded"],
    ["EVNRT EVNKS", "IN_TRANSIT", "on_hold"],
    ["EVKOP EVNFS EVNLP EVNOI EVNPO", "DELIVERED"],
    ["EVKSP", "DELIVERED", "signed"],
    ["EVKDN EVKNS", "DELIVERED", "neighbour"],
    ["EVKSF", "DELIVERED", "safe_place"],
    ["EVNCE EVNCO EVNOC EVNSC EVPLC EVPLF", "DELIVERED", "collected"],
    ["EVNCF", "EXCEPTION", "payment_due"],
    ["EVNCL", "EXCEPTION", "lost"],
    ["EVNDL", "EXCEPTION", "destroyed"],
    ["EVSGD EVSGS EVSUS", "EXCEPTION", "prohibited"],
    ["EVBRA EVBRB EVBRT EVBRW EVBSA EVCPA EVCRA EVCRB EVDRA EVDRB EVDRW EVDSA EVDSW EVIPA EVORR EVORT", "RETURNING"],
    ["EVKAI EVKGA EVNAB EVNAC EVNAD EVNAI EVNGA EVNGL EVNHE EVNHR EVNLA EVNLG EVNLI EVNLR EVNRE EVNRF EVNRL EVNRN EVNRO EVNRR EVNRS EVNSI EVNUK", "RETURNING"],
    ["EVPLI EVPLN EVPLR EVPLU EVPLX EVPOG EVPOI EVPOR EVPUX EVPXG EVPXI EVPXR", "RETURNING"],
    ["EVKRF", "RETURNING", "refused"],
    ["EVRTS", "RETURNED"],
    // notices and internal rows
    ["EVNDS EVNOU EVZAM EVZBF EVZDM EVZDR EVZLM EVZRD EVZRM EVZSO NDEDF NDERF NDERS NDESF NDESS", "UNKNOWN"],
  ),
};

/**
 * `statusCategory`, where the code is unknown. Source: the same API's answers. "Delivered" also covers what waits at a
 * collection point, and "Ready for Delivery" is said a day before: neither is taken at its word.
 */
export const ROYAL_MAIL_CATEGORIES: StatusMap = {
  name: "royal_mail/categories@1",
  meanings: {
    "WE'RE EXPECTING IT": ["PRE_TRANSIT"],
    "WE'VE GOT IT": ["IN_TRANSIT", "accepted"],
    "IN TRANSIT": ["IN_TRANSIT"],
    "IN CUSTOMS": ["IN_TRANSIT", "customs"],
    "RELEASED FROM CUSTOMS": ["IN_TRANSIT", "customs_cleared"],
    "READY FOR DELIVERY": ["IN_TRANSIT"],
    "DELIVERY ATTEMPTED": ["ATTEMPTED_DELIVERY"],
    COLLECTED: ["DELIVERED", "collected"],
    DELIVERED: ["DELIVERED"],
    "RETURNED TO SENDER": ["RETURNED"],
    "RESTRICTED OR PROHIBITED CONTENTS": ["EXCEPTION", "prohibited"],
  },
};
