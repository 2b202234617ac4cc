/** What a figure counts. */
export type FigureKind =
  | 'percent'
  | 'points'
  | 'money'
  | 'people'
  | 'distance'
  | 'area'
  | 'mass'
  | 'volume'
  | 'temperature'
  | 'speed'
  | 'energy'
  | 'magnitude'
  | 'duration'
  | 'times'
  | 'ordinal'
  | 'date'
  | 'time'
  | 'count';

type Unit = { readonly kind: FigureKind; readonly unit: string };

/** `end`: one past the unit word. */
export type UnitFound = Unit & { readonly end: number };

/** Kind, unit → the words that name it after a figure, in lower case, in every language alike. `_` is a space. */
const words: readonly (readonly [FigureKind, string, string])[] = [
  [
    'percent',
    '%',
    '% ٪ percent per_cent pct prozent por_ciento pour_cent por_cento procent процент процента процентов パーセント 퍼센트 프로 بالمئة بالمائة في_المئة في_المائة',
  ],
  [
    'points',
    '%',
    '%p percentage_points percentage_point prozentpunkte prozentpunkt prozentpunkten puntos_porcentuales points_de_pourcentage pontos_percentuais процентных_пункта процентных_пунктов п.п ポイント 퍼센트포인트 %포인트 포인트 个百分点 個百分點',
  ],
  ['points', 'basis point', 'basis_points basispunkte points_de_base puntos_básicos pontos-base 个基点 bp bps'],
  [
    'money',
    'USD',
    '$ usd dollars dollar us-dollar us-dollars us_dollars dólares dólar доллара долларов доллар ドル 米ドル 달러 美元 美金 دولار دولارا دولارات',
  ],
  ['money', 'EUR', '€ euro euros eur евро ユーロ 유로 欧元 歐元 يورو'],
  ['money', 'GBP', '£ gbp pounds pfund livres_sterling libras фунтов ポンド 파운드 英镑 英鎊'],
  ['money', 'JPY', '¥ jpy yen yens йен иен 円 엔 엔화 日元 日圆 日圓'],
  ['money', 'CNY', 'yuan cny rmb renminbi yuans yuanes юаней юаня 人民元 위안 人民币 人民幣 元 يوان'],
  ['money', 'KRW', '₩ krw won 원 ウォン 韩元 韓元 韓圜'],
  ['money', 'RUB', '₽ rubles roubles rubel rublos рублей рубля рубль руб ルーブル 루블 卢布'],
  ['money', 'INR', '₹ rupees rupien roupies rupias рупий ルピー 루피 卢比'],
  ['money', 'CHF', 'francs chf franken francs_suisses francos_suizos スイスフラン'],
  ['money', 'BRL', 'reais'],
  ['money', 'SAR', 'riyals ريال'],
  ['money', 'EGP', 'جنيه'],
  ['money', 'AED', 'dirhams درهم'],
  ['money', 'HKD', '港元 港币 港幣 香港ドル'],
  ['money', 'TWD', '台币 新台币 新台幣 台幣 台湾ドル'],
  [
    'people',
    'person',
    'people persons residents workers passengers students soldiers menschen personen einwohner leute personnes habitants personas habitantes pessoas moradores человек человека людей жителей 人 名 명 여명 余人 多人 万人 شخص شخصا أشخاص',
  ],
  [
    'people',
    'dead',
    'dead deaths fatalities tote toten todesopfer morts décès muertos fallecidos mortos погибших погибли قتيل قتيلا قتلى قتلا',
  ],
  [
    'people',
    'injured',
    'injured wounded injuries verletzte verletzten verwundete blessés heridos feridos раненых пострадавших جريح جريحا جرحى مصاب مصابين',
  ],
  ['people', 'missing', 'missing vermisste vermissten disparus desaparecidos desaparecidos пропавших مفقود مفقودين'],
  [
    'distance',
    'km',
    'km kilometres kilometers kilometre kilometer kilometern kilomètres kilómetros quilômetros quilómetros км километров километра キロメートル キロ 킬로미터 ㎞ 公里 千米 كيلومتر كيلومترا كم',
  ],
  ['distance', 'm', 'm metres meters metre meter metern mètres metros метров метра メートル 미터 米 متر مترا أمتار'],
  [
    'distance',
    'cm',
    'cm centimetres centimeters zentimeter centimètres centímetros см сантиметров センチ センチメートル 센티미터 厘米 公分 سنتيمتر',
  ],
  ['distance', 'mm', 'mm millimetres millimeters millimeter millimètres milímetros мм ミリ ミリメートル 밀리미터 毫米'],
  ['distance', 'mi', 'miles mile meilen millas milhas миль マイル 마일 英里'],
  ['distance', 'ft', 'feet foot ft fuß pies pés フィート 英尺'],
  [
    'area',
    'km2',
    'km² sq_km square_kilometres square_kilometers quadratkilometer km_carrés 平方公里 平方キロ 平方キロメートル 제곱킬로미터 кв.км',
  ],
  [
    'area',
    'm2',
    'm² sq_m square_metres square_meters quadratmeter mètres_carrés metros_cuadrados metros_quadrados 平方米 平方メートル 제곱미터 кв.м',
  ],
  ['area', 'ha', 'ha hectares hektar hectáreas гектаров гектара ヘクタール 헥타르 公顷 公頃 هكتار'],
  ['area', 'acre', 'acres acre エーカー'],
  ['mass', 't', 'tonnes tons tonne ton t tonnen toneladas тонн тонны トン 톤 吨 噸 طن'],
  [
    'mass',
    'kg',
    'kg kilograms kilogrammes kilogramm kilos kilogramos кг килограммов キログラム 킬로그램 公斤 千克 كيلوغرام',
  ],
  ['mass', 'g', 'g grams gramm grammes gramos граммов グラム 그램 克'],
  ['mass', 'lb', 'lb lbs'],
  ['volume', 'l', 'litres liters litre liter litros литров リットル 리터 升'],
  ['volume', 'barrel', 'barrels fässer barils barriles barris баррелей バレル 배럴 桶 برميل'],
  [
    'temperature',
    'C',
    '°c ℃ °_c degrees_celsius degrees grad grad_celsius degrés grados graus градусов градуса 度 도 摄氏度 درجة درجات',
  ],
  ['temperature', 'F', '°f ℉ degrees_fahrenheit'],
  [
    'speed',
    'km/h',
    'km/h kmh kph kilometres_an_hour kilometers_per_hour kilometres_per_hour stundenkilometer kilomètres_à_l’heure км/ч',
  ],
  ['speed', 'mph', 'mph miles_an_hour miles_per_hour'],
  ['energy', 'MW', 'mw megawatts megawatt мвт メガワット'],
  ['energy', 'GW', 'gw gigawatts gigawatt гвт ギガワット'],
  ['energy', 'kWh', 'kwh kilowattstunden kilowatt-hours'],
  [
    'duration',
    'year',
    'years year year-old years-old jahre jahren années ans años anos лет года 年間 年连续 세 살 歳 岁 歲 عاما سنوات سنة عام',
  ],
  [
    'duration',
    'month',
    'months month monate monaten mois meses месяцев месяца か月 ヶ月 カ月 ヵ月 개월 个月 個月 شهرا أشهر',
  ],
  ['duration', 'week', 'weeks week wochen semaines semanas недель недели 週間 주간 周 أسابيع أسبوعا'],
  ['duration', 'day', 'days day tage tagen jours días dias дней дня 日間 일간 天 أيام يوما'],
  ['duration', 'hour', 'hours hour stunden heures horas часов часа 時間 시간 小时 小時 ساعة ساعات'],
  ['duration', 'minute', 'minutes minute minuten minutos минут минуты 分 分間 분 分钟 分鐘 دقيقة دقائق'],
  ['duration', 'second', 'seconds second sekunden secondes segundos секунд секунды 秒 초 ثانية'],
  ['times', 'x', 'times fold mal -fach fach fois veces vezes раза раз 倍 배 مرات'],
  ['ordinal', '', 'st nd rd th er ère ème è e º ª .º .ª -й -го -я -е -м -ю -му -ое 回目 度目 番目 번째 차'],
  ['date', 'year', '年 년 年度 г года году'],
  ['date', 'month', '月 월'],
  ['date', 'day', '日 일'],
  ['time', 'clock', 'am pm a.m p.m a.m. p.m. uhr h 時 时 點 点 시 o’clock часов_утра часов_вечера'],
];

