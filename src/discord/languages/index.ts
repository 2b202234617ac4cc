import type { Locale } from 'discord.js';
import { IntlMessageFormat } from 'intl-messageformat';
import { primaryLanguage } from '../../text/language.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type MessageKey, type Messages } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { zhHans } from './zh-Hans.ts';
import { zhHant } from './zh-Hant.ts';

/** A language that Tidings speaks: one file, one line here. */
export type Language = {
  /** BCP 47. */
  readonly code: string;
  /** As its readers call it. */
  readonly name: string;
  /** What Discord calls it; nothing for one that Discord's own app does not speak. */
  readonly locales: readonly `${Locale}`[];
  readonly messages: Messages;
};

export const languages: readonly Language[] = [
  { code: 'en', name: 'English', locales: ['en-US', 'en-GB'], messages: en },
  { code: 'ja', name: '日本語', locales: ['ja'], messages: ja },
  { code: 'ko', name: '한국어', locales: ['ko'], messages: ko },
  { code: 'zh-Hans', name: '简体中文', locales: ['zh-CN'], messages: zhHans },
  { code: 'zh-Hant', name: '繁體中文', locales: ['zh-TW'], messages: zhHant },
  { code: 'de', name: 'Deutsch', locales: ['de'], messages: de },
  { code: 'fr', name: 'Français', locales: ['fr'], messages: fr },
  { code: 'es', name: 'Español', locales: ['es-ES', 'es-419'], messages: es },
  { code: 'pt', name: 'Português', locales: ['pt-BR'], messages: pt },
  { code: 'ar', name: 'العربية', locales: [], messages: ar },
  { code: 'ru', name: 'Русский', locales: ['ru'], messages: ru },
];

/** Says one message of the catalogue. Values come in as they are to appear: escaped, formatted. */
export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

const says = new Map(languages.map((language) => [language.code, createSay(language)]));

/** The voice for a language; English for one that Tidings does not speak. */
export function sayIn(code: string): Say {
  return says.get(code) ?? (says.get('en') as Say);
}

export function findLanguage(code: string): Language | undefined {
  return languages.find((language) => language.code === code);
}

/**
 * The language to speak to somebody with one of Discord's locales.
 *
 * @see https://discord.com/developers/docs/reference#locales
 */
export function languageOfLocale(locale: string): string {
  const own = languages.find(({ locales }) => (locales as readonly string[]).includes(locale))?.code;
  return own ?? findLanguage(primaryLanguage(locale))?.code ?? 'en';
}

function createSay({ code, messages }: Language): Say {
  const formats = new Map<MessageKey, IntlMessageFormat>();
  return (key, values) => {
    const format = formats.get(key) ?? new IntlMessageFormat(messages[key], code, undefined, { ignoreTag: true });
    formats.set(key, format);
    return String(format.format(values));
  };
}
