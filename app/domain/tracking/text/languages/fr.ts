import { CARRIER_NAMES, wordSet, type LanguageRules } from "../text-rule";

/** Said beside "livré": it has not happened. */
const NOT_YET =
  /\b(?:n'|n |ne |pas|jamais|non|sera|seront|va etre|vont etre|etre livre|prevue?|prochainement|bientot|demain|tentative|impossible|echec|echouee?|attente|a livrer|en cours de livraison|avant|peut|pourra|pu etre|devrait|doit|estimee?|pour etre|pret a)\b/;

/** French. */
export const FRENCH: LanguageRules = {
  code: "fr",
  words: wordSet(
    `probleme douanier ramassage cueillette tournee franchi frontiere poursuit trajet chargement camion termine presentation trouvons proche
     ainsi alors apres assez aujourd avant avons avec bien ca car ceci cela ces cet cette chez comme comment contre dans deja depuis doit donc elles encore entre eux fait faire ici ils je jusque leur lui mais meme mes moi mon ni non ou par parce peut plus pourquoi quand quel quelle quoi sans se sera si soit sont ta tes toi tous tout tres tu va vers voici ete etes seront jour jours ouvre colis courrier lettre article articles coursier client clients magasin
     bord chauffeur facteur entree infructueuse infructueux lecture locaux installation votre leur leurs au aussi ete lors nouveau formalites import export terminees terminee poursuit
     le la les un une des du de au aux en et est a ete etre sur dans pour par avec votre vos notre nos il elle nous vous ce
     cette son sa ses qui que ne pas n d l s colis envoi livraison livre livree expedition destinataire expediteur douane
     point relais retrait bureau poste adresse retour retourne acheminement cours chemin arrive arrivee parti depart
     pris prise charge depose disposition disponible remis remise recu reception agence site centre tri plateforme
     distribution distribue distribuee passage avis absent absence refuse refus endommage perdu retard retarde reporte
     reportee prevue presente presentee annule annulee etiquette creee informations transporteur livreur tournee
     vehicule boite lettres voisin gardien consigne transit transitant pays destination dedouanement dedouane retenu
     bloque incomplete incorrecte inconnu client magasin commercant preparation prepare pret prete confie bientot
     enregistre expedie expediee quitte territoire instance attend attente suite erreur aucune aucun votre suivi
     reacheminement reexpedie intemperies meteorologiques conditions correspondance manquee ramasse ramassage enlevement
     entre mains sous effectue effectuee lors traitement traite trie hub depot livrer achemine affranchissement`,
  ),
  hypothetical: /(?:^|\. )(?:si|en cas d\w*|en l'? ?absence d\w*|a defaut) [^.]*|\b(?:des que|lorsque|lorsqu'?|une fois|en cas d\w*)\b[^.,]*|, si [^.,]*/g,
  rules: [
    // Read before everything: words that other rules would take for something else.
    ["DELIVERED", null, /\b(?:mais|et|enfin|finalement|desormais) (?:a ete |est |bien |desormais )*(?:livre|remis|distribue)e?\b/, new RegExp(`${NOT_YET.source}|expediteur|transporteur|agence|depot|relais|partenaire|vendeur|douane`)],
    ["DELIVERED", "neighbour", /\b(?:absente?|personne)\b[^.]*[.,]? [^.]*\b(?:remise?|laissee?|deposee?|confiee?|livree?) (?:a|chez) (?:un |une |le |la |votre |son )?voisine?\b/, /\b(?:pas pu|sera|non remis)\b/],
    ["IN_TRANSIT", "arrived", /^(?:colis |envoi )?reception (?:au|a l|dans|en|sur|a la) ?(?:le |la )?(?:centre|agence|depot|plateforme|site|hub|entrepot|aeroport|pays|terminal)\b/, /\b(?:pas|non)\b/],
    ["ATTEMPTED_DELIVERY", null, /\b(?:n a|n ont|n avons) (?:pas )?pu (?:vous )?(?:etre )?(?:livre|remis|remettre|livrer|distribue)\w*\b/, /\b(?:adresse|retourne\w*|expediteur|transporteur|informations?|refus\w*|douane|dommage|endommage\w*|transit)\b/],
    ["ATTEMPTED_DELIVERY", "closed", /\b(?:pas|pu|non)\b[^.]*\b(?:livre|remis|distribue)\w*\b[^.]*\bferme\w*\b/, /\b(?:point|relais) (?:\w+ )?disponible\b/],
    ["DELIVERED", "damaged", /\blivree?\b[^.]*\bdestinataire\b[^.]*\bsignal\w*\b[^.]*\b(?:emballage|colis)\b[^.]*\b(?:degrade|endommage|abime)e?\b/, /\b(?:pas|non|sera|va)\b/],
    ["DELIVERED", null, /\bremise? a (?:son|sa|votre|la) (?:destinataire|cliente?|famille)\b/, /\b(?:pas|non|sera|va|peut|pourra|avis|message|information)\b/],
    ["READY_FOR_PICKUP", null, /\b(?:disponible|attend|pret)\b[^.]*\bpoint d.enlevement\b/, /\b(?:pas|sera|chauffeur)\b/],
    ["EXCEPTION", "customs", /\bprobleme (?:de douane|douanier|en douane|avec la douane)\b/, /\b(?:resolu|regle|aucun|sans)\b/],
    ["IN_TRANSIT", null, /\b(?:retire|decharge|sorti)e?s? (?:de (?:la|sa)|du) (?:tournee|circuit|vehicule|camion|livraison)\b/, /\bpas\b/],
    ["DELIVERED", null, /\b(?:livree?|remise?) a (?:une|la) (?:autre )?personne (?:presente|rencontree|designee)\b/, /\b(?:pas|non|sera|peut|pourra)\b/],
    ["IN_TRANSIT", "arrived_delivery_facility", /\breception(?:ne\w*)? sur le site de (?:livraison|distribution)\b/, /\bpas\b/],
    ["READY_FOR_PICKUP", null, /\bdisponible (?:pour (?:le |la )?)?(?:ramassage|cueillette)\b/, /\b(?:pas|sera|chez l)\b/],
    ["UNKNOWN", null, /\b(?:par erreur|a tort)\b[^.]*\blivr|\blivre par erreur|statut (?:precedent|anterieur)[^.]*(?:annule|errone)|merci de ne pas tenir compte|enquete de satisfaction|votre avis nous/],
    ["UNKNOWN", null, /\b(?:message|notification|avis|sms)\b[^.]*\b(?:recu|envoye)\b(?! par le destinataire)/, /avis de passage|mise a disposition|avis d instance recu/],
    ["UNKNOWN", null, /\bdestinataire\b[^.]*\b(?:pas|non) (?:avoir |ete )?recu/],
    ["UNKNOWN", null, /\bpreuve de (?:livraison|remise)\b/],
    ["PENDING", null, /\baucune? (?:\w+ ){0,3}(?:information|produit|resultat|donnee|evenement|suivi|colis|envoi)s?\b|\bpas (?:encore )?d information|\b(?:colis|envoi|numero)\b[^.]*\b(?:introuvable dans|inconnu de nos|non reconnu|pas (?:ete )?(?:trouve|reconnu))/],

    ["IN_TRANSIT", "resumed", /\bretour\b[^.]*\bannule|annulation du retour|ne sera (?:pas|plus) retourne/],
    ["RETURNED", null, /(?<!pu etre )\b(?:livree?|remise?|restituee?|rendue?|distribuee?)\b[^.]*\b(?:a l'? ?expediteur|au vendeur|a l'? ?enseigne|au marchand|a l'? ?emetteur)\b|\bexpediteur a (?:recupere|recu|receptionne)\b|\bdisposition (?:du vendeur|de l'? ?expediteur|du marchand)|\bretour (?:livre|termine|effectue|receptionne|distribue)|\bretour (?:a l'? ?expediteur )?(?:livre|termine|effectue|receptionne)/, /\b(?:sera|va|pas|peut|en cours|reexpedi\w*)\b/],
    ["RETURNING", null, /\bvers l'? ?expediteur\b[^.]*\bretour\b|\b(?:retourn\w*|retour|renvoy\w*|reexpedi\w*)\b[^.]*\b(?:expediteur|vendeur|envoyeur|emetteur|enseigne|marchand|origine)\b|\b(?:en retour|retour (?:en cours|initie|demande|expediteur)|en cours de retour|sera retourne\w*|est retourne\w*|retourne\w*)\b|^retour\b/, /etiquette (?:de )?retour|sinon|peut etre retourne|annul/],

    ["RETURNING", null, /\brepar(?:t|ti|tie)\b[^.]*\b(?:expediteur|vendeur)\b/, /\bpas\b/],
    ["PRE_TRANSIT", "pickup_failed", /\b(?:enlevement|ramassage|collecte)\b[^.]*\b(?:echou\w*|impossible|echec|non (?:effectue\w*|realise\w*)|manque\w*|annule\w*|pas (?:pu )?(?:ete )?(?:effectue\w*|realise\w*|possible))\b|\btentative (?:d')? ?(?:d )?(?:enlevement|ramassage|collecte)|pas pu etre (?:recupere|ramasse|enleve)/],
    ["EXCEPTION", "refused", /\brefus(?:ee?s?|e|er|ant)?\b|\bn'? ?a pas accepte\b/, /refus de (?:la )?douane|refuse par (?:le )?(?:transporteur|douane)/],
    ["EXCEPTION", "destroyed", /\bdetrui\w*|\bdestruction\b|mis au rebut/],
    ["EXCEPTION", "damaged", /\b(?:endommag\w*|abim\w*|deteriore\w*|casse\w*|avari\w*|degrade\w*|spolie\w*)\b/, /\blivree?s?\b[^.]*\bavec\b|non endommag|\bsans\b/],
    ["IN_TRANSIT", "redirected", /\b(?:adresse|coordonnees)\b[^.]*\b(?:corrigee?s?|modifiee?s?|mise a jour|completee?s?|rectifiee?s?)\b|\breexpedi\w*\b[^.]*\b(?:adresse|demande)|nouvelle adresse/, /expediteur|doit|veuillez/],
    ["IN_TRANSIT", "redirected", /\breachemine\w* vers\b/, /\bpas\b/],
    ["EXCEPTION", "address", /\b(?:adresse\w*|adressage|code postal|numero de rue|nom|coordonnees|code (?:d'acces|porte))\b[^.]*\b(?:incomplete?s?|incorrecte?s?|erronee?s?|inconnue?s?|introuvable|insuffisante?s?|fausse|invalide|illisible|manquante?s?|mauvaise|inexistante?|imprecise|non (?:renseigne\w*|trouve\w*|valide)|absente|errone\w*|a (?:completer|preciser|verifier))\b|\b(?:mauvaise |fausse |incomplete |defaut d'? ?|erreur d'? ?|probleme d'? ?|manque d'? ?|d )(?:adress\w*|informations?)|\bdestinataire\b[^.]*\b(?:inconnu|demenage|n'? ?habite (?:pas|plus)|parti sans|introuvable|non identifi\w*|plus a l'? ?adresse)|\bn'? ?habite (?:pas|plus) a l'? ?adresse|\bnpai\b|\bdemenage\b|\binconnu a l'? ?adresse|par manque d'? ?information|\bboite aux lettres non identifiee?/],
    ["IN_TRANSIT", "customs_cleared", /\b(?:droits|taxes|frais|paiement)\b[^.]*\b(?:payes?|payees?|acquittes?|regles?|reglees?|recu|effectue)\b/, /\b(?:pas|non|doit|doivent|etre|veuillez|attente)\b/],
    ["IN_TRANSIT", "customs_cleared", /\bformalites\b[^.]*\b(?:terminee?s?|accomplies|effectuees|achevees)\b/, /\b(?:pas|non|avant)\b/],
    ["IN_TRANSIT", "customs", /\bformalites (?:d'? ?)?(?:import\w*|export\w*|douan\w*)\b/],
    ["EXCEPTION", "payment_due", /\b(?:droits|taxes?|frais|paiement|contre remboursement|affranchissement|tva|redevance)\b[^.]*\b(?:a payer|a regler|dus?|dues?|attente|impayes?|insuffisant|requis|doit|doivent|refuse|reste|exigibles?)\b|\b(?:attente|paiement|payer|regler|acquitter|reglement)\b[^.]*\b(?:paiement|droits|taxes?|frais|reglement)\b|affranchissement insuffisant|refuse de payer/],
    ["EXCEPTION", "lost", /\b(?:perdue?s?|perte|egaree?s?|introuvables?|disparue?s?|declaree? manquante?|manquante?|vole|recherche (?:\w+ )?en cours|enquete (?:\w+ )?(?:ouverte|en cours)|reclamation|indemnis\w*)\b|non localise/, /facture|formulaire|document|certificat|adresse|correspondance|numero/],
    ["EXCEPTION", "weather", /\b(?:intemperies|meteo\w*|climatiques?|neige|tempete|inondations?|verglas|force majeure|catastrophe naturelle|cyclone|orage\w*)\b/, /absence/],
    ["EXCEPTION", "missed_connection", /\bcorrespondance\b[^.]*\b(?:manquee?|ratee?)|\b(?:manque|rate|manquee|ratee)\b[^.]*\bcorrespondance|\b(?:vol|avion|camion|train|navette|vehicule)\b[^.]*\b(?:retard\w*|annulee?|panne|manquee?)\b|\b(?:retard|panne|annulation)\b[^.]*\b(?:vol|avion|camion|train|vehicule|mecanique)\b|panne mecanique/],
    ["EXCEPTION", "prohibited", /\b(?:prohibee?s?|interdite?s?|marchandises? dangereuses?|non autorisee?s?)\b/],
    ["EXCEPTION", "oversize", /\b(?:trop (?:grand|gros|lourd|volumineux|encombrant)e?|hors (?:gabarit|norme|format)|surdimensionne|depasse (?:le|les) (?:poids|dimensions?)|ne rentre pas)\b/],
    ["IN_TRANSIT", "customs_cleared", /\b(?:dedouane\w*|dedouanement|douane|douaniere?s?|douaniers?)\b[^.]*\b(?:terminee?s?|effectuee?s?|libere\w*|achevee?s?|accorde\w*|validee?|autorisee?|acheve|reussi\w*|quitte\w*|sorti\w*|fini\w*)\b|\b(?:libere\w*|sorti|sortie|quitte|autorise\w*)\b[^.]*\bdouanes?\b|\b(?:est|ete) dedouane\w*|^(?:colis |envoi )?dedouane\w*$/, /\b(?:pas|non|attente|en cours|avant|retenue?|pour|bloquee?)\b/],
    ["EXCEPTION", "address", /\b(?:trouvons|trouve|localisons|localise) pas (?:\w+ )?adresse/],
    ["EXCEPTION", "customs_documents", /\b(?:facture|formulaire|certificat|document\w*|licence|cn23|numero de tva|declaration)\b[^.]*\b(?:manquante?s?|incorrecte?s?|incomplete?s?|requise?s?|absente?s?|demande\w*|necessaires?)\b[^.]*/],
    ["EXCEPTION", "customs_documents", /\bdouanes?\b[^.]*\b(?:demande\w*|exige\w*|requier\w*)\b[^.]*\b(?:documents?|facture|informations?)\b/],
    ["EXCEPTION", "customs", /\b(?:retenue?s?|bloquee?s?|saisie?s?|confisque\w*|immobilisee?s?|retard\w*|arretee?s?)\b[^.]*\b(?:douan\w*|dedouan\w*)\b|\b(?:douan\w*|dedouan\w*)\b[^.]*\b(?:retenue?s?|bloquee?s?|saisie?s?|confisque\w*|retard\w*|refusee?|requise?s?|probleme|rejete\w*)\b/],
    ["IN_TRANSIT", "customs", /\b(?:douan\w*|dedouan\w*)\b/],

    ["DELIVERED", "collected", /\b(?:retiree?|recuperee?|remise?) (?:\w+ ){0,3}?(?:par (?:le |son )?(?:destinataire|client)|au destinataire)\b|\b(?:destinataire|client)\b[^.]*\b(?:a (?:bien )?(?:retire|recupere|recu|receptionne))\b|\b(?:colis|envoi) (?:a ete |est )?(?:retire|recupere)\b|\bvous avez (?:retire|recupere)\b/, /\b(?:pas|non|sera|va|pu|pour|pourra|expediteur|avis|dispose|message|informe)\b/],
    ["DELIVERED", "collected", /\bvous a (?:bien )?ete remise? (?:au|en|dans)\b/, /\bpas\b/],
    ["DELIVERED", "collected", /\bretrait (?:a ete |est )?effectue\b/, /\b(?:pas|non|douan\w*)\b/],
    ["EXCEPTION", "unclaimed", /\b(?:non|pas|jamais) (?:ete )?(?:reclame|retire|recupere)\w*\b|\bdelai (?:de (?:retrait|garde|instance|conservation|mise a disposition))\b[^.]*(?:depasse|expire|ecoule)/],
    ["READY_FOR_PICKUP", "last_notice", /\b(?:dernier|deuxieme|second) (?:rappel|avis)\b|\bjours? restants? pour retirer|rappel\b[^.]*retir/],
    ["ATTEMPTED_DELIVERY", "not_home", /\b(?:nous (?:sommes|etions) passes?)\b[^.]*\b(?:n'? ?avons|pas|impossible|absent)\b|\bn'? ?(?:a|avons|ont) pu (?:vous )?(?:etre )?(?:remis|remettre|livre|livrer|distribue|distribuer)\b[^.]*/, /adresse|information|douane|endommage|retourne|ce jour|malgre nos recherches|refus/],
    ["IN_TRANSIT", "parcel_shop", /\b(?:en cours (?:de livraison|d'acheminement|d acheminement|de transfert)|sera (?:livre|depose|disponible|achemine|mis)\w*|va etre (?:livre|depose|achemine|mis)\w*|achemine|acheminement|redirige|livraison|choisi\w*|en route)\b[^.]*\b(?:point (?:de )?(?:retrait|relais|pickup|proximite)|consigne|bureau (?:de poste|d'instance|d instance)|relais|locker|commercant|agence choisie|casier)\b/, /\b(?:attend|mis a disposition|mise a disposition|est disponible|disponible dans|absent|absence|du destinataire)\b/],
    ["READY_FOR_PICKUP", "locker", /\b(?:disponible|depose|disposition|livre|retirer|pret|attend|attente)\w*\b[^.]*\b(?:consigne|locker|casier|pickup station)\b/, /\b(?:pas|sera|va etre|pleine?)\b/],
    ["READY_FOR_PICKUP", null, /\b(?:(?:est|mise?|tenue?|a|reste|toujours|de nouveau) (?:a )?(?:votre |la )?disposition|disponible|vous attend|en attente de retrait|en instance|pret a etre retire|livree?|deposee?|arrivee?|receptionne\w*|attend)\b[^.]*\b(?:point (?:de )?(?:retrait|relais|pickup|poste)|bureau (?:de poste)?|agence|relais|commercant|magasin|boite postale|boite a?ux? ?postale|locker|guichet|la poste|boutique|retrait|pickup)\b|\bmise? a (?:votre |la )?disposition\b|\b(?:a|peut etre|venir|pouvez (?:le )?) (?:le )?(?:retire\w*|recupere\w*)\b[^.]*\b(?:point|bureau|agence|relais|magasin)\b|\bdisponible (?:au|en|pour le) retrait|\bvous attend\b|\ben souffrance\b|\battente de retrait|\bcolis a retirer|\bpret\w* a etre (?:retire|recupere|ramasse)\w*|\bpouvez (?:venir )?(?:le )?(?:retirer|recuperer)\b/, /\b(?:n'? ?est pas|pas encore|sera|va etre|vendeur|expediteur|transporteur|non|par l'expediteur|depot|quai|distribution|livraison en cours|tri)\b|site de|livree? a l agence|agence de (?:depart|distribution|livraison|destination)|(?:arrive|depose)e? (?:\w+ ){0,3}(?:bureau de poste d'? ?expedition|agence)|depose (?:dans un point postal|au bureau)|point postal/],

    ["IN_TRANSIT", "rescheduled", /\b(?:nouvelle|prochaine|seconde|deuxieme) (?:tentative|presentation|livraison)\b[^.]*\b(?:prevue|programmee|planifiee|sera|aura lieu|demandee)\b|\bsera (?:represente|presente|remis en livraison|de nouveau presente)/, /absent|absence|echec|echoue|impossible|pas pu|n'? ?a/],
    ["ATTEMPTED_DELIVERY", "closed", /\b(?:fermee?s?|fermeture|conges)\b/, /\b(?:point|relais|bureau de poste|route)\b/],
    ["ATTEMPTED_DELIVERY", "no_access", /\b(?:acces (?:impossible|refuse|difficile|interdit|bloque)|pas (?:d')? ?acces|inaccessible|code (?:d'acces|d acces|porte|digicode)|digicode|chien|boite aux lettres (?:inaccessible|non accessible|pleine))\b|impossible d'? ?acceder/],
    ["ATTEMPTED_DELIVERY", "not_home", /\b(?:absente?|absence)\b|\bavis de passage\b|\bnon present\b|\bpersonne (?:n'? ?etait |n'? ?a )?(?:present|pour|au domicile|repondu|ouvert)|\bn'? ?etiez pas|\bpas (?:de )?(?:reponse|present)/, /en l'? ?absence de (?:facture|document)/],
    ["UNKNOWN", null, /\bpas encore (?:ete )?(?:livre|distribue|remis au destinataire)/],
    ["PRE_TRANSIT", "not_received", /\b(?:pas|jamais|non)(?: encore)?(?: ete)? (?:pris en charge|prise? en charge|remis|recu|recue|confie|depose|receptionne)\w*\b|\battente (?:de |d'|d )?(?:depot|remise|reception|prise en charge|expedition|enlevement|colis|depart)/, /\b(?:destinataire|voisin|point|relais|douane|domicile|jour|locker|restante|access|pickup|sera)\b/],
    ["ATTEMPTED_DELIVERY", null, /\b(?:avons|a|ont) (?:bien )?tente de (?:vous )?(?:livrer|remettre|distribuer)\b/],
    ["ATTEMPTED_DELIVERY", null, /\b(?:livraison|distribution|remise|presentation) (?:est |a ete |etait )?(?:impossible|echouee|non (?:effectuee|aboutie|reussie)|infructueuse)\b/],
    ["ATTEMPTED_DELIVERY", null, /\b(?:ne peut|n'? ?a (?:pas )?pu|n'? ?a pas (?:pu )?(?:etre |ete )?|pas pu|non|echec|impossible|impossibilite|infructueuse|sans succes)\b[^.]*\b(?:livre\w*|livraison|distribu\w*|remise?|remettre|presente\w*)\b|\b(?:livraison|distribution|remise)\b[^.]*\b(?:impossible|echouee?|non (?:effectuee|aboutie|reussie)|infructueuse|n'? ?a (?:pas )?pu|pas (?:pu|aboutie))\b|\btentative\b[^.]*\b(?:livraison|infructueuse|echouee?)|\bechec\b/, /\b(?:prevue|demain|planifiee|programmee|recherches)\b/],
    ["EXCEPTION", "undeliverable", /\bnon (?:livrable|distribuable)\b|\bmalgre nos recherches/],
    ["EXCEPTION", "cancelled", /\bannul\w*\b/],
    ["IN_TRANSIT", "missorted", /\b(?:par erreur|mal (?:achemine|oriente|dirige|trie)\w*|erreur (?:de tri|d'acheminement|d acheminement)|fausse direction)\b[^.]*|\breacheminement\b/, /\blivre par erreur/],
    ["IN_TRANSIT", "redirected", /\b(?:redirig\w*|reexpedi\w*|reachemin\w*|devie)\b/],
    ["EXCEPTION", "delayed", /\b(?:reporte\w*|report)\b[^.]*\b(?:grev\w*|acces|circulation|alea\w*)\b|\b(?:retard\w*|greve|perturbation\w*|ralentissement|incident)\b/, /sans retard|recu avec|absence|pas de retard|absent/],
    ["IN_TRANSIT", "rescheduled", /\b(?:livraison|rendez vous|date|creneau)\b[^.]*\b(?:reporte\w*|modifie\w*|replanifie\w*|choisie?|convenue?|programme\w*|planifie\w*|demande\w*|reprogramme\w*)\b|\bdemande de (?:nouvelle )?(?:livraison|presentation)\b|\breponse donnee par le destinataire|\binstructions? de livraison (?:recue?|enregistree?)s?/],
    ["IN_TRANSIT", "on_hold", /\bretenue?\b[^.]*\bdemande\b/],
    ["EXCEPTION", "held", /\b(?:retenue?s?|bloquee?s?|en attente d'instruction|attente d instructions?|suspendue?s?|immobilisee?s?|stoppee?s?)\b/],
    ["EXCEPTION", "other", /\b(?:anomalie|probleme|exception|litige|incident)\b/],

    ["PRE_TRANSIT", null, /\bpret\w* a etre (?:expedie|envoye)\w*/, /\bpas\b/],
    ["OUT_FOR_DELIVERY", null, /\b(?:livraison|colis|commande|envoi)\b[^.]*\barrive aujourd'? ?hui/, /\b(?:pas|agence|centre|depot|site|pays|point|relais|bureau|hub|plateforme)\b/],
    ["OUT_FOR_DELIVERY", null, /\b(?:facteur|livreur|chauffeur)\b[^.]*\b(?:aujourd'? ?hui|ce jour)\b|\b(?:camion|fourgon|camionnette) de livraison\b|\bsortie? pour (?:la )?livraison\b|\bchargee? pour (?:la )?livraison\b|\binforme\w*\b[^.]*\blivraison\b[^.]*\b(?:ce jour|aujourd'? ?hui)\b/, /\b(?:pas|non|report\w*)\b/],
    ["OUT_FOR_DELIVERY", null, /\b(?:en cours de (?:livraison|distribution)|mise? en (?:livraison|distribution)|en (?:livraison|tournee|distribution)|sorti\w* en livraison|parti\w* en (?:livraison|tournee|distribution)|avec le (?:livreur|facteur|chauffeur|coursier)|confie\w* (?:au|a votre|a un) (?:livreur|facteur|chauffeur|coursier)|remise? au (?:livreur|facteur|coursier)|charge\w* (?:dans|sur) (?:le|un) (?:vehicule|camion) de (?:livraison|tournee|distribution)|vehicule de livraison|a bord (?:du|d un|de notre) vehicule|vehicule (?:\w+ ){0,2}pour (?:la )?livraison|en tournee|livraison (?:prevue )?aujourd'? ?hui|(?:livreur|facteur|chauffeur|coursier)\b[^.]*\b(?:en route|est parti|en chemin|arrive)|sera (?:livre\w*|distribue\w*) (?:aujourd'? ?hui|ce jour|dans la journee))\b/, /\b(?:sera mis\w*|pour (?:sa|le|etre|la)|va etre|prochainement|demain|au plus tot|n'? ?est pas|pas encore|preparation|preparons|bientot|point (?:de )?(?:retrait|relais)|pays|attente|avant (?:la|sa|d'?)|a l'expediteur)\b/],
    ["IN_TRANSIT", null, /\b(?:sera (?:bientot |prochainement )?(?:mise?|livre\w*|distribue\w*|presente\w*|remise?)|va etre (?:mise?|livre\w*|distribue\w*|remise?)|livraison (?:est )?prevue|prevu\w*|pour (?:sa|le mettre en|la) (?:livraison|distribution)|pret\w* a etre livre\w*|en attente de (?:distribution|livraison)|preparons votre colis pour|en preparation (?:pour|de) (?:la |sa )?livraison)\b/, /\b(?:nous etre|expediteur|pas)\b/],

    ["DELIVERED", "neighbour", /\b(?:livree?|remise?|deposee?|confiee?|distribuee?)\b[^.]*\bvoisine?s?\b/, NOT_YET],
    ["DELIVERED", "reception", /\b(?:livree?|remise?|deposee?|confiee?|distribuee?)\b[^.]*\b(?:gardien\w*|accueil|concierge|reception|loge)\b/, NOT_YET],
    ["DELIVERED", "mailbox", /\b(?:livree?|remise?|deposee?|distribuee?|mise?|place|glissee?)\b[^.]*\bboite (?:a|aux) lettres?\b/, new RegExp(`${NOT_YET.source}|\\b(?:invitation|avis|carte|bon|coupon|bordereau|notice)\\b`)],
    ["DELIVERED", "safe_place", /\b(?:livree?|deposee?|laissee?)\b[^.]*\b(?:lieu sur|endroit sur|porte|garage|jardin|endroit convenu|endroit (?:de votre choix|choisi)|abri)\b/, NOT_YET],
    ["DELIVERED", "signed", /\b(?:livree?|distribuee?|remise?)\b[^.]*\bsign(?:e|ee|ature)\b|\bsigne par\b/, /\b(?:sans|non|pas|requise|sera)\b/],
    ["DELIVERED", null, /\b(?:livree?|remise?|confiee?) (?:\w+ )?(?:a|au) (?:un |une |son |sa |votre )?(?:proche|membre de (?:la |votre )?famille|conjointe?|colocataire|epou\w+)\b/, NOT_YET],
    ["IN_TRANSIT", "accepted", /\bremise? par (?:le |un |l )?(?:relais|commercant|expediteur|point)\b/, /\bpas\b/],
    ["IN_TRANSIT", "handed_to_partner", /\b(?:livree?|remise?|confiee?|transmise?)\b[^.]*\b(?:au|a un|a notre|a la|aux|a l|en|dans) (?:\w+ ){0,2}?(?:plateforme|entrepot|aeroport|port|terminal|transporteurs?|partenaires?|prestataires?|compagnie aerienne|agence|depot|service postal|poste locale|douane|hub|centre)\b/, /\b(?:pas|expediteur|point|bientot|va nous)\b/],
    ["IN_TRANSIT", "handed_to_partner", new RegExp(`\\b(?:livree?|remise?|confiee?) a (?:la |l'? ?)?${CARRIER_NAMES}`), /\b(?:pas|destinataire)\b/],
    ["IN_TRANSIT", "handed_to_partner", /\b(?:livree?|remise?|confiee?) (?:au|a un|a notre|aux) (?:\w+ )?(?:transitaire|sous traitant|affreteur|correspondant|confrere|commissionnaire|navette|messagerie|quai)\b/, /\bpas\b/],
    // Whom or what it came to is none of those that shipments end with.
    ["UNKNOWN", null, /\b(?:livree?|distribuee?) (?:au|aux|a la|a l'?)\b ?(?!destinataires?\b|clients?\b|client\w*|gardien\w*|voisin\w*|domicile|adresse|accueil|concierge|proche|famille|tiers|mandataire|personne|demande|reception|porte|point|reference|heure|acheteur|titulaire|resident\w*|habitant|occupant|secretariat|loge|etage|pied|rez|membre|conjoint\w*|date|lieu|endroit|locker|casier|consigne|\d)\w/],
    ["DELIVERED", null, /\b(?:livree?s?|distribuee?s?)\b|\b(?:livraison|distribution|remise) (?:est |a ete |bien )?(?:effectuee?|reussie?|terminee?|realisee?|confirmee?|accomplie)\b|\bremise? (?:\w+ ){0,2}?au (?:destinataire|client)\b|\bremise? en (?:main|mains) propres?\b/, new RegExp(`${NOT_YET.source}|\\bagence\\b|expediteur|au (?:transporteur|partenaire|depot)|vendeur|de distribution|livre d`)],

    ["PRE_TRANSIT", "label_created", /\betiquette\b[^.]*\b(?:creee?|imprimee?|generee?|editee?|emise)\b|\b(?:creation|edition|impression)\b[^.]*\betiquette|\b(?:donnees|informations?|annonce\w*|preavis|avis d'expedition)\b[^.]*\b(?:recue?s?|transmise?s?|envoyee?s?|enregistree?s?|communiquee?s?|saisies?)\b|\b(?:annoncee?|declaree?|preannoncee?|pre ?alerte|pre ?avis|pre ?annonce|electronique\w*|pre ?enregistre\w*)\b/, /\b(?:douan\w*|livraison recue|instructions?)\b/],
    ["PRE_TRANSIT", "pickup_scheduled", /\b(?:enlevement|ramassage|collecte)\b[^.]*\b(?:prevue?|programmee?|planifiee?|demandee?|commandee?)\b/],
    ["PRE_TRANSIT", null, /\bnous (?:sera|seront) (?:bientot |prochainement )?(?:confie|remis)\w*/, /\bpas\b/],
    ["PRE_TRANSIT", null, /^(?:\w+ ){0,4}en (?:cours de )?preparation$/, /livraison|distribution/],
    ["PRE_TRANSIT", null, /\b(?:preparation|prepare|preparee|emballe|emballage)\b[^.]*\b(?:expediteur|vendeur|enseigne|marchand|commande|chez|expedition|entrepot)\b|\b(?:expediteur|vendeur|marchand|enseigne)\b[^.]*\b(?:prepare|preparation|remettra|va remettre|a informe|a cree)\b|\bva (?:bientot |prochainement )?nous etre (?:confie|remis)\w*|\bpret\w* (?:a etre (?:expedie|envoye)\w*|chez|pour (?:l'? ?)?(?:expedition|envoi|enlevement))\b|\b(?:commande|expedition|envoi|colis) (?:a ete |est )?(?:creee?|enregistree?|validee?|confirmee?|initiee?)\b|\bpas encore (?:ete )?expedi\w*|\bnous attendons (?:votre|le) (?:colis|envoi)\b|^enregistree?$/, /\b(?:livraison|pris en charge|charge par)\b/],

    ["IN_TRANSIT", "arrived_destination_country", /\b(?:arrivee?|entree?|recue?|parvenue?)\b[^.]*\b(?:pays (?:de destination|du destinataire|destinataire)|en france|territoire de destination)\b/, /\bpas\b/],
    ["IN_TRANSIT", "arrived_delivery_facility", /\b(?:arrivee?|recue?|receptionne\w*|parvenue?|dans|present\w*|est)\b[^.]*\b(?:site|agence|centre|bureau|plateforme|depot) (?:de |d'|du |d )?(?:distribution|livraison|destinataire|destination|local\w*|proximite)\b|\bagence de distribution\b|\bqui dessert votre adresse/, /\bpas\b/],
    ["IN_TRANSIT", "departed", /\b(?:partie?|quitte\w*|sortie?|expediee?|depart|s'? ?apprete a sortir|pret\w* a (?:partir|quitter))\b/, /\b(?:pas|sera|livraison|sans laisser|expediteur)\b|(?:agence|centre) de depart|va etre expedi|parti sans/],
    ["IN_TRANSIT", "arrived", /\b(?:arrivee?s?|arrive|entree?s? (?:dans|en|sur|au)|parvenue?|receptionne\w*|recue?)\b/, /\b(?:pas|sera|information\w*|donnees|paiement|bientot|destinataire)\b/],
    ["IN_TRANSIT", "accepted", /\b(?:prise? en charge|deposee?|depot|collectee?|ramassee?|enlevee?|enlevement (?:realise|effectue)|ramassage effectue|confiee?|remise? par (?:le |un |l )?(?:relais|commercant|expediteur|point)|remise? (?:a|au|aux)|acceptee?|entre nos mains|inject\w*)\b/, /\b(?:pas|non|sera|va|bientot|attente|destinataire|voisin|avis|prevu|pu|demande|douane|jour)\b/],
    ["IN_TRANSIT", "accepted", /\bdeposee?s? (?:\w+ ){0,4}?(?:bureau|point postal|guichet|relais|agence)\b/, /\b(?:pas|destinataire|avis|disponible)\b/],
    ["IN_TRANSIT", null, /\bcommande (?:est )?(?:en (?:route|chemin|transit)|en cours d'? ?acheminement)\b/, /\bpas\b/],
    ["IN_TRANSIT", null, /\b(?:en cours (?:d'|d )?(?:acheminement|transport|traitement|de transit)|achemin\w*|acheminement|en transit|transit|en chemin|en route|en cours de (?:transport|transfert|traitement|tri)|tri|triee?|tri effectue|traitee?|traitement|transfer\w*|plateforme\w*|hub|scannee?|numerise|flashe|chargee?|dechargee?|transbord\w*|vol|transportee?|centre de tri|regroup\w*|transport|lecture|poursuit (?:son|sa) (?:trajet|route|chemin|parcours|voyage)|franchi la frontiere|(?:colis|envoi) controlee?|(?:de)?chargement|locaux|installations?|entrepot|renforce|est en cours)\b/, /\b(?:pas|commande|dossier|remboursement|refuse|reclamation)\b/],
  ],
};
