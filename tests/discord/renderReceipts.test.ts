import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages, sayIn } from '../../src/discord/languages/index.ts';
import { renderBrief } from '../../src/discord/renderBrief.ts';
import { renderReceipts, sentenceKey } from '../../src/discord/renderReceipts.ts';
import { expectPostable, optionsOf } from '../support/messageChecks.ts';
import { aBrief, aBriefSource, anyBrief, aSentence } from '../support/stories.ts';

const say = sayIn('en');
const anyLanguage = fc.constantFrom(...languages.map(({ code }) => code));
const sources = [
  aBriefSource(),
  aBriefSource({ number: 2, outlet: '楓日報', language: 'ja', country: 'JP', url: 'https://kaede.example/ferry' }),
];

describe('the receipts of a sentence', () => {
  it('are offered for every sentence of a page, and each choice is answered within Discord’s limits', async () => {
    await fc.assert(
      fc.asyncProperty(anyBrief, anyLanguage, async (brief, language) => {
        const message = renderBrief(brief, [], { topic: null, phase: null }, language);
        for (const { value } of optionsOf(message, 'receipts')) {
          const answer = renderReceipts(brief, value, language);
          expect(answer.content).toBeUndefined();
          await expectPostable(answer);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are the source’s own words, with outlet, time, language and link', () => {
    const sentence = aSentence({ text: '船は土曜に再開する。', language: 'ja', sources: [2, 1] });
    const brief = aBrief({ sources, standfirst: [sentence] });
    const { embeds } = renderReceipts(brief, sentenceKey(sentence), 'en');
    expect(embeds?.[0]).toMatchObject({ title: say('receiptsTitle') });
    expect(embeds?.[0]?.description).toBe(
      [
        '> 船は土曜に再開する。',
        '\\[2\\] [楓日報](https://kaede.example/ferry) 🇯🇵 · <t:1795408200:f> · Japanese',
        '',
        'Also in [The Harbour Times](https://harbour.example/ferry) 🇬🇧',
      ].join('\n'),
    );
  });

  it('stand beneath the sentence that a model made of them', () => {
    const sentence = aSentence({
      text: 'The boat is back on Saturday.',
      isRewritten: true,
      sources: [1, 2],
      receipts: [
        { source: 1, text: 'The ferry sails again on Saturday.' },
        { source: 2, text: '船は土曜に再開する。' },
      ],
    });
    const brief = aBrief({ sources, writer: 'small-*model*', standfirst: [sentence] });
    const lines = renderReceipts(brief, sentenceKey(sentence), 'en').embeds?.[0]?.description?.split('\n') ?? [];
    expect(lines[0]).toBe('The boat is back on Saturday.');
    expect(lines[2]).toBe(`**${say('receiptRewritten', { model: 'small-\\*model\\*' })}**`);
    expect(lines.filter((line) => line.startsWith('> '))).toEqual([
      '> The ferry sails again on Saturday.',
      '> 船は土曜に再開する。',
    ]);
  });

  it('of a quotation are its words', () => {
    const brief = aBrief({
      quotations: [{ text: 'I missed the gulls.', speaker: 'Jean Tulloch', language: 'en', source: 1 }],
    });
    const answer = renderReceipts(brief, sentenceKey({ text: 'I missed the gulls.' }), 'en');
    expect(answer.embeds?.[0]?.description).toContain('> I missed the gulls.');
  });

  it('are found in a brief that was rewritten if it still has the sentence; else that is said', () => {
    const sentence = aSentence({ text: 'Tickets cost £4.' });
    const later = aBrief({ storyVersion: 2, sections: [{ kind: 'background', sentences: [sentence] }] });
    expect(renderReceipts(later, sentenceKey(sentence), 'en').embeds).toHaveLength(1);
    const gone = aBrief({ storyVersion: 3 });
    expect(renderReceipts(gone, sentenceKey(sentence), 'en')).toEqual({ content: say('receiptGone') });
  });
});
