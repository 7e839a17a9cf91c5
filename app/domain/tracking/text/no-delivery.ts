/** "Not" in any of the languages: a text that holds one is never read as delivered, whichever language it is read in. */
const NOT_IN_ANY_LANGUAGE = /\b(?:not|never|nicht|kein\w?\w?|nie|niemals|pas|jamais|non|nao|nunca|niet|geen|nooit)\b|^no\b|\bdelivered no$/;

/** What was not asked for, and who was not at home, says nothing about the delivery (to a neighbour, say). */
const NOT_ASKED_FOR = new RegExp(
  "\\bsignature (?:service )?(?:was |is )?not (?:requested|required|needed)\\b|\\bsignature non (?:requise|demandee)\\b|\\bunterschrift (?:war |ist )?nicht (?:erforderlich|notig|verlangt)\\b|" +
    "\\bfirma (?:non richiesta|no requerida|no necesaria)|no requiere firma\\b|\\bhandtekening (?:is )?niet (?:vereist|nodig|gevraagd)\\b|\\bassinatura nao (?:exigida|necessaria|requerida)\\b|\\b(?:empfanger\\w*|sie) (?:war\\w* |wurde\\w* )?nicht (?:angetroffen|zu hause|anwesend)\\b",
  "g",
);

/**
 * In any of the languages: what was done by a sender, a supplier or a customer, what was done "almost", and what is no
 * shipment ("invoice delivered"). Whatever it was, it was no delivery.
 */
const NO_DELIVERY = new RegExp(
  [
    "\\b(?:by|vom|von|durch|par|por|dal|dall|door|pelo) ?(?:'|the |le |l'? ?|el |il |de |den |dem )?(?:sender|shipper|supplier|absender|versender|lieferanten?|expediteur|fournisseur|remitente|proveedor|mittente|fornitore|afzender|verzender|leverancier|remetente|fornecedor)\\b",
    "\\b(?:delivered by the|zugestellt vom|livree? par le|entregad[oa] por el|consegnat[oa] dal|afgeleverd door de|entregue pelo) (?:customer|kunden|client|cliente|klant)\\b",
    "\\b(?:an den|an die|zum|zur|beim) (?:absender\\w*|versender\\w*|handler|verkaufer)\\b",
    "\\b(?:nearly|almost|beinahe|presque|casi|quasi|bijna|quase|hopefully)\\b|\\bfast (?:zugestellt|geliefert|ausgeliefert|dem|an)\\b|\\bfailli\\b",
    "\\b(?:invoice|rechnung|facture|factura|fattura|factuur|fatura|e ?mail|sms|file|message|api|supplier)\\b",
    "\\b(?:by|per|par|por|via) (?:air|plane|sea|ship|rail|train|truck|road|avion|bateau|camion|luftfracht|vliegtuig|aereo|aviao)\\b",
    "\\bdeliver(?:y|ed)\\b[^.,]*\\b(?:once|when|as soon as)\\b|^(?:after|before|until|once) [^.,]*\\bdeliver",
    "\\bdelivered (?:at |to )?(?:the )?sender\\b",
    "\\bdelivered (?:soon|shortly|later|next (?:week|month|day|business|working|mon|tue|wed|thu|fri|sat|sun))",
    "\\breturns? (?:department|desk|team|cent\\w+|processing|facility|hub|warehouse)\\b",
    "\\b(?:revocat[oa]|verwijderd|widerrufen|retirad[oa] la marca|estado de entregue|stato di consegnat[oa]|marca de entregad[oa]|estado de entregad[oa])\\b",
    "\\bto us\\b|\\ben (?:el )?puerto$|\\bin porto\\b|\\bin de haven\\b|\\bim hafen\\b|\\ba quai\\b",
  ].join("|"),
);

/** What may, should or could be done has not been done: such a word before the act, within its sentence. */
const NOT_CERTAIN = new RegExp(
  "\\b(?:might|could|should|would|must|durfte\\w?|konnte\\w?|sollte\\w?|soll|musste\\w?|pourrait|pourra|devrait|devait|doit|pret a|podria\\w?|podra|deberia\\w?|debe|puede|potrebbe|potra|dovrebbe|deve|puo|poderia|podera|deveria|devera|pode|zou|moet|kan|mag)\\b[^.,]*" +
    "(?:deliver|livre|distribue|remis|entreg|consegn|recapitat|bezorg|afgelever|gelever|geliefert|zugestellt|ausgeliefert|ubergeben)",
);

/** Whether a text that speaks of a delivery tells, all the same, of none: it is denied, uncertain, or of something else. */
export function tellsOfNoDelivery(text: string): boolean {
  return NOT_IN_ANY_LANGUAGE.test(text.replace(NOT_ASKED_FOR, " ")) || NO_DELIVERY.test(text) || NOT_CERTAIN.test(text);
}
