import { Locale } from 'discord.js';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { en, type MessageKey } from '../../src/discord/languages/en.ts';
import { findLanguage, languageOfLocale, languages, sayIn } from '../../src/discord/languages/index.ts';
import { loadCommands } from '../../src/discord/loadCommands.ts';
import { typedTimes } from '../../src/discord/typedTimes.ts';
import { readQuery } from '../../src/news/query.ts';
import { topics } from '../../src/news/topic.ts';
import { aContext } from '../support/aContext.ts';
import { expectPostable, textOf } from '../support/messageChecks.ts';

const keys = Object.keys(en) as MessageKey[];

type Part = { readonly type: number; readonly value?: string; readonly options?: Record<string, { value: Part[] }> };
const partType = { argument: 1, number: 2, select: 5, plural: 6 };

function partsOf(message: string, code: string): Part[] {
  const format = new IntlMessageFormat(message, code, undefined, { ignoreTag: true });
  const within = (parts: readonly Part[]): Part[] =>
    parts.flatMap((part) => [part, ...Object.values(part.options ?? {}).flatMap(({ value }) => within(value))]);
  return within(format.getAst() as Part[]);
}

/** The values that a message needs: numbers where it counts, words elsewhere. */
function valuesFor(message: string): Record<string, string | number> {
  const parts = partsOf(message, 'en').filter(({ type }) => type >= partType.argument && type <= partType.plural);
  return Object.fromEntries(
    parts.map(({ type, value = '' }) => [value, type === partType.plural || type === partType.number ? 3 : '…words…']),
  );
}

/** The numbers that a message can be about, where not every one is possible. */
const countsOf: Readonly<Record<string, [number, number]>> = {
  minutes: [5, 1_439],
  hours: [2, 24],
  days: [1, 365],
  sentences: [1, 60],
};

const count = (text: string, mark: string) => text.split(mark).length - 1;

