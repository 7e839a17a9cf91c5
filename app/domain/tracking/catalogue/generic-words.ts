const words = (line: string): ReadonlySet<string> => new Set(line.split(/\s+/).filter((word) => word !== ""));

/** Words beside a carrier's name that tell a service, a company form or how it was sent: they change nothing. */
export const SERVICE_WORDS: ReadonlySet<string> = words(`
  ground express expres xpress exp priority priorite mail media first class overnight over night next day days same 1st 2nd second
  two three 3rd third 1 2 3 air saver standard economy eco international intl int worldwide world domestic tracked
  tracking track signed signature for required 24 48 24h 48h 72 24hr 48hr hour hours h special delivery deliveries deliver
  parcel parcels package packages packet pack pak courier couriers shipping shipment ship shipped service services logistics freight
  home smart smartpost surepost select plus premium registered letter letters large small medium flat rate box
  envelope eparcel expedited xpresspost regular retail advantage cubic saturday sunday guaranteed evening morning am pm
  noon 9 10 12 13 18 business direct line group ltd limited gmbh inc llc co corp corporation company plc ag sa bv spa srl sas kg
  the with via by and of on from to no number nr online label labels account drop off pickup point points relay relais shop
  locker lockers access ddp dap dpd0 duty paid free uninsured insured insurance cod cash non ems post postal com www http https net
  tracked24 tracked48 tracked24h nextday 2day 1day our my using carrier carriers transport transporte transportes
  kurier spedition versand paket pakete sendung envio envios corriere koerier livraison colis suivi consegna entrega
  international2 lite basic light rush urgent fast quick super global europe european eu road untracked track48 track24
  ltl return returns store store2 delivered sent collect collection domicile domicilio classic predict deluxe sig req confirmation
  certified contract multi pieces oversize heavy lightweight parcelpost parcelselect select2 lb lbs up usa2 daily post2 tarif brief
  mailer inpost2 web website tracker tracked2 parcel2 hub ecommerce commerce ecom
  residential commercial simple rate rates connect surface apex pvt pte pty sdn bhd tbk oy ab aps as nv bvba sarl sl slu lda ltda kft sro llp ug
  ekspres ekspress expresse espresso expresso expreso overnite kargo cargo nationwide national nacional nazionale internazionale internacional
  internationale domestico nazionale letterbox mailbox satchel tube flyer cubes small2 b2c b2b c2c c2b standaard standart estandar normal
  tarifs letterpost boxes pallet pallets document documents doc docs nondoc economic economique gratuit gratis rapide rapido rapida
  lettre suivie suivis recommande recommandee recommandes retrait bureau avec sans signe expedition messagerie mon retraite
  raccomandata assicurata prioritaria prioritario spedizione spedizioni pacco pacchi crono
  paq paqueteria mensajeria carta cartas certificada certificado certificata urgente urgentes ligero ordinario ordinaria azul punto puntos
  encomenda encomendas registado registrado registada frete
  sendungen lieferung zustellung versanddienst paketdienst einschreiben warensendung warenpost buchersendung einwurf eingeschrieben nachnahme
  prio retoure retouren inland ausland packchen packstation filiale paketshop paketbox
  pakket pakketten pakketje bezorging verzending brievenbus brievenbuspakket aangetekend thuis
  pakke pakker brev varubrev hemleverans hjemlevering leverans levering ombud servicepakke mypack paketti
  paczka przesylka przesylki kurierska balik baliky zasilka
  parcelshop parcelshops parcellocker servicepoint automat
  shipstation shippo easyship sendcloud packlink pirate pirateship shipbob shipwire stamps endicia easypost shopify shiprocket starshipit
  shippit shipengine shiphero veeqo office logistik gruppe logistica logistique pac estimated
  mit per durch par chez pour envoye envoi expedie livre enviado enviada entregado por con tramite inviato spedito met verzonden versendet
  versandt verschickt geliefert zugestellt sendt skickat pelo pela wysylka multichannel verte courrier economica
  compact hikyaku taqbin ta q bin transporting pod xpect door
  early mini minis envios serv die der das paquete paquetes multi channel`);

