import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/discord/languages/index.ts';
import { renderSources } from '../../src/discord/renderSources.ts';
import { expectPostable, textOf } from '../support/messageChecks.ts';
import { aBrief, aBriefSource, anyBrief } from '../support/stories.ts';

const anyLanguage = fc.constantFrom(...languages.map(({ code }) => code));

describe('the sources of several stories', () => {
  it('stay within Discord’s limits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyBrief, { minLength: 1, maxLength: 7 }), anyLanguage, async (briefs, language) => {
        await expectPostable(renderSources(briefs, language));
      }),
      { numRuns: 60 },
    );
  });

  it('stand under their headlines, and those left out are counted', () => {
    const many = Array.from({ length: 90 }, (_, index) => aBriefSource({ number: index + 1 }));
    const text = textOf(renderSources([aBrief({ sources: many }), aBrief({ headline: 'Second story' })], 'en'));
    expect(text).toContain('**[Ferry sails again](https://harbour.example/ferry)**\n`1` [The Harbour Times]');
    expect(text).toMatch(/\n… \+\d+\n/);
    expect(text).toContain('**[Second story]');
  });
});
