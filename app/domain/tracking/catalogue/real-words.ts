/**
 * Words of English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish and Danish that are a slip or two from
 * a carrier's name ("packets", "speeds", "boring"): who types them means them. Found by comparing word lists of these
 * languages with the names in ./name-aliases; to be made again when short names are added there.
 */
export const REAL_WORDS: ReadonlySet<string> = new Set(
  `
  affright airfreight amazons arame arames archest aussiehst back bands baring being beknight bends binds bing bipack black bling
  blonds blue blued bluer blues bluet bluey bods boing bolds bond bonde bones bongs bonks bonos bons bonus booklight boost bords
  boring bounds brack breit breng brig brin brine bringe brings bringt brink brins briny brit britt bronds brost bruit brung
  brutit bunds cantar cargas cargos carpus carro cerro chinaroot ciaro circo cirrhoses cirri collecte collects collet coordinator
  coordinators correas corredores correio correntes correo corres corro corrodes dadas damas daras datas dawning debrief dedie
  deliverly delivers delivery dico dicot didie dispost dolde ecart econut empacket erstes eses esnes esses estas este esten ester
  esters estos estres ests expressages expressers expresses expressness expressures fede feder genii genitalia geodes geodic
  geoids glit globalist goalpost godis haunter hemes henter herbes heres heries hermed herms heroes herpes herses heryes hinter
  hormes hufter hunger hunker hunted hunters hurter imide imine impost indispose inmost instable interbank intercom interdine
  interlend interlent interline interlined interliner interlines interlinked interlinks interlock interning interring interwind
  italianos janet kerky landmarks leadership leggi lodestar loggia loggie loggy logoi looms nacer nadel nagel nationen navel nina
  ninjas northing northland nunja packet packets passports passwort pasti pastureland pasturing percolator perorator pesten picot
  piloot pilota pilote piloti piloto pilots pilow piney pinot pioney pivot plot ponti porten porti posen posit post posta postage
  postal postbag postbase postdate postdelivery poste posted posteen poster postering postern postes posthastes posthorse postie
  postil postin postmaster postmen posto posts posturing posturings posturise posturist posturize potch poten prolabor pronator
  pyrolater rand rands randy recarries redback repack reracked retacked retraced retracked retracted royalmast sait sarat saring
  savourier scallion schenke schenken scrat secures sede seder sedes seedy segno sein seine sende sendte senile senno seno seres
  sering serres seules shadowbox signpost sino siring skrat someday soring spaing spait sparing sparken speed speedboat speeded
  speeder speediest speedo speeds spendy sphingids spiring sporing sprang sprat sprig springa springalds springals springe
  springed springers springes springles springs springt springy sprint sprong sprung spuing spying staken stallions stanken
  starben staren starke starked starkens starker starkes starren starstruck starten steedy stellion stillion string styrken sura
  surah sural suras surats sures suring surt synet tipa tips tipsy unground whist whistle whists winst wint yode yodels yokel`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
