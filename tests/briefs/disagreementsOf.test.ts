import { expect, test } from 'vitest';
import { disagreementsOf } from '../../src/briefs/disagreementsOf.ts';
import { rankArticles } from '../../src/briefs/rankArticles.ts';
import { supersededIn } from '../../src/briefs/supersededIn.ts';
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
  const ranked = rankArticles(articles);
  return disagreementsOf(ranked, supersededIn(ranked)).map(({ sides }) =>
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
  ['a toll of four hours later', [{ text: police }, { text: hospital, at: 4 }]],
  ['a later count of the same party', [{ text: police }, { text: police.replace('15', '16'), at: 1 }]],
  [
    'a toll that rose',
    [{ text: police }, { text: 'The toll of Port Averne rose to 16 dead, the hospital said.', at: 1 }],
  ],
  ['a guess', [{ text: police }, { text: hospital.replace('16', 'as many as 12') }]],
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
  [
    'a sum in two languages',
    [
      { text: 'Repairing the broken pier of Port Averne will cost 4.2 million pounds.' },
      { text: 'Die Reparatur des Piers von Port Averne kostet 7,5 Millionen Pfund.', language: 'de' },
    ],
  ],
])('%s is no disagreement', (_what, wishes) => {
  expect(sidesIn(...wishes)).toEqual([]);
});

test('a toll may be told in two languages', () => {
  const german = 'In Port Averne gab es nach Angaben der Klinik 16 Tote.';
  expect(sidesIn({ text: police }, { text: german, at: 2, language: 'de' })).toEqual([['15 people', '16 Tote']]);
  const alsoPolice = `${german} Die Polizei nennt 15 Tote.`;
  expect(sidesIn({ text: police }, { text: alsoPolice, at: 2, language: 'de' })).toEqual([]);
});

test.each<[string, string, string[]]>([
  ['en', 'The ferry burned. The coast guard put the number of injured at 14 and the operator at 19.', ['14', '19']],
  ['en', 'Police counted nine dead and the hospital twelve.', ['nine dead', 'twelve']],
  ['en', 'Police say 15 people died; the local hospital says 16.', ['15 people', '16']],
  [
    'en',
    'The coast guard put the number of injured at 14. The operator, Alba Lines, said 19 people had been treated.',
    ['14', '19 people'],
  ],
  ['de', 'Die Polizei meldet neun Tote, die Klinik zwölf.', ['neun Tote', 'zwölf']],
  [
    'de',
    'Die Polizei sprach am Mittag von neun Toten. Das Krankenhaus zählte zwölf Tote.',
    ['neun Toten', 'zwölf Tote'],
  ],
  ['ja', '死者は警察が15人、病院が16人としている。', ['15人', '16人']],
  [
    'ja',
    '運航する会社は、けが人が乗客16人、乗員3人の計19人に上ると発表した。海上保安本部は14人としている。',
    ['19人', '14人'],
  ],
])('two parties that one report in %s names stand side by side: %s', (language, text, sides) => {
  expect(sidesIn({ text, language })).toEqual([sides]);
});

test.each<[string, string, string]>([
  ['one party', 'en', 'Police counted nine dead in the bus. Police counted twelve dead in the cars.'],
  ['what one counted before', 'en', 'Police had earlier counted nine dead. The hospital counts twelve dead.'],
  [
    'what one counted before, in German',
    'de',
    'Zunächst sprach die Polizei von neun Toten. Die Klinik zählte zwölf Tote.',
  ],
  ['what one counted before, in Japanese', 'ja', '死者は当初、警察が15人、病院が16人としていた。'],
  ['a part of them', 'en', 'Police counted 23 injured. The hospital counted 12 injured.'],
  ['a place', 'en', 'Police said 15 people died, and six dead were counted in the hospital.'],
  ['a limit', 'en', 'Police counted at least nine dead and the hospital counted twelve dead.'],
  ['different things', 'en', 'Police counted nine dead. The hospital counted 23 injured.'],
  ['something else', 'en', 'Police counted nine dead. The hospital said 12 nurses were on strike.'],
  ['an age', 'en', 'Police counted nine dead. The hospital said the youngest was a boy of 12.'],
  ['an unclear second count', 'en', 'Police counted nine dead and 23 injured. The hospital counted 25.'],
  [
    'sentences apart by a very short one',
    'en',
    'Police counted nine dead. It rains. The hospital counted twelve dead.',
  ],
  [
    'sentences apart',
    'en',
    'Police counted nine dead. The bridge over the river is closed to traffic. The hospital counted twelve dead.',
  ],
])('%s is no disagreement of parties', (_what, language, text) => {
  expect(sidesIn({ text, language })).toEqual([]);
});

test('what two parties counted is told no more once its paper has a new count', () => {
  const text = 'Police counted nine dead and the hospital twelve.';
  expect(sidesIn({ text, owner: 'One' }, { text: 'Fifteen people died in all.', owner: 'One', at: 2 })).toEqual([]);
  expect(sidesIn({ text }, { text: 'Fifteen people died in all.', at: 20 })).toEqual([]);
});

test('a statement and its negation are told side by side', () => {
  const yes = 'The captain of the ferry Alba Queen had warned the harbour office about the cracked shaft.';
  const no = 'The captain of the ferry Alba Queen had not warned the harbour office about the cracked shaft.';
  expect(sidesIn({ text: yes }, { text: no, at: 1 })).toEqual([[yes, no]]);
  expect(sidesIn({ text: yes, owner: 'One' }, { text: no, owner: 'One' })).toEqual([]);
  const other = 'The mayor of Stanewick had not opened the new swimming hall beside the school.';
  expect(sidesIn({ text: yes }, { text: other })).toEqual([]);
});
