import { CARRIER_NAMES, wordSet, type LanguageRules } from "../text-rule";

/** Said beside "bezorgd": it has not happened. */
const NOT_YET =
  /\b(?:niet|nooit|geen|nog|wordt|worden|zal|zullen|kan|kon|konden|verwacht\w*|gepland\w*|morgen|poging|mislukt|probeer\w*|proberen|binnenkort|klaar om|moet|zodra|voordat|onbestelbaar|lukte|gaat|straks)\b/;

/** Dutch. */
export const DUTCH: LanguageRules = {
  code: "nl",
  words: wordSet(
    `bewoner
     langs huisgenoot afgeven
     opengedaan deed open bus
     kwijtgeraakt bedeeld getekend ontvangst bezorgauto
     aan af al alle als altijd ander andere ben bent bij daar dan dat de deze die dit doen door dus een eens en er ge haar had hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan kon kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat ons ook op over reeds te tegen toch toen tot u uit uw van veel voor want waren was wat we wel werd wezen wie wij wil worden zal ze zei zelf zich zij zijn zo zonder zou weigering douanekosten kosten betalen behandeling verwerkt ontvanger vervoerder lokaal
     vraagt aanvullende documenten invoerrechten moeten betaald kunt kunnen pakketgegevens verzendlabel verzendgegevens ophaalscan vestiging voertuig bestelbus voordeur achtergelaten veilige plek eerste tweede was er
     vertrekscan aankomstscan postbode mee pakje wij uw bent waren werd heeft wordt sorteerlocatie locatie bezorgdepot distributiekantoor levering leveren geleverd pakketautomaat afspraak chauffeur
     de het een en van in op bij aan naar voor met door is zijn was wordt worden werd werden heeft hebben je jouw uw we wij
     ons onze dit deze die niet geen nog om te uit over ook via zending pakket pakje bestelling bezorging bezorgd bezorgen
     bezorger afgeleverd aflevering afleveren geleverd ontvanger geadresseerde afzender verzender douane adres retour
     onderweg vertraagd vertraging geweigerd beschadigd opgehaald afgehaald ophalen afhalen afhaalpunt punt servicepoint
     sorteercentrum gesorteerd depot ontvangen verwerkt aangemeld voorgemeld aangekomen vertrokken verstuurd verzonden
     land bestemming brievenbus buren buurman klaar gemist thuis poging nieuwe nieuw dag werkdag volgende vandaag morgen
     koerier chauffeur route label aangemaakt gegevens nader order opslag vernietigd vermist zoek onbekend onjuist
     onvolledig incorrect gesloten overhandigd overgedragen gewijzigd doorgestuurd teruggestuurd teruggezonden
     bezorgmoment inklaring ingeklaard invoer aangifte betaling kosten automaat pakketautomaat kluis winkel gemiste
     aansluiting vlucht weer weersomstandigheden bezorgpoging ligt staat komt keer komen voorbereid uitgesteld
     geannuleerd vrijgegeven handtekening getekend aangeboden vervoerder toegang bekend overgegeven`,
  ),
  hypothetical: /(?:^|\. )(?:indien|mocht|als|bij afwezigheid) [^.]*|\b(?:zodra|wanneer|indien|mocht|als)\b[^.,]*/g,
  rules: [
    // Read before everything: words that other rules would take for something else.
    ["DELIVERED", "neighbour", /\bligt bij (?:de |je |uw )?(?:buren|buur\w*)\b/, NOT_YET],
    ["DELIVERED", "neighbour", /\b(?:afgeleverd|afgegeven|achtergelaten|bezorgd|geleverd) bij (?:de |je |uw )?(?:buren|buur\w*)\b|\bbij (?:de |je |uw )?(?:buren|buur\w*) (?:afgeleverd|afgegeven|achtergelaten|bezorgd)\b/, /\b(?:wordt|kan|gaat|niet bezorgd|zal)\b/],
    ["DELIVERED", null, /\b(?:nu|toch|inmiddels|vandaag) (?:\w+ ){0,2}(?:bezorgd|geleverd|afgeleverd)\b/, /\b(?:niet|wordt|worden|zal|gaat|kan|depot|vervoerder|afzender|partner|verwacht\w*)\b/],
    ["DELIVERED", "reception", /\b(?:overhandigd|afgegeven|afgeleverd) aan (?:de )?(?:concierge|portier|receptie\w*|huismeester|bewaking)\b|\baan (?:de )?(?:portier|receptie|concierge) (?:afgegeven|overhandigd)\b|\b(?:concierge|portier|receptionist\w*) nam\b/, NOT_YET],
    ["DELIVERED", "safe_place", /\b(?:neergelegd|achtergelaten|ligt)\b[^.]*\b(?:plek|deur|schuur|poort|garage|tuin|afgesproken)\b/, /\b(?:wordt|kan|zal|niet bezorgd|niet thuis|depot)\b/],
    ["DELIVERED", "collected", /\b(?:op|af|mee)?(?:gehaald|genomen) door (?:de )?(?:ontvanger|klant|bestemmeling|geadresseerde)\b|\b(?:door (?:de )?|^de |^)(?:ontvanger|klant|bestemmeling|geadresseerde)\b[^.]*\b(?:afgehaald|opgehaald|meegenomen|in ontvangst genomen)\b|\bje (?:hebt )?(?:je |het )pakket(?:je)? (?:uit|bij|op)\b[^.]*\bgehaald\b|\buit de (?:pakketautomaat|box|locker|kluis) gehaald\b|^afgehaald op het service ?point\b/, /\b(?:niet|kan|afzender|wordt|worden|chauffeur|koerier)\b/],
    ["DELIVERED", null, /\b(?:contactloos|persoonlijk) (?:afgegeven|overhandigd)\b|\bpakket(?:je)? is afgegeven\b|\buitgeleverd aan (?:de )?ontvanger\b|\bdoor (?:je |de |een )?(?:huisgenoot|klant|ontvanger) (?:aangenomen|aanvaard)\b|\bin de bus gedaan\b/, new RegExp(`${NOT_YET.source}|afzender|vervoerder|depot|punt\\b|post ?nl`)],
    ["IN_TRANSIT", "departed", /^vertrek\b/, /\b(?:niet|vertraagd|uitgesteld|geannuleerd)\b/],
    ["OUT_FOR_DELIVERY", null, /\bin de loop van de dag\b[^.]*\b(?:bezorgd|geleverd|afgeleverd)\b/, /\b(?:niet|morgen)\b/],
    ["IN_TRANSIT", null, /^(?:je|uw|het|de) (?:pakket|zending|pakje) is (?:nu )?bij (?:post ?nl|dhl|dpd|gls|bpost|ons)$/],
    ["OUT_FOR_DELIVERY", null, /\bbij de (?:pakket)?bezorger\b/, /\b(?:niet|nog|opgehaald|afgehaald)\b/],
    ["OUT_FOR_DELIVERY", null, /\b(?:in|op) (?:het|de|een) bezorg(?:voertuig|bus|auto|wagen|fiets)\b/, /\b(?:niet|morgen)\b/],
    ["EXCEPTION", "customs", /\bdouaneproble\w+|\bproble\w+ (?:bij|met) (?:de )?douane\b/, /\b(?:opgelost|geen)\b/],
    ["PRE_TRANSIT", "not_received", /\bwachten (?:nog )?op (?:het|je|jouw|uw|de) (?:pakket|zending)\b|\bgegevens\b[^.]*\b(?:bij ons )?bekend\b/, /\b(?:douane|ontvanger|opgehaald|afgehaald)\b/],
    ["UNKNOWN", null, /\b(?:per ongeluk|ten onrechte|onterecht)\b[^.]*(?:bezorgd|afgeleverd)|(?:vorige|eerdere) (?:status|scan|melding)[^.]*(?:vervallen|onjuist|ingetrokken)|beoordeel|\be mail is verzonden/],
    ["PENDING", null, /\b(?:nog )?geen (?:\w+ )?(?:informatie|gegevens|status|resultat\w+|trackinginformatie)\b[^.]*|\b(?:zending|pakket)\b[^.]*\bniet gevonden\b/, /adres|ontvanger/],

    ["IN_TRANSIT", "resumed", /\b(?:retour\w*|terugzending)\b[^.]*\b(?:geannuleerd|ingetrokken|gestopt)/],
    ["PRE_TRANSIT", "label_created", /\bretourlabel\b[^.]*(?:gegenereerd|aangemaakt|gemaakt)/],
    ["RETURNED", null, /\bretour\w*\b[^.]*\b(?:afgeleverd|bezorgd|ontvangen door (?:de )?(?:afzender|verzender)|voltooid)\b|\b(?:bezorgd|afgeleverd|overhandigd|teruggebracht)\b[^.]*\b(?:aan|bij) (?:de )?(?:afzender|verzender|verkoper|webshop)\b|\bterug (?:bij|ontvangen door) (?:de )?(?:afzender|verzender)/, /\b(?:niet|wordt|worden|gaat|zal|retour afzender|kan)\b/],
    ["RETURNING", null, /\b(?:retour|teruggestuurd|teruggezonden|terugzending|retourzending|geretourneerd|retourneren|terug naar (?:de )?(?:afzender|verzender)|terug naar afzender|komt retour)\b/, /retourlabel|anders retour/],

    ["PRE_TRANSIT", "pickup_failed", /\b(?:afhaalzending|afhaalopdracht|ophaalopdracht|ophaalpoging)\b[^.]*\b(?:niet|mislukt|geannuleerd)|\bgeen zending om af te halen|\bniet (?:opgehaald|afgehaald)\b[^.]*\b(?:label|verpakt|afzender|adres)/],
    ["EXCEPTION", "carrier_refused", /\bgeweigerd bij (?:het )?(?:post ?nl|\w+) ?(?:punt|servicepoint)/],
    ["EXCEPTION", "refused", /\b(?:geweigerd|weigert|weigerde|weigering|niet geaccepteerd)\b/, /betaling geweigerd|verzoek/],
    ["EXCEPTION", "destroyed", /\bvernietigd\b/],
    ["EXCEPTION", "damaged", /\b(?:beschadigd\w*|beschadiging|schade|kapot)\b/, /onbeschadigd|geen schade/],
    ["IN_TRANSIT", "redirected", /\badres\w*\b[^.]*\b(?:gecorrigeerd|aangepast|gewijzigd|bijgewerkt)\b|\bdoorgestuurd naar (?:\w+ ){0,3}adres|\bnieuw adres\b|\bander adres\b/, /\b(?:moet|neem contact)\b/],
    ["EXCEPTION", "address", /\b(?:\w*adres\w*|huisnummer|postcode|straat|adressering|geadresseerde)\b[^.]*\b(?:onjuist\w*|onvolledig\w*|onbekend\w*|incorrect\w*|fout\w*|ontbreekt|ontbrekend\w*|verkeerd\w*|ongeldig\w*|niet (?:gevonden|compleet|juist|correct|bekend)|onleesbaar|verhuisd)\b|\b(?:onjuist\w*|onvolledig\w*|onbekend\w*|incorrect\w*|fout\w*|ontbrekend\w*|verkeerd\w*|ongeldig\w*) (?:\w+ )?(?:\w*adres\w*|huisnummer|postcode|geadresseerde|ontvanger)\b|\b(?:ontvanger|geadresseerde)\b[^.]*\b(?:onbekend|verhuisd|niet (?:bekend|woonachtig))\b|\bverhuisd\b|onjuiste adressering/],
    ["IN_TRANSIT", "customs_cleared", /\b(?:betaald|betaling ontvangen|kosten (?:zijn )?(?:betaald|voldaan))\b/, /\b(?:niet|moet|moeten|worden|nog)\b/],
    ["EXCEPTION", "payment_due", /\b(?:betaling|betalen|invoerrechten|invoerkosten|\w*kosten|btw|rembours|porto|heffing\w*)\b[^.]*\b(?:vereist|nodig|openstaand\w*|verschuldigd|betalen|wacht\w*|geweigerd|niet betaald|onvoldoende|te betalen|verzoek|verstuurd|kan niet)\b|\b(?:wacht\w*|verzoek|moet|moeten|niet)\b[^.]*\b(?:betaling|betalen|betaald)\b/],
    ["EXCEPTION", "lost", /\b(?:vermist|kwijt\w*|zoekgeraakt|verloren|zoek|onvindbaar|definitief manco|verdwenen|zoekactie|onderzoek gestart)\b|niet (?:meer )?(?:gevonden|te vinden|aangetroffen)/, /aansluiting|contact gezocht/],
    ["EXCEPTION", "weather", /\b(?:weer(?:s)?(?:omstandigheden)?|slecht weer|sneeuw|storm|overstroming\w*|gladheid|overmacht|noodweer)\b/, /\bweer (?:terug|onderweg|op|in|aan|bij|vrijgegeven)\b/],
    ["EXCEPTION", "missed_connection", /\b(?:aansluiting|verbinding|vlucht)\b[^.]*\b(?:gemist\w*|vertraag\w*|geannuleerd)\b|\bgemiste (?:aansluiting|verbinding|vlucht)|\b(?:vliegtuig|vrachtwagen|trein|voertuig|vlucht)\b[^.]*\b(?:vertraag\w*|vertraging|pech|defect|geannuleerd|te laat)\b|mechanische storing/],
    ["EXCEPTION", "prohibited", /\b(?:verboden|niet toegestaan\w*|gevaarlijke (?:stoffen|goederen))\b/, /pakketautomaat/],
    ["EXCEPTION", "oversize", /\b(?:te groot|te zwaar|past niet|overgewicht|te lang)\b/],
    ["IN_TRANSIT", "customs_cleared", /\b(?:ingeklaard|vrijgegeven|goedgekeurd)\b[^.]*|\b(?:douane|inklaring|invoeraangifte|aangifte|uitklaring)\b[^.]*\b(?:afgerond|voltooid|vrijgegeven|goedgekeurd|afgehandeld|gepasseerd|succesvol)\b/, /\b(?:niet|wacht\w*|nog|vertraag\w*|wordt)\b/],
    ["EXCEPTION", "customs_documents", /\b(?:documenten|factuur|informatie|gegevens)\b[^.]*\b(?:douane|inklaring|invoer)\b[^.]*\b(?:ontbre\w*|nodig|vereist|onvolledig)|\b(?:ontbrekende|onvolledige) (?:\w+ )?(?:documenten|factuur|papieren)/],
    ["EXCEPTION", "customs_documents", /\bdouane\b[^.]*\b(?:vraagt|vereist|verzoekt)\b[^.]*\b(?:documenten|factuur|informatie|gegevens)\b/],
    ["EXCEPTION", "customs", /\b(?:douane|inklaring|aangifteproces|invoer)\b[^.]*\b(?:vastgehouden|vertraag\w*|vertraging|gestopt|stopgezet|in beslag|geblokkeerd|afgekeurd|tegengehouden)\b|\b(?:vastgehouden|vertraagd|vertraging|in beslag genomen|tegengehouden)\b[^.]*\b(?:douane|inklaring)\b/],
    ["IN_TRANSIT", "customs", /\b(?:douane|inklaring\w*|invoeraangifte|aangifte|uitklaring|inklaren)\b/],

    ["DELIVERED", "collected", /\b(?:opgehaald|afgehaald) (?:\w+ ){0,3}?(?:door (?:de )?(?:ontvanger|klant|geadresseerde)|bij (?:een |het |de )?(?:post ?nl punt|\w*punt|\w*shop|ophaalpunt|afhaalpunt|afhaallocatie|postkantoor|service ?point|winkel|pakketautomaat)|van (?:het )?postkantoor|op (?:het |de )?(?:post ?nl punt|\w*punt|afhaallocatie))\b|\b(?:ontvanger|klant|geadresseerde) heeft\b[^.]*\b(?:opgehaald|afgehaald)\b/, /\b(?:niet|kan|afzender|wordt|worden)\b/],
    ["IN_TRANSIT", "arrived_delivery_facility", /\bom (?:te worden )?(?:bedeeld|bezorgd|afgeleverd|geleverd)(?: te worden)?\b/, /\b(?:niet|vandaag)\b/],
    ["IN_TRANSIT", "parcel_shop", /\bniet (?:opgehaald|afgehaald)\b[^.]*\bgaat naar/],
    ["EXCEPTION", "unclaimed", /\bniet (?:\w+ ){0,2}(?:opgehaald|afgehaald)\b|\b(?:bewaartermijn|ophaaltermijn|afhaaltermijn)\b[^.]*(?:verstreken|verlopen)/, /afzender/],
    ["READY_FOR_PICKUP", "last_notice", /\b(?:laatste|tweede) (?:herinnering|kans)\b|herinnering\b[^.]*(?:ophalen|afhalen)/],
    ["ATTEMPTED_DELIVERY", "not_home", /\b(?:je|u|jou|ontvanger) (?:helaas )?gemist\b|\bniet thuis\b|\bniet opengedaan|\bdeed niet open|\b(?:niemand|geen gehoor)\b|\b(?:ontvanger|geadresseerde|klant)\b[^.]*\b(?:afwezig|niet (?:aanwezig|thuis|aangetroffen|bereikbaar))\b|\bafwezig\b|\b(?:kaart(?:je)?|bericht|briefje)\b[^.]*\bachtergelaten|\bontvanger was er niet\b/],
    ["IN_TRANSIT", "parcel_shop", /\b(?:wordt|worden|gaat|onderweg|gebracht|bezorging gewijzigd|keuze|verzoek)\b[^.]*\b(?:\w*punt|service ?point|pakketautomaat|afhaallocatie|pakketshop|parcel ?shop|pakketpunt|postkantoor)\b/, /\b(?:gemist|lukte niet|ligt|klaar|af te halen|afgehaald|opgehaald|bezorgd bij|niet thuis)\b/],
    ["READY_FOR_PICKUP", "locker", /\b(?:ligt|klaar|bezorgd|afgeleverd|afgehaald|ophalen|opgehaald|beschikbaar)\b[^.]*\b(?:pakketautomaat|locker|pakketmuur)\b|\b(?:pakketautomaat|locker)\b[^.]*\b(?:klaar|ophalen|afhalen|ligt|beschikbaar)\b/, /\b(?:niet|wordt|past|vol|te groot|toegestaan)\b/],
    ["READY_FOR_PICKUP", null, /\bkunt\b[^.]*\b(?:ophalen|afhalen)\b|\b(?:af te halen|op te halen|klaar om (?:opgehaald|afgehaald|op te halen|af te halen)|ligt (?:\w+ ){0,3}klaar|staat (?:\w+ ){0,3}klaar|kan (?:\w+ ){0,4}(?:opgehaald|afgehaald)|afhalen (?:bij|op)|ophalen (?:bij|op)|wacht op (?:je|afhaling)|beschikbaar (?:op|bij|voor|in)|klaar voor (?:afhaling|afhalen|ophalen))\b|\b(?:bezorgd|afgeleverd|aangekomen|ligt) (?:bij|op|in) (?:\w+ ){0,3}?(?:\w*punt|service ?point|pakketshop|parcel ?shop|postkantoor|afhaallocatie|winkel)\b/, /\b(?:niet|wordt|afzender|sorteercentrum|depot|zending om|binnenkort)\b|distributiepunt/],
    ["READY_FOR_PICKUP", null, /\bkan worden (?:opgehaald|afgehaald)\b/, /\b(?:niet|afzender|koerier|chauffeur)\b/],

    ["IN_TRANSIT", "rescheduled", /\b(?:nieuwe|volgende|tweede) (?:bezorg)?poging\b[^.]*\b(?:volgt|gepland|wordt)\b/, /\b(?:niet|gemist|onbereikbaar|lukte|mislukt)\b/],
    ["ATTEMPTED_DELIVERY", "closed", /\b(?:gesloten|dicht|vakantiesluiting)\b/, /zak gesloten|aangesloten|ingesloten/],
    ["ATTEMPTED_DELIVERY", "no_access", /\b(?:onbereikbaar|geen toegang|toegang\w* (?:\w+ )?ontbreekt|niet (?:toegankelijk|bereikbaar)|paste niet|geen brievenbus)\b/],
    ["EXCEPTION", "undeliverable", /\b(?:onbestelbaar|kan niet (?:bezorgd|afgeleverd) worden|onbezorgbaar)\b/],
    ["UNKNOWN", null, /\bnog niet (?:bezorgd|afgeleverd)/],
    ["PRE_TRANSIT", "not_received", /\bniet\b[^.]*\b(?:ontvangen|aangeboden|overgedragen|overhandigd|aangetroffen|aangenomen|in ons bezit)\b/, /ontvanger|buren|gegevens/],
    ["ATTEMPTED_DELIVERY", null, /\b(?:bezorging|aflevering|levering|bezorgpoging) (?:is |was )?(?:niet (?:gelukt|mogelijk|geslaagd)|mislukt)\b/],
    ["ATTEMPTED_DELIVERY", null, /\b(?:niet|mislukt\w*|onmogelijk|lukte niet|konden|kon)\b[^.]*\b(?:bezorg\w*|aflever\w*|afgeleverd|afgeven|lever\w*|geleverd)\b|\b(?:bezorg\w*|aflever\w*|levering)\b[^.]*\b(?:niet (?:gelukt|mogelijk)|mislukt|lukte niet|onmogelijk)\b|\b(?:bezorgpoging|afleverpoging|leverpoging)\b|\bpoging (?:tot )?(?:bezorg\w*|aflever\w*)|\bpoging (?:is )?mislukt\b/, /\b(?:morgen|gepland|volgt|uitnodiging)\b/],
    ["EXCEPTION", "cancelled", /\bgeannuleerd\b|\bingetrokken\b/],
    ["IN_TRANSIT", "missorted", /\b(?:verkeerd gesorteerd|foutief gesorteerd|missort\w*|verkeerde (?:route|depot))\b[^.]*(?:doorgestuurd|hersteld|alsnog|onderweg)/],
    ["EXCEPTION", "missorted", /\b(?:verkeerd gesorteerd|foutief gesorteerd|missort\w*|verkeerde depot)\b/],
    ["IN_TRANSIT", "redirected", /\b(?:doorgestuurd|omgeleid|nagezonden)\b/],
    ["IN_TRANSIT", "rescheduled", /\b(?:uitgesteld|uitstel|verplaatst|bezorgmoment is bijgewerkt|bezorgdatum)\b|\b(?:bezorg\w*|aflever\w*|afspraak)\b[^.]*\b(?:gewijzigd|andere dag|gewenste|aangepast|gepland op|afspraak|bijgewerkt)\b|\bkeuze van ontvanger\b|\bop verzoek van (?:de )?ontvanger/],
    ["EXCEPTION", "held", /\b(?:vastgehouden|tegengehouden|geblokkeerd|in opslag|aangehouden|stopgezet)\b/],
    ["EXCEPTION", "delayed", /\b(?:vertraagd|vertraging|drukte|staking|langer dan|duurt (?:het )?(?:wat )?langer|later dan)\b/, /geen vertraging|zonder vertraging/],
    ["EXCEPTION", "other", /\b(?:uitzondering|probleem|incident|fout bij|storing|onregelmatigheid)\b/],

    ["OUT_FOR_DELIVERY", null, /\b(?:pakket|pakje|bezorger|bestelling|zending|koerier)\b[^.]*\bkomt vandaag\b/, /\b(?:niet|depot|sorteercentrum|punt|winkel|land)\b/],
    ["OUT_FOR_DELIVERY", null, /\b(?:bezorger|chauffeur|koerier|postbode|pakketbezorger)\b[^.]*\b(?:onderweg|op weg|heeft)\b|\bin (?:distributieproces|bezorging|aflevering|de bezorging)\b|\bwordt vandaag\b[^.]*\b(?:bezorgd|afgeleverd|geleverd)\b|\bvandaag (?:\w+ ){0,3}(?:bezorgd|afgeleverd|geleverd)\b|\b(?:op|in|met) (?:de |het |onze )?(?:bezorgroute|bezorgbus|bezorgwagen|route voor bezorging|voertuig voor (?:bezorging|aflevering)|bestelwagen|leveringsvoertuig)\b|\buit voor (?:bezorging|levering)\b|\b(?:geladen|ingeladen) (?:\w+ ){0,3}(?:bezorg\w*|bestelwagen|bus)\b|\bonderweg voor (?:levering|aflevering|bezorging)\b|\bbezorging (?:is )?(?:gestart|begonnen)\b|\bvoertuig\b[^.]*\b(?:bezorging|levering|aflevering)\b|\bin (?:de|onze) (?:bestelbus|bezorgbus|bezorgauto|bestelauto|bus van de bezorger)\b|\b(?:bezorging|levering|aflevering) vandaag\b|\bmet de (?:bezorger|koerier|chauffeur|postbode)\b/, /\b(?:niet|morgen|naar (?:het )?(?:post ?nl|\w*punt|depot))\b/],
    ["IN_TRANSIT", null, /\b(?:wordt|worden|zal|zullen)\b[^.]*\b(?:bezorgd|afgeleverd|geleverd)\b|\b(?:verwacht\w*|gepland\w*)\b[^.]*\b(?:bezorg\w*|aflever\w*|levering|geleverd)\b|\b(?:bezorging|aflevering|levering)\b[^.]*\b(?:verwacht|gepland)\b|\b(?:klaar|gereed|voorbereid) (?:gemaakt )?(?:voor|om) (?:\w+ )?(?:bezorg\w*|aflever\w*|te bezorgen|te leveren)\b/, /\bniet\b/],

    ["DELIVERED", "neighbour", /\b(?:bezorgd|afgeleverd|afgegeven|geleverd|overhandigd)\b[^.]*\b(?:buren|buur\w*)\b|\b(?:buren|buur\w*)\b[^.]*\b(?:bezorgd|afgeleverd|afgegeven|geleverd|overhandigd)\b/, NOT_YET],
    ["DELIVERED", "mailbox", /\b(?:bezorgd|afgeleverd|in|door)\b[^.]*\bbrievenbus\b/, new RegExp(`${NOT_YET.source}|\\b(?:kaart\\w*|\\w*bericht|briefje|uitnodiging)\\b`)],
    ["DELIVERED", "safe_place", /\b(?:bezorgd|afgeleverd|achtergelaten|geplaatst)\b[^.]*\b(?:afgesproken plek|veilige (?:plek|plaats|locatie)|voordeur|schuur|garage|tuin|voorkeursplek)\b|\b(?:afgesproken plek|veilige (?:plek|plaats|locatie)|voordeur|schuur|garage|tuin|voorkeursplek)\b[^.]*\b(?:bezorgd|afgeleverd|achtergelaten|geplaatst)\b/, NOT_YET],
    ["DELIVERED", "reception", /\b(?:bezorgd|afgeleverd|afgegeven)\b[^.]*\b(?:receptie|conciërge|concierge|balie|portier|huismeester)\b/, NOT_YET],
    ["DELIVERED", "locker", /\b(?:bezorgd|afgeleverd)\b[^.]*\bpakketkluis\b/, NOT_YET],
    ["DELIVERED", "partial", /\b(?:gedeeltelijk|deels)\b[^.]*\b(?:bezorgd|afgeleverd)\b/, NOT_YET],
    ["DELIVERED", "signed", /\b(?:bezorgd|afgeleverd)\b[^.]*\b(?:getekend|handtekening)\b|\bgetekend door\b|\bgetekend voor ontvangst\b|\bvoor ontvangst getekend/, NOT_YET],
    ["DELIVERED", null, /\baan (?:een |de )?(?:huisgenoot|medebewoner|familielid|gezinslid|bewoner)\b[^.]*\b(?:overhandigd|afgegeven|bezorgd)\b|\b(?:overhandigd|afgegeven|bezorgd) aan (?:een |de )?(?:huisgenoot|medebewoner|familielid|gezinslid|bewoner)\b|\bontvangen door (?:de )?(?:ontvanger|geadresseerde|klant)\b/, NOT_YET],
    ["IN_TRANSIT", "handed_to_partner", /\b(?:afgeleverd|bezorgd|geleverd|overgedragen|overhandigd|overgegeven)\b[^.]*\b(?:aan|bij|in|op) (?:\w+ ){0,3}?(?:vervoerder|luchtvaartmaatschappij|depot|sorteercentrum|partner|douane|agent|postkantoor|vliegveld|distributiecentrum|transporteur|koeriersdienst|hub|post)\b/, /\b(?:niet|wordt|ontvanger|geadresseerde)\b/],
    ["IN_TRANSIT", "handed_to_partner", new RegExp(`\\b(?:afgeleverd|geleverd|overgedragen|overhandigd) aan ${CARRIER_NAMES}`), /\b(?:niet|nog|ontvanger)\b/],
    ["IN_TRANSIT", "handed_to_partner", /\b(?:afgeleverd|bezorgd|geleverd|overgedragen|overhandigd) (?:aan|bij) (?:\w+ ){0,2}?(?:expediteur|onderaannemer|magazijn|loods|terminal|haven|transportbedrijf|vervoersbedrijf)\b/, /\b(?:niet|ontvanger|klant)\b/],
    // Whom or what it came to is none of those that shipments end with.
    ["UNKNOWN", null, /\b(?:bezorgd|afgeleverd|geleverd) (?:aan|bij) (?:de|het|een|onze) (?!ontvanger|geadresseerde|klant|buren|buur\w*|bewoner|adres|deur|voordeur|achterdeur|balie|receptie|huisgenoot|familie\w*|gezin\w*|portier|concierge|huismeester|beveiliging|woning|huis|conciërge|opgegeven|afgesproken|persoon|punt|\w*punt|\w*shop|winkel|service\w*|post\w*|locker|pakket\w*)\w/],
    ["DELIVERED", null, /\b(?:bezorgd|bedeeld|afgeleverd|geleverd|uitgereikt)\b|\b(?:bezorging|aflevering|levering) (?:is )?(?:voltooid|gelukt|geslaagd|afgerond|succesvol)\b|\boverhandigd aan (?:de )?(?:ontvanger|geadresseerde|klant)\b|\bin ontvangst genomen door (?:de )?(?:ontvanger|geadresseerde|klant)/, new RegExp(`${NOT_YET.source}|afzender|\\bbij post ?nl|\\baan post ?nl|aan (?:de )?vervoerder`)],

    ["PRE_TRANSIT", "label_created", /\b\w*label\b[^.]*\b(?:aangemaakt|gemaakt|geprint|gegenereerd|gekocht)\b|\b(?:aangemaakt|gemaakt|geprint)\b[^.]*\blabel|\b(?:\w*gegevens|informatie|data|melding)\b[^.]*\b(?:ontvangen|doorgegeven|verzonden|aangeleverd|verstuurd|geregistreerd)\b|\b(?:voorgemeld|aangemeld|vooraangemeld|aangekondigd|elektronisch\w*|digitaal)\b/, /douane|betaling|invoer/],
    ["PRE_TRANSIT", "pickup_scheduled", /\b(?:afhaalopdracht|ophaalopdracht)\b|\b(?:ophaling|afhaling)\b[^.]*\b(?:gepland|aangevraagd)\b|\bwordt (?:\w+ ){0,3}(?:opgehaald|afgehaald)\b/],
    ["PRE_TRANSIT", null, /\b(?:afzender|verzender|verkoper|webshop)\b[^.]*\b(?:maakt|bereidt|voorbereid\w*|heeft|pakt)\b|\b(?:bestelling|zending|pakket|order) (?:is |wordt )?(?:aangemaakt|geregistreerd|klaargemaakt|voorbereid|ingepakt|bevestigd|verwacht)\b|\bin afwachting van\b[^.]*\b(?:zending|pakket|afzender|overdracht)|\bwacht\w* op (?:de )?(?:zending|pakket|overdracht|afzender|aanlevering)|\bklaar (?:voor|om te) (?:verzending|verzenden|versturen)\b|\bwe verwachten\b|\bverwacht,? maar/, /\b(?:bezorging|depot|sorteer\w*)\b/],

    ["IN_TRANSIT", "arrived_destination_country", /\b(?:aangekomen|ontvangen|binnengekomen|gearriveerd)\b[^.]*\bland van bestemming\b|\bbestemmingsland\b/, /\bniet\b/],
    ["IN_TRANSIT", "arrived_delivery_facility", /\b(?:aangekomen|ontvangen|in|op|gearriveerd)\b[^.]*\b(?:bezorgdepot|distributie ?depot|lokale (?:depot|vestiging)|bezorglocatie|bezorgkantoor|distributiecentrum|afleverdepot|depot van bestemming)\b/, /\bniet\b/],
    ["IN_TRANSIT", "departed", /\b(?:vertrekscan|vertrokken|verzonden|verstuurd|verlaten|op transport|grens over|geexporteerd|onderweg gegaan)\b/, /\b(?:niet|bericht|gegevens|e ?mail)\b/],
    ["IN_TRANSIT", "arrived", /\b(?:aankomstscan|aangekomen|gearriveerd|binnengekomen|aankomst)\b/, /\b(?:niet|wordt|verwacht)\b/],
    ["IN_TRANSIT", "accepted", /\b(?:ontvangen|in ontvangst genomen|afgehaald|opgehaald|ingeleverd|aangenomen|afgegeven|overgedragen|overhandigd|geaccepteerd|in ons bezit)\b/, /\b(?:niet|\w*gegevens|betaling|informatie|nog|ontvanger|kan|antwoord|wordt|opdracht)\b/],
    ["IN_TRANSIT", null, /\bbestelling (?:is )?(?:onderweg|op weg)\b/, /\bniet\b/],
    ["IN_TRANSIT", null, /\b(?:onderweg|op weg|in transit|transport|gesorteerd|sortering|sorteercentrum|sorteerproces|verwerkt|verwerking|gescand|\w*scan|depot|hub|vestiging|locatie|overgeladen|geladen|gelost|gewogen|lijndienst|in behandeling|distributiecentrum|doorvoer|proces|vervoer\w*|vrijgegeven)\b/, /\b(?:niet|bestelling|kan)\b/],
  ],
};
