import { IntlMessageFormat } from 'intl-messageformat';
import { primaryLanguage } from '../../text/language.ts';
import { en, type MessageKey, type Messages } from './en.ts';

/** A language that Tidings speaks: one file, one line here. */
export type Language = {
  /** BCP 47. */
  readonly code: string;
  /** As its readers call it. */
  readonly name: string;
  readonly messages: Messages;
};

export const languages: readonly Language[] = [{ code: 'en', name: 'English', messages: en }];

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
  if (locale === 'zh-CN') return spoken('zh-Hans');
  if (locale === 'zh-TW') return spoken('zh-Hant');
  return spoken(primaryLanguage(locale));
}

function spoken(code: string): string {
  return says.has(code) ? code : 'en';
}

function createSay({ code, messages }: Language): Say {
  const formats = new Map<MessageKey, IntlMessageFormat>();
  return (key, values) => {
    const format = formats.get(key) ?? new IntlMessageFormat(messages[key], code, undefined, { ignoreTag: true });
    formats.set(key, format);
    return String(format.format(values));
  };
}
