import { expect, test } from 'vitest';
import { passCheck } from '../../src/briefs/passCheck.ts';
import type { Sentence } from '../../src/news/brief.ts';
import { anArticle } from '../support/articles.ts';
import { aSource } from '../support/sources.ts';
import { aBrief, aBriefSource, aSentence } from '../support/stories.ts';

const first = 'The ferry Alba Queen sails to Stanewick again on Saturday after eleven weeks in dock.';
const second = 'Engineers found 14 cracks in its main shaft.';
const quoted = '“We lost a third of our guests,” said Mara Quill.';
const article = anArticle({ title: 'Ferry sails again', summary: '', text: `${first}\n${second} ${quoted}` });
const material = { articles: [{ ...article, copyOf: null, source: aSource() }] };

const extracted = (text: string) => aSentence({ text });
const rewritten = (text: string, receipt: string, wish: Partial<Sentence> = {}) =>
  aSentence({ text, receipts: [{ source: 1, text: receipt }], isRewritten: true, ...wish });
const check = (wish: Parameters<typeof aBrief>[0]) =>
  passCheck(aBrief({ standfirst: [extracted(first)], ...wish }), material);

test('what the sources say stays as it is', () => {
  const sentences = [extracted(second), rewritten('Mara Quill lost a third of her guests.', quoted)];
  const brief = aBrief({
    standfirst: [extracted(first), rewritten('The ferry Alba Queen sails again on Saturday.', first)],
    sections: [{ kind: 'happened', sentences: sentences.slice(0, 1) }],
    figures: [{ figure: '14 cracks', sentence: extracted(second) }],
    quotations: [{ text: 'We lost a third of our guests,', speaker: 'Mara Quill', language: 'en', source: 1 }],
    timeline: [{ date: '2026-11-28', sentence: extracted(first) }],
  });
  expect(passCheck(brief, material)).toEqual({ brief, rewritten: 1, failed: 0, faults: [] });
});

test('a sentence that fails gives way to the one that it cites, or goes when that is there already', () => {
  const { brief, failed, faults } = check({
    sections: [
      { kind: 'happened', sentences: [rewritten('Engineers found 41 cracks in its main shaft.', second)] },
      { kind: 'background', sentences: [rewritten('The ferry Alba Queen sails on Sunday.', first)] },
    ],
  });
  expect(brief.sections).toEqual([{ kind: 'happened', sentences: [extracted(second)] }]);
  expect([failed, faults.map(({ kind }) => kind)]).toEqual([2, ['figure', 'date']]);
});

test.each<[string, Sentence]>([
  ['a receipt that is in no article', extracted('The ferry Alba Queen has been sold.')],
  ['a source that there is not', aSentence({ text: second, sources: [7], receipts: [{ source: 7, text: second }] })],
  ['no receipt at all', aSentence({ text: second, receipts: [] })],
  ['a quotation that was touched', aSentence({ text: 'Engineers found cracks.', receipts: [] })],
])('%s is no ground for a sentence', (_, sentence) => {
  const { brief, failed } = check({ sections: [{ kind: 'happened', sentences: [sentence] }] });
  expect([brief.sections, failed]).toEqual([[], 1]);
});

test('a model’s sentence is in the readers’ language or not at all', () => {
  const german = rewritten('Die Fähre Alba Queen fährt wieder.', second, { language: 'de' });
  const { brief } = check({ sections: [{ kind: 'happened', sentences: [german] }] });
  expect(brief.sections).toEqual([{ kind: 'happened', sentences: [extracted(second)] }]);
});

test('the headline and its link are a source’s', () => {
  const { brief } = check({ headline: 'Ferry sinks', url: 'https://evil.example/' });
  expect([brief.headline, brief.url]).toEqual([aBriefSource().title, aBriefSource().url]);
});

test('figures, quotations, dates and disagreements that no source has are left out', () => {
  const invented = extracted('The shaft cost 9 million pounds in March.');
  const at = article.publishedAt;
  const { brief } = check({
    figures: [
      { figure: '9 million pounds', sentence: invented },
      { figure: '15 cracks', sentence: extracted(second) },
    ],
    quotations: [
      { text: 'We lost all of our guests', speaker: 'Mara Quill', language: 'en', source: 1 },
      { text: 'We lost a third of our guests,', speaker: 'Jonas Lund', language: 'en', source: 1 },
    ],
    timeline: [{ date: '2026-03', sentence: invented }],
    disagreements: [
      {
        kind: 'figure',
        sides: [
          { figure: '14', sentence: extracted(second), at },
          { figure: '9', sentence: invented, at },
        ],
      },
    ],
  });
  expect([brief.figures, brief.quotations, brief.timeline, brief.disagreements]).toEqual([[], [], [], []]);
});
