import { describe, expect, it, test } from 'vitest';
import { type Muted, mostMutes } from '../../src/news/mute.ts';
import { addMute, findMutedStories, findMutes, removeMutes } from '../../src/store/mutes.ts';
import { monday } from '../support/articles.ts';
import { addSources, addToStory, openTestStore } from '../support/store.ts';

const word = (value: string): Muted => ({ kind: 'word', value });

/** Whether a story of articles with these titles is muted. */
async function isMuted(mute: Muted, ...titles: string[]): Promise<boolean> {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  let storyId: number | undefined;
  for (const [index, title] of titles.entries()) {
    const wish = { title, summary: '', url: `https://a.example/${index}`, ...(storyId && { storyId }) };
    storyId = (await addToStory(db, source!, wish)).storyId;
  }
  return (await findMutedStories(db, [mute], [storyId!])).has(storyId!);
}

describe('a muted word', () => {
  it.each([
    ['cat', 'The cat is back', true],
    ['cat', 'The catalogue is back', false],
    ['Ball', 'Der Ball rollt', true],
    ['Ball', 'Der Fußball rollt', false],
    ['café', 'Le cafe ferme', true],
    ['harbour tunnel', 'Harbour tunnel opens', true],
    ['harbour tunnel', 'Tunnel below the harbour', false],
    ['مباراة', 'انتهت مباراة الأمس', true],
    ['野球', '高校野球が開幕', true],
    ['野球', '野原で球技', false],
    ['地震', '北海道で地震', true],
    ['足球', '中国足球队获胜', true],
  ])('%s mutes “%s”: %s', async (muted, title, expected) => {
    expect(await isMuted(word(muted), title)).toBe(expected);
  });

  it('mutes what is about it, not what mentions it once among many', async () => {
    expect(await isMuted(word('football'), 'Stadium roof falls', 'Football stadium roof falls')).toBe(true);
    const others = ['Roof falls', 'A roof falls', 'The roof fell', 'Roof of a hall falls'];
    expect(await isMuted(word('football'), 'Football hall loses roof', ...others)).toBe(false);
  });

  it('mutes a story of many languages by the word of one', async () => {
    const db = openTestStore();
    const [source] = await addSources(db, {});
    const told = ['コメット接近', '彗星の写真', 'Der Schweif von nah', 'La queue de près'];
    const url = (index: number) => `https://a.example/${index}`;
    const { storyId } = await addToStory(db, source!, { title: 'A comet from near', summary: '', url: url(9) });
    for (const [index, title] of told.entries()) {
      const language = ['ja', 'ja', 'de', 'fr'][index]!;
      await addToStory(db, source!, { title, summary: '', url: url(index), language, storyId });
    }
    expect(await findMutedStories(db, [word('comet')], [storyId])).toEqual(new Map([[storyId, [word('comet')]]]));
    expect(await findMutedStories(db, [word('tail')], [storyId])).toEqual(new Map());
  });
});

test('a muted source takes only what no other tells; a muted topic what is mainly on it', async () => {
  const db = openTestStore();
  const [times, wire] = await addSources(db, { key: 'times' }, { key: 'wire' });
  const alone = await addToStory(db, times!, { url: 'https://a.example/1', topics: ['sport'] });
  const shared = await addToStory(db, times!, { url: 'https://a.example/2', topics: ['politics'] });
  await addToStory(db, wire!, { url: 'https://a.example/3', storyId: shared.storyId, topics: ['politics'] });
  const copied = await addToStory(db, times!, { url: 'https://a.example/4' });
  await addToStory(db, wire!, { url: 'https://a.example/5', storyId: copied.storyId, copyOf: copied.articleId });
  const ids = [alone, shared, copied].map(({ storyId }) => storyId);
  const mutedBy = async (mute: Muted) => [...(await findMutedStories(db, [mute], ids)).keys()];
  expect(await mutedBy({ kind: 'source', value: String(times!.id) })).toEqual([alone.storyId, copied.storyId]);
  expect(await mutedBy({ kind: 'source', value: String(wire!.id) })).toEqual([]);
  expect(await mutedBy({ kind: 'topic', value: 'sport' })).toEqual([alone.storyId]);
  expect(await findMutedStories(db, [], ids)).toEqual(new Map());

  const both: Muted[] = [times!, wire!].map(({ id }) => ({ kind: 'source', value: String(id) }));
  const sport: Muted = { kind: 'topic', value: 'sport' };
  expect(await findMutedStories(db, [...both, sport], ids)).toEqual(
    new Map([
      [alone.storyId, [both[0], sport]],
      [shared.storyId, both],
      [copied.storyId, [both[0]]],
    ]),
  );
});

test('mutes are their owner’s, each once, and not without end', async () => {
  const db = openTestStore();
  const [ada, milo, guild] = [{ userId: 'ada' }, { userId: 'milo' }, { guildId: 'guild' }];
  const first = await addMute(db, ada, word('one'), monday);
  expect(await addMute(db, ada, word('one'), monday)).toEqual(first);
  const servers = await addMute(db, guild, word('one'), monday);
  expect(await findMutes(db, { ...ada, ...guild })).toEqual([first, servers]);
  expect(await findMutes(db, { userId: null, guildId: '' })).toEqual([]);
  expect(await removeMutes(db, milo, [first!.id])).toEqual([]);
  expect(await removeMutes(db, guild, [first!.id, servers!.id])).toEqual([servers]);
  for (let index = 1; index < mostMutes; index++) await addMute(db, ada, word(`word ${index}`), monday);
  expect(await addMute(db, ada, word('one more'), monday)).toBeNull();
  expect(await addMute(db, milo, word('one more'), monday)).not.toBeNull();
});