/** Word after a figure → what it counts. */
const units = new Map<string, Unit>(
  words.flatMap(([kind, unit, list]) =>
    list.split(' ').map((word) => [word.replaceAll('_', ' '), { kind, unit }] as const),
  ),
);
const latinWord = /[ \u00a0]?-?[\p{L}\p{M}°%٪$€£¥₩₽₹㎞℃℉²’'./-]+/uy;
const secondWord = /[ \u00a0][\p{L}\p{M}°’-]+/uy;
const scriptWithoutSpaces = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u;
const longestWithoutSpaces = 8;

/** The unit word at `position`, after at most one space, and where it ends; null when none is known. */
export function unitAt(text: string, position: number): UnitFound | null {
  const start = text[position] === ' ' ? position + 1 : position;
  if (scriptWithoutSpaces.test(text[start] ?? '')) return prefixUnit(text, start);
  latinWord.lastIndex = position;
  const word = latinWord.exec(text)?.[0];
  if (!word) return null;
  secondWord.lastIndex = position + word.length;
  const two = secondWord.exec(text)?.[0] ?? '';
  return (
    (two ? named(word + two, position) : null) ??
    named(word, position) ??
    named(word.replace(/[.'’-]+$/u, ''), position) ??
    (/^[ \u00a0]?[%٪°$€£¥₩₽₹]/u.test(word) ? named(word.slice(0, word.trimStart() === word ? 1 : 2), position) : null)
  );
}

function named(word: string, position: number): UnitFound | null {
  const plain = word.trim().toLowerCase();
  const unit = units.get(plain) ?? units.get(plain.replace(/^-/u, ''));
  return unit ? { ...unit, end: position + word.length } : null;
}

function prefixUnit(text: string, start: number): UnitFound | null {
  for (let length = longestWithoutSpaces; length > 0; length--) {
    const unit = units.get(text.slice(start, start + length));
    if (unit) return { ...unit, end: start + length };
  }
  return null;
}
