/**
 * Words of English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish and Danish that are a slip or two from
 * a carrier's name ("packets", "speeds", "boring"): who types them means them. Found by comparing word lists of these
 * languages with the names in ./name-aliases; to be made again when short names are added there.
 */
export const REAL_WORDS: ReadonlySet<string> = new Set(
  `
  accurate affright airfreight airings amazons arame arames archest aussiehst back backhaul bands baring being beknight bends
  binds bing bipack black bling blonds blue blueball bluebell bluebill bluebirds blued bluer blues bluet bluey bods boing bolds
  bond bonde bones bongs bonks bonos bons bonus booklight boost bords boring bounds brack breit breng brig brin brine bringe
  brings bringt brink brins briny brit britt broadways bronds brost bruit brung brutit bunds cantar cargas cargos carpus carro
  cerro chinaroot ciaro circo cirrhoses cirri collecte collects collet comingled comingles commingle coordinator coordinators
  correas corredores correio correntes correo corres corro corrodes crosslight dadas damas daras datas dawning debrief dedie
  deliverly delivers delivery dextrans dico dicot didie dispost dolde ecart econut empacket erstes eses esnes esses estas este
  esten ester esters estos estres ests expediters expeditor express expressages expressers expresses expressness expressures fede
  feder firstling flippest friendships fulfill fulfillment fulfills genii genitalia geodes geodic geoids gillion glit globalist
  goalpost godis greenways grillion haunter hemes henter herbes heres heries herkules hermed herms heroes herpes herses heryes
  hinter hongkong hormes hufter hunger hunker hunted hunters hurter imide imine impost indispose inmost instable interbank
  intercom interdine interlend interlent interline interlined interliner interlines interlinked interlinks interlock internet
  interning interring intervalley interwind italianos janet kerky kickbox landmarks leadership leggi lodestar loggia loggie loggy
  logistic logoi looms metropolitana metropolitans nacer nadel nagel nationen navel nina ninjas northing northland nunja oranges
  orchestra packet packets passports passwort pasti pastureland pasturing percolator perorator pesten phlogistic picot piloot
  pilota pilote piloti piloto pilots pilow piney pinot pioney pivot plot poetless ponti porten portess porti portress posen posit
  post posta postage postal postbag postbase postdate postdelivery poste posted posteen poster postering postern postes posthastes
  posthorse postie postil postit postin postmaster postmen posto posts posturing posturings posturise posturist posturize potch poten
  preships priority prolabor pronator pyrolater quicksilvers rand rands randy rastrear recarries redback reexpress repack reracked
  retacked retraced retracked retracted royalmast sait sarat saring savourier scallion schenke schenken schneide schneiden
  schneidet scrat searats secures sede seder sedes seedy segno sein seine sende sendte senile senno seno separates seres sering
  serrates serres seules shadowbox signpost sino siring skrat someday soring spaceships spaing spait sparing sparken speed
  speedball speedboat speeded speeder speediest speedo speeds spendy sphingids spiring splinter sporing sprang sprat sprig springa
  springalds springals springe springed springer springers springes springles springs springt springy sprint sprinted sprinters
  sprong sprung spuing spying staken stallions stanken starben staren starfish starke starked starkens starker starkes starren
  starstruck starten steedy stellion stillion stourier string styrken superbly superbug sura surah sural suras surats sures suring
  surt synet teamworks teleports teleshop tipa tips tipsy transfer transferal transfers transfert transmision transmissions
  unground westernmost whist whistle whists winst wint yode yodels yokel`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
