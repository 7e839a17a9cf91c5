import { CARRIER_NAMES, wordSet, type LanguageRules } from "../text-rule";

/** Said beside "consegnato": it has not happened. */
const NOT_YET =
  /\b(?:non|mai|mancata|sara|saranno|verra|verranno|da (?:consegnare|recapitare|parte)|per essere|prevista?|previsto|stimata|programmata|prossim\w*|domani|tentativ\w*|tentata|impossibile|fallita|ancora|prima|puo|potra|potuto|essere consegnat|deve|attesa|pronta?o? per)\b/;

/** Italian. */
export const ITALIAN: LanguageRules = {
  code: "it",
  words: wordSet(
    `spartito inoltrato impostazione speditore assegnata entro giornata preparazione magazzino
     agli ai al alla alle anche avere bene che chi come con contro cosi cui da dagli dai dal dalla dalle dei del della delle dello di dove due e ed era essere fa fino fra gli ha hai hanno ho i il in io la le lei li lo loro lui ma mi mio molto ne nei nel nella nelle noi non nostro o ogni per perche piu poi prima qua quale quando quanto quella quello questa questo qui se sei si sia siamo sono sopra sotto stata stati su sugli sui sul sulla suo te tra tu tutti tutto un una uno vi voi spedito ricevuto corriere rifiutata ritardo bloccata lavorata
     venditore preparando nostre nostra sedi impianto volo perso furgone inserito cassetta firmare risposto richiede ulteriori andata buon fine scansione
     spediz destin destinatar indiriz sconosc filiali locker fermopoint scansione struttura attendiamo venga odierna odierno giornata corso prevista nessuno cessata attivita documenti mancanti rifiuta reindirizzata trasmessi negozio parcel aspetta citofono casa dazi sciopero maltempo veicolo caricato
     il la lo i gli le un una di del della dello dei delle al alla allo in nel nella con per da dal dalla e ed è stato
     stata stati sono ha hanno si suo sua tuo tua non che presso verso su sul sulla ci ancora gia sta essere
     spedizione pacco collo ordine consegna consegnato consegnata destinatario mittente dogana indirizzo filiale ufficio
     postale corriere sede hub centro smistamento transito viaggio arrivata arrivato partita partito partenza arrivo
     ritirata ritirato ritiro presa preso carico affidata affidato accettata accettato giacenza disponibile punto fermo
     deposito avviso assente tentativo mancata rifiutata rifiutato danneggiato danneggiata smarrita smarrito ritardo
     resa reso restituzione rientro annullata annullato etichetta creata creato informazioni dati ricevuti ricevuta
     ricevuto vicino portiere cassetta postino oggi domani lavorazione inoltrata smistata registrata estero nazionale
     sdoganamento sdoganata sdoganato svincolo attesa blocco errato incompleto sconosciuto trasferito chiuso maltempo
     coincidenza persa volo trasferimento locker pagamento oneri spedita spedito uscita risulta procinto
     lasciato firmato negozio programmata prevista filiali destinazione`,
  ),
  hypothetical: /(?:^|\. )(?:se|nel caso|in caso di|in assenza) [^.]*|\b(?:non appena|una volta|nel caso)\b[^.,]*|(?:^|[.,] )(?:se|quando) [^.,]*/g,
  rules: [
    // Read before everything: words that other rules would take for something else.
    ["DELIVERED", "collected", /\b(?:ritirat[oa]|prelevat[oa]) (?:al|dal|presso il|presso|in) (?:brt )?(?:fermopoint|locker|punto|edicola|tabaccheria)\b|\bhai ritirato (?:il tuo|la tua|il) (?:pacco|spedizione)\b|\britiro effettuato dal (?:destinatario|cliente)\b/, /\b(?:non|mittente|corriere|da ritirare|puoi|deve|sara)\b/],
    ["DELIVERED", "neighbour", /\bconsegnat[oa] (?:a|al|alla|ad) (?:un |una |il |la )?vicin[oa]\b/, /\b(?:non (?:e|consegn)|sara|verra|puo)\b/],
    ["DELIVERED", null, /\b(?:ma|ora|poi|infine|finalmente) (?:e stat[oa] )?consegnat[oa]\b|\bconsegna (?:\w+ )?effettuata\b|\bavvenuta consegna\b|\bconsegna (?:e )?riuscita\b|\b(?:accettat[oa]|scaricat[oa]|firmat[oa]) (?:\w+ ){0,3}(?:dal|da) (?:ricevente|destinatario|cliente|magazzino del cliente)\b/, new RegExp(`${NOT_YET.source}|mittente|filiale|corriere|deposito|dogana|punto|comunicazione|avviso`)],
    ["DELIVERED", "safe_place", /\blasciat[oa] (?:davanti|nel|in|sul|sotto|dietro) (?:alla |la |il |box |al )?(?:\w+ )?(?:porta|box|auto|garage|portico|cancello|cortile|giardino)\b/, NOT_YET],
    ["PRE_TRANSIT", "label_created", /\bregistrat[oa] (?:a|nel|in) sistema\b|\b(?:pacco|spedizione) (?:e )?(?:stat[oa] )?registrat[oa]$/, /\b(?:non|centro|hub|smistamento)\b/],
    ["READY_FOR_PICKUP", "post_office", /\bconsegnat[oa] (?:presso|all|in) (?:l |un |il )?ufficio postale\b/, /\b(?:non|destinatari\w*|sara|verra|mittente)\b/],
    ["RETURNING", null, /\bin reso (?:al mittente)?\b/, /\b(?:annullat[oa]|non|arrivat[oa]|consegnat[oa])\b/],
    ["EXCEPTION", "customs", /\bproblem[ai] (?:doganal[ei]|(?:con la |in |di )dogana)\b/, /\b(?:risolt[oi]|nessun|senza)\b/],
    ["UNKNOWN", null, /\b(?:per errore|erroneamente)\b[^.]*consegn|consegn\w* (?:per errore|erroneamente)|\bannull\w* (?:lo )?(?:status|stato|evento) precedente|tentativo (?:di )?telefon\w*|questionario/],
    ["PENDING", null, /\b(?:tracciatura|tracking|tracciamento) non (?:e )?(?:ancora )?disponibile/],
    ["UNKNOWN", null, /\btermine di recapito\b/],
    ["PENDING", null, /\b(?:nessun[ao]?|non (?:ci sono|sono|e|risultano))\b[^.]*\b(?:informazion[ei]|dato|dati|risultat[oi]|event[oi]|disponibil[ei]|trovat[oa])\b/, /indirizzo|destinatario|dogan|ritir/],

    ["IN_TRANSIT", "resumed", /\b(?:reso|resa|restituzione|rientro)\b[^.]*\bannullat|non (?:sara|verra) (?:piu )?res[oa]/],
    ["RETURNED", null, /\b(?:consegnat[oa]|restituit[oa]|riconsegnat[oa]|res[oa])\b[^.]*\b(?:al mittente|al venditore|al cliente mittente)\b|\b(?:reso|restituzione|rientro) (?:completat[oa]|consegnat[oa]|effettuat[oa]|conclus[oa])/, /\b(?:sara|verra|viene|non|in corso|deve|puo|essere|in fase)\b/],
    ["RETURNING", null, /^rinvio\b/, /consegna/],
    ["RETURNING", null, /\b(?:res[oa]|restitu\w*|rientr\w*|r?i?torn(?:a|ando|o|ato|ata)|ritorn\w*|rispedi\w*|rimandat\w*|rinvi\w*)\b[^.]*\b(?:mittente|origine|venditore)\b|\b(?:in (?:fase di )?(?:restituzione|rientro|ritorno|reso)|restituzione (?:in corso|avviata)|reso (?:in corso|avviato|richiesto)|verra res[oa])\b/, /etichetta/],

    ["PRE_TRANSIT", "pickup_failed", /\b(?:ritiro|presa)\b[^.]*\b(?:fallit[oa]|mancat[oa]|non (?:effettuat[oa]|riuscit[oa]|eseguit[oa])|annullat[oa]|impossibile)\b|\bmancato ritiro\b[^.]*mittente|\btentativo di ritiro/, /destinatario/],
    ["EXCEPTION", "refused", /\b(?:rifiut\w*|respint[oa]|non accettat[oa] dal)\b/, /dogan/],
    ["EXCEPTION", "destroyed", /\b(?:distrutt[oa]|smaltit[oa])\b/],
    ["EXCEPTION", "damaged", /\b(?:danneggiat[oa]|danni|danno|rott[oa]|avariat[oa]|manomess[oa]|deteriorat[oa])\b/, /senza danni|non danneggiat/],
    ["IN_TRANSIT", "redirected", /\bindirizzo\b[^.]*\b(?:corretto|aggiornato|modificato|cambiato|variato)\b|\bnuovo indirizzo/, /\b(?:non|deve|errato)\b/],
    ["EXCEPTION", "address", /\bcessat[oa] (?:l )?attivita|\b(?:indiriz\w*|cap|numero civico|recapito|nominativo|destinazione)\b[^.]*\b(?:errat[oa]|incomplet[oa]|insufficiente|sconosciut[oa]|inesistente|sbagliat[oa]|non (?:corretto|trovato|valido|identificato|esistente|completo)|mancante|incorrett[oa]|insesistente|inesatt[oa]|illeggibile)\b|\bdestinat\w*\b[^.]*\b(?:sconosc\w*|cessato|trasferito|irreperibile|non (?:trovato|reperibile|conosciuto|residente)|cambiato)\b|\b(?:errat[oa]|incomplet[oa]|mancante) (?:indirizzo|cap|civico)|\bproblem\w* (?:con l'|di |con )?indirizzo|^(?:destinat\w* )?sconosciut[oa]\b|\bsconosciut[oa] all|\birreperibile\b|\btrasferit[oa] altrove|manca\w* (?:il )?(?:numero civico|nome|cognome|citofono)/],
    ["IN_TRANSIT", "customs_cleared", /\b(?:pagamento|oneri|dazi|tasse)\b[^.]*\b(?:ricevut[oa]|effettuat[oa]|pagat[ei]|confermat[oa]|saldat[oi])\b/, /\b(?:non|attesa|da)\b/],
    ["EXCEPTION", "payment_due", /\b(?:pagamento|oneri|dazi|iva|contrassegno|tasse|spese|affrancatura|diritti)\b[^.]*\b(?:attesa|dovut[oi]|da pagare|richiest[oi]|insufficiente|mancat[oa]|mancante|sospeso|pagare|non pagat[oi])\b|\b(?:attesa|mancato|richiesta|pagare|in sospeso)\b[^.]*\b(?:pagamento|oneri|dazi|contrassegno)\b/],
    ["EXCEPTION", "lost", /\b(?:smarrit[oa]|smarrimento|pers[oa]|perdut[oa]|dispers[oa]|rubat[oa]|furto|non rintracciat\w*|ricerca in corso|ricerche in corso|ammanco|mancante)\b|\bnon (?:trovat[oa]|localizzat[oa])\b/, /coincidenza|volo|document|fattura/],
    ["EXCEPTION", "weather", /\b(?:maltempo|meteo\w*|condizioni (?:atmosferiche|climatiche)|neve|nevicat\w*|alluvion\w*|ghiaccio|forza maggiore|calamita)\b/],
    ["EXCEPTION", "missed_connection", /\b(?:coincidenza|volo)\b[^.]*\bpers[oa]\b|\bpers[oa]\b[^.]*\b(?:coincidenza|volo)|\b(?:volo|aereo|camion|treno|automezzo|mezzo)\b[^.]*\b(?:ritard\w*|cancellat\w*|guast\w*|annullat\w*|avaria)\b|\bguasto (?:meccanico|al mezzo)|collegamento (?:\w+ )?perso/],
    ["EXCEPTION", "prohibited", /\b(?:vietat[oaie]|proibit[oaie]|merc[ei] pericolos[ae]|non ammess[oaie])\b/],
    ["EXCEPTION", "oversize", /\b(?:fuori (?:misura|sagoma)|sovradimensionat\w*|troppo (?:grande|pesante)|peso eccessivo|sovrappeso)\b/],
    ["IN_TRANSIT", "customs_cleared", /\b(?:sdoganat[oa]|sdoganamento (?:completat\w*|effettuat\w*|conclus\w*|terminat\w*|avvenut\w*)|svincolat[oa]|svincolo (?:avvenuto|effettuato|completato|doganale (?:avvenuto|effettuato|completato))|rilasciat[oa] dalla dogana|liberat[oa] dalla dogana)\b|\bdogan\w*\b[^.]*\b(?:completat\w*|conclus\w*|terminat\w*|superat\w*|rilasciat\w*|autorizzat\w*|lasciat\w*|uscit\w*)\b/, /\b(?:non|attesa|in corso|deve|sara|per|da)\b/],
    ["IN_TRANSIT", "customs_cleared", /\bcompletat[oa]\b[^.]*\bsvincolo\b/, /\b(?:non|attesa)\b/],
    ["EXCEPTION", "customs_documents", /\b(?:document\w*|fattura|codice fiscale)\b[^.]*\b(?:mancant\w*|incomplet\w*|richiest\w*|necessari\w*|attesa)\b|\bmanca\w* (?:\w+ )?(?:document\w*|fattura)|attesa (?:di )?document\w*/],
    ["EXCEPTION", "customs_documents", /\bdogana\b[^.]*\b(?:richiede|chiede|necessita)\b[^.]*\b(?:document\w*|fattura|informazion\w*)\b/],
    ["EXCEPTION", "customs", /\b(?:trattenut[oa]|bloccat[oa]|ferm[oa]|fermat[oa]|sequestrat[oa]|ritardo)\b[^.]*\bdogan\w*|\bdogan\w*\b[^.]*\b(?:trattenut[oa]|bloccat[oa]|ferm[oa]|fermat[oa]|sequestrat[oa]|ritard\w*|problem\w*|respint\w*)\b/],
    ["IN_TRANSIT", "customs", /\bdogan\w*|\bsdoganament\w*/],

    ["DELIVERED", "collected", /\b(?:ritirat[oa]) (?:\w+ ){0,4}?(?:dal|da parte del|da) (?:destinatario|cliente)\b|\b(?:destinatario|cliente) ha ritirato\b|\bconsegnat[oa] (?:al destinatario )?(?:in|presso) (?:l')?(?:ufficio|il punto) (?:\w+ )?al destinatario/, /\b(?:non|deve|puo|attesa)\b/],
    ["DELIVERED", "collected", /\britirat[oa] (?:presso|al|dal|in|nel) (?:il |un |l'? ?)?(?:punto|locker|ufficio postale|negozio|fermopoint|pick ?up|tabaccheria)\b/, /\b(?:non|deve|puo|potra|attesa|essere|sara|verra|mittente|corriere|da ritirare)\b/],
    ["EXCEPTION", "unclaimed", /\bnessuno (?:ha ritirato|ritira|si (?:e )?presenta\w*)|\bnon (?:e stat[oa] )?(?:ritirat[oa]|reclamat[oa])\b|\b(?:compiuta giacenza|giacenza (?:scaduta|terminata)|abbandonat[oai]|mancato ritiro)\b/],
    ["READY_FOR_PICKUP", "last_notice", /\b(?:ultimo|secondo) (?:avviso|promemoria|sollecito)\b/],
    ["IN_TRANSIT", "parcel_shop", /\b(?:reindirizzat[oa]|verra|sara|in viaggio|in consegna|dirett[oa]|inoltrat[oa]|trasferit[oa]|destinat[oa]|trasport\w*)\b[^.]*\b(?:punto (?:di )?(?:ritiro|poste|pick ?up)|ufficio postale|locker|fermopoint|fermo point|tabaccheria|negozio|fermo ?deposito)\b/, /\b(?:disponibile|assente|mancata|non)\b/],
    ["IN_TRANSIT", "accepted", /\b(?:consegnat[oa]|depositat[oa]|lasciat[oa])\b(?: \w+){0,4} dal mittente\b/, /\bnon\b/],
    ["PRE_TRANSIT", null, /\b(?:generat|creat|registrat)[oa]\b[^.]*\bin attesa di ritiro\b/, /\b(?:cliente|destinatario)\b/],
    ["READY_FOR_PICKUP", "parcel_shop", /\barrivo al punto di ritiro\b|\bconsegnat[oa] (?:a|presso) (?:una |un )?(?:sede )?(?:ups )?access point\b/, /\b(?:non|recapito)\b/],
    ["READY_FOR_PICKUP", null, /\bti aspetta\b/, /\bnon\b/],
    ["READY_FOR_PICKUP", "locker", /\b(?:disponibile|depositat[oa]|consegnat[oa]|pront[oa]|ritir\w*)\b[^.]*\blocker\b|\blocker\b[^.]*\b(?:disponibile|ritir\w*|pront[oa])\b/, /\b(?:non|sara|verra|pieno)\b/],
    ["READY_FOR_PICKUP", null, /\b(?:disponibile|pront[oa]|a disposizione)\b[^.]*\b(?:parcel ?shop|ritiro|ritirat[oa]|ritirare|punto|ufficio|negozio|sede|filiale)\b|\b(?:in giacenza|inizio giacenza|in attesa di ritiro|in attesa di essere ritirat[oa]|ferm[oa] (?:in|presso)|fermo ?(?:deposito|point)|giacente|puoi ritirar\w*|puo essere ritirat[oa]|da ritirare|consegnat[oa] (?:al|presso (?:il|un)|nel) (?:punto|pick ?up|fermopoint|negozio|ufficio postale|tabaccheria))\b|\bdisponibile (?:al|per il) ritiro|\bdeposito\b[^.]*disponibile|\barrivat[oa] (?:al|presso il|nel) (?:punto (?:di )?(?:ritiro|poste)|locker|negozio)\b/, /\b(?:non|sara|verra|mittente|presto|corriere (?:ritir|passer))\b/],

    ["IN_TRANSIT", "rescheduled", /\b(?:nuov[oa]|second[oa]|prossim[oa]) (?:tentativo|consegna)\b[^.]*\b(?:previst\w*|programmat\w*|sara|verra|domani|pianificat\w*)\b|\briconsegna (?:programmata|prevista|in corso)\b|\b(?:verra|sara) (?:ritentat[oa]|riconsegnat[oa]|effettuato un nuovo)/, /assente|mancata|non|fallit/],
    ["ATTEMPTED_DELIVERY", "closed", /\b(?:chius[oa]|chiusura|ferie)\b/, /sacco|pratica|caso|spedizione chiusa/],
    ["ATTEMPTED_DELIVERY", "no_access", /\b(?:inaccessibile|accesso (?:negato|impossibile|non possibile)|impossibile accedere|zona (?:non raggiungibile|disagiata)|cane)\b/],
    ["ATTEMPTED_DELIVERY", "not_home", /\b(?:assente|assenza)\b|\b(?:lasciato|rilasciato|emesso) (?:l')?(?:avviso|cartolina)\b|\bavviso (?:di (?:passaggio|mancata consegna|giacenza)|lasciato)|\bnessuno (?:ha |era )?(?:in casa|presente|rispond\w*|rispost\w*|aperto|per firmare|all)|\bnon c'? ?era nessuno|\bnon eri\b|\bnon (?:era |e )?(?:presente|in casa|risponde|disponibile)\b/, /indirizzo/],
    ["UNKNOWN", null, /\bnon (?:e stat[oa] )?ancora (?:stat[oa] )?consegnat/],
    ["PRE_TRANSIT", "not_received", /\bnon (?:\w+ ){0,3}?(?:ricevut[oa]|affidat[oa]|consegnat[oa] (?:al corriere|a (?:gls|brt|ups|dhl|sda|poste))|pres[oa] in carico|ritirat[oa]|partit[oa])\b|\b(?:in attesa (?:di|del|della|che)) (?:\w+ ){0,3}?(?:affidamento|presa|ritiro da|ricezione|ritiro presso|spedizione|mittente|corriere|consegna (?:da|del mittente|al corriere)|pacco|partenza)\b/, /\b(?:destinatario|indirizzo|dogana|locker|cliente)\b/],
    ["EXCEPTION", "undeliverable", /\b(?:non consegnabile|inesitat[oa]|inesito|impossibile consegnare)\b/],
    ["ATTEMPTED_DELIVERY", null, /\bconsegna (?:e )?(?:fallita|non (?:riuscita|effettuata|avvenuta|andata a buon fine))\b/],
    ["ATTEMPTED_DELIVERY", null, /\b(?:non|mancata|mancato|fallit[oa]|impossibile|impossibilita|senza successo|tentata)\b[^.]*\b(?:consegn\w*|recapit\w*)\b|\bconsegna (?:\w+ ){0,2}(?:fallita|non (?:e )?(?:riuscita|effettuata|avvenuta|andata a buon fine|possibile)|mancata|impossibile)\b|\btentativ[oi] (?:di )?(?:consegna|recapito)\b|\btentata consegna|^(?:\w+ )?tentativo fallito/, /\b(?:domani|programmat\w*|previst\w*|prossimo|non ancora)\b/],
    ["EXCEPTION", "cancelled", /\b(?:annullat[oa]|cancellat[oa]|annullamento)\b/],
    ["IN_TRANSIT", "missorted", /\b(?:disguid\w*|errat[oa] (?:instradament\w*|smistament\w*)|instradat[oa] erroneamente|errore di smistamento)\b[^.]*(?:inoltr|corrett|reinstrad)/],
    ["EXCEPTION", "missorted", /\b(?:disguid\w*|errat[oa] (?:instradament\w*|smistament\w*)|errore di smistamento)\b/],
    ["IN_TRANSIT", "redirected", /\b(?:reindirizzat[oa]|reinstradat[oa]|rispedit[oa]|deviat[oa]|dirottat[oa]|reinoltrat[oa])\b/],
    ["IN_TRANSIT", "rescheduled", /\b(?:consegna|appuntamento|data)\b[^.]*\b(?:riprogrammat[oa]|posticipat[oa]|concordat[oa]|rinviat[oa]|modificat[oa]|prenotat[oa]|fissat[oa])\b|\briprogrammat[oa]\b/],
    ["IN_TRANSIT", "on_hold", /\btrattenut[oa]\b[^.]*\brichiesta\b/],
    ["EXCEPTION", "held", /\b(?:bloccat[oa]|trattenut[oa]|fermat[oa]|sospes[oa]|blocco servizio|attesa (?:di )?istruzioni|attesa azione di svincolo|in attesa di svincolo)\b/],
    ["EXCEPTION", "delayed", /\b(?:ritard\w*|sciopero|rallentament\w*)\b/, /senza ritard/],
    ["EXCEPTION", "missorted", /\berrore di avviamento\b/],
    ["EXCEPTION", "other", /\b(?:anomalia|problema|eccezione|inconveniente|impediment\w*)\b/],

    ["IN_TRANSIT", null, /\b(?:sara|verra|verranno|saranno)\b[^.]*\b(?:consegnat[oa]|recapitat[oa]|in consegna|mess[oa] in consegna)\b|\b(?:consegna|arrivo) (?:\w+ )?(?:previst[oa]|stimat[oa]|programmat[oa])\b|\b(?:prossim[oa]|in attesa|pront[oa]|in preparazione|non uscit[oa]|domani)\b[^.]*\bconsegna\b|\bnon uscit[oa]\b|\bprevista in consegna|\bsara disponibile/, /\boggi\b|\bodiern\w*|tentativ|assente/],
    ["OUT_FOR_DELIVERY", null, /\bconsegn\w+\b[^.]*\bentro la giornata odierna\b/, /\bnon\b/],
    ["OUT_FOR_DELIVERY", null, /\b(?:corriere|autista|postino|portalettere|fattorino) sta consegnando\b|\boggi (?:riceverai|ricevera|arriva)\b|\b(?:riceverai|arriva|arrivera) oggi\b/, /\b(?:non|deposito|filiale|centro|sede|punto|negozio)\b/],
    ["IN_TRANSIT", null, /\b(?:in )?consegna (?:per )?domani\b/, /\b(?:non|tentat\w*|assente)\b/],
    ["OUT_FOR_DELIVERY", null, /\b(?:(?:sul|nel) (?:\w+ )?(?:furgone|mezzo|veicolo)(?: \w+){0,3} consegna|in (?:fase di )?(?:consegna|distribuzione)|in consegna|fuori (?:per|in) (?:la )?consegna|mess[oa] in consegna|uscit[oa] (?:in|per la) consegna|(?:affidat[oa]|consegnat[oa]) (?:al|a un|all') ?(?:corriere (?:per la consegna|la mattina|nel pomeriggio|per il recapito)|portalettere|postino|addetto alla consegna|fattorino|autista)|(?:corriere|autista|fattorino|postino)\b[^.]*\b(?:in arrivo|sta arrivando|in viaggio verso|per la consegna)|caricat[oa] (?:sul|su|nel|a bordo del|in) (?:\w+ )?(?:furgone|mezzo|veicolo|automezzo)|consegna (?:prevista )?(?:per )?oggi|consegna prevista (?:\w+ ){0,4}odiern[ao]|(?:sara|verra) consegnat[oa] oggi|in (?:uscita )?giro di consegna|a bordo del mezzo)\b/, /\b(?:non|filiale di consegna|sede di consegna|domani|ritard\w*|al mittente|prossim\w*|da filiale)\b/],

    ["DELIVERED", "neighbour", /\b(?:consegnat[oa]|lasciat[oa]|recapitat[oa])\b[^.]*\b(?:vicin[oaie]|vicino di casa)\b/, NOT_YET],
    ["DELIVERED", "reception", /\b(?:consegnat[oa]|lasciat[oa]|recapitat[oa])\b[^.]*\b(?:portier[ei]|portineria|reception|custode|portinaio)\b/, NOT_YET],
    ["DELIVERED", "mailbox", /\b(?:consegnat[oa]|lasciat[oa]|recapitat[oa]|depositat[oa]|immess[oa]|inserit[oa])\b[^.]*\b(?:cassetta|buca)\b/, new RegExp(`${NOT_YET.source}|\\b(?:invito|avviso|cartolina|modulo)\\b`)],
    ["DELIVERED", "safe_place", /\b(?:consegnat[oa]|lasciat[oa]|depositat[oa])\b[^.]*\b(?:luogo (?:sicuro|concordato|indicato)|porta|garage|giardino)\b/, NOT_YET],
    ["DELIVERED", "signed", /\bconsegnat[oa]\b[^.]*\bfirm\w*|\bfirmat[oa] dal?\b/, NOT_YET],
    ["IN_TRANSIT", "handed_to_partner", /\bassegnat[oa] al (?:corriere|vettore)\b/, /\b(?:non|consegna|ritiro)\b/],
    ["IN_TRANSIT", "handed_to_partner", /\bconsegnat[oa]\b[^.]*\b(?:di origine|di partenza|di accettazione)\b/, /\bnon\b/],
    ["IN_TRANSIT", "handed_to_partner", /\b(?:consegnat[oa]|affidat[oa]|trasferit[oa])\b[^.]*\b(?:al|a un|alla|allo|all'|al nostro|presso) ?(?:\w+ ){0,2}?(?:corriere|vettore|compagnia aerea|agente|partner|spedizioniere|dogana|deposito|hub|filiale|sede|operatore|centro|aeroporto|trasportatore)\b/, /\b(?:non|destinatario|punto|per la consegna)\b/],
    ["IN_TRANSIT", "handed_to_partner", new RegExp(`\\b(?:consegnat[oa]|affidat[oa]) (?:a|al|alla) ${CARRIER_NAMES}`), /\b(?:non|destinatario)\b/],
    ["IN_TRANSIT", "handed_to_partner", /\b(?:consegnat|affidat)[oa] (?:al|allo|alla|all'?|a un|presso il|presso la) ?(?:nostro |nostra )?(?:corrispondente|transitario|spedizioniere|subvettore|magazzino|piattaforma|vettore)\b/, /\bnon\b/],
    // Whom or what it came to is none of those that shipments end with.
    ["UNKNOWN", null, /\bconsegnat[oaie] (?:al|alla|allo|all'?|ai|agli)\b ?(?!destinatari\w*|client\w*|vicin\w*|portier\w*|portin\w*|custod\w*|domicilio|indirizzo|familiar\w*|persona|person\w*|delegat\w*|reception|piano|consignee|resident\w*|incaricat\w*|acquirente|titolare|proprietari\w*|coinquilin\w*|inquilin\w*|moglie|marito|figli\w*|madre|padre|fratello|sorella|utente|intestatari\w*|accettazione|ricevente|segret\w*|vigilanza|guardi\w*|addett\w*|punto|locker|primo|\d)\w/],
    ["DELIVERED", null, /\b(?:consegnat[oaie]|recapitat[oa])\b|\bconsegna (?:effettuata|avvenuta|completata|riuscita|eseguita|confermata|ok)\b|\bconsegna (?:e )?(?:andata a buon fine)|\bricevut[oa] dal (?:destinatario|cliente)/, new RegExp(`${NOT_YET.source}|mittente|avviso consegnato|in filiale`)],

    ["PRE_TRANSIT", null, /\bpreparazione del pacco\b|\bnotifica dell'? ?invio\b/, /\bnon\b/],
    ["PRE_TRANSIT", "label_created", /\bdati spediz\w* trasmessi|\b(?:etichetta|ldv|lettera di vettura)\b[^.]*\b(?:creat[oa]|stampat[oa]|generat[oa]|emess[oa])\b|\b(?:creat[oa]|generat[oa]|stampat[oa])\b[^.]*\betichetta|\b(?:dati|informazion[ei]|notifica|preavviso|bordero)\b[^.]*\b(?:ricevut[oaie]|inviat[oaie]|trasmess[oaie]|registrat[oaie]|inserit[oaie]|elettronic\w*)\b|\b(?:preavvisat[oa]|preannunciat[oa]|annunciat[oa]|elettronicamente|prenotat[oa]|pre ?registrat[oa])\b/, /dogan|destinatario/],
    ["PRE_TRANSIT", "pickup_scheduled", /\britiro\b[^.]*\b(?:programmat[oa]|richiest[oa]|prenotat[oa]|previst[oa]|pianificat[oa])\b/],
    ["PRE_TRANSIT", null, /\b(?:in (?:fase di )?preparazione|preparat[oa]|imballat[oa]|pront[oa] (?:per|alla) (?:la )?(?:spedizione|partenza|spedire))\b|\b(?:ordine|spedizione) (?:e stat[oa] )?(?:creat[oa]|registrat[oa]|confermat[oa]|inserit[oa]|generat[oa]|ricevut[oa])$|\bcreat[oa] dal mittente\b|\battendiamo che\b|\bvenditore\b[^.]*\bprepar\w*|\bmittente\b[^.]*\b(?:sta preparando|prepar\w*|ha creato|ha comunicato|deve)\b|\bin attesa (?:di |del )?(?:spedizione|ritiro|affidamento)|^registrat[oa]$|\bin procinto di essere (?:spedit|affidat)/, /\b(?:consegna|filiale|smistamento|hub)\b/],

    ["IN_TRANSIT", "arrived_destination_country", /\b(?:arrivat[oa]|giunt[oa]|ricevut[oa]|arrivo)\b[^.]*\b(?:paese (?:di )?(?:destinazione|destinatario)|in italia|nazione di destinazione)\b/, /\bnon\b/],
    ["IN_TRANSIT", "arrived_delivery_facility", /\b(?:arrivat[oa]|giunt[oa]|in|presso|ricevut[oa]|arrivo)\b[^.]*\b(?:filiale|sede|ufficio|centro|hub|deposito|magazzino) (?:\w+ )?(?:di )?(?:destinazione|consegna|distribuzione|recapito)\b|arrivat[oa] non a giro/, /non arriv/],
    ["IN_TRANSIT", "departed", /\b(?:partit[oa]|partenza|spedit[oa]|inviat[oa]|inoltrat[oa]|uscit[oa]|avviat[oa]|lasciat[oa] (?:la|il|l'))\b/, /\b(?:non|dati|informazion\w*|avviso|mittente|notifica|ancora)\b/],
    ["IN_TRANSIT", "arrived", /\b(?:scansione (?:in|di|all)|arrivat[oa]|giunt[oa]|arrivo|pervenut[oa])\b/, /\b(?:non|in arrivo|previsto|ancora)\b/],
    ["IN_TRANSIT", "accepted", /\b(?:pres[oa] in carico|presa in consegna|accettat[oa]|accettazione|ritirat[oa]|affidat[oa]|ricevut[oa]|ricezione|ritiro effettuato|depositat[oa]|raccolt[oa])\b/, /\b(?:non|dati|informazion\w*|pagamento|destinatario|punto|attesa|attendiamo|venga|ancora|avviso|deve)\b/],
    ["IN_TRANSIT", null, /\bordine (?:e )?in (?:viaggio|transito|arrivo)\b|\binvio (?:e stato )?(?:spartito|smistato|inoltrato|impostato)\b|\bimpostazione del (?:proprio )?invio\b/, /\bnon\b/],
    ["IN_TRANSIT", null, /\b(?:in (?:transito|viaggio|lavorazione|corso|movimento|elaborazione|trasferimento)|transito|smistat[oa]|smistamento|lavorat[oa]|lavorazione|elaborat[oa]|scansionat[oa]|caricat[oa]|scaricat[oa]|trasferit[oa]|trasferimento|hub|registrat[oa] (?:hub|su|presso)|centro (?:di )?(?:smistamento|meccanizzazione|operativo)|trasport\w*|volo|filiale|sed[ei]|impianto|struttura|magazzino|deposito|terminal|processat[oa]|rimess[oa] in|scansione)\b/, /\b(?:non|ordine|rimborso|pagamento)\b/],
  ],
};
