/** Words that make names out of their neighbours, in lower case, by language; `titles` stand before a name and are no part. */
type NameWords = { readonly titles: string; readonly particles: string; readonly openers: string };

const lists: Readonly<Record<string, NameWords>> = {
  en: {
    titles:
      'mr mrs ms mx dr prof professor sir dame lord lady president vice-president vice prime minister ministers chancellor king queen prince princess pope bishop archbishop cardinal rabbi imam senator sen congressman congresswoman representative rep governor gov mayor judge justice captain capt colonel col general gen lieutenant lt major sergeant sgt admiral chief superintendent inspector detective constable officer secretary undersecretary director chairman chairwoman chairperson chair ceo spokesman spokeswoman spokesperson ambassador commissioner commander coach manager analyst economist deputy former acting interim foreign interior defence defense finance health home rev st',
    particles: 'de la del der den van von da di du dos al el bin bint ibn ben of le ter',
    openers:
      'a an the this that these those it its he she his her hers they their we our you your i my me him them there here what when where who why how which while as at by for from in into of on onto to with without within after before since until during under over about against among between through despite although though because if unless and but or nor so yet however meanwhile moreover instead still also even only just not no none nobody nothing one two three four five six seven eight nine ten eleven twelve some many most more much few several both each every all any other another such same old last next first second third early late earlier later today yesterday tomorrow tonight now then once again according police officials officers experts critics residents researchers scientists engineers analysts authorities doctors lawyers prosecutors lawmakers protesters workers teachers students people men women children witnesses voters shares stocks prices sales trains two-thirds nearly almost around roughly than least up twenty-seven composite private rescuers rescue provider negotiators monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december photo image video breaking exclusive opinion analysis updated update',
  },
  de: {
    titles:
      'herr herrn frau dr prof doktor professor professorin präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerin premierminister premierministerin ministerpräsident ministerpräsidentin außenminister außenministerin könig königin prinz prinzessin papst bischof general oberst senator senatorin bürgermeister bürgermeisterin oberbürgermeister richter richterin sprecher sprecherin chef chefin trainer trainerin direktor direktorin regierungschef staatschef us-präsident parteichef partei konzern firma stadt insel fluss hafen zeitung ende anfang mitte millionen milliarden prozent euro uhr jahre kollege ex-präsident kette region marke unternehmen verein hersteller sonde raumsonde gericht gruppe liter kilometer kilometern satz mal vorsitzende vorsitzender kometen komet kläger klägerin anwalt anwältin torwart typ',
    particles: 'de la van von der den del di da al el bin zu',
    openers:
      'der die das den dem des ein eine einen einem einer er sie es wir ich ihr man und oder aber doch auch dann danach da dort hier nach vor bei mit von für in im am an auf aus zu zum zur seit bis um wenn als weil nun jetzt so wie was wer wo warum diese dieser dieses seine ihre sein kein keine alle viele einige beide zudem außerdem laut wegen trotz während unter über gegen ohne durch ob dass nicht nur schon noch mehr rund etwa fast erst zwei drei vier fünf sechs sieben acht neun zehn elf zwölf montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember gestern heute morgen mehrere erste ersten zweite zweiten angestellte deutsche weitere neue große viele wenige solche beim vom ins',
  },
  fr: {
    titles:
      'm mm mme mmes mlle dr pr me mgr président présidente premier première ministre roi reine prince princesse pape général colonel capitaine maire juge docteur professeur sénateur députée député madame monsieur',
    particles: 'de la du des le les van von der den di da al el ben bin d l',
    openers:
      'le la les l un une des du de d il elle ils elles on nous vous je tu ce c cet cette ces ça mais et ou donc or puis ensuite dans en à au aux sur sous pour par avec sans selon après avant depuis si quand comme qui que qu où son sa ses leur leurs aucun tous toutes plusieurs certains personne rien pas plus moins deux trois quatre cinq six sept huit neuf dix lundi mardi mercredi jeudi vendredi samedi dimanche hier demain janvier février mars avril mai juin juillet août septembre octobre novembre décembre entre chez vers contre pendant ainsi',
  },
  es: {
    titles:
      'sr sra sres srta d dña don doña dr dra presidente presidenta vicepresidente primer ministro ministra rey reina príncipe princesa papa general coronel capitán alcalde alcaldesa juez jueza senador senadora profesor profesora gobernador gobernadora',
    particles: 'de la del los las el van von der di da al ben bin san santa',
    openers:
      'el la los las lo un una unos unas él ella ellos ellas se es y o u pero sin con en de del al a por para según tras desde hasta si cuando como que quién quien qué dónde este esta esto estos estas ese esa eso su sus no nadie nada también además ahora después luego ya todos todas muchos varios algunos así más menos dos tres cuatro cinco seis siete ocho nueve diez lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ni entre sobre ante bajo contra durante mientras aunque porque',
  },
  pt: {
    titles:
      'sr sra srs d dom dona dr dra presidente presidenta vice primeiro ministro ministra rei rainha príncipe papa general coronel capitão prefeito prefeita juiz juíza senador senadora deputado deputada professor professora governador governadora',
    particles: 'de da do das dos van von der di la del al el',
    openers:
      'o a os as um uma uns umas ele ela eles elas se é e ou mas sem com em no na nos nas de do da dos das por pelo pela para segundo após desde até quando como que quem onde este esta isso esse essa seu sua seus suas não ninguém nada também além agora depois já todos muitos vários alguns assim mais menos dois duas três quatro cinco seis sete oito nove dez ontem hoje amanhã entre sobre contra durante enquanto embora porque ao aos à às',
  },
  ru: {
    titles:
      'г-н г-жа проф акад ген президент премьер-министр министр король королева папа генерал губернатор мэр господин госпожа',
    particles: 'де ла ван фон дер аль бин ибн эль',
    openers:
      'в во на но и а он она оно они мы вы я это этот эта эти тот та те так также там тогда теперь затем потом после до по при за из от к ко с со у о об для без если когда как что кто где почему его её их все всё никто ничего многие некоторые однако ранее позже не ни же ли бы вот еще ещё уже только более менее два три четыре пять шесть семь восемь девять десять вчера сегодня завтра согласно между под над через около среди ' +
      'понедельник вторник среда четверг пятница суббота воскресенье',
  },
  it: {
    titles: 'sig signor signora dott dr presidente ministro ministra re regina papa generale sindaco',
    particles: 'de di da del della la lo van von',
    openers:
      'il lo la i gli le un uno una e o ma in di a da con su per tra fra non si che chi come quando dove questo questa nel nella dal dalla al alla del della è sono dopo prima secondo anche',
  },
  nl: {
    titles: 'dhr mevr dr prof president minister premier koning koningin paus generaal burgemeester',
    particles: 'de van der den ter ten het von',
    openers:
      'de het een en of maar in op aan van voor met bij door uit na tot om als dat die dit deze hij zij ze wij we ik er is niet ook nog al volgens',
  },
};

/** The lists of one language, for looking up. */
export type NameWordIndex = {
  readonly titles: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** Words that open sentences and are no part of the name after them. */
  readonly openers: ReadonlySet<string>;
};

const indexes = new Map<string, NameWordIndex>();

/** @param primary  primary language; one without a list is read with English's */
export function nameWordsOf(primary: string): NameWordIndex {
  const known = indexes.get(primary);
  if (known) return known;
  const { titles, particles, openers } = lists[primary] ?? lists.en!;
  const index = { titles: setOf(titles), particles: setOf(particles), openers: setOf(openers) };
  indexes.set(primary, index);
  return index;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
