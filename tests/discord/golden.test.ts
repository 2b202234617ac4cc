import { expect, it } from 'vitest';
import type { ChannelTrace } from '../../src/discord/channelTrace.ts';
import { loadCommands } from '../../src/discord/loadCommands.ts';
import { renderBrief } from '../../src/discord/renderBrief.ts';
import { type Message, renderBriefing } from '../../src/discord/renderBriefing.ts';
import { renderCard, renderCardReply } from '../../src/discord/renderCard.ts';
import { renderDirect } from '../../src/discord/renderDirect.ts';
import { renderNotice } from '../../src/discord/renderNotice.ts';
import { renderReceipts, sentenceKey } from '../../src/discord/renderReceipts.ts';
import { renderRelated } from '../../src/discord/renderRelated.ts';
import { renderSources } from '../../src/discord/renderSources.ts';
import { renderWhy } from '../../src/discord/whyReply.ts';
import type { Verdict } from '../../src/news/briefing.ts';
import type { DirectNews } from '../../src/news/follow.ts';
import { aContext } from '../support/aContext.ts';
import { anArticle, hours } from '../support/articles.ts';
import { goldenBrief, goldenBriefings } from '../support/goldenStories.ts';
import { expectPostable, optionsOf, textOf } from '../support/messageChecks.ts';
import { aReadSource } from '../support/sources.ts';
import { aWish } from '../support/store.ts';
import { aBrief, aBriefing, aBriefingItem, aBriefSource, aCard, aSentence, aTeaser } from '../support/stories.ts';

/**
 * Messages as they are sent (`.json`) and as they read (`.md`). After a change that is meant, `vitest run -u` writes
 * them anew; read the difference before it goes in.
 */
async function expectGolden(name: string, message: Message): Promise<void> {
  await expectPostable(message);
  const options = optionsOf(message).map(({ label }) => `  ▾ ${label}`);
  const embeds = (message.embeds ?? []).map((embed) => `${textOf({ embeds: [embed] })}\n`);
  const controls = textOf({ components: message.components ?? [] });
  await expect(`${JSON.stringify(message, null, 2)}\n`).toMatchFileSnapshot(`../golden/${name}.json`);
  await expect(`${[...embeds, ...options, controls].join('\n')}\n`).toMatchFileSnapshot(`../golden/${name}.md`);
}

const conditions = {
  minOrigins: 2,
  quiet: { from: '22:00', until: '07:00' },
  whenEmpty: 'nothing',
  isPaused: false,
  suspended: null,
  layout: 'cards',
  images: false,
  mentionRoleId: null,
  postPer: null,
} as const;

const related = [
  aTeaser(),
  aTeaser({
    storyId: 43,
    headline: '橋の崩落、調査委員会が月曜に初会合',
    url: 'https://kaede.example/bridge',
    language: 'ja',
    outlet: '楓日報',
    teaser: aSentence({ text: '委員会は八週間以内に中間報告をまとめる。', language: 'ja' }),
  }),
  aTeaser({ storyId: 44, headline: 'Divers find the ship’s bell', outlet: 'The Harbour Times', teaser: null }),
];

it.each(Object.entries(goldenBriefings))('a briefing in %s', async (language, briefing) => {
  await expectGolden(`briefing.${language}`, renderBriefing(briefing));
});

it.each(['en', 'ja', 'de', 'ar'])('a full brief for a reader of %s', async (language) => {
  await expectGolden(
    `brief.${language}`,
    renderBrief(goldenBrief, related, { topic: 'disaster', phase: 'developing' }, language),
  );
});

it('a full brief of a story with nothing but a headline', async () => {
  await expectGolden('brief.headline', renderBrief(aBrief({ standfirst: [] }), [], { topic: null, phase: null }, 'en'));
});

