import { primaryLanguage } from '../../text/language.ts';

/** Numbers in words, in the order of `values`, by language; forms of one number separated by `|`. One is no number: *one of them*. */
const lists: Readonly<Record<string, string>> = {
  en: 'half third quarter twice|double|doubled|two triple|tripled|three four five six seven eight nine ten eleven twelve|dozen thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred|hundreds thousand|thousands million|millions billion|billions',
  de: 'halb|halbe|hälfte drittel|drittels viertel zwei|doppelt|verdoppelt drei vier fünf sechs sieben acht neun zehn elf zwölf|dutzend dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert|hunderte tausend|tausende million|millionen milliarde|milliarden',
  fr: 'moitié|demi|demie tiers quart deux|double trois|triple quatre cinq six sept huit neuf dix onze douze|douzaine treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix cent|cents|centaines mille|milliers million|millions milliard|milliards',
  es: 'mitad|medio|media tercio cuarto dos|doble tres|triple cuatro cinco seis siete ocho nueve diez once doce|docena trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien|cientos|ciento mil|miles millón|millones millardo',
  pt: 'metade|meio|meia terço quarto dois|duas|dobro três|triplo quatro cinco seis sete oito nove dez onze doze|dúzia treze catorze|quatorze quinze dezesseis|dezasseis dezessete dezoito dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem|centenas|cento mil|milhares milhão|milhões bilhão|bilhões',
  it: 'metà|mezzo terzo quarto due|doppio tre|triplo quattro cinque sei sette otto nove dieci undici dodici|dozzina tredici quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento|centinaia mille|migliaia milione|milioni miliardo|miliardi',
  ru: 'половина|половину|половины треть|трети четверть|четверти два|две|двое|вдвое|двух три|трое|втрое|трёх|трех четыре|четверо|четырёх|четырех пять|пяти|пятеро шесть|шести семь|семи восемь|восьми девять|девяти десять|десяти одиннадцать двенадцать|дюжина тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто|сотни|сотен тысяча|тысячи|тысяч миллион|миллиона|миллионов миллиард|миллиарда|миллиардов',
};
const values = [
  0.5,
  1 / 3,
  0.25,
  ...Array.from({ length: 19 }, (_, index) => index + 2),
  30,
  40,
  50,
  60,
  70,
  80,
  90,
  100,
  1e3,
  1e6,
  1e9,
];
const indexes = new Map(
  Object.entries(lists).map(([language, list]) => [
    language,
    new Map(list.split(' ').flatMap((forms, at) => forms.split('|').map((form) => [form, values[at]!] as const))),
  ]),
);
const digits = '〇一二三四五六七八九';
/** In compounds these count nothing: 一部, 三菱, 千葉 … stand in the source as they are. */
const hanNumber =
  /[一二三四五六七八九十百千]{1,6}(?=[人名回度年月日時分秒件社校台隻頭匹本枚個円倍割個次位天岁歲周週万萬億亿兆条條家座辆輛])/gu;
const hanTens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

export type NumberWord = { readonly text: string; readonly value: number; readonly index: number };

/** Numbers written as words, in order. */
export function numberWordsIn(text: string, language: string): NumberWord[] {
  const primary = primaryLanguage(language);
  if (primary === 'ja' || primary === 'zh') {
    return Array.from(text.matchAll(hanNumber), ({ 0: word, index }) => ({ text: word, value: hanValue(word), index }));
  }
  const known = indexes.get(primary);
  if (!known) return [];
  return Array.from(text.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu)).flatMap(({ 0: word, index }) => {
    const lower = word.toLowerCase();
    const value =
      known.get(lower) ??
      lower
        .split('-')
        .map((part) => known.get(part))
        .find((part) => part !== undefined);
    return value === undefined ? [] : [{ text: word, value, index }];
  });
}

function hanValue(word: string): number {
  let value = 0;
  let digit = 0;
  for (const character of word) {
    const tens = hanTens[character];
    if (tens) {
      value += Math.max(1, digit) * tens;
      digit = 0;
    } else digit = digit * 10 + digits.indexOf(character);
  }
  return value + digit;
}
