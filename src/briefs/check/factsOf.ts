import { sameLanguage } from '../../text/language.ts';
import { nameKey } from '../../text/names.ts';
import { placeKey, placesOf } from '../../text/places.ts';
import { foreignNamesInHan, soundsOf } from '../../text/sounds.ts';
import { worldWordsOf } from '../../text/worldWords.ts';
import type { Cited } from './claim.ts';
import { plainOf, type Word, wordsOf } from './wordsOf.ts';

/** What a cited text holds, ready for looking up. */
export type Facts = Cited & {
  /** Lower case, without accents. */
  readonly plain: string;
  readonly words: readonly Word[];
  readonly keys: ReadonlySet<string>;
  /** Words as they stand and without case endings. */
  readonly forms: ReadonlySet<string>;
  readonly sounds: ReadonlySet<string>;
  /** {@link placeKey}, and regions by {@link worldWordsOf}. */
  readonly places: ReadonlySet<string>;
};

export function factsOf(cited: Cited): Facts {
  const { text, language } = cited;
  const words = wordsOf(text, language);
  const plain = plainOf(text);
  const sounding = [...words.map((word) => word.text.toLowerCase()), ...foreignNamesInHan(text)];
  return {
    ...cited,
    plain,
    words,
    keys: new Set(words.map(({ key }) => key)),
    forms: new Set(words.flatMap((word) => [plainOf(word.text), nameKey(word.text, language)])),
    sounds: new Set(sounding.flatMap(soundsOf)),
    places: placeKeysOf(text, language),
  };
}

export function placeKeysOf(text: string, language: string): Set<string> {
  const regions = Array.from(worldWordsOf(text.normalize('NFKC').toLowerCase(), language)).flatMap((code) =>
    code.startsWith('region:') ? [code.slice('region:'.length)] : [],
  );
  return new Set([...placesOf(text, language).map(placeKey), ...regions]);
}

/** Whether a text holds a word of a name: as it is, as the same place, or, in another script, as it sounds. */
export function holdsName(facts: Facts, word: string, language: string): boolean {
  const plain = plainOf(word);
  if (facts.forms.has(plain) || facts.forms.has(nameKey(word, language))) return true;
  if (!/\p{scx=Latin}|\p{Script=Cyrillic}|\p{Script=Arabic}/u.test(word) && facts.plain.includes(plain)) return true;
  if (sameLanguage(language, facts.language)) return false;
  const places = placesOf(word, language).map(placeKey);
  if (places.some((key) => facts.places.has(key))) return true;
  return soundsOf(plain).some((sound) => facts.sounds.has(sound));
}
