import { expect, test } from 'vitest';
import { rankArticles } from '../../src/briefs/rankArticles.ts';
import { supersededIn } from '../../src/briefs/supersededIn.ts';
import { anArticle, hours } from '../support/articles.ts';
import { aSource } from '../support/sources.ts';

type Told = { text: string; owner: string; at: number; language?: string };

function supersededOf(...told: Told[]): string[] {
  const articles = told.map(({ text, owner, at, language = 'en' }, index) => ({
    ...anArticle({ id: index + 1, title: 'Ferry hits pier', summary: '', text, language, publishedAt: hours(at) }),
    copyOf: null,
    source: aSource({ key: `paper${index}`, owner }),
  }));
  return Array.from(supersededIn(rankArticles(articles)), ({ text }) => text);
}

test.each<[string, string, string, string]>([
  ['en', 'The police put the number of dead at 9.', 'Police put the number of dead at 12.', 'told before the figure'],
  [
    'en',
    'The ferry burned, killing at least four people at sea.',
    'Nine people died on the burning ferry.',
    'told by a verb before it',
  ],
  ['ja', '県によると、けが人は19人となった。', '県の最終集計では、けが人は23人となった。', 'in Japanese'],
  ['es', 'La policía eleva a once los muertos del ferri.', 'En total hay trece muertos en el ferri.', 'in Spanish'],
])('a toll in %s is overtaken by the later count of its owner, %4$s', (language, text, later) => {
  const first = { text, owner: 'One', at: 0, language };
  expect(supersededOf(first, { text: later, owner: 'One', at: 1, language })).toEqual([text]);
  expect(supersededOf(first, { text: later, owner: 'Two', at: 1, language })).toEqual([]);
  expect(supersededOf(first, { text: later, owner: 'Two', at: 9, language })).toEqual([text]);
});

test('a count that takes its unit from the party before it is overtaken too', () => {
  const text = 'Police say 15 people died on the ferry.';
  const hospital = 'The local hospital says 16.';
  const later = { text: 'In all 17 people died on the ferry.', owner: 'One', at: 2 };
  expect(supersededOf({ text: `${text} ${hospital}`, owner: 'One', at: 0 }, later)).toEqual([text, hospital]);
});