it.each(['en', 'ja', 'de', 'ar'])('what is new in a followed story, for a reader of %s', async (language) => {
  const report = { url: 'https://kaede.example/bridge', language: 'ja', outlet: '楓日報', publishedAt: hours(-1) };
  const news: DirectNews = {
    ...{ kind: 'update', followId: 7, storyId: 17, topic: 'disaster', phase: 'developing' },
    headline: goldenBrief.headline,
    url: goldenBrief.url,
    updates: [
      { kind: 'origin', outlet: '楓日報', at: hours(-1), articleId: 3 },
      { kind: 'figures', figures: ['15', '350000000'], at: hours(-1), articleId: 3 },
    ],
    reports: [{ ...report, title: '橋の崩落、調査委員会が月曜に初会合' }],
  };
  await expectGolden(`followed.${language}`, renderDirect({ id: 1, createdAt: hours(0), language, news }));
});

it.each(['en', 'ja', 'de', 'ar'])('new stories for a reader of %s who follows words', async (language) => {
  const follow = {
    id: 3,
    userId: '1',
    guildId: null,
    createdAt: hours(0),
    kind: 'search',
    query: 'ferry OR フェリー',
  } as const;
  const stories = [{ item: aBriefingItem({ topic: 'disaster', originCount: 2 }), follow }];
  const news: DirectNews = { kind: 'stories', stories, more: 2, isLast: false };
  await expectGolden(`told.${language}`, renderDirect({ id: 1, createdAt: hours(0), language, news }));
});

it.each(['en', 'ja', 'ar'])('the sources’ own words for a sentence, for a reader of %s', async (language) => {
  const [said] = goldenBrief.sections.at(-1)?.sentences ?? [];
  await expectGolden(`receipts.${language}`, renderReceipts(goldenBrief, sentenceKey(said!), language));
});

it.each(['en', 'ko', 'zh-Hans', 'ar'])('a briefing that was put right, in %s', async (language) => {
  const text = 'Tickets stay at £4 until the new pier opens.';
  const correction = { at: hours(2), outlet: 'The Harbour Times', language: 'en', text };
  const withdrawn = { ...correction, at: hours(3), outlet: 'Meridian Wire', text: null };
  const briefing = aBriefing({ language, items: [aBriefingItem({ corrections: [correction, withdrawn] })] });
  await expectGolden(`corrected.${language}`, renderBriefing(briefing));
});

it.each(['en', 'de', 'ja', 'ar'])('the week in news, in %s', async (language) => {
  const week = { first: '2026-11-16', last: '2026-11-22' };
  const news = { headline: 'Alba Queen stops again', since: hours(-60) };
  await expectGolden(
    `week.${language}`,
    renderBriefing(aBriefing({ language, week, items: [aBriefingItem({ news })] })),
  );
});

it.each(['en', 'ja', 'de', 'ar'])('a card that grew, and its reply, in %s', async (language) => {
  const [item] = goldenBriefings[language === 'ar' ? 'en' : language]!.items;
  const card = aCard({ kind: 'breaking', language, roleId: '1290000000000000444', item: { ...item, news: null } });
  const grown = { ...card, content: { ...card.content, first: { outlets: 1, origins: 1 } } };
  await expectGolden(`card.${language}`, renderCard(grown));
  const { headline, url, outlets, sentences } = item!;
  const turn = { headline, url, outlet: outlets[0]!, sentences: sentences.slice(0, 1), corrections: [] };
  const reply = { id: 6, storyId: 17, language, createdAt: hours(1), content: turn };
  await expectGolden(`turn.${language}`, renderCardReply(reply));
});

it('related stories', async () => {
  await expectGolden('related.en', renderRelated('Ferry sails again', related, 'en'));
});

