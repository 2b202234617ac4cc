import { describe, expect, it } from 'vitest';
import { languages, sayIn } from '../../src/discord/languages/index.ts';
import { directMarkOf, renderDirect } from '../../src/discord/renderDirect.ts';
import { type DirectNews, dailyStories, type Follow, storiesAtOnce } from '../../src/news/follow.ts';
import { hours, monday } from '../support/articles.ts';
import { hostilePieces } from '../support/hostileText.ts';
import { controlsOf, expectPostable, optionsOf, textOf } from '../support/messageChecks.ts';
import { aBriefingItem, aSentence } from '../support/stories.ts';

const from = { userId: 'milo', guildId: null, createdAt: monday };
const topic: Follow = { ...from, id: 3, kind: 'topic', topic: 'sport' };
const search = (query: string, id = 4): Follow => ({ ...from, id, kind: 'search', query });

function update(text = 'Storm near Lauen kills 19 people', many = 1): DirectNews {
  const report = { title: text, url: 'https://a.example/1', outlet: text, language: 'ja', publishedAt: hours(-1) };
  const updates = [
    { kind: 'origin', outlet: text, at: hours(-2), articleId: 1 },
    { kind: 'figures', figures: ['19'], at: hours(-1), articleId: 2 },
    { kind: 'names', names: [text, text], at: hours(-1), articleId: 2 },
  ] as const;
  return {
    ...{ kind: 'update', followId: 7, storyId: 17, headline: text, url: 'https://a.example/', topic: 'weather' },
    phase: 'developing',
    updates: Array.from({ length: many }, () => updates).flat(),
    reports: Array.from({ length: many }, () => report),
  };
}

function stories(text = 'Ferry sails again', count = 2): DirectNews {
  const item = aBriefingItem({ headline: text, sentences: [aSentence({ text })], outlets: [text] });
  const follows = Array.from({ length: count }, (_, index) => search(`${text} ${index}`.slice(0, 400), index));
  const told = follows.map((follow, index) => ({ item: { ...item, storyId: index + 1 }, follow }));
  return { kind: 'stories', stories: told, more: 3, isLast: true };
}

const direct = (news: DirectNews, language: string) => ({ id: 35 ** 6, createdAt: monday, language, news });

describe.each(languages)('a direct message in $name', ({ code }) => {
  it('is one that Discord takes, however much there is to tell', async () => {
    const long = 'A long title '.repeat(40);
    for (const news of [update(), update(long, 8), stories(), stories(long, storiesAtOnce), stories('x', 0)]) {
      await expectPostable(renderDirect(direct(news, code)));
    }
    await expectPostable(renderDirect(direct({ kind: 'closed', followId: 1, storyId: 17, headline: long }, code)));
  });

  it('shows foreign text letter for letter, and can be found again', async () => {
    for (const text of hostilePieces) {
      for (const news of [update(text), stories(text)]) {
        const message = renderDirect(direct(news, code));
        await expectPostable(message);
        expect(message.embeds?.map(({ description }) => description).join()).not.toMatch(
          /@everyone|@here|(?<!\\)<[@#]/,
        );
        expect(controlsOf(message)).toContain(directMarkOf(direct(news, code)));
      }
    }
  });

  it('says why it comes, that it was the day’s last, and how many more there were', () => {
    const say = sayIn(code);
    const told = { item: aBriefingItem(), follow: topic };
    const text = textOf(renderDirect(direct({ kind: 'stories', stories: [told], more: 3, isLast: true }, code)));
    expect(text).toContain(say('directMore', { count: 3 }));
    expect(text).toContain(say('directLast', { count: dailyStories }));
    expect(text).toContain(say('directBecause', { what: '*' }).split('*')[0]);
  });
});

it('opens the briefs of its stories, and stops what it came for', () => {
  const told = [
    { item: aBriefingItem({ storyId: 21 }), follow: topic },
    { item: aBriefingItem({ storyId: 22 }), follow: search('ferry') },
  ];
  const message = renderDirect(direct({ kind: 'stories', stories: told, more: 0, isLast: false }, 'en'));
  expect(optionsOf(message).map(({ value }) => value)).toEqual(['21', '22']);
  expect(controlsOf(message).map((id) => id.split(':')[0])).toEqual(['brief', 'unfollow', 'unfollow', 'following']);
  expect(textOf(message)).toContain('[ Stop: Sport ]');
});
