import { expect, test } from 'vitest';
import { addGuildTopic, findGuildTopic, findGuildTopics, removeGuildTopic } from '../../src/store/guildTopics.ts';
import { monday } from '../support/articles.ts';
import { openTestStore } from '../support/store.ts';

const by = { userId: 'ada', now: monday };
const ferries = { guildId: 'guild', name: 'Ferries', words: ['ferry', 'sea lane'] };

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
