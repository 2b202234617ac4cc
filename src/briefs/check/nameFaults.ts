import { cues } from '../../text/cueVerbs.ts';
import { primaryLanguage, sameLanguage } from '../../text/language.ts';
import { months } from '../../text/months.ts';
import { findNames } from '../../text/names.ts';
import { nameWordsOf } from '../../text/nameWords.ts';
import type { Claim, Fault } from './claim.ts';
import { type Facts, holdsName } from './factsOf.ts';
import { plainOf, type Word, wordsOf } from './wordsOf.ts';

const withoutCase = new Set(['ja', 'zh', 'ko', 'ar', 'fa', 'he', 'th', 'hi', 'bn', 'ur', 'ta', 'te']);

/** A word of a name in a claim, or one that may be: rather too many than too few. */
export type NameWord = { readonly text: string; readonly index: number };

/** Names that no cited text holds, and names that have changed places with each other. */
export function nameFaults(claim: Claim, words: readonly NameWord[], cited: readonly Facts[]): Fault[] {
  const unknown = words.filter(({ text }) => !cited.some((facts) => holdsName(facts, text, claim.language)));
  if (unknown.length > 0) return unknown.map(({ text }) => ({ kind: 'name', what: text }));
  return orderFaults(claim, words, cited);
}

/** The words of a claim that are, or may be, names. */
export function nameWordsIn(claim: Claim, cited: readonly Facts[]): NameWord[] {
  const primary = primaryLanguage(claim.language);
  const words = wordsOf(claim.text, claim.language);
  const own = cited.filter((facts) => sameLanguage(facts.language, claim.language));
  const found = findNames(claim.text, claim.language)
    .flatMap((name) => partsOf(name, primary))
    .filter(({ text, index }) => {
      const word = words.find((word) => word.index === index);
      return (
        primary !== 'de' || !word || own.length > 0 || !isGermanNoun({ ...word, text }, claim.text.slice(0, index), own)
      );
    });
  const more = withoutCase.has(primary) ? latinIn(words) : capitalsIn(claim, words, primary, own);
  const byIndex = new Map(
    [...namesAlsoIn(claim, own), ...found, ...more].map(({ text, index }) => [index, { text, index }]),
  );
  return [...byIndex.values()].sort((a, b) => a.index - b.index);
}

/** Names of the sources that the claim has, too, should nothing around them there say that they are names. */
function namesAlsoIn({ text }: Claim, own: readonly Facts[]): NameWord[] {
  const names = new Set(own.flatMap((facts) => findNames(facts.text, facts.language).map((name) => name.text)));
  return [...names].flatMap((name) => {
    const index = text.indexOf(name);
    const isWhole = index >= 0 && !/^\p{Ll}/u.test(text.slice(index + name.length));
    return isWhole ? [{ text: name, index }] : [];
  });
}

function partsOf({ text, index }: NameWord, primary: string): NameWord[] {
  if (withoutCase.has(primary) && !/[\s・·]/u.test(text)) return [{ text, index }];
  const { particles } = nameWordsOf(primary);
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ({ 0: part, index: at }) => ({
    text: part,
    index: index + at,
  })).filter(({ text }) => text.length > 1 && !particles.has(text.toLowerCase()));
}

function latinIn(words: readonly Word[]): NameWord[] {
  return words.filter(({ text }) => /^\p{Script=Latin}{2}/u.test(text));
}

