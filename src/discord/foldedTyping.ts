const hanDigits = '零一二三四五六七八九';
/** Chinese and Japanese numerals, only where a unit of time follows: elsewhere they are words. */
const hanNumber = /[零〇一二三四五六七八九十两兩]{1,3}(?=個|个|[時时點点小分])/gu;
/** Marks of writing that nobody means: Arabic vowels, the lengthening stroke, directions. */
const marks = /[\u064b-\u065f\u0640\u200e\u200f\u061c\u2066-\u2069]/gu;

/** What somebody typed about time, in one form: full-width letters, foreign digits and case are folded. */
export function foldedTyping(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(marks, '')
      // Arabic-Indic (U+0660) and Eastern Arabic (U+06F0) digits end in the figure that they stand for.
      .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
      .replace(hanNumber, (number) => String(hanValue(number)))
      .trim()
  );
}

/** 七 is 7, 十 10, 十二 12, 二十三 23; 三〇 is 30. */
function hanValue(number: string): number {
  const digits = number.replace(/[两兩]/g, '二').replaceAll('〇', '零');
  const [tens, units] = digits.includes('十') ? digits.split('十') : ['零', digits];
  const parsed = (written: string) => Number([...written].map((digit) => hanDigits.indexOf(digit)).join('') || 0);
  return (tens === '' ? 1 : parsed(tens ?? '')) * 10 + parsed(units ?? '');
}
