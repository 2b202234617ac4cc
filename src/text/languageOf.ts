import { eld } from 'eld/extrasmall';
import { primaryLanguage, sameLanguage } from './language.ts';

const enoughToAgree = 150;
/** Characters that only one of the two ways of writing Chinese has, among the most frequent. */
const simplifiedOnly = /[们这来时国为说发会经过还没对开关东车马见长门问间现实应个从众业严丧乐书习乡买云亚产亲]/gu;
const traditionalOnly = /[們這來時國為說發會經過還沒對開關東車馬見長門問間現實應個從眾業嚴喪樂書習鄉買雲亞產親]/gu;

/**
 * The language that a text is written in (BCP 47; Chinese as `zh-Hans` or `zh-Hant`). Loading
 * this file takes 85 MB and some tenths of a second: it belongs in the threads that read documents.
 *
 * @param prior  what the source declares; it decides when the text is too short or in doubt. `und` when nobody knows
 */
export function languageOf(text: string, prior: string): string {
  const sample = text.slice(0, 1_000);
  const letters = lettersOf(sample);
  if (letters.all < 4) return prior;
  if (letters.kana > letters.all * 0.08) return 'ja';
  for (const [script, language] of tellingScripts) {
    if (letters[script] > letters.all * 0.3) return language;
  }
  const isShort = letters.all < (prior === 'und' ? 20 : 60);
  if (letters.han > letters.all * 0.5) {
    return isShort && sameLanguage(prior, 'ja') ? prior : chineseOf(sample, prior);
  }
  // A few words are enough to agree with the source; to contradict it takes them all.
  if (sameLanguage(malayOr(eld.detect(sample.slice(0, enoughToAgree)).language, sample, prior), prior)) return prior;
  const detected = eld.detect(sample);
  const language = malayOr(detected.language, sample, prior);
  if (sameLanguage(language, prior)) return prior;
  const isClear = detected.isReliable() && !isShort;
  return language && isClear ? language : prior;
}

/** Frequent words that only one of the two languages has, or has in this spelling. */
const indonesianOnly =
  /\b(?:karena|bisa|uang|kantor|mobil|warga|polisi|Rabu|Maret|Agustus|Desember|tahun \d{4} lalu|mereka juga|sebuah|bahwa|sementara|kata dia|perusahaan|pemerintah)\b/giu;
const malayOnly =
  /\b(?:kerana|boleh|wang|pejabat|kereta|kerajaan|ialah|manakala|polis|Ogos|Disember|Mac|syarikat|sebanyak|berkata|bahawa|sekiranya|beliau)\b/giu;

/** eld knows Malay and calls Indonesian by its name. */
function malayOr(detected: string, sample: string, prior: string): string {
  if (detected !== 'ms') return detected;
  const indonesian = count(sample, indonesianOnly);
  const malay = count(sample, malayOnly);
  if (indonesian === malay) return sameLanguage(prior, 'ms') ? 'ms' : 'id';
  return indonesian > malay ? 'id' : 'ms';
}

type Script = 'kana' | 'hangul' | 'thai' | 'hebrew' | 'greek' | 'han';

/** Scripts that one language alone is written in. */
const tellingScripts = [
  ['hangul', 'ko'],
  ['thai', 'th'],
  ['hebrew', 'he'],
  ['greek', 'el'],
] as const;

/** How many letters a text has, and how many of them in the scripts that tell a language. */
function lettersOf(text: string): Record<Script | 'all', number> {
  const counts = { all: 0, kana: 0, hangul: 0, thai: 0, hebrew: 0, greek: 0, han: 0 };
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) {
      const lower = code | 0x20;
      if (lower >= 0x61 && lower <= 0x7a) counts.all += 1;
      continue;
    }
    if (!letter.test(character)) continue;
    counts.all += 1;
    const script = scriptOf(code);
    if (script) counts[script] += 1;
  }
  return counts;
}

const letter = /\p{L}/u;

/** By Unicode's blocks, which is near enough for counting. */
function scriptOf(code: number): Script | null {
  if (code >= 0x370 && code < 0x400) return 'greek';
  if (code >= 0x590 && code < 0x600) return 'hebrew';
  if (code >= 0xe00 && code < 0xe80) return 'thai';
  if (code >= 0x3040 && code < 0x3100) return 'kana';
  if (code >= 0xff66 && code < 0xffa0) return 'kana';
  if ((code >= 0x1100 && code < 0x1200) || (code >= 0xac00 && code < 0xd7b0)) return 'hangul';
  if ((code >= 0x3400 && code < 0xa000) || (code >= 0x20000 && code < 0x32000)) return 'han';
  return null;
}

function chineseOf(text: string, prior: string): string {
  const simplified = count(text, simplifiedOnly);
  const traditional = count(text, traditionalOnly);
  if (simplified === traditional) return primaryLanguage(prior) === 'und' ? 'zh-Hans' : prior;
  return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
