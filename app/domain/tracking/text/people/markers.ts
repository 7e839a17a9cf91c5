/** When a phrase is followed by a name: always; after a colon alone; or after a colon or before a word in capitals among others. */
export type When = "always" | "colon" | "loud";

/** Phrases after which it is told who received, signed or took something, in their folded form. */
const PHRASES: Readonly<Record<When, string>> = {
  always:
    // English
    "signed for by / signed by / sign by / signed / signature of / signature by / signature from / signee / signer / signatory / received by / rcvd by / recd by / accepted by / collected by / picked up by / " +
    "retrieved by / taken in by / taken by / delivered to / deliver to / left with / handed to / handed over to / handed out to / handed back to / handed directly to / hand to / given to / passed to / released to / " +
    "c o / attn / for the attention of / care of / received for / " +
    // German
    "unterschrift von / unterschrift durch / unterschrieben von / unterschrieben durch / unterschrieben / unterzeichnet von / unterzeichnet durch / quittiert von / quittiert durch / quittiert mit name / geleistet von / signiert von / " +
    "ubergeben an / uebergeben an / zugestellt an / ausgehandigt an / ausgehaendigt an / ausgeliefert an / geliefert an / abgegeben bei / abgegeben an / zustellung an / angenommen von / angenommen durch / " +
    "entgegengenommen von / entgegengenommen durch / abgeholt von / abgeholt durch / empfangen von / empfangen durch / erhalten von / hinterlegt bei / z hd / zu handen / " +
    // French
    "signe par / signee par / signe / signee / signature de / signature du / signataire / recu par / recue par / receptionne par / receptionnee par / remis a / remise a / remis au / remis aux / remis en main propre a / livre a / livree a / livre au / livree au / " +
    "distribue a / distribue au / depose chez / deposee chez / laisse chez / laissee chez / confie a / confiee a / retire par / retiree par / recupere par / recuperee par / accepte par / acceptee par / a l attention de / " +
    // Spanish
    "firmado por / firmada por / firmado / firmada / firma de / recibido por / recibida por / recepcionado por / entregado a / entregada a / entregado al / entregada al / recogido por / recogida por / retirado por / retirada por / aceptado por / " +
    "dejado con / dejado a / recibe / quien recibe / quien recibio / a la atencion de / " +
    // Italian
    "firmato da / firmata da / firmato / firmata / firma di / firmatario / ricevuto da / ricevuta da / ritirato da / ritirata da / accettato da / accettata da / consegnato a / consegnata a / consegnato al / consegnata al / lasciato a / lasciata a / all attenzione di / " +
    // Dutch
    "getekend door / getekend voor ontvangst / getekend / afgetekend door / ondertekend door / handtekening van / ontvangen door / ontvangst genomen door / aangenomen door / afgehaald door / opgehaald door / bezorgd bij / bezorgd aan / afgeleverd bij / " +
    "afgeleverd aan / afgegeven aan / afgegeven bij / overhandigd aan / uitgereikt aan / t a v / ter attentie van / " +
    // Portuguese
    "assinado por / assinada por / assinado / assinada / assinatura de / recebido por / recebida por / recebedor / quem recebeu / entregue a / entregue ao / levantado por / levantada por / retirado por / aceite por / a c",
  colon:
    "receiver name / recipient name / consignee name / empfangername / empfaengername / name des empfangers / receptor / recipient / receiver / consignee / addressee / signature / sign / sig / pod / proof of delivery / name / contact / to / attention / unterschrift / empfanger / empfaenger / empfang / nachbar / destinataire / nom / destinatario / nombre / nome / " +
    "ontvanger / geadresseerde / handtekening / naam / assinatura / firma / persona / person",
  loud: "firma / signature / unterschrift / recipient / empfanger / empfaenger / destinataire / destinatario / ontvanger / assinatura / handtekening",
};

/** Verbs before which it is told who signed or took something. */
const VERBS =
  "signed / has signed / have signed / took in / took it in / took delivery / accepted the / accepted this / accepted your / collected the / collected this / collected your / received the / received this / received your / picked up the / picked up this / picked up your / " +
  "a signe / a recu / a receptionne / a accepte / a retire / ha firmado / firmo / ha recibido / recibio / ha recogido / recogio / " +
  "ha firmato / ha ricevuto / ha ritirato / heeft getekend / heeft ontvangen / heeft het / tekende / assinou / recebeu / levantou / retirou";

/** Words for who lives next door: a name or a door may follow. */
export const NEIGHBOURS: ReadonlySet<string> = new Set(
  "neighbour neighbours neighbor neighbors nachbar nachbarn nachbarin wunschnachbar wunschnachbarn voisin voisine voisins vecino vecina vecinos vicino vicina vicini buur buren buurman buurvrouw vizinho vizinha vizinhos".split(" "),
);

/** Titles before a name, as they are written: with a point where they would else be another word. */
export const TITLES: ReadonlySet<string> = new Set("mr mrs miss mx herr herrn frau mme mlle monsieur madame senor senora signor signora signore meneer mevrouw mevr dhr senhor senhora srta sra familie famille family".split(" "));
export const TITLES_WITH_POINT: ReadonlySet<string> = new Set("ms hr fr fa fam m sr sig ra dr mw".split(" "));

/** German and Dutch name who took it between a preposition and the verb: "von Max Mustermann angenommen". */
export const BEFORE_TAKER: ReadonlySet<string> = new Set("an von vom durch bei beim door aan bij".split(" "));
export const AFTER_TAKER: ReadonlySet<string> = new Set(
  ("ubergeben uebergeben zugestellt ausgehandigt ausgehaendigt ausgeliefert geliefert abgegeben angenommen entgegengenommen unterschrieben unterzeichnet quittiert abgeholt empfangen " +
    "ontvangen genomen getekend afgetekend ondertekend aangenomen afgehaald opgehaald bezorgd afgeleverd afgegeven overhandigd uitgereikt").split(" "),
);

/** With "hat" or "heeft" who did it stands before that word: "Max Mustermann hat das Paket angenommen". */
export const HAS: ReadonlySet<string> = new Set(["hat", "haben", "heeft", "hebben"]);

/** Phrases by their first word, the longest first. */
function byFirstWord(entries: readonly (readonly [string, When])[]): ReadonlyMap<string, readonly { words: readonly string[]; when: When }[]> {
  const found = new Map<string, { words: readonly string[]; when: When }[]>();
  for (const [phrase, when] of entries) {
    const words = phrase.split(" ");
    const first = words[0] ?? "";
    found.set(first, [...(found.get(first) ?? []), { words, when }].sort((a, b) => b.words.length - a.words.length));
  }
  return found;
}

const phrases = (line: string): string[] => line.split(" / ").map((phrase) => phrase.trim()).filter((phrase) => phrase !== "");

/** What stands before a name. */
export const BEFORE_NAME = byFirstWord((["always", "colon", "loud"] as const).flatMap((when) => phrases(PHRASES[when]).map((phrase) => [phrase, when] as const)));
/** What stands after a name. */
export const AFTER_NAME = byFirstWord(phrases(VERBS).map((phrase) => [phrase, "always"] as const));
