import { expect, it } from 'vitest';
import { foldersToTopics } from '../../src/discord/foldersToTopics.ts';
import { languages, sayIn } from '../../src/discord/languages/index.ts';
import { topics } from '../../src/news/topic.ts';

const say = sayIn('en');

it.each(languages.map(({ code }) => code))('a folder named like a topic in %s is that topic', (code) => {
  for (const { key, names } of topics) {
    const { topics: found, ownTopics } = foldersToTopics([[names[code]!.toUpperCase()]], say);
    expect([found.length, ownTopics]).toEqual([1, []]);
    expect(topics.find((topic) => topic.key === found[0])?.names[code]).toBe(
      topics.find((topic) => topic.key === key)?.names[code],
    );
  }
});

it('any other becomes a topic of its own, and so does each folder around it', () => {
  expect(foldersToTopics([['Harbours', 'North, West; East'], ['sport'], ['Harbours']], say)).toEqual({
    topics: ['sport'],
    ownTopics: ['Harbours', 'North West East'],
  });
});

it('takes no names that nobody could type, or that mean everything', () => {
  const { ownTopics } = foldersToTopics([['All'], ['Top Stories'], ['x'], [' '], ['y'.repeat(90)]], say);
  expect(ownTopics).toHaveLength(1);
  expect(ownTopics[0]!.length).toBeLessThanOrEqual(40);
});
