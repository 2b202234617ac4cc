import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/discord/languages/index.ts';
import { renderRelated } from '../../src/discord/renderRelated.ts';
import { expectPostable } from '../support/messageChecks.ts';
import { anyBrief, anyTeasers, aTeaser } from '../support/stories.ts';

const anyLanguage = fc.constantFrom(...languages.map(({ code }) => code));

describe('related stories alone', () => {
  it('stay within Discord’s limits', async () => {
    await fc.assert(
      fc.asyncProperty(anyBrief, anyTeasers, anyLanguage, async ({ headline }, related, language) => {
        await expectPostable(renderRelated(headline, related, language));
      }),
      { numRuns: 100 },
    );
  });

  it('stand under the headline that they belong to, which formats nothing', () => {
    const message = renderRelated('**Ferry** sails ~~again~~', [aTeaser()], 'en');
    expect(message.embeds?.[0]?.title).toContain('\\*\\*Ferry\\*\\* sails \\~\\~again\\~\\~');
  });
});
