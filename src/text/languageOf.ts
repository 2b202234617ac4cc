import { eld } from 'eld/extrasmall';
import { primaryLanguage, sameLanguage } from './language.ts';

const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
];
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
  const letters = count(sample, /\p{L}/gu);
  if (letters < 4) return prior;
  for (const [script, language] of scripts) {
    if (count(sample, script) > letters * (language === 'ja' ? 0.08 : 0.3)) return language;
  }
  const isShort = letters < (prior === 'und' ? 20 : 60);
  if (count(sample, /\p{Script=Han}/gu) > letters * 0.5) {
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

function chineseOf(text: string, prior: string): string {
  const simplified = count(text, simplifiedOnly);
  const traditional = count(text, traditionalOnly);
  if (simplified === traditional) return primaryLanguage(prior) === 'und' ? 'zh-Hans' : prior;
  return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
