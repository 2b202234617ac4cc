import { type TextTest, wholeWords as words } from '../text/wholeWords.ts';

/** The words by which sentences of one language give away what they are there for. */
export type RoleCues = {
  /** What is not known or not said yet. */
  readonly unknown: TextTest;
  /** Who contradicts, doubts or criticises. */
  readonly counterview: TextTest;
  /** What is to come. */
  readonly outlook: TextTest;
  /** What was before. */
  readonly background: TextTest;
};

/** Primary language → its cues. */
export const roleCues: Readonly<Record<string, RoleCues>> = {
  en: {
    unknown: words(
      "(?:it )?(?:is|was|remains|remained) (?:not (?:yet |immediately |entirely )?(?:clear|known)|unclear|unknown|uncertain|an open question)|(?:are|were|remain) (?:not (?:yet |immediately )?(?:clear|known)|unclear|unknown)|did not (?:immediately )?(?:respond|reply|comment|say (?:how|when|whether|who|why|what|where))|has(?: not|n[’']t) (?:yet )?(?:said|commented|responded)|have(?: not|n[’']t) (?:yet )?(?:said|released|identified|named|determined)|declined to (?:comment|say)|no (?:immediate )?(?:comment|claim of responsibility|word on)|could not (?:immediately )?be (?:reached|verified|confirmed)|not been independently (?:verified|confirmed)|details (?:were|are) (?:scarce|sparse)",
    ),
    counterview: words(
      'den(?:y|ies|ied|ying)|rejects?|rejected|dismiss(?:es|ed)|disput(?:es|ed)|critici[sz]e[ds]?|critics|opponents?|opposes?|opposed|objects? to|objected to|condemn(?:s|ed)|accus(?:es|ed)|countered|questioned|contradicts?|contradicted|sceptical|skeptical|disagree[sd]?|controversial|warned against|on the contrary',
    ),
    outlook: words(
      "will|won[’']t|is (?:due|set|expected|scheduled|likely|planned|to be)|are (?:due|set|expected|scheduled|likely|planned|to be)|plans? to|planning to|intends? to|aims? to|next (?:week|month|year|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)|tomorrow|later this (?:week|month|year)|in the coming|by the end of|forecasts?|predict(?:s|ed)",
    ),
    background: words(
      'since (?:19|20)\\d\\d|in (?:19|20)\\d\\d|years? ago|months? ago|last (?:year|month|decade|spring|summer|autumn|fall|winter)|decades|previously|in the past|historically|(?:was|were) (?:founded|built|established|introduced|born|first)|has (?:long|been|had)|have (?:long|been)|had (?:been|already|long)|the (?:first|second|third|fourth|latest|worst|largest|biggest|deadliest) (?:such |[a-z]+ )?(?:in|since|of)|(?:follows|comes after|came after)|began in|for (?:years|decades|months)',
    ),
  },
  de: {
    unknown: words(
      '(?:noch |weiterhin |zunächst |bislang |vorerst |derzeit )?(?:unklar|unbekannt|ungeklärt|offen(?= (?:ist|war|bleibt|blieb|,))|nicht (?:bekannt|geklärt|bestätigt|klar))|(?:ist|war|bleibt|blieb) (?:noch |zunächst |weiter )?offen|äußerte sich (?:zunächst |bislang |bisher )?nicht|wollte sich (?:zunächst )?nicht|(?:keine|keinen) (?:Stellungnahme|Angaben|Angabe|Kommentar)|lehnte (?:einen Kommentar|eine Stellungnahme) ab|ließ offen|steht noch nicht fest|nicht unabhängig (?:überprüf\\p{L}+|bestätig\\p{L}+)',
    ),
    counterview: words(
      'kritisier\\p{L}+|Kritik|Kritiker\\p{L}*|bestreite\\p{L}*|bestritt\\p{L}*|dementier\\p{L}+|wies\\p{L}*(?: [^.,]+)? zurück|weist(?: [^.,]+)? zurück|zurückgewiesen|widersprach\\p{L}*|widerspricht|lehnt(?:e|en)?(?: [^.,]+)? ab|abgelehnt|Gegner\\p{L}*|wirft(?: [^.,]+)? vor|warf(?: [^.,]+)? vor|bezweifel\\p{L}+|verurteil(?:t|te|ten) (?:das|den|die)|umstritten\\p{L}*|dagegen',
    ),
    outlook: words(
      'wird|werden|soll|sollen|könnte|könnten|will|wollen|plant|planen|geplant|voraussichtlich|demnächst|künftig|nächste[nrs]? (?:Woche|Monat|Jahr|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)|kommende[nrs]? (?:Woche|Monat|Jahr|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)|morgen|bis Ende|erwartet|Prognose\\p{L}*|ab (?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)',
    ),
    background: words(
      '(?:seit|im Jahr|Jahr) (?:19|20)\\d\\d|vor (?:\\p{L}+ |\\d+ )?(?:Jahren|Monaten|einem Jahr|Jahrzehnten)|seit (?:Jahren|Monaten|Jahrzehnten|langem)|bereits (?:im|in|seit|vor|\\d{4})|zuvor|früher\\p{L}*|damals|ursprünglich|in der Vergangenheit|vergangene[nrs]? (?:Jahr|Monat|Sommer|Winter|Herbst|Frühjahr)|im (?:vergangenen|letzten) Jahr|gegründet|wurde (?:19|20)\\d\\d|hatte|hatten|Hintergrund|galt|gilt als',
    ),
  },
  fr: {
    unknown: words(
      "(?:pas|point) (?:encore |immédiatement |été )?(?:clair|claires?|connue?s?|précisée?s?|établie?s?|confirmée?s?)|(?:reste|restent|demeure|demeurent|était|est) (?:encore |toujours )?(?:inconnue?s?|incertaine?s?|floue?s?|indéterminée?s?)|on ignore|ignore encore|n[’']a pas (?:souhaité|voulu|précisé|répondu|réagi|commenté|été revendiqué\\p{L}*)|n[’']ont pas (?:souhaité|voulu|précisé|répondu|réagi|été)|refusé de commenter|sans (?:préciser|plus de précisions)|pas été (?:vérifiée?s?|confirmée?s?)",
    ),
    counterview: words(
      'critiqu\\p{L}+|dément\\p{L}*|rejett\\p{L}+|rejeté\\p{L}*|contest\\p{L}+|dénonc\\p{L}+|oppos(?:e|ent|é|és|ée|ées|ants?|antes?|ition)|réfut\\p{L}+|accus(?:e|ent|é|és|ée)|condamne(?:nt)?|détracteurs|controvers\\p{L}+|récus\\p{L}+|nie|nient|au contraire|regrett\\p{L}+',
    ),
    outlook: words(
      "sera|seront|devra|devront|pourra|pourront|pourrait|pourraient|va|vont|aura|auront|fera|prévoit|prévoient|prévue?s?|attendue?s?|doit|doivent|prochaine?s?|prochainement|demain|d[’']ici|à l[’']avenir|envisag\\p{L}+|la semaine prochaine|l[’']an prochain|à partir (?:de|du)",
    ),
    background: words(
      "(?:depuis|en) (?:19|20)\\d\\d|il y a (?:\\p{L}+ |\\d+ )?(?:ans?|mois|semaines)|depuis (?:des |plusieurs |\\p{L}+ )?(?:ans|années|mois|décennies|longtemps)|l[’']an dernier|l[’']année dernière|le mois dernier|auparavant|autrefois|par le passé|à l[’']époque|avait|avaient|fondée?s?|créée? en|déjà",
    ),
  },
  es: {
    unknown: words(
      'no (?:está|estaba|quedó|queda|se sabe|se conoce|se conocen|se ha|se han|ha sido|han sido) (?:aún |todavía |inmediatamente )?(?:claro|clara|claros|confirmad\\p{L}*|aclarad\\p{L}*|precisad\\p{L}*|determinad\\p{L}*|revelad\\p{L}*)|no se sabe|no se conoce[n]?|se desconoce[n]?|se desconocía[n]?|aún (?:no|se) |todavía no|no (?:respondió|respondieron|quiso|precisó|ha respondido|hizo comentarios|ha comentado|detalló|ofreció detalles)|declinó (?:comentar|hacer)|sin (?:precisar|detallar|confirmar)|ningún grupo',
    ),
    counterview: words(
      'critic[óoa]\\p{L}*|crític[ao]s?|niega[n]?|negó|negaron|neg[oó]|desmiente[n]?|desmintió|rechaz\\p{L}+|denunci\\p{L}+|cuestion\\p{L}+|acus[óa]\\p{L}*|opositor\\p{L}*|oposición|opone[n]?|opuso|conden[óa]|contradi\\p{L}+|polémic\\p{L}+|refut\\p{L}+|lament\\p{L}+',
    ),
    outlook: words(
      'será|serán|podría[n]?|deberá[n]?|podrá[n]?|tendrá[n]?|hará[n]?|habrá|irá[n]?|va a|van a|prevé[n]?|previst[oa]s?|planea[n]?|espera[n]?|se espera|próxim[oa]s?|mañana|en los próximos|a partir (?:de|del)|antes de (?:fin|final)|entrará[n]?|comenzará[n]?|llegará[n]?|proclamará',
    ),
    background: words(
      '(?:desde|en) (?:19|20)\\d\\d|hace (?:\\p{L}+ |\\d+ )?(?:años?|meses|semanas|décadas)|desde hace|el año pasado|el mes pasado|la década|anteriormente|en el pasado|históricamente|había[n]?|fundad[oa]|cread[oa] en|antes de est[ea]|ya en|llevaba[n]?',
    ),
  },
  pt: {
    unknown: words(
      '(?:ainda )?não (?:está|estava|ficou|há|se sabe|foi|foram|é) (?:ainda |imediatamente )?(?:clar[oa]s?|conhecid[oa]s?|confirmad[oa]s?|esclarecid[oa]s?|divulgad[oa]s?|informad[oa]s?|identificad[oa]s?|informações)|não se sabe|ainda não|não (?:respondeu|responderam|comentou|quis comentar|se manifestou|se manifestaram|informou|detalhou)|recusou-se a comentar|desconhec\\p{L}+|sem (?:informar|detalhar|precisar)',
    ),
    counterview: words(
      'critic(?:a|am|ou|aram)|crítica[s]?|críticos|nega|negam|negou|negaram|rejeit\\p{L}+|desment\\p{L}+|contest\\p{L}+|acus(?:a|am|ou|aram)|oposição|opõe[m]?|conden(?:a|ou|aram)|questionou|rebateu|refut\\p{L}+|polêmic\\p{L}+|lamentou|discord\\p{L}+',
    ),
    outlook: words(
      'será|serão|deve|devem|deverá|deverão|poderá|poderão|pode vir|vai|vão|irá|irão|prevê|preveem|previst[oa]s?|planeja[m]?|espera-se|próxim[oa]s?|amanhã|nos próximos|a partir d[eoa]|até o (?:fim|final)|terá|terão|haverá|começará',
    ),
    background: words(
      '(?:desde|em) (?:19|20)\\d\\d|há (?:\\p{L}+ |\\d+ )?(?:anos?|meses|semanas|décadas)|no ano passado|no mês passado|anteriormente|no passado|historicamente|havia|haviam|tinha|tinham|fundad[oa]|criad[oa] em|já em|à época',
    ),
  },
  ru: {
    unknown: words(
      '(?:пока |ещё |еще )?(?:неизвестн\\p{L}+|неясн\\p{L}+|непонятн\\p{L}+|не (?:уточн\\p{L}+|сообща\\p{L}+|раскрыва\\p{L}+|комментир\\p{L}+|прокомментир\\p{L}+|ясно|известно|установлен\\p{L}*|подтвержден\\p{L}*|подтверждён\\p{L}*|назва\\p{L}+))|отказал\\p{L}+ (?:от комментариев|комментировать)|остаётся открытым|остается открытым|предстоит выяснить|устанавлива\\p{L}+',
    ),
    counterview: words(
      'критик\\p{L}+|раскритик\\p{L}+|опроверг\\p{L}+|опроверга\\p{L}+|отрица\\p{L}+|отверг\\p{L}*|отверга\\p{L}+|возраз\\p{L}+|возража\\p{L}+|оппозици\\p{L}+|противник\\p{L}*|обвинил\\p{L}*|осудил\\p{L}*|осужда\\p{L}+|усомнил\\p{L}+|оспорил\\p{L}*|против',
    ),
    outlook: words(
      'будет|будут|планиру\\p{L}+|намерен\\p{L}*|ожида\\p{L}+|предстоит|собира\\p{L}+|заплан\\p{L}+|завтра|в ближайш\\p{L}+|на следующ\\p{L}+|в следующ\\p{L}+|в будущ\\p{L}+|прогноз\\p{L}*|скоро|до конца|может (?:стать|быть|привести)|откроется|начнётся|начнется|состоится|пройдёт|пройдет',
    ),
    background: words(
      '(?:с|в) (?:19|20)\\d\\d|(?:лет|года|месяц\\p{L}*|недел\\p{L}+) назад|ранее|прежде|раньше|в прошлом (?:году|месяце)|прошл\\p{L}+ (?:год\\p{L}*|лет\\p{L}*|зим\\p{L}*)|много лет|на протяжении|основан\\p{L}*|впервые|до этого|тогда',
    ),
  },
  ar: {
    unknown: words(
      '(?:لم|لا) (?:يتضح|تتضح|يعرف|تعرف|يُعرف|يكشف|تكشف|يصدر|تصدر|يعلق|تعلق|ترد|يرد|يتسن|تتوفر|تتبن|يتم تأكيد|يزال مجهولا)|غير (?:معروف|معروفة|واضح|واضحة|مؤكد|مؤكدة)|ليس (?:واضحا|من الواضح|معروفا)|رفض(?:ت)? (?:التعليق|الإفصاح)|مجهول(?:ة)?',
    ),
    counterview: words(
      '(?:و|ف)?(?:نفى|نفت|ينفي|تنفي|رفض|رفضت|يرفض|ترفض|انتقد|انتقدت|ينتقد|تنتقد|اتهم|اتهمت|أدان|أدانت|ندد|نددت|اعترض|اعترضت|عارض|عارضت|شكك|شككت|كذب|كذبت)|المعارضة|منتقدو\\p{L}*|منتقدين|معارضو\\p{L}*|انتقادات',
    ),
    outlook:
      /(?<![\p{L}\p{M}])(?:و|ف)?(?:سوف|س[يت](?!اس|ار|ير|اد|لاح|ين|عر)\p{L}{3,}|من المتوقع|من المقرر|يتوقع|تتوقع|يعتزم|تعتزم|يخطط|تخطط|غدا|غدًا|قريبا|لاحقا)(?![\p{L}\p{M}])|المقبل(?:ة|ين)?|القادم(?:ة)?/u,
    background: words(
      'منذ (?:عام|سنوات|أشهر|عقود|سنة|شهر|19\\d\\d|20\\d\\d)|في عام|عام (?:19|20)\\d\\d|قبل (?:عام|عامين|سنوات|أشهر|سنة|\\d+)|العام الماضي|الشهر الماضي|سابقا|في السابق|سبق أن|وكان(?:ت)? قد|تأسس(?:ت)?|لأول مرة',
    ),
  },
  ja: {
    unknown:
      /不明|分かって(?:い|お)|わかって(?:いない|いません|おらず)|明らかに(?:なって(?:い|お)|して(?:い|お))|明らかではな|はっきりし(?:ない|て)|未定|未確認|確認(?:でき|されて(?:い|お))(?:て)?(?:い|お)?(?:ない|らず|ません)|コメント(?:して|を(?:控|拒))|公表(?:して|されて)(?:いない|おらず)|調べている|調査中|捜査中/u,
    counterview: /批判|反論|否定し|反対(?!側)|反発|非難|異論|疑問(?:を|の声|視)|懸念|抗議|拒否|拒んだ|否認|異議|対立/u,
    outlook:
      /予定(?:だ|で|して|という|。|を)|見通し|見込み|見込まれ|方針|計画(?:だ|で|して|。)|来(?:週|月|年|春|夏|秋|冬)|明日|今後|目指す|期待され|予想され|可能性(?:が|も)|始まる。|開かれる。|上がる。|向かう。|なりそう|検討(?:して|を進め)/u,
    background:
      /(?:19|20)\d\d年|[0-9０-９一二三四五六七八九十]+年前|か月前|カ月前|昨年|去年|以前|かつて|これまで|従来|過去|当時|もともと|以来|初めて|設立され|創業|〜?年ぶり|年ぶり|続いてきた/u,
  },
  ko: {
    unknown:
      /알려지지 않|밝혀지지 않|확인되지 않|불분명|불확실|미정|아직 (?:알|밝|확인|정해|나오)|공개하지 않|밝히지 않|언급하지 않|답하지 않|입장을 내지|조사 ?중|파악 ?중|파악되지|즉각 (?:논평|답변)/u,
    counterview: /비판|반박|부인(?:했|하)|반대|반발|비난|우려|이의|항의|거부|규탄|의문|논란|지적했|맞섰|반론/u,
    outlook:
      /예정|계획(?:이|을|입|했)|전망|예상|내년|다음 ?(?:주|달|해|날)|내달|앞으로|향후|오는 |할 방침|하기로 했|될 것|할 것(?:으로|이)|목표|추진할|검토하/u,
    background:
      /(?:19|20)\d\d년|\d+년 ?(?:전|만)|\d+개월 ?전|지난해|작년|지난달|과거|이전|당초|그동안|지금까지|예전|오래전|설립|처음으로|이후 처음|앞서/u,
  },
  zh: {
    unknown:
      /(?:尚|仍|暂|暫|目前)?(?:不清楚|不明|未知|不详|不詳|不确定|不確定)|(?:尚|仍|暂|暫|还|還|并|並)(?:未|不|没有|沒有)(?:公布|披露|证实|證實|确认|確認|透露|回应|回應|表态|表態|知|清楚|明确|明確)|未有?(?:透露|说明|說明|回应|回應|公布|证实|證實|置评|置評)|拒绝(?:置评|评论)|拒絕(?:置評|評論)|有待|调查(?:正在|仍在)|調查(?:正在|仍在)|原因正在/u,
    counterview:
      /批评|批評|否认|否認|反对|反對|驳斥|駁斥|质疑|質疑|谴责|譴責|抗议|抗議|指责|指責|反驳|反駁|拒绝接受|拒絕接受|争议|爭議|不满|不滿|担忧|擔憂/u,
    outlook:
      /预计|預計|将(?!军|领|士|其|近)|將(?!軍|領|士|其|近)|计划|計劃|预期|預期|有望|明年|下(?:周|週|月|个月|個月|一步)|明天|未来|未來|拟|擬|打算|料将|料將|可望|即将|即將/u,
    background:
      /(?:19|20)\d\d年|年前|个月前|個月前|去年|此前|以来|以來|曾(?:经|經)?|过去|過去|历史|歷史|首次|一直|当年|當年|成立于|成立於|早在|长期|長期/u,
  },
};
