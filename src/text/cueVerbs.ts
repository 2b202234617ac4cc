/** How one language tells who speaks, as sources of regular expressions. */
export type Cues = {
  /** Verbs of saying in the forms that news uses. */
  readonly verb: string;
  /** `according to`. */
  readonly accordingTo: string;
  /** Whether the subject may follow the verb also before a quotation: `sagte Weiß: „…“`. */
  readonly isInverted: boolean;
};

/** Languages with capitals and spaces. */
export const cues: Readonly<Record<string, Cues>> = {
  en: {
    verb: 'said|says|told|tells|added|adds|asked|asks|replied|replies|answered|wrote|writes|tweeted|posted|explained|explains|argued|argues|insisted|insists|warned|warns|stressed|noted|notes|admitted|acknowledged|claimed|claims|continued|concluded|recalled|recalls|declared|declares|stated|states|announced|commented|remarked|shouted|joked|testified|countered|complained|urged|vowed|promised|responded|suggested',
    accordingTo: 'according to',
    isInverted: false,
  },
  de: {
    verb: 'sagte|sagten|sagt|sagen|erklärte|erklärten|erklärt|betonte|betont|meinte|meint|berichtete|berichtet|kritisierte|kritisiert|warnte|warnt|forderte|fordert|ergänzte|ergänzt|fügte|schrieb|schreibt|teilte|antwortete|fragte|rief|kommentierte|mahnte|räumte|behauptete|versicherte|kündigte|lobte|urteilte|bat|lautete|klagte|äußerte|bestätigte|beklagte|freute sich|zeigte sich|so',
    accordingTo: 'laut|zufolge',
    isInverted: true,
  },
  fr: {
    verb: '(?:a|ont|avait)(?:-t-(?:il|elle|on)|-(?:ils|elles))?\\s(?:déclaré|dit|affirmé|expliqué|ajouté|indiqué|précisé|souligné|assuré|estimé|répondu|lancé|annoncé|écrit|insisté|confié|regretté|dénoncé|averti|prévenu|rappelé|commenté|martelé|demandé|reconnu|conclu|réagi|témoigné|raconté|jugé|salué)|déclare|dit|affirme|explique|ajoute|indique|précise|souligne|assure|estime|répond|lance|annonce|écrit|insiste|confie|regrette|dénonce|prévient|rappelle|raconte|témoigne|résume|juge|conclut|poursuit|s’est\\s(?:félicité|inquiété|indigné|exclamé)',
    accordingTo: 'selon|d’après|pour',
    isInverted: true,
  },
  es: {
    verb: 'dijo|dijeron|dice|dicen|declaró|afirmó|afirma|aseguró|asegura|explicó|explica|añadió|agregó|señaló|señala|indicó|indica|subrayó|insistió|insiste|advirtió|advierte|respondió|escribió|comentó|comenta|anunció|sostuvo|sostiene|reconoció|lamentó|lamenta|criticó|denunció|apuntó|apunta|manifestó|destacó|recordó|recuerda|precisó|admitió|concluyó|resumió|contó|cuenta|relató|relata|celebró|confesó|exigió|pidió|ha (?:dicho|afirmado|asegurado|declarado|explicado|añadido|señalado|indicado|advertido|insistido|lamentado|denunciado|asegurado)',
    accordingTo: 'según',
    isInverted: true,
  },
  pt: {
    verb: 'disse|disseram|diz|dizem|declarou|afirmou|afirma|assegurou|explicou|explica|acrescentou|destacou|indicou|sublinhou|insistiu|advertiu|alertou|alerta|respondeu|escreveu|comentou|anunciou|ressaltou|lamentou|criticou|apontou|contou|conta|completou|reconheceu|garantiu|relatou',
    accordingTo: 'segundo|de acordo com',
    isInverted: true,
  },
  it: {
    verb: 'ha (?:detto|dichiarato|affermato|spiegato|aggiunto|sottolineato|assicurato|scritto|commentato|risposto|ribadito|annunciato)|dice|spiega|afferma|aggiunge|sottolinea|commenta|disse|dichiara|racconta|scrive',
    accordingTo: 'secondo',
    isInverted: true,
  },
  ru: {
    verb: 'сказал[аи]?|говорит|говорил[аи]?|заявил[аи]?|заявляет|отметил[аи]?|отмечает|подчеркнул[аи]?|подчёркивает|подчеркивает|добавил[аи]?|добавляет|сообщил[аи]?|сообщает|рассказал[аи]?|рассказывает|пояснил[аи]?|поясняет|уточнил[аи]?|объяснил[аи]?|объясняет|написал[аи]?|пишет|считает|ответил[аи]?|спросил[аи]?|предупредил[аи]?|признал[аи]?|утверждает|приводит слова|цитирует|констатировал[аи]?|резюмировал[аи]?',
    accordingTo: 'по словам|по мнению|согласно',
    isInverted: true,
  },
};

/** What stands after a Japanese quotation when somebody is quoted, after `と`. */
export const japaneseCue =
  '(?:述べ|話し|話す|語っ|語る|言っ|言う|強調|説明|指摘|訴え|コメント|主張|批判|答え|呼びかけ|反論|表明|警告|評価|謝罪|振り返|喜ん|明かし|明らかに|回答|投稿|書い|求め|声を|つぶや|叫ん|嘆|期待|不満|力を込め|打ち明け|誓っ|懸念|釈明|宣言|発言|歓迎|笑顔|憤|首をかしげ|胸を張|危機感|たたえ|称賛|疑問|感想)';

/** What follows the particle after a Korean quotation. */
export const koreanCue =
  '(?:말했|말하|밝혔|밝히|전했|전하|강조|설명|덧붙|지적|주장|비판|답했|답하|호소|토로|경고|촉구|반박|언급|평가|적었|썼|당부|약속|회상|회고|털어놨|털어놓|했다|전망|우려|요청|소개|이라고 했|고백|되물|외쳤)';

export const chineseCue =
  '(?:表示|说道|說道|说|說|称|稱|指出|强调|強調|认为|認為|写道|寫道|问道|問道|回应|回應|告诉|告訴|坦言|透露|介绍|介紹|解释|解釋|补充|補充|呼吁|呼籲|警告|宣布|感叹|感嘆|直言|回忆|回憶|批评|批評)';

export const arabicCue =
  '(?:و|ف)?(?:قال|قالت|يقول|تقول|أضاف|أضافت|أكد|أكدت|أوضح|أوضحت|صرح|صرحت|أعلن|أعلنت|ذكر|ذكرت|كتب|كتبت|شدد|شددت|حذر|حذرت|أشار|أشارت|تابع|تابعت|رد|ردت|اعتبر|اعتبرت|علق|علقت)';
