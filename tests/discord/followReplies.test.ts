import { describe, expect, it } from 'vitest';
import { followingReply } from '../../src/discord/followingReply.ts';
import { type Asker, followBriefing, followNews, followStory, stopFollowing } from '../../src/discord/followReplies.ts';
import { languages } from '../../src/discord/languages/index.ts';
import { muteReply } from '../../src/discord/muteReplies.ts';
import { PostError } from '../../src/news/outside.ts';
import { followedKey } from '../../src/news/topic.ts';
import { findFollows } from '../../src/store/follows.ts';
import { findPerson } from '../../src/store/people.ts';
import { aContext } from '../support/aContext.ts';
import { hours } from '../support/articles.ts';
import { expectPostable, textOf } from '../support/messageChecks.ts';
import { addSources, addToStory, openTestStore } from '../support/store.ts';
import { aBrief } from '../support/stories.ts';

const asker: Asker = { user: { id: 'milo' }, locale: 'en-US', guildLocale: null, guild: null };

async function aWorld(language = 'en') {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { storyId } = await addToStory(db, source!, { topics: ['sport'] });
  const briefOf = async () => aBrief({ storyId, headline: 'Ferry *sails* again' });
  const context = aContext({ db, language, briefOf, openDirect: async () => 'direct' });
  return { db, source: source!, storyId, context };
}

describe.each(languages)('following in $name', ({ code }) => {
  it('says what will happen, lists it, and takes it back', async () => {
    const { db, storyId, context } = await aWorld(code);
    const { say } = context;
    const story = await followStory(asker, storyId, context);
    expect(story.content).toBe(say('followedStory', { headline: 'Ferry \\*sails\\* again' }));
    const search = await followNews(asker, { kind: 'search', query: 'ferry' }, 'Asia/Tokyo', context);
    const example = say('inQuotes', { text: 'Ferry sails again' });
    expect(search.content).toContain(say('followPreview', { count: 1, example }));
    expect(search.content).toContain('22:00');
    const none = await followNews(asker, { kind: 'topic', topic: 'science' }, null, context);
    expect(none.content).toContain(say('followPreview', { count: 0, example: '' }));
    const timetable = { times: ['07:00'], weekdays: [1, 2, 3, 4, 5, 6, 7], everyMinutes: null };
    const wish = { ...timetable, zone: null, topics: [followedKey], language: code, maxStories: 6 };
    const own = await followBriefing(asker, wish, context);
    expect(own.content).toContain(say('whatYouFollow'));
    await muteReply({ userId: 'milo' }, { kind: 'word', value: 'a_b' }, context);
    await muteReply({ guildId: 'guild' }, { kind: 'topic', value: 'sport' }, context);
    const listed = await followingReply('milo', 'guild', context);
    for (const reply of [story, search, none, own, listed]) await expectPostable(reply);
    expect(textOf(listed)).toContain(say('followingServerMutes'));
    const ids = (await findFollows(db, 'milo')).map(({ id }) => id);
    expect(await stopFollowing('milo', ids, context)).toContain('**ferry**');
    expect(await stopFollowing('milo', ids, context)).toBe(say('unfollowedAlready'));
  });
});

it('the stories of a topic that nobody would be told of do not count', async () => {
  const { db, source, context } = await aWorld();
  const korean = { language: 'ko', title: '페리 다시 운항', url: 'https://herald.example/ko' };
  await addToStory(db, source, { ...korean, topics: ['sport'] });
  const { content } = await followNews(asker, { kind: 'topic', topic: 'sport' }, null, context);
  const example = context.say('inQuotes', { text: 'Ferry sails again' });
  expect(content).toContain(context.say('followPreview', { count: 1, example }));
  const late = { ...context, now: () => hours(24 * 8) };
  expect((await followNews(asker, { kind: 'topic', topic: 'sport' }, null, late)).content).toContain(
    context.say('followPreview', { count: 0, example: '' }),
  );
});

it('a story that is over can’t be followed, nor can anything while direct messages don’t open', async () => {
  const { db, storyId, context } = await aWorld();
  const later = { ...context, now: () => hours(80) };
  await expect(followStory(asker, storyId, later)).rejects.toThrow('is over');
  const openDirect = () => Promise.reject(new PostError('try again', 'no answer'));
  await expect(followStory(asker, storyId, { ...context, openDirect })).rejects.toThrow('could not be opened');
  expect([await findPerson(db, 'milo'), await findFollows(db, 'milo')]).toEqual([null, []]);
});

it('a zone is known from then on when it was named, not when it was guessed', async () => {
  const { db, context } = await aWorld();
  const timetable = { times: ['07:00'], weekdays: [1], everyMinutes: null };
  const wish = { ...timetable, topics: [], language: 'en', maxStories: 6 };
  await followBriefing({ ...asker, locale: 'ja' }, { ...wish, zone: null }, context);
  expect((await findPerson(db, 'milo'))?.timeZone).toBeNull();
  await followBriefing(asker, { ...wish, topics: ['sport'], zone: 'Europe/Berlin' }, context);
  expect((await findPerson(db, 'milo'))?.timeZone).toBe('Europe/Berlin');
});