it.each(['en', 'de', 'ja', 'ar'])('how a story came, why it ranks and where it went, in %s', async (language) => {
  const terms = [
    { name: 'origins', amount: 4, points: 2.9 },
    { name: 'countries', amount: 3, points: 0.5 },
    { name: 'kinds', amount: 1, points: 0.2 },
    { name: 'growth', amount: 2, points: 0.2 },
    { name: 'killed', amount: 16, points: 0.98 },
    { name: 'hurt', amount: 26, points: 0.43 },
    { name: 'dollars', amount: 8.84e9, points: 0.74 },
  ] as const;
  const bonds = {
    names: ['Averne Bridge', 'Alan Thorley'],
    places: ['region:GB'],
    figures: ['118', '1140', '27.8%', '350000000000'],
    words: ['collapse'],
  };
  const brought = { at: hours(-1), articleId: 1 };
  const source = aReadSource({ title: 'Harbour Times', lastPolledAt: hours(-1), documentAt: hours(-3) });
  const trace = {
    article: anArticle({ firstSeenAt: hours(-3), publishedAt: hours(-4), editedAt: hours(-2) }),
    source,
    page: { status: 'read', fetchedAt: hours(-2) },
    copyOf: null,
    isFirst: false,
    shared: { names: ['Averne Bridge'], places: [], figures: ['118'], words: [] },
    topics: [{ topic: 'disaster', share: 0.93 }],
  } as const;
  const sent = { channelId: '21', subscriptionId: 1, place: 2, at: hours(-1), messageId: '77' } as const;
  const channel = (id: number, wish: Partial<ChannelTrace>): ChannelTrace => ({
    subscription: { userId: null, ...aWish({ guildId: '20', channelId: `2${id}` }), ...conditions, id },
    channelName: 'news',
    topics: 'World',
    deliveries: [],
    paused: null,
    verdict: null,
    mutedBy: '',
    isQuietNow: false,
    originCount: 1,
    ...wish,
  });
  const out = (leftOut: Verdict['leftOut'], place: number | null = null) => ({
    verdict: { storyId: 1, place, leftOut },
  });
  const message = renderWhy(
    {
      trace,
      channels: [
        channel(1, { ...out('had'), deliveries: [{ ...sent, status: 'sent' }] }),
        channel(2, { ...out(null, 3), deliveries: [{ ...sent, status: 'waiting' }], isQuietNow: true }),
        channel(3, { ...out('place', 9), deliveries: [{ ...sent, status: 'dropped' }] }),
        channel(4, { paused: 'x' }),
        channel(5, {}),
        channel(10, { ...out('muted'), mutedBy: '**“bridge”**, **World**' }),
        ...(['language', 'topic', 'unwritten', 'origins'] as const).map((leftOut, index) =>
          channel(6 + index, out(leftOut)),
        ),
      ],
      mayChange: true,
      headline: 'Six dead after *Averne* Bridge falls into the inlet',
      phase: 'developing',
      importance: { terms, newestAt: hours(-2), freshness: 0.94, value: 5.59 },
      bonds,
      mutedBy: '**“Averne”**',
      updates: [
        { ...brought, kind: 'figures', figures: ['19', '1500000'] },
        { ...brought, kind: 'names', names: ['Jean Tulloch'] },
        { ...brought, kind: 'origin', outlet: '楓日報' },
        { ...brought, articleId: null, kind: 'merged', headline: 'Bridge in England collapses' },
        { ...brought, articleId: null, kind: 'split', headline: 'Ferry sails again' },
      ],
    },
    language,
  );
  await expectGolden(`why.${language}`, message);
});

it('the sources of two stories', async () => {
  const second = aBrief({ storyId: 42, headline: 'Bridge inquiry opens', sources: [aBriefSource({ copyOf: null })] });
  await expectGolden('sources.en', renderSources([goldenBrief, second], 'en'));
});

it.each(['en', 'ja', 'ar'])('a notice about sources in %s', async (language) => {
  const held = { sourceId: 3, title: 'Sternblick', count: 61, heldAt: hours(0), endsAt: hours(24) };
  const notice = {
    paused: [],
    refused: [{ channelId: '1290000000000000201', topics: ['sport', 'Häfen'], reason: 'AutoMod' as const }],
    died: [
      { sourceId: 1, title: 'Harbour Times', problem: 'status 404' },
      { sourceId: 2, title: 'Open Ledger', problem: 'certificate' },
    ],
    recovered: [{ sourceId: 4, title: 'Kaede Nippo' }],
    held: [held],
  };
  await expectGolden(`notice.${language}`, renderNotice(notice, { id: 5, server: 'Harbour Friends', language }));
});

it.each(['en', 'de'])('the page of help in %s', async (language) => {
  const help = (await loadCommands()).get('help')!;
  const mention = (command: string) => `</${command}:1290000000000000300>`;
  await expectGolden(`help.${language}`, await help.execute({} as never, aContext({ language, mention })));
});
