import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCustomId } from '../../src/discord/customId.ts';
import { languages, sayIn } from '../../src/discord/languages/index.ts';
import { markOfCard, markOfReply, renderCard, renderCardReply } from '../../src/discord/renderCard.ts';
import { storiesShown } from '../../src/discord/storiesShown.ts';
import type { Card } from '../../src/news/card.ts';
import { controlsOf, expectPostable, textOf } from '../support/messageChecks.ts';
import { aBriefingItem, aCard, anyBriefing } from '../support/stories.ts';

const made = '<t:1795413600:t>';
const outlets = (count: number) => Array.from({ length: count }, (_, index) => `Outlet ${index + 1}`);
const heading = (wish: Parameters<typeof aCard>[0]) => renderCard(aCard(wish)).content;

function aReply({ id, language, createdAt, content: { item } }: Card) {
  const { headline, url, sentences, corrections, storyId } = item;
  return { id, storyId, language, createdAt, content: { headline, url, outlet: 'Outlet', sentences, corrections } };
}

describe('a card as a message', () => {
  it('says how many report it, and when it came', () => {
    const item = { outlets: outlets(3), originCount: 3 };
    expect(heading({ kind: 'breaking', item })).toBe(`**Breaking** · 3 independent sources · ${made}`);
    expect(heading({ item })).toBe(`**Live** · 3 independent sources · ${made}`);
    expect(heading({ item, roleId: '77' })).toBe(`<@&77> **Live** · 3 independent sources · ${made}`);
  });

  it.each([
    ['outlets and origins', 6, 5, '+3 outlets, now 5 independent sources'],
    ['one outlet that only copies', 4, 3, '+1 outlet, now 3 independent sources'],
    ['an origin that had been a copy', 3, 4, 'now 4 independent sources'],
    ['nothing', 3, 3, '3 independent sources'],
  ])('that has grown by %s', (_what, count, origins, said) => {
    const wish = { item: { outlets: outlets(count), originCount: origins }, first: { outlets: 3, origins: 3 } };
    expect(heading(wish)).toBe(`**Live** · ${said} · ${made}`);
  });

  it('stays within Discord’s limits in every language, whatever the feeds hold; its reply too', async () => {
    const codes = languages.map(({ code }) => code);
    await fc.assert(
      fc.asyncProperty(anyBriefing(codes), async ({ items, language }) => {
        const card = aCard({ language, item: items[0]!, first: { outlets: 0, origins: 0 } });
        await expectPostable(renderCard(card));
        await expectPostable(renderCardReply(aReply(card)));
      }),
      { numRuns: 80 },
    );
  });

  it.each(languages.map(({ code }) => code))('speaks %s', (language) => {
    const say = sayIn(language);
    const grown = { item: { outlets: outlets(5), originCount: 4 }, first: { outlets: 2, origins: 2 }, language };
    const text = textOf(renderCard(aCard(grown)));
    for (const part of [say('cardLive'), say('cardMoreOutlets', { count: 3 }), say('cardNowOrigins', { count: 4 })]) {
      expect(text).toContain(part);
    }
    expect(text).toContain(`[ ${say('fullBrief')} ]`);
  });

  it('offers the full brief, what is related and the sources of its story', () => {
    const message = renderCard(aCard({ item: { storyId: 71 } }));
    expect(controlsOf(message).map(parseCustomId)).toMatchObject([
      { action: 'fullBrief', ids: [71, 1795413600000, 5] },
      { action: 'related', ids: [71] },
      { action: 'sources', ids: [71] },
    ]);
    expect(storiesShown(message as never)).toEqual([71]);
    const reply = renderCardReply(aReply(aCard({ item: { storyId: 71 } })));
    expect(storiesShown(reply as never)).toEqual([71]);
  });

  it('is told from other cards, from its replies, and from cards of an earlier database', () => {
    const card = aCard();
    const marks = [card, { ...card, id: 6 }, { ...card, createdAt: new Date(0) }].map(markOfCard);
    expect(new Set([...marks, markOfReply(aReply(card))]).size).toBe(4);
    expect(controlsOf(renderCardReply(aReply(card)))[0]).toBe(markOfReply(aReply(card)));
  });

  it('gives no link to an address that can’t be opened, and lets no headline mention anybody', () => {
    const [embed] = renderCard(aCard({ item: aBriefingItem({ url: 'javascript:alert(1)', headline: '@everyone' }) }))
      .embeds as [{ title?: string; url?: string }];
    expect(embed).not.toHaveProperty('url');
    expect(embed.title).not.toContain('@everyone');
  });
});
