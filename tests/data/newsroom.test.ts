import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Published = { readonly id: string; readonly publisher: string };

const folder = new URL('../../data/newsroom/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const publishers: { key: string; language: string }[] = read('publishers.json');
const articles = globSync('events/*.json', { cwd: folder }).flatMap((file): Published[] => read(file).articles);

/** The days of a week as a language names them, without the `日` that Japanese may leave out. */
function weekdaysIn(language: string): RegExp {
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const names = [1, 2, 3, 4, 5, 6, 7].map((day) => weekday.format(Date.UTC(2026, 10, day)));
  return new RegExp(names.map((name) => name.replace(/曜日$/, '曜')).join('|'), 'iu');
}

it.each([...new Set(publishers.map(({ language }) => language))])('no article in %s names a weekday', (language) => {
  const keys = publishers.filter((publisher) => publisher.language === language).map(({ key }) => key);
  const theirs = articles.filter(({ publisher }) => keys.includes(publisher));
  expect(theirs.length).toBeGreaterThan(0);
  const weekdays = weekdaysIn(language);
  expect(theirs.flatMap((article) => JSON.stringify(article).match(weekdays)?.[0] ?? [])).toEqual([]);
});
