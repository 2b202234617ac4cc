import { expect, test } from 'vitest';
import {
  addGuildTopic,
  addSourcesToGuildTopic,
  findGuildTopic,
  findGuildTopics,
  removeGuildTopic,
} from '../../src/store/guildTopics.ts';
import { findStoriesOnOwnTopic } from '../../src/store/search.ts';
import { removeSourceFromGuild } from '../../src/store/sources.ts';
import { aQuery } from '../support/aQuery.ts';
import { hours, monday } from '../support/articles.ts';
import { addSources, addToStory, openTestStore, rowsOf } from '../support/store.ts';

const by = { userId: 'ada', now: monday };
const ferries = { guildId: 'guild', name: 'Ferries', query: aQuery('ferry OR "sea lane"') };

test('a server’s own topic reads back, and its name is taken there in any case, elsewhere not', async () => {
  const db = openTestStore();
  const topic = await addGuildTopic(db, ferries, by);
  expect(topic).toMatchObject(ferries);
  expect(await findGuildTopic(db, topic!.id)).toEqual(topic);
  expect(await addGuildTopic(db, { ...ferries, name: 'FERRIES' }, by)).toBeNull();
  expect(await addGuildTopic(db, { ...ferries, guildId: 'other' }, by)).not.toBeNull();
  expect(await findGuildTopics(db, 'guild')).toEqual([topic]);
});

test('the number of a removed topic is never given to another', async () => {
  const db = openTestStore();
  const topic = await addGuildTopic(db, ferries, by);
  await removeGuildTopic(db, topic!.id);
  expect(await findGuildTopic(db, topic!.id)).toBeNull();
  const again = await addGuildTopic(db, ferries, by);
  expect(again!.id).not.toBe(topic!.id);
});

test('a topic takes everything of its sources, and what holds its words, as far as the server gets them', async () => {
  const db = openTestStore();
  const [harbour, meridian] = await addSources(db, { key: 'harbour' }, { key: 'meridian' });
  const { storyId: ferry } = await addToStory(db, harbour!, { title: 'Ferry sails', url: 'https://harbour.example/1' });
  const { storyId: vote } = await addToStory(db, meridian!, { title: 'Tax falls', url: 'https://meridian.example/1' });
  await addToStory(db, harbour!, { title: 'Bridge opens', summary: '', url: 'https://harbour.example/2' });
  const { id } = (await addGuildTopic(db, ferries, by))!;
  await addSourcesToGuildTopic(db, id, [meridian!.id]);
  await addSourcesToGuildTopic(db, id, [meridian!.id]);
  const topic = (await findGuildTopic(db, id))!;
  expect(topic.sources).toEqual([meridian!.id]);
  const found = (since: Date) => findStoriesOnOwnTopic(db, topic, { guildId: 'guild', since });
  expect(await found(hours(-9))).toEqual(new Set([ferry, vote]));
  expect(await found(hours(0))).toEqual(new Set());
  await removeSourceFromGuild(db, 'guild', meridian!.id, by);
  expect(await found(hours(-9))).toEqual(new Set([ferry]));
  await removeGuildTopic(db, id);
  expect(await rowsOf(db, 'guild_topic_sources')).toEqual([]);
});
