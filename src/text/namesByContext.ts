import type { Name } from './names.ts';

type Rule = {
  readonly pattern: RegExp;
  /** Whether what was found is a name and no common word. */
  readonly isName?: (name: string) => boolean;
};

/** Of each pattern, what the group `name` holds, or all of it. */
export function namesByContext(text: string, language: string): Name[] {
  const found: (Name & { end: number })[] = [];
  for (const { pattern, isName = () => true } of rules[language] ?? rules.ar!) {
    for (const match of text.matchAll(pattern)) {
      const name = match.groups?.name ?? match[0];
      const index = match.index + match[0].indexOf(name);
      const end = index + name.length;
      if (!isName(name) || found.some((other) => index < other.end && other.index < end)) continue;
      found.push({ text: name, index, end });
      if (found.length >= mostNames) return inOrder(found);
    }
  }
  return inOrder(found);
}

const mostNames = 200;

function inOrder(found: readonly (Name & { end: number })[]): Name[] {
  return found.toSorted((a, b) => a.index - b.index).map(({ text, index }) => ({ text, index }));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

const latin: Rule = {
  pattern: /(?<![A-Za-z])(?:[A-Z]|[a-z]{1,2}[A-Z])[A-Za-z0-9&-]+(?:\s[A-Z][A-Za-z0-9&-]+)*/g,
  isName: (name) => !latinUnits.has(name.toLowerCase()),
};
const latinUnits = words('km kg cm mm mw gw kwh mph am pm http https www com html the and of');

const japaneseTitle =
  '(?:氏|さん|容疑者|被告|受刑者|首相|大統領|副大統領|外相|国防相|防衛相|財務相|前首相|元首相|前大統領|元大統領|官房長官|長官|知事|市長|町長|村長|社長|会長|議員|議長|委員長|総裁|幹事長|党首|代表|教授|准教授|監督|選手|投手|記者|大臣|大使|国王|王子|天皇|法王|CEO|先生|医師|弁護士|住職|棟梁|館長|校長|園長|理事長|理事|専務|常務|部長|課長|局長|所長|船長|機長|警視正|警部|研究員|主任研究員|次官)';
/** Katakana words that are no names, among the most frequent in the news. */
const loanwords = words(
  'メートル キロメートル センチ パーセント ポイント ドル ユーロ ポンド トン キロ グラム リットル ヘクタール サービス システム データ インターネット ネット サイト ページ ニュース メディア テレビ ラジオ カメラ ビデオ ゲーム スポーツ サッカー バスケットボール バレーボール テニス ゴルフ ラグビー チーム リーグ シーズン ホーム コーチ ファン メンバー グループ リーダー トップ センター ホテル レストラン スーパー コンビニ ビル マンション エネルギー ガス ガソリン エンジン バス トラック タクシー トンネル ワクチン ウイルス インフルエンザ コロナ ストレス リスク コスト ビジネス プロジェクト プログラム プラン ルール テスト レベル ケース ケア サポート イベント コンサート ステージ アニメ ドラマ ファイル スマートフォン スマホ アプリ ソフト ソフトウエア ハッカー サイバー ロボット ミサイル ドローン テロ デモ スト ストライキ キャンペーン アンケート インタビュー コメント メッセージ メール ロケット エリア ボランティア ボール スタート ゴール ペット イヌ ネコ クマ サル オオカミ コメ パン ビール ワイン マスク トイレ ベッド スタッフ アルバイト パート サラリーマン インフレ デフレ マイナス プラス クリスマス タイトル シリーズ ファイナル パレード マラソン メーカー ケーブル フェリー ツアー ホール ウォン バレル ピント スプリンクラー ウエハー アマチュア オーケストラ ヒノキ プロ ボート ヘリコプター ヘリ パトカー バイク エレベーター エアコン パソコン カード チケット オープン ランキング ポスト スピード バランス イメージ テーマ モデル タイプ サイズ カラー デザイン ブランド マーケット シェア アクセス トラブル ミス ゼロ ピーク スタジアム プール パーク タワー ライブ ファッション ダンス レース コース ペース キャンプ シンポジウム フォーラム セミナー アジア ヨーロッパ アフリカ ベテラン バレー メドレー オリンピック パラリンピック リレー ダブルス シングルス',
);
const han = String.raw`\p{Script=Han}`;
const japanese: Rule[] = [
  {
    pattern: new RegExp(`(?<![${'\\p{L}'}])(?<name>[${han}々]{2,4}?)${japaneseTitle}(?![${han}])`, 'gu'),
    isName: isJapaneseName,
  },
  {
    pattern: new RegExp(`(?<=[のはがをにともで、。「」\\s（）()・])(?<name>[${han}々]{2,4}?)${japaneseTitle}`, 'gu'),
    isName: isJapaneseName,
  },
  { pattern: /『(?<name>[^『』\n]{2,24})』/gu },
  {
    pattern: /[\p{Script=Katakana}][\p{Script=Katakana}ー・＝]+[\p{Script=Katakana}ー]/gu,
    isName: (name) => !loanwords.has(name),
  },
  {
    pattern: new RegExp(
      `(?<![${han}])[${han}ァ-ヶー]{1,8}(?:自動車|電力|銀行|大学|新聞|放送|党|省|庁|県|製作所|製薬|証券|鉄道|航空|重工業|美術館|病院|高校)(?![${han}ー])`,
      'gu',
    ),
    isName: (name) => !/^(?:[同各両本他全]|与?野?党$|与党|政党|新党|離党|入党|道府県|都道府県)/u.test(name),
  },
  latin,
];
function isJapaneseName(name: string): boolean {
  return !commonBeforeTitle.has(name) && !/[大社省庁市県党局部署院会校町村区]$/u.test(name);
}

const commonBeforeTitle = words(
  '同 前 元 現 新 副 各 両 外国 米国 日本 韓国 中国 国会 与党 野党 女性 男性 副社 共同 国際 県 市 町 村 内閣 総理 統一 実行 大会 名誉 代表 国民 地元 一人 皆 客 特別 最高 中央 首席 主任 准 助 特任 政府 世界 五輪 全国 大会 球団 名古屋市 東京都 警察庁 米大 女子 男子 日本代表',
);

const chineseSurname =
  '[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴习習温溫赖賴柯侯]';
const chineseCue =
  '(?=表示|说|說|称|稱|指出|强调|強調|认为|認為|宣布|会见|會見|透露|介绍|介紹|总统|總統|主席|总理|總理|部长|部長|外长|外長|发言人|發言人|市长|市長|教授|先生|女士|书记|書記|委员|委員|院长|院長|博士|局长|局長|董事长|董事長|与|與|和|在|将|將|于|於|对|對|向|也|则|則|日前|今天|昨天|[，。、：）,:)])';
/** Characters that foreign names are written with; three side by side are hardly ever anything else. */
const transliterating =
  '[阿埃艾昂奥奧巴贝貝伯布查达達戴德登迪蒂厄恩尔爾菲费費芬弗福盖蓋戈格哈赫霍基吉加贾賈杰傑卡凯凱科克肯库庫拉莱萊兰蘭朗劳勞勒雷里连連列隆卢盧鲁魯伦倫罗羅洛马馬迈邁曼梅蒙米莫姆穆内尼纽紐诺諾帕佩皮普奇乔喬琼瓊萨薩塞桑瑟沙舍什史斯苏蘇索塔泰坦特托瓦韦韋维維沃乌烏希锡錫谢謝辛休雅亚亞耶伊尤约約泽澤扎詹兹茲佐]';
const chinese: Rule[] = [
  { pattern: /《(?<name>[^《》\n]{2,24})》/gu },
  { pattern: new RegExp(`(?<![${han}·])[${han}]{1,6}(?:[·・•][${han}]{1,6}){1,4}?${chineseCue}`, 'gu') },
  {
    pattern: new RegExp(
      `(?:总统|總統|主席|总理|總理|首相|部长|部長|外长|外長|防长|防長|发言人|發言人|国务卿|國務卿|市长|市長|州长|州長|教授|议员|議員|大使|特使|书记|書記|秘书长|秘書長|首席执行官|执行长|执行官|记者|記者|导演|導演|教练|教練)(?<name>[${han}]{2,5}?)${chineseCue}`,
      'gu',
    ),
    isName: (name) => !/[的了是在和与與说說会會会议議办辦宣表访訪问問]/u.test(name),
  },
  {
    pattern: new RegExp(
      `(?<![${han}])(?<name>${chineseSurname}[${han}]{1,2}?)(?=表示|说|說|称|稱|指出|强调|強調|认为|認為|宣布|会见|會見|透露|介绍|总统|總統|主席|总理|總理|部长|部長|外长|外長|教授|先生|女士|书记|院长)`,
      'gu',
    ),
    isName: (name) => !/^.[^\p{Script=Han}]|[被经經已是在不有会會将將也都就曾要能可]/u.test(name.slice(1)),
  },
  {
    pattern: new RegExp(
      `(?<!${transliterating})${transliterating}{2,7}(?:[·・]${transliterating}{1,7}){1,3}|(?<!${transliterating})${transliterating}{3,7}(?!${transliterating})`,
      'gu',
    ),
  },
  {
    pattern: new RegExp(
      `(?<![${han}])[${han}]{2,8}(?:大学|大學|银行|銀行|集团|集團|公司|日报|日報|通讯社|通訊社)(?![${han}])`,
      'gu',
    ),
  },
  latin,
];

const koreanTitle =
  '(?:대통령|부통령|국무총리|총리|장관|차관|대표|의원|위원장|위원|회장|부회장|사장|교수|감독|선수|코치|시장|도지사|지사|의장|원장|총장|총재|청장|국장|전무|상무|이사장|이사|팀장|소장|관장|교장|조합장|실장|대변인|대사|국왕|왕세자|교황|판사|검사|변호사|기자|박사|연구원|작가|배우|가수|국무장관|국방장관|외교장관|최고경영자|CEO|씨|군|양)';
const koreanSurname =
  /^[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부]/u;
const notKoreanNames = words(
  '미국 중국 일본 영국 독일 한국 북한 러시아 우리 당시 신임 전임 현직 전직 야당 여당 국회 상임 공동 수석 담당 지방 서울 부산 대구 광주 대전 인천 외국 여성 남성 국가 국방 외교 통일 법무 교육 환경 보건 산업 노동 문화 농림 해양 행정 재무 기획 특별 임시 비상 초대 역대 차기 대법 헌법 중앙 최고 주한 한국인 대표팀 시민 지역 일부 다른 모든 여러 각국 양국 이번 지난 프로 국민 민주 전국 신인 주전 최초 방송 인기 유명 담임 명예 부 전 현 한미 관계 대선 후보 해당 소속 사무 정책 원내 선임 연구 이사 단체 총괄 도시 국내 학생 대형 대학 증권 시 군 동 구 유력 베테랑 에이스',
);
const korean: Rule[] = [
  { pattern: /[『《〈](?<name>[^『』《》〈〉\n]{2,24})[』》〉]/gu },
  {
    pattern: new RegExp(
      `(?<![가-힣])(?<name>(?:[가-힣]{2,5} )?[가-힣]{2,5}) (?:전 |현 |신임 )?(?:미국 )?${koreanTitle}(?=[^가-힣]|[은는이가을를의에와과도로께])`,
      'gu',
    ),
    isName: (name) => {
      const parts = name.split(' ');
      return parts.length === 1 && isKoreanName(parts[0]!);
    },
  },
  {
    pattern: new RegExp(
      `(?<![가-힣])(?<name>[가-힣]{2,5}) (?:전 |현 |신임 )?(?:미국 )?${koreanTitle}(?=[^가-힣]|[은는이가을를의에와과도로께])`,
      'gu',
    ),
    isName: isKoreanName,
  },
  {
    pattern: new RegExp(
      `(?<![가-힣])(?<name>[가-힣]{2,4})${'(?:씨|의원|대통령|총리|장관|교수|감독|회장|대표)'}(?=[^가-힣]|[은는이가을를의에와과도로께])`,
      'gu',
    ),
    isName: (name) => koreanSurname.test(name) && isKoreanName(name) && name.length === 3,
  },
  {
    pattern: new RegExp(
      `(?<![가-힣])(?<name>[가-힣]{3}) [가-힣]{1,7}?${koreanTitle}(?=[^가-힣]|[은는이가을를의에와과도로께])`,
      'gu',
    ),
    isName: (name) =>
      koreanSurname.test(name) && !/[에의은는을를로과와도만서고며인한된적]$/u.test(name) && isKoreanName(name),
  },
  {
    pattern:
      /(?<![가-힣])[가-힣]{2,8}(?:대학교|은행|전자|그룹|신문|방송|중공업|자동차|항공)(?=[^가-힣]|[은는이가을를의에와과도로께])/gu,
  },
  latin,
];

function isKoreanName(name: string): boolean {
  return (
    !notKoreanNames.has(name) &&
    !/(?:부|국|청|원|회|당|시|도|군|구|팀|사|장|업|계|적|들|인|된|한|는|은|이|가|의|를|을|에서|으로)$/u.test(
      name.length > 3 || !koreanSurname.test(name) ? name : '',
    )
  );
}

const arabicStop =
  'في|من|إلى|على|عن|أن|إن|مع|بعد|قبل|خلال|عند|كما|وقد|قد|قال|قالت|أكد|أعلن|أضاف|أوضح|صرح|يوم|اليوم|أمس|الذي|التي|هو|هي|هذا|هذه|كان|كانت|لا|لم|لن|ما|بأن|حول|ضد|بين|عبر|دون|منذ|حتى|ثم|أو|و|إنه|إنها|أنه|أنها|السابق|الحالي|الجديد|عام|سيتم|تم|بن علي|ليس|وأن|أمام|بشأن|حيث|لكن|بسبب|تحت|فوق|ضمن|وزير|رئيس|الوزراء|باسم|يزور|زار|يلتقي|التقى|يعلن|يؤكد|يصل|وصل|بحث|يبحث|دعا|يدعو|ناقش|استقبل|يستقبل|شدد|أشار|كشف|نفى|حذر|طالب|اعتبر|رأى|تعهد|وعد|هدد|رفض';
const arabic: Rule[] = [
  { pattern: /[A-Z][A-Za-z0-9&-]+(?:\s[A-Z][A-Za-z0-9&-]+)*/g },
  {
    pattern: new RegExp(
      `(?<![\\p{L}])[وبلف]?(?:الرئيس|رئيس الوزراء|نائب الرئيس|وزير(?:ة)? (?:الخارجية|الدفاع|الداخلية|المالية|الصحة|الخزانة|الطاقة|العدل|التعليم)|الوزير|الأمير|الملك|السيد|السيدة|الدكتور|الدكتورة|الشيخ|الجنرال|اللواء|العقيد|النائب|المستشار(?:ة)?|البابا|الأمين العام|السفير|المدرب|اللاعب|الفنان|الكاتب|ولي العهد)(?: (?:ال\\p{L}{2,}(?:ي|ية)|السابق|السابقة|للأمم المتحدة))* (?<name>(?!(?:${arabicStop})(?![\\p{L}]))(?!ال)[\\p{L}\\p{M}]{2,}(?: (?!(?:${arabicStop})(?![\\p{L}]))(?!و\\p{L}|ل\\p{L}{3}|ب\\p{L}{4}|أن|إن|[يست]\\p{L}{4})[\\p{L}\\p{M}-]{2,}){0,2})`,
      'gu',
    ),
    isName: (name) => !/^(?:و|إ)/u.test(name) || name.includes(' '),
  },
];

const rules: Readonly<Record<string, readonly Rule[]>> = { ja: japanese, zh: chinese, ko: korean, ar: arabic };
