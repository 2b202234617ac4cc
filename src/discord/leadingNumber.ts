/**
 * The numbers of hours and minutes that people write as words, in the languages that Tidings speaks; folded as
 * `foldedTyping` and {@link foldedNumber} do. Chinese and Japanese ones are figures by then.
 */
const written: readonly (readonly [number, string])[] = [
  [1, 'a|an|one|ein|eine|einer|une|una|uma|один|одну|одна|한|واحدة'],
  [1.5, 'one and a half|anderthalb|eineinhalb|полтора|полторы'],
  [2, 'two|other|second|zwei|zweite|deux|dos|duas|dois|два|две|второй|вторые|두'],
  [2.5, 'two and a half|zweieinhalb'],
  [3, 'three|drei|trois|tres|três|три|세|ثلاث|ثلاثة'],
  [4, 'four|vier|quatre|cuatro|quatro|четыре|네|أربع|أربعة'],
  [5, 'five|fünf|cinq|cinco|пять|다섯|오|خمس|خمسة'],
  [6, 'six|sechs|seis|шесть|여섯|ست|ستة'],
  [7, 'seven|sieben|sept|siete|sete|семь|일곱|سبع|سبعة'],
  [8, 'eight|acht|huit|ocho|oito|восемь|여덟|ثمان|ثماني|ثمانية'],
  [9, 'nine|neun|neuf|nueve|nove|девять|아홉|تسع|تسعة'],
  [10, 'ten|zehn|dix|diez|dez|десять|열|십|عشر|عشرة'],
  [11, 'eleven|elf|onze|once|одиннадцать|열한|إحدى عشرة'],
  [12, 'twelve|zwölf|douze|doce|doze|двенадцать|열두|اثنتي عشرة|اثنتا عشرة'],
  [15, 'fifteen|fünfzehn|quinze|quince|пятнадцать|십오|خمس عشرة'],
  [20, 'twenty|zwanzig|vingt|veinte|vinte|двадцать|이십|عشرين'],
  [24, 'twenty four|vierundzwanzig|vingt quatre|veinticuatro|vinte e quatro|двадцать четыре|스물네|أربع وعشرين'],
  [30, 'thirty|dreißig|dreissig|trente|treinta|trinta|тридцать|삼십|ثلاثين'],
  [40, 'forty|vierzig|quarante|cuarenta|quarenta|сорок|사십|أربعين'],
  [45, 'forty five|fünfundvierzig|quarante cinq|cuarenta y cinco|quarenta e cinco|сорок пять|사십오|خمس وأربعين'],
  [50, 'fifty|fünfzig|cinquante|cincuenta|cinquenta|пятьдесят|오십|خمسين'],
  [60, 'sixty|sechzig|soixante|sesenta|sessenta|шестьдесят|육십|ستين'],
  [90, 'ninety|neunzig|quatre vingt dix|noventa|девяносто|구십|تسعين'],
];

const numbers = new Map(
  written.flatMap(([value, words]) => words.split('|').map((word) => [foldedNumber(word), value] as const)),
);
const longestFirst = [...numbers.keys()].sort((a, b) => b.length - a.length);
/** Korean needs no space between a number and its unit. */
const atStart = new RegExp(`^(?:${longestFirst.join('|')})(?:\\s+|(?=\\p{sc=Hangul}))`, 'u');

/**
 * The number at the beginning of a text, in figures or as a word, and what comes after it: 2 and `hours` of `two hours`.
 *
 * @param text  as `foldedTyping` gives it
 */
export function leadingNumber(text: string): { value: number; rest: string } | null {
  const folded = foldedNumber(text);
  const [found] = /^\d{1,4}\s*/.exec(folded) ?? atStart.exec(folded) ?? [];
  if (found === undefined) return null;
  const number = found.trim();
  return { value: numbers.get(number) ?? Number(number), rest: folded.slice(found.length) };
}

/** Without hyphens, and without the hamza on an alif, which few people type. */
function foldedNumber(text: string): string {
  return text.replace(/[-\u2010\u2011]/g, ' ').replace(/[أإآ]/g, 'ا');
}
