import english from './en.js';

/** @typedef {keyof typeof english} TextKey */

/** Whose texts are written; the others get English. @type {Readonly<Record<string, string>>} */
const FILES = {
  ...{ de: 'de', fr: 'fr', 'es-ES': 'es', 'es-419': 'es', 'pt-BR': 'pt' },
  ...{ ja: 'ja', ko: 'ko', 'zh-CN': 'zh-CN', 'zh-TW': 'zh-TW', ru: 'ru' },
};

/** @type {Readonly<Record<string, string>>} */
let texts = english;
let speaking = 'en';

/** From now on `t` speaks the language of this locale, or English. @param {string} locale */
export async function speak(locale) {
  const file = FILES[locale];
  texts = file ? { ...english, ...(await import(`./${file}.js`)).default } : english;
  speaking = file ? locale : 'en';
}

/** The language that the page speaks. */
export function language() {
  return speaking;
}

/** A text of the page. @param {TextKey} key @param {Record<string, string | number>} [values] */
export function t(key, values = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}
