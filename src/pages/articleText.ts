import type { Block } from './articleBlocks.ts';

/** What leads elsewhere or asks for something, wherever it begins a block. */
const appeal =
  /^(?:read (?:more|also|next|the full)|(?:you may|you might) also|don['’]t miss|see also|also (?:on|read)|more (?:on|from) (?:this|the|our)\b|more like this|like this story|like what you|share this|click here|sign up (?:for|to|here)|subscribe (?:to|now|for|here)|join our|follow (?:us|.{1,40} on (?:twitter|x|facebook|instagram))|scroll down|get the latest|download the|have a (?:news )?tip|weiterlesen|mehr (?:zum thema|dazu|lesen)|lesen sie (?:auch|hier|mehr)|lies auch|auch interessant|lire (?:la suite|aussi)|à lire aussi|voir aussi|leggi (?:anche|tutto)|le[aeé]r? también|lea más|te puede interesar|ver también|leia (?:também|mais)|veja também|czytaj (?:więcej|też|także|również)|zobacz (?:też|także|również)|читайте (?:также|ещё|також)|читать (?:далее|также)|läs (?:mer|också|även)|les (?:også|mer)|続きを読む|関連記事|あわせて読みたい|관련\s?기사|더\s?보기|무단\s?전재|相关阅读|延伸閱讀|相關新聞|阅读全文|اقرأ (?:أيضا|المزيد)|קראו (?:גם|עוד))(?!\p{L})/iu;
/** What these begin is a label only when something follows that sets them off, or nothing at all. */
const label =
  /^(?:related(?: (?:articles?|stories|coverage|news))?|more|watch(?: now| also| live)?|listen(?: now)?|photos?|images?|picture|video|sources?|credit|published|updated|posted|last (?:updated|modified)|advert(?:isement)?|anzeige|werbung|quelle|sendung|stand|foto|bild|publicité|publié(?: le)?|mis à jour|crédit|pubblicità|publicidad|noticias? relacionadas?|reklama?|ilgili haber|kaynak|реклама|фото|источник|広告|写真|사진|出典|资料图片?|广告|廣告|إعلان|صورة|פרסומת|צילום)\s*(?:[:：|/]|$)/iu;
const shouted = /^\p{Lu}[\p{Lu}\s'’&-]{3,40}:/u;
const bracketed = /^[【[](?:関連|写真|画像|広告)/u;
const rights =
  /©|\ball rights reserved\b|無断転載|無断複製|무단\s?전재|版权所有|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados/iu;
const credited = /[([](?:image|photo|picture|pic|foto|bild|credit)[^)\]]{0,80}[)\]]$/iu;
const time = /\d{1,2}:\d{2}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\b(?:19|20)\d\d\b|\d+年\d+月/u;
const sentenceEnd = /[.!?…。！？؟।։][\p{Pf}\p{Pe}"'”’»」』]*$/u;
const withoutSpaces = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
const longestFurniture = 40;

/**
 * Of the blocks around an article's text those that are the text: without what stands among them to be clicked, and
 * without what is no sentence at both ends.
 *
 * @param page  `titles`: what the page calls itself; `body`: what the site itself calls the article's text, or ''
 */
export function articleText(
  blocks: readonly Block[],
  page: { readonly titles: readonly string[]; readonly body: string },
): Block[] {
  const seen = new Set(page.titles.map(lettersOf));
  const told = blocks.filter((block) => {
    const letters = lettersOf(block.text);
    if (seen.has(letters) || isFurniture(block)) return false;
    if (isProse(block)) seen.add(letters);
    return true;
  });
  const first = told.findIndex(isProse);
  const last = told.findLastIndex((block) => isProse(block) || isEnding(block));
  return first === -1 ? [] : withinBody(told.slice(first, last + 1), page.body);
}

function isFurniture({ text, linked }: Block): boolean {
  const size = wordsIn(text);
  if (size > longestFurniture) return false;
  const start = text.replace(/^[^\p{L}【[]+/u, '').slice(0, 200);
  if (appeal.test(start) || label.test(start) || bracketed.test(start)) return true;
  if (rights.test(text) || credited.test(text)) return true;
  return linked > 0.85 || (linked > 0.4 && shouted.test(text)) || (size <= 14 && isDateLine(text));
}

/** `Updated: Sat 8:31 PM, Feb 17, 2018 |` */
function isDateLine(text: string): boolean {
  if (!time.test(text) || sentenceEnd.test(text)) return false;
  const parts = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const numbers = parts.filter((part) => /\p{N}/u.test(part)).length;
  return numbers >= 2 && numbers * 3 >= parts.length;
}

/** Long enough for a sentence, and written as one. */
export function isProse({ text, linked, isHeading }: Block): boolean {
  return !isHeading && linked < 0.6 && wordsIn(text) >= 12 && /\p{P}/u.test(text);
}

/** Short, but may end a text. */
function isEnding({ text, linked, isHeading }: Block): boolean {
  return !isHeading && linked < 0.5 && wordsIn(text) >= 4 && sentenceEnd.test(text);
}

/** Begins and ends where the site's own text does, if that is this one. */
function withinBody(blocks: Block[], body: string): Block[] {
  const whole = lettersOf(body);
  const isTold = ({ text }: Block) => whole.includes(lettersOf(text).slice(0, 100));
  if (lengthOf(blocks.filter(isTold)) < lengthOf(blocks) * 0.6) return blocks;
  const first = blocks.findIndex((block) => isProse(block) && isTold(block));
  return first === -1 ? blocks : blocks.slice(first, blocks.findLastIndex(isTold) + 1);
}

export function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** About so many, also where no spaces part them. */
function wordsIn(text: string): number {
  const parts = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return withoutSpaces.test(text) ? Math.max(parts, Math.round(text.length / 3)) : parts;
}

/** For comparing texts that differ in white space and signs. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
