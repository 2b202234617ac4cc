import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderFound } from '../../src/discord/renderFound.ts';
import { controlsOf, expectPostable, optionsOf } from '../support/messageChecks.ts';
import { aFound, anyFound } from '../support/stories.ts';

it('stays within Discord’s limits, whatever was found', async () => {
  await fc.assert(
    fc.asyncProperty(anyFound, async (found) => {
      fc.pre(found.length > 0);
      await expectPostable(renderFound('Found', found, 'en'));
    }),
    { numRuns: 100 },
  );
});

it('lists articles with outlet, age and, where it is another, language', () => {
  const found = [aFound(), aFound({ storyId: 18, title: '渡し船が再開', outlet: '楓日報', language: 'ja' })];
  const { embeds } = renderFound('Found for “ferry”', found, 'en');
  expect(embeds?.[0]?.title).toBe('Found for “ferry”');
  expect(embeds?.[0]?.description).toBe(
    '**[Ferry sails again](https://harbour.example/ferry)**\n-# The Harbour Times · <t:1795408200:R>\n' +
      '**[渡し船が再開](https://harbour.example/ferry)**\n-# 楓日報 · <t:1795408200:R> · Japanese',
  );
});

it('offers the full brief of what belongs to a story, and of nothing else', () => {
  const message = renderFound('Found', [aFound({ storyId: null }), aFound({ storyId: 18 })], 'en');
  expect(optionsOf(message).map(({ value }) => value)).toEqual(['18']);
  expect(controlsOf(renderFound('Found', [aFound({ storyId: null })], 'en'))).toEqual([]);
});
