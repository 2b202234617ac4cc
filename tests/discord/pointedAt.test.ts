import { Collection } from 'discord.js';
import { expect, it } from 'vitest';
import { UserError } from '../../src/discord/command.ts';
import { pointedAt } from '../../src/discord/pointedAt.ts';
import { FeedError } from '../../src/news/outside.ts';
import { aContext } from '../support/aContext.ts';
import { addSources, addToStory, openTestStore } from '../support/store.ts';

const ferry = 'https://harbour.example/ferry';
const empty = { author: { id: 'somebody' }, content: '', embeds: [], components: [] };

async function asking() {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { storyId } = await addToStory(db, source!, { title: 'Ferry sails', url: ferry });
  const read: string[] = [];
  const readPage = async (url: string): Promise<never> => {
    read.push(url);
    throw new FeedError('network', 'nothing is there');
  };
  const context = aContext({ db, readPage });
  const ask = (targetMessage: object) =>
    pointedAt({ targetMessage, client: { user: { id: 'tidings' } } } as never, context);
  return { ask, storyId, read };
}

it('finds the links of what a message forwards, as Discord sends it and as discord.js keeps it', async () => {
  const { ask, storyId } = await asking();
  const snapshot = { content: `Look: ${ferry}`, embeds: [] };
  const kept = { ...empty, messageSnapshots: new Collection([['1', snapshot]]) };
  expect(await ask(kept)).toEqual({ storyId, page: null });
  expect(await ask({ ...empty, message_snapshots: [{ message: snapshot }] })).toEqual({ storyId, page: null });
  expect(
    await ask({ ...empty, message_snapshots: [{ message: { ...snapshot, content: 'Look' } }] }).catch(String),
  ).toMatch(/no link/);
});

it('tries no more than five links', async () => {
  const { ask, read } = await asking();
  const links = Array.from({ length: 9 }, (_, index) => `https://elsewhere.example/${index}`);
  await expect(ask({ ...empty, content: [...links, ferry].join(' ') })).rejects.toThrow(UserError);
  expect(read).toEqual(links.slice(0, 5));
});

it('takes no other message’s buttons for ours', async () => {
  const { ask, storyId } = await asking();
  const components = [{ type: 1, components: [{ type: 2, custom_id: 'related:7:8' }] }];
  const message = { ...empty, components, content: ferry };
  expect(await ask(message)).toEqual({ storyId, page: null });
  expect(await ask({ ...message, author: { id: 'tidings' } })).toEqual({ shown: [7, 8] });
});
