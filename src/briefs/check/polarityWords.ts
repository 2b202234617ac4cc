/** Words that turn a statement into its contrary, by primary language. */
export const negations: Readonly<Record<string, RegExp>> = {
  en: /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|fail(?:ed|s|ing)? to|refus(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|unable|unlikely|rule[sd]? out|lack(?:s|ed|ing)?)\b|n['’]t\b/giu,
  de: wordsIn('nicht nie niemals kein keine keinen keinem keiner keines nichts niemand ohne weder verweigerte verweigert lehnte lehnt bestritt bestreitet dementierte dementiert unwahrscheinlich'),
  fr: /(?<![\p{L}\p{M}])(?:ne|pas|jamais|aucune?|rien|personne|sans|ni|nie|nié|refuse|refusé|dément|démenti)(?![\p{L}\p{M}])|(?<![\p{L}\p{M}])n['’](?=\p{L})/giu,
  es: wordsIn('no nunca jamás ningún ninguna ninguno nadie nada sin ni tampoco niega negó rechaza rechazó'),
  pt: wordsIn('não nunca jamais nenhum nenhuma ninguém nada sem nem tampouco nega negou recusa recusou'),
  it: wordsIn('non mai nessun nessuno nessuna niente nulla senza né nega negato rifiuta'),
  ru: wordsIn('не нет ни никогда никто ничего без нельзя невозможно отказался отказалась отказались отрицает опроверг опровергла'),
  ar: wordsIn('لا لم لن ليس ليست غير دون بدون نفى نفت ينفي رفض رفضت'),
  ja: /(?<!少)(?:ない|なかっ|なく|ません)|(?:せ|ら|か|わ|ば|た|れ|え|け|め|べ)ず(?=[、。に]|$)|拒否|否定|無し|なし/gu,
  ko: /않|(?<![가-힣])안 |못[하해한했]|없[다는이었으고어을]|아니[다라었며]|거부|부인했/gu,
  zh: /(?:没有|沒有|没|沒|不(?![过過断斷仅僅久少同料但管论論])|未(?![来來])|无法|無法|拒绝|拒絕|否认|否認|并非|並非)/gu,
}; // biome-ignore format: a table

type ByLanguage = Readonly<Record<string, RegExp>>;

/** Two ways in which the same thing may go, one each other's contrary. */
export type Axis = {
  /** What the claim says must stand in a source; else it is enough that no source says the contrary. */
  readonly isStrict: boolean;
  readonly up: ByLanguage;
  readonly down: ByLanguage;
};

export const poles: readonly Axis[] = [
  {
    isStrict: true,
    up: {
      en: stemsIn('rise rises rose risen rising rais- climb- soar- surg- jumped jumps grow grows grew grown growth growing increas- gained gains higher upward doubled doubles expand-'),
      de: stemsIn('stieg- steig- gestieg- anstieg- zunahm- zunehm- wuchs- wachs- erhöh- kletter- höher- plus'),
      fr: stemsIn('hausse- augment- grimp- progress- bond- croissance- relev- supérieur-'),
      es: stemsIn('sub aument- crec- creci- alza- increment- superior- elev-'),
      pt: stemsIn('sub aument- cresc- alta- elev- increment- superior-'),
      ru: stemsIn('вырос- возрос- повы- увелич- рост- подня- подорож-'),
      ar: stemsIn('ارتفع- ارتفاع- زاد زيادة- صعد نمو يرتفع-'),
      ja: /上昇|増加|増え|増や|上が|引き上げ|値上げ|上回|伸び|高く|急増|拡大/gu,
      ko: /상승|증가|늘어|늘었|올랐|올라|인상|오른|급등|높아/gu,
      zh: /上升|上涨|上漲|增加|增长|增長|上调|上調|提高|攀升|扩大|擴大|增至|升至/gu,
    },
    down: {
      en: stemsIn('fell fall falls fallen falling drop drops dropped dropping declin- decreas- plung- slump- sank sink sinks sunk slid slip slipped tumbl- shrink- shrank reduc- cut cuts cutting lower lowered lowers downward halved halves'),
      de: stemsIn('sank- sink- gesunk- fiel- gefallen- fällt- rückgang- abnahm- abnehm- schrumpf- senk- verringer- niedriger- minus- kürz- halbier-'),
      fr: stemsIn('baiss- recul- chut- diminu- rédui- repli- inférieur-'),
      es: stemsIn('baja bajan bajó bajaron cae caen cayó cayeron caíd- disminu- reduc- descen- descend- inferior- recort-'),
      pt: stemsIn('cai caem caiu caíram queda- baix- diminu- reduz- redu- recu- inferior- cort-'),
      ru: stemsIn('упал- сниз- сниж- сокра- паден- уменьш- подешев-'),
      ar: stemsIn('انخفض- انخفاض- تراجع- هبط هبوط- ينخفض-'),
      ja: /下落|減少|減っ|減る|減らし|下が|引き下げ|値下げ|下回|落ち込|低く|急落|縮小/gu,
      ko: /하락|감소|줄어|줄었|내렸|내려|인하|내린|급락|낮아/gu,
      zh: /下降|下跌|减少|減少|下调|下調|降低|回落|缩小|縮小|降至|跌至/gu,
    },
  },
  {
    isStrict: false,
    up: { en: stemsIn('more above over win wins won beat beats defeated'), de: stemsIn('mehr- über gewann- gewinn- besiegt-'), fr: stemsIn('plus dessus- gagn- remport- battu-'), es: stemsIn('más gana ganan ganó ganaron derrot-'), pt: stemsIn('mais- ganh- venc-'), ja: /以上|超え|勝っ|勝利|勝ち/gu, ko: /이상|넘|이겼|승리/gu, zh: /以上|超过|超過|获胜|獲勝|击败|擊敗/gu },
    down: { en: stemsIn('less fewer below under lose loses lost losing'), de: stemsIn('weniger- unter- verlor- verlier-'), fr: stemsIn('moins- dessous- perd-'), es: stemsIn('menos- perd-'), pt: stemsIn('menos- perd-'), ja: /以下|未満|負け|敗れ|敗北/gu, ko: /이하|미만|졌다|패배/gu, zh: /以下|不足|落败|落敗|输给|輸給/gu },
  },
  {
    isStrict: false,
    up: { en: stemsIn('accept- approv- confirm- support- allow- permit- agree agreed agrees adopted adopts passed passes'), de: stemsIn('bestätig- unterstütz- erlaub- zustimm- stimmte- zu genehmig- annahm-'), fr: stemsIn('accept- approuv- confirm- sout- autoris- adopt-'), es: stemsIn('acept- aprob- aprueb- confirm- apoy- permit- autoriz-'), pt: stemsIn('aceit- aprov- confirm- apoi- permit- autoriz-'), ru: stemsIn('одобр- подтверд- поддерж- разреш-'), ja: /承認|可決|支持|賛成|認め|許可|確認/gu, ko: /승인|가결|지지|찬성|인정|허용|확인/gu, zh: /批准|通过|通過|支持|赞成|贊成|允许|允許|确认|確認/gu },
    down: { en: stemsIn('reject- refus- deny denies denied oppos- ban banned bans forbid- prohibit- block blocked blocks disagree-'), de: stemsIn('lehnt- ablehn- verweiger- dementier- bestritt- verbiet- verbot- verboten-'), fr: stemsIn('rejet- refus- dément- oppos- interdi-'), es: stemsIn('rechaz- negó niega- opon- opus- prohib-'), pt: stemsIn('rejeit- recus- neg opõe opôs proib-'), ru: stemsIn('отклон- опроверг- отказ- запрет-'), ja: /否決|拒否|否定|反対|禁止|却下/gu, ko: /부결|거부|부인|반대|금지|기각/gu, zh: /否决|否決|拒绝|拒絕|否认|否認|反对|反對|禁止|驳回|駁回/gu },
  },
  {
    isStrict: false,
    up: { en: stemsIn('open opens opened opening reopen- begin begins began begun start starts started resum-'), de: stemsIn('öffn- geöffnet- eröffn- begann- beginn- start- wieder-'), fr: stemsIn('ouvr- ouver- commenc- repren- repris- début-'), es: stemsIn('abre abren abrió abier- comenz- comienz- empez- reanud-'), pt: stemsIn('abre abrem abriu abert- começ- inici- retom-'), ja: /開始|再開|開い|開業|始ま|始め/gu, ko: /시작|재개|개장|열렸|개막/gu, zh: /开始|開始|恢复|恢復|开放|開放|重启/gu },
    down: { en: stemsIn('close closes closed closing closure shut end ends ended stop stops stopped suspend- halt halted'), de: stemsIn('schloss- schließ- geschlossen- end endet- endete- stopp- ausgesetzt-'), fr: stemsIn('ferm- clos- termin- suspen- arrêt-'), es: stemsIn('cerr- cierr- termin- suspend- deten- detuv-'), pt: stemsIn('fech- encerr- termin- suspen-'), ja: /終了|閉鎖|中止|停止|閉じ|終わ|運休/gu, ko: /종료|폐쇄|중단|중지|닫|끝났/gu, zh: /结束|結束|关闭|關閉|停止|中止|暂停|暫停/gu },
  },
  {
    isStrict: false,
    up: { en: stemsIn('before earlier'), de: stemsIn('vor bevor- früher'), fr: stemsIn('avant-'), es: stemsIn('antes-'), pt: stemsIn('antes-'), ja: /より前|以前|の前に/gu, ko: /이전|전에/gu, zh: /之前|以前/gu },
    down: { en: stemsIn('after later'), de: stemsIn('nach nachdem- später-'), fr: stemsIn('après-'), es: stemsIn('después- tras-'), pt: stemsIn('depois- após-'), ja: /より後|以降|の後に/gu, ko: /이후|뒤에/gu, zh: /之后|之後|以后|以後/gu },
  },
  {
    isStrict: false,
    up: { en: stemsIn('kill kills killed killing dead die dies died death deaths guilty convict- arrest- detain-'), de: stemsIn('getötet- tot tote- tödlich- starb- starben- schuldig- verurteil- festgenomm-'), fr: stemsIn('mort- morts- tué tués- coupable- condamn- arrêté-'), es: stemsIn('muert- muri- mata- culpable- condena- deten-'), pt: stemsIn('mort- morr- mata- culpad- conden- preso presos presa'), ja: /死亡|死者|有罪|逮捕/gu, ko: /사망|숨|유죄|체포/gu, zh: /死亡|遇难|遇難|有罪|逮捕/gu },
    down: { en: stemsIn('surviv- rescued innocent acquit- releas- freed'), de: stemsIn('überleb- gerettet- unschuldig- freigesproch- freigelassen-'), fr: stemsIn('surviv- survéc- sauvé- innocent- acquitt- libér-'), es: stemsIn('sobreviv- rescatad- inocen- absuel- libera-'), pt: stemsIn('sobreviv- resgatad- inocen- absolv- solto- libert-'), ja: /生存|救助|無罪|釈放/gu, ko: /생존|구조|무죄|석방/gu, zh: /生还|生還|获救|獲救|无罪|無罪|释放|釋放/gu },
  },
]; // biome-ignore format: a table

function wordsIn(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${list.replaceAll(' ', '|')})(?![\\p{L}\\p{M}])`, 'giu');
}

/** Words as they stand, and the beginnings of words, which end in a hyphen. */
function stemsIn(list: string): RegExp {
  return wordsIn(list.replaceAll('-', '\\p{L}{0,7}'));
}
