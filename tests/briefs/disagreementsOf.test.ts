import { expect, test } from 'vitest';
import { disagreementsOf } from '../../src/briefs/disagreementsOf.ts';
import { rankArticles } from '../../src/briefs/rankArticles.ts';
import { anArticle, hours } from '../support/articles.ts';
import { aSource } from '../support/sources.ts';

type Wish = { text: string; owner?: string; at?: number; copyOf?: number; language?: string };

/** The sides of each disagreement: figures, or the sentences of statements. */
function sidesIn(...wishes: Wish[]): (string | null)[][] {
  const articles = wishes.map(({ text, owner, at = 0, copyOf = null, language = 'en' }, index) => ({
    ...anArticle({ id: index + 1, title: 'Ferry hits pier', summary: '', text, language, publishedAt: hours(at) }),
    copyOf,
    source: aSource({ key: `paper${index}`, owner: owner ?? `Owner ${index}` }),
  }));
  return disagreementsOf(rankArticles(articles)).map(({ sides }) =>
    sides.map(({ figure, candidate }) => figure ?? candidate.text),
  );
}

const police = 'The ferry struck the pier at Port Averne and 15 people died, police said.';
const hospital = 'The ferry struck the pier at Port Averne and 16 people died, the hospital said.';

test('two counts of the dead in two papers stand side by side, the older first', () => {
  expect(sidesIn({ text: hospital, at: 1 }, { text: police })).toEqual([['15 people', '16 people']]);
});

test('a count of money differs too', () => {
  const cost = (sum: string) => `Repairing the broken pier of Port Averne will cost ${sum} pounds, the council said.`;
  expect(sidesIn({ text: cost('4.2 million') }, { text: cost('7.5 million') })).toHaveLength(1);
});

test.each<[string, Wish[]]>([
  ['one paper', [{ text: police }]],
  ['the same count', [{ text: police }, { text: police.replace('police', 'officials') }]],
  [
    'an update of the same owner',
    [
      { text: police, owner: 'One' },
      { text: hospital, owner: 'One', at: 1 },
    ],
  ],
  ['a toll of half a day later', [{ text: police }, { text: hospital, at: 11 }]],
  ['a copy', [{ text: police }, { text: hospital, copyOf: 1 }]],
  ['a limit that both keep', [{ text: police.replace('15', 'at least 15') }, { text: hospital }]],
  ['a part and the whole', [{ text: police }, { text: hospital.replace('16', '160') }]],
  ['what came on top', [{ text: police }, { text: hospital.replace('16 people', '16 more people') }]],
  ['another unit', [{ text: police }, { text: hospital.replace('died', 'were injured') }]],
  ['both counts in one paper', [{ text: `${police} ${hospital}` }, { text: hospital }]],
  [
    'a rounded sum',
    [
      { text: 'Repairing the broken pier of Port Averne will cost 4.2 million pounds.' },
      { text: 'Repairing the broken pier of Port Averne will cost 4.23 million pounds.' },
    ],
  ],
  [
    'sums of different things',
    [
      { text: 'Repairing the broken pier of Port Averne will cost 4.2 million pounds.' },
      { text: 'Last summer tourists spent 7.5 million pounds in hotels on the islands.' },
    ],
  ],
  ['two languages', [{ text: police }, { text: 'Beim Unglück von Port Averne starben 16 Menschen.', language: 'de' }]],
])('%s is no disagreement', (_what, wishes) => {
  expect(sidesIn(...wishes)).toEqual([]);
});

test('a statement and its negation are told side by side', () => {
  const yes = 'The captain of the ferry Alba Queen had warned the harbour office about the cracked shaft.';
  const no = 'The captain of the ferry Alba Queen had not warned the harbour office about the cracked shaft.';
  expect(sidesIn({ text: yes }, { text: no, at: 1 })).toEqual([[yes, no]]);
  expect(sidesIn({ text: yes, owner: 'One' }, { text: no, owner: 'One' })).toEqual([]);
  const other = 'The mayor of Stanewick had not opened the new swimming hall beside the school.';
  expect(sidesIn({ text: yes }, { text: other })).toEqual([]);
});