/** Every capitalised word but titles, months and what begins a sentence as little words do. */
function capitalsIn({ text }: Claim, words: readonly Word[], primary: string, own: readonly Facts[]) {
  const { openers, titles } = nameWordsOf(primary);
  return words.filter((word, position) => {
    const lower = word.text.toLowerCase();
    if (!/^\p{Lu}/u.test(word.text) || word.text.length < 2) return false;
    if (titles.has(lower) || months[primary]?.has(lower)) return false;
    const before = text.slice(0, word.index);
    const isFirst = position === 0 || /(?:[.!?:…]|["“„«»])\s*$/u.test(before);
    if (openers.has(lower) || (isFirst && !word.isContent)) return false;
    if (isFirst && own.some(({ keys }) => keys.has(word.key)) && !isCapitalWithin(word.text, own)) return false;
    return primary !== 'de' || !isGermanNoun(word, before, own);
  });
}

/** Whether the sources have a word with a capital further on, and never without. */
function isCapitalWithin(text: string, own: readonly Facts[]): boolean {
  const all = own.flatMap(({ words }) => words);
  return (
    all.some((word) => word.text === text && word.index > 0) && !all.some((word) => word.text === text.toLowerCase())
  );
}

const beforeNouns =
  /(?:^|[\s„“«»(])(?:der|die|das|den|dem|des|eine?[nmrs]?|keine?[nmrs]?|diese[nmrs]?|jede[nmrs]?|alle[nr]?|viele[nr]?|mehrere[nr]?|einige[nr]?|seine?[nmrs]?|ihre?[nmrs]?|im|am|zum|zur|beim|vom|ins|ans|[\p{N}.,]+|\p{Ll}{3,}(?:e|en|er|es|em))\s$/u;
const nounEnding =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|täten|ismus|nis|nisse|stadt|jahre?n?|tagen?|zeit|menschen|leute|haus|häuser)$/u;

/** In German, a word that a source has in another form, or, of texts in other languages, one that stands as nouns do. */
function isGermanNoun({ text, key }: Word, before: string, own: readonly Facts[]): boolean {
  if (own.length === 0) return beforeNouns.test(before.toLowerCase()) || nounEnding.test(text);
  const plain = plainOf(text);
  const isPart = (form: string) =>
    (plain.length >= 5 && form.includes(plain)) || (form.length >= 5 && plain.includes(form));
  return own.some(({ keys, forms }) => keys.has(key) || [...forms].some(isPart));
}

/**
 * Names that one cited sentence has in another order: who did what to whom may be turned round. The one who is only
 * said to have spoken may stand anywhere.
 */
function orderFaults(claim: Claim, names: readonly NameWord[], cited: readonly Facts[]): Fault[] {
  const isHeld = cited.map((facts) => names.map(({ text }) => holdsName(facts, text, claim.language)));
  const best = cited.flatMap((facts, index) => (isHeld[index]!.every(Boolean) ? [facts] : []));
  if (names.length < 2 || best.length === 0) return [];
  const faults = best.map((facts) => turnedRound(claim, names, facts));
  return faults.some((fault) => fault === null) ? [] : faults.flatMap((fault) => fault ?? []).slice(0, 1);
}

function turnedRound(claim: Claim, names: readonly NameWord[], facts: Facts): Fault | null {
  const placed = names.map((name) => {
    const places = facts.words.filter((word) => isSameName(name.text, claim.language, word, facts));
    const indexes = places.length > 0 ? places.map(({ index }) => index) : [facts.plain.indexOf(plainOf(name.text))];
    return { ...name, indexes };
  });
  const isOnlySpeaker = (name: NameWord, indexes: readonly number[]) =>
    isBesideCue(claim, name.index, name.text.length) &&
    indexes.some((index) => isBesideCue(facts, index, name.text.length));
  const acting = placed.filter(
    ({ indexes, ...name }) => indexes.every((index) => index >= 0) && !isOnlySpeaker(name, indexes),
  );
  let reached = -1;
  for (const { text, indexes } of acting) {
    const next = indexes.find((index) => index >= reached);
    if (next === undefined) return { kind: 'order', what: text };
    reached = next;
  }
  return null;
}

function isSameName(name: string, language: string, { text, index }: Word, facts: Facts): boolean {
  const alone = { ...facts, plain: plainOf(text), forms: new Set([plainOf(text)]), places: new Set<string>() };
  return index >= 0 && holdsName(alone, name, language);
}

/** Who stands after these is spoken to. */
const addressing = /\b(?:told|tells|asked|asks|urged)(?:\s\p{Lu}[\p{L}.]*)*\s$/u;

/** Whether a verb of saying stands right before or after a name. */
function isBesideCue({ text, language }: Claim, index: number, length: number): boolean {
  const verb = cues[primaryLanguage(language)]?.verb;
  if (!verb) return false;
  const around = `(?<![\\p{L}\\p{M}])(?:${verb})(?![\\p{L}\\p{M}])`;
  const before = text.slice(Math.max(0, index - 40), index);
  const after = text.slice(index + length, index + length + 30);
  return (
    (!addressing.test(before) && new RegExp(`${around}(?:\\s\\p{Lu}[\\p{L}.]*)*\\s$`, 'iu').test(before)) ||
    new RegExp(`^(?:\\s\\p{Lu}\\p{L}*)*,?\\s${around}`, 'u').test(after)
  );
}
