import { expect, test } from 'vitest';
import { writeQuery } from '../../src/news/query.ts';
import { createMatchQuery, type Searched } from '../../src/text/matchQuery.ts';
import { aQuery } from '../support/aQuery.ts';

const article: Searched = {
  title: 'Ferries return to Stanewick',
  body: 'The harbour tunnel stays closed. Café owners in 東京都 are glad.',
  language: 'zh-Hant',
  topics: ['economy'],
  source: {
    publisher: 'The Harbour Times',
    title: 'News',
    url: 'https://harbour.example/feed',
    key: 'hk',
    country: 'HK',
  },
};

test.each([
  ['ferries', ['ferries']],
  ['ferri', ['ferri']],
  ['fer', null],
  ['ferries tunnel', ['ferries', 'tunnel']],
  ['ferries bridge', null],
  ['ferries OR bridge', ['ferries']],
  ['ferries NOT bridge', ['ferries']],
  ['ferries -tunnel', null],
  ['"harbour tunnel"', ['"harbour tunnel"']],
  ['"tunnel harbour"', null],
  ['"stanewick the"', null],
  ['cafe', ['cafe']],
  ['東京', ['東京']],
  ['都', ['都']],
  ['source:harbour lang:zh country:hk topic:Economy', ['source:harbour', 'lang:zh', 'country:HK', 'topic:economy']],
  ['source:meridian', null],
  ['lang:ja', null],
  ['country:JP OR tunnel', ['tunnel']],
  ['topic:sport', null],
])('%s: %j', (typed, expected) => {
  const match = createMatchQuery(aQuery(typed));
  expect(match(article)?.map(writeQuery) ?? null).toEqual(expected);
});