/** Countries and their short forms, as they stand beside a carrier's name. */
export const COUNTRY_WORDS: ReadonlySet<string> = words(`
  uk gb england britain great scotland wales us usa america american states united kingdom canada ca canadian australia au aus
  nz zealand new germany de deutschland france fr spain es espana italy it italia netherlands nl nederland holland
  belgium be austria at osterreich switzerland ch schweiz suisse poland pl polska portugal pt ireland ie sweden se sverige
  denmark dk danmark norway norge finland fi suomi czech cz hungary hu romania ro greece gr turkey tr india in
  china cn hong kong hk japan jp korea kr singapore sg malaysia my thailand th indonesia id vietnam vn philippines ph
  taiwan tw brazil br brasil mexico mx chile cl colombia argentina ar africa za south israel il uae ae dubai saudi
  ksa arabia brasilien espanha lithuania lt latvia lv estonia ee slovakia sk slovenia si croatia hr bulgaria bg luxembourg lu asia iberia benelux ukraine ua
  schweden norwegen danemark finnland frankreich italien spanien polen niederlande belgien belgie belgique oostenrijk duitsland frankrijk
  nederlands lietuva latvija eesti turkiye sud suede suisse allemagne espagne italie pologne autriche`);

/** Words that name no carrier, alone or with each other: what shops write when nobody or they themselves deliver. */
export const NOBODY_WORDS: ReadonlySet<string> = words(`
  own fleet driver drivers van vans self staff team local locally hand person personal store pickup collect collected collection
  customer none na nil null n a unknown tbd tba test testing other others custom manual n_a various misc default any
  digital download downloads email e gift card virtual electronic instant dropship drop supplier vendor warehouse
  courier couriers carrier carriers mail post postal postage delivery deliveries deliver delivered shipping freight express
  standard economy ground free flat rate local pick up in house inhouse office postman postage letter parcel
  service services shipment order orders pending processing yes no not applicable available required self
  the our my we by us me to be is as cargo boat ship sea air truck bike bicycle messenger click and
  kurier bote abholung lieferung livreur livraison coursier retrait mensajero corriere fattorino bezorger correo
  curbside white glove two man same day next day overnight international domestic untracked tracked tracking number
  logistics transport transporter company delivery2 partner third party 3pl special handcarried carried door fulfilled shipped
  sent without with no-tracking notracking website shop hq event market stall swap return exchange replacement
  cousin brother sister mother father dad mom mum uncle aunt friend neighbor neighbour husband wife boss owner sales rep showroom
  farmer taxi drone walk walking foot car motorbike scooter sprinter pallet ltl forwarder forwarding ocean airmail
  consegna spedizione ritiro negozio mano entrega envio recogida tienda retirada loja transportadora transportista mensajeria
  transporteur magasin main propre eigene eigener fahrer selbstabholung botendienst spedition versand hauslieferung koerier
  ophalen afhalen winkel bezorging eigen road home gratis gratuite gratuit kostenlos tracked signed registered priority untracked`);

/** Names in the catalogue that are also common words: they count only alone, and for little. */
export const COMMON_NAMES: ReadonlySet<string> = words(`
  other unknown easy united forward relay swift zoom flow horizon compass optima mercury wing sprint direct express post mail local
  courier delivery logistics standard freight legion passport2 breeze penguin magnum hercules latam noel gps sana faster intel
  prime fast eagle2 global worldwidelogistics speed expressdelivery one oneline line easyship cargo generalpostoffice
  fastexpress goodluckcourierservice morelogistics worldwide logisticstracking eparcel shipping shipped smartsend firstclass
  blue forest link eagle nation national cityexpress citymail royalexpress globalexpress globallogistics pacificexpress centraltransport quickway linkroad directlink
  sunny sunnyway take happypost superparcel supcourier portless dedicateddelivery deliverydirect deliverdirect store safe return
  fastway2 internetexpress internationalexpress homexpress logixtrack singlepost wedo paradise walmart ikea doordash
  allegro boda bosta broadway buffalo chic dada deprisa echo emile entrego envia fargo flyt friendship jimmy leader linda lyst metropolitan
  rico ryder sending sendo stadt stil todd transmission united warp zinc agility aquiline bluebird bona boxberry caribou comingle
  dragonfly emu epos expeditors greenway kylin muser octopus pargo peddler quicksilver shalom skybox spaceship sprinter stellar sway
  teamwork teleport tiki tiptop unis zappy zippy auto packs packman chiao smithlogistics bestexpress goodexpress citylink rocketlogistics royalexpress`);
