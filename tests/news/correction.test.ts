import { expect, test } from 'vitest';
import { lostFrom } from '../../src/news/correction.ts';
import { anArticle, hours } from '../support/articles.ts';
import { aSentence } from '../support/stories.ts';

const cited = [
  { number: 1, articleId: 7, outlet: 'The Harbour Times' },
  { number: 2, articleId: 8, outlet: '楓日報' },
];

/** Whether a sentence counts as lost when its source reads like this now. */
function isLost(sentence: string, now: string): boolean {
  const item = { headline: 'Ferry', cited, sentences: [aSentence({ text: sentence })] };
  return lostFrom(item, [anArticle({ id: 7, title: 'Ferry', summary: '', text: now })], hours(1)).length > 0;
}

test.each([
  ['the same text', 'Seven were hurt. It rained.', false],
  ['another place in the text', 'It rained. Seven were hurt.', false],
  ['other punctuation, case and space', '“SEVEN were hurt” — it\u00a0rained', false],
  ['another word', 'Eight were hurt. It rained.', true],
  ['a word more', 'Seven were badly hurt. It rained.', true],
  ['the sentence gone', 'It rained.', true],
  ['nothing left', '', true],
])('a sentence whose source has %s', (_what, now, lost) => {
  expect(isLost('Seven were hurt.', now)).toBe(lost);
});

test.each([
  ['38 cars sailed.', 'On Monday 138 cars sailed.'],
  ['It cost 3.5 million.', 'It cost 35 million.'],
  ['It fell by -2 degrees.', 'It fell by 2 degrees.'],
  ['It rose by 5 %.', 'It rose by 5.'],
  ['It cost €5.', 'It cost $5.'],
  ['38人が乗船した。', '138人が乗船した。'],
])('“%s” is not “%s”', (sentence, now) => {
  expect(isLost(sentence, sentence)).toBe(false);
  expect(isLost(sentence, now)).toBe(true);
});

test('what the message shows of a model’s sentence stands by its receipts', () => {
  const sentence = aSentence({
    text: 'A boat took some people over.',
    isRewritten: true,
    receipts: [
      { source: 1, text: 'The ferry carried 38.' },
      { source: 2, text: '船は38人を運んだ。' },
    ],
    language: 'en',
  });
  const lost = lostFrom(
    { headline: 'Ferry', cited, sentences: [sentence] },
    [anArticle({ id: 7, text: 'The ferry carried 38.' }), anArticle({ id: 8, text: '船は48人を運んだ。' })],
    hours(1),
  );
  expect(lost).toEqual([{ at: hours(1), outlet: '楓日報', language: 'en', text: '船は38人を運んだ。' }]);
});

test('what rests on another article, or stands in any reading of its own, stands', () => {
  const item = { headline: 'Ferry', cited, sentences: [aSentence({ text: 'Seven were hurt.' })] };
  expect(lostFrom(item, [anArticle({ id: 9, text: 'It rained.' })], hours(1))).toEqual([]);
  const readings = [anArticle({ id: 7, text: 'It rained.' }), anArticle({ id: 7, text: 'Seven were hurt.' })];
  expect(lostFrom(item, readings, hours(1))).toEqual([]);
});

test('of a withdrawn report nothing stands, which is said once', () => {
  const sentences = [aSentence({ text: 'Seven were hurt.' }), aSentence({ text: 'It rained.' })];
  const withdrawn = anArticle({ id: 7, title: 'Ferry', text: 'Seven were hurt. It rained.', withdrawnAt: hours(1) });
  const lost = [{ outlet: 'The Harbour Times', text: null }];
  expect(lostFrom({ headline: 'Fire', cited, sentences }, [withdrawn], hours(1))).toMatchObject(lost);
  expect(lostFrom({ headline: 'Ferry', cited, sentences: [] }, [withdrawn], hours(1))).toMatchObject(lost);
  expect(lostFrom({ headline: 'Fire', cited, sentences: [] }, [withdrawn], hours(1))).toEqual([]);
});