describe.each(languages)('$name ($code)', ({ code, name, messages }) => {
  it('has every message, and no other', () => {
    expect(Object.keys(messages).sort()).toEqual([...keys].sort());
    expect(keys.filter((key) => messages[key].trim() === '')).toEqual([]);
  });

  it('takes the same values as English in every message', () => {
    const wrong = keys.filter((key) => {
      const namesIn = (message: string) => Object.keys(valuesFor(message)).sort().join();
      return namesIn(messages[key]) !== namesIn(en[key]);
    });
    expect(wrong).toEqual([]);
  });

  it('says every message with its values', () => {
    const say = sayIn(code);
    for (const key of keys) {
      const said = say(key, valuesFor(en[key]));
      expect(said.length).toBeGreaterThan(0);
      expect(said).not.toMatch(/[{}]/);
    }
  });

  it('has the words for every number', () => {
    const rules = new Intl.PluralRules(code);
    const missing = keys.flatMap((key) =>
      partsOf(messages[key], code)
        .filter(({ type }) => type === partType.plural)
        .flatMap(({ value = '', options = {} }) => {
          const [from, to] = countsOf[value] ?? [0, 200];
          const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
          const needed = new Set(
            numbers.filter((number) => !(`=${number}` in options)).map((number) => rules.select(number)),
          );
          return [...needed].filter((category) => !(category in options)).map((category) => `${key}: ${category}`);
        }),
    );
    expect(missing).toEqual([]);
  });

  it('knows when there is nothing to suggest', () => {
    const suggesting = keys.filter((key) => Object.hasOwn(valuesFor(en[key]), 'suggestion'));
    expect(suggesting.length).toBeGreaterThan(0);
    for (const key of suggesting) {
      const select = partsOf(messages[key], code).find(({ type }) => type === partType.select);
      expect(Object.keys(select?.options ?? {}).sort()).toEqual(['none', 'other']);
    }
  });

  it('is bold where English is, and formats nothing else', () => {
    const wrong = keys.filter((key) => {
      const bare = messages[key].replaceAll('**', '').replace('#{channel}', '{channel}');
      return (
        count(messages[key], '**') !== count(en[key], '**') || /(?<!\p{L})_|_(?!\p{L})|`|~~|^[#>-]|\]\(/u.test(bare)
      );
    });
    expect(wrong).toEqual([]);
  });

  it('fits on buttons, in selects and in titles', () => {
    const say = sayIn(code);
    const labels = [
      'related',
      'sources',
      'preview',
      'undo',
      'next',
      'previous',
      'feedbackUseful',
      'feedbackWrong',
      'formConfirm',
      'formConfirmMorning',
      'formConfirmEvening',
      'formPlace',
      'formAgain',
      'formCancel',
      'greetingNotNow',
    ] as const;
    for (const key of labels) {
      expect(say(key).length).toBeLessThanOrEqual(40);
    }
    expect(say('readFullBrief').length).toBeLessThanOrEqual(80);
    expect(say('noticeExtractive').length).toBeLessThanOrEqual(400);
    expect(say('noticeRewritten').length).toBeLessThanOrEqual(400);
    expect(say('briefNoticeExtractive', { sentences: 14 }).length).toBeLessThanOrEqual(600);
    const counts = { sentences: 140, quoted: 90, rewritten: 50, model: 'm'.repeat(80) };
    expect(say('briefNoticeModel', counts).length).toBeLessThanOrEqual(600);
    expect(say('pageOf', { page: 99, pages: 99 }).length).toBeLessThanOrEqual(40);
    expect(say('showReceipts').length).toBeLessThanOrEqual(80);
  });

  it('has a page of help that Discord takes', async () => {
    const help = (await loadCommands()).get('help');
    const mention = (command: string) => `</${command}:12900000000000000001>`;
    const page = await help!.execute({} as never, aContext({ language: code, mention }));
    await expectPostable(page);
  });

  it('calls commands and options by one word that Discord takes', () => {
    // https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming
    const names = keys.filter((key) => key.startsWith('name.')).map((key) => messages[key]);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((word) => !/^[-_'\p{L}\p{N}]{1,32}$/u.test(word) || word !== word.toLowerCase())).toEqual([]);
  });

  it('describes commands and options in a few words, as one begins a sentence', () => {
    const described = keys.filter((key) => /^(?:command|option)\./.test(key)).map((key) => messages[key]);
    expect(described.length).toBeGreaterThan(0);
    expect(described.filter((text) => text.length > 100 || /^\p{Ll}|[.。]$/u.test(text))).toEqual([]);
  });

  it('shows queries that can be typed', async () => {
    const help = (await loadCommands()).get('help');
    const page = await help!.execute({} as never, aContext({ language: code, say: sayIn(code) }));
    const shown = textOf(page).split(messages.helpQueries)[1] ?? '';
    const queries = [...shown.matchAll(/`([^`]+)`/g)].map(([, query = '']) => query);
    expect(queries).toHaveLength(9);
    expect(queries.map((query) => readQuery(query)).filter((read) => !('query' in read))).toEqual([]);
  });

  it('tells nobody to type a time that would be refused', () => {
    const sentences = [messages.errorTimes, messages.errorTooManyTimes, messages.errorInterval];
    const quoted = sentences.flatMap((sentence) => [
      ...sentence.matchAll(/[“„«「]([^“”„«»「」{}]*\d[^“”„«»「」{}]*)[”“»」]/g),
    ]);
    const examples =
      code === 'en' ? ['07:00', '07:00, 18:30', 'every 2 hours'] : quoted.map(([, example = '']) => example);
    expect(examples.length).toBeGreaterThan(2);
    const interval = ['07:00, 18:30', sayIn(code)('everyHours', { hours: code === 'ar' ? 3 : 2 })];
    for (const example of interval) expect(messages['option.subscribe.times']).toContain(example);
    for (const example of examples) expect(() => typedTimes(example, aContext())).not.toThrow();
  });

  it('names every topic', () => {
    expect(topics.filter(({ names }) => !names[code]).map(({ key }) => key)).toEqual([]);
  });

  it('is a language with a name of its own', () => {
    expect(Intl.getCanonicalLocales(code)).toEqual([code]);
    expect(languages.filter((language) => language.name === name)).toHaveLength(1);
    expect(findLanguage(code)?.name).toBe(name);
  });
});

describe('the language for one of Discord’s locales', () => {
  it.each(Object.values(Locale))('%s is one that Tidings speaks', (locale) => {
    expect(findLanguage(languageOfLocale(locale))).toBeDefined();
  });

  it('is the locale’s own where Tidings speaks it', () => {
    for (const { code } of languages) {
      const locale = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' }[code] ?? code;
      expect(languageOfLocale(locale)).toBe(code);
    }
    expect([languageOfLocale('en-GB'), languageOfLocale('tlh')]).toEqual(['en', 'en']);
  });
});

it('speaks English to readers of any other language', () => {
  expect(sayIn('tlh')('related')).toBe(en.related);
});

it('German says du', () => {
  const { messages } = findLanguage('de')!;
  const said = Object.entries(messages);
  // „Sie“ in the middle of a sentence is nobody's „they“.
  const polite = said.filter(([, text]) => /\b(?:Ihnen|Ihre?[mnrs]?)\b|(?<![.!?:] |^)\bSie\b/u.test(text));
  expect(polite).toEqual([]);
  // Neither may it ask nobody in particular: „bitte wählen“.
  const impersonal = said.filter(([, text]) => /\b[Bb]itte (?:[\p{L}-]+ )*\p{Ll}+(?:en|ern|eln)[.,]/u.test(text));
  expect(impersonal).toEqual([]);
});
