import { expect, test } from 'vitest';
import { comparableOf } from '../../src/news/evidence.ts';
import { StoryIndex } from '../../src/news/storyIndex.ts';
import { featuresOfText as features, hours } from '../support/articles.ts';

function featuresOfText(...said: Parameters<typeof features>) {
  return comparableOf(features(...said));
}

const ferry = featuresOfText('Stanewick ferry leaves dock after eleven weeks', {
  summary: 'The ferry to Stanewick leaves the dock on Saturday after eleven weeks of repairs to its engine.',
});
const ferryAgain = featuresOfText('After eleven weeks of repairs, the Stanewick ferry sails', {
  summary: 'Eleven weeks after its engine failed, the ferry to Stanewick is to leave the dock on Saturday.',
});
const vote = featuresOfText('Parliament in Lauen rejects the water tax', {
  summary: 'Members voted by 61 to 44 against the tax on water that the government of Petra Holm had proposed.',
});

function anIndex(): StoryIndex {
  const index = new StoryIndex();
  index.add(1, 11, ferry);
  index.add(2, 21, vote);
  return index;
}

test('an article finds the story of its event, with the ids of its articles', () => {
  expect(anIndex().findStory(ferryAgain)).toMatchObject({ storyId: 1, memberIds: [11] });
});

test('an article about something else finds none', () => {
  const other = featuresOfText('A comet will be visible over the northern sky', {
    summary: 'Observers need no telescope for the comet, which passes closest on Thursday night.',
  });
  expect(anIndex().findStory(other)).toBeNull();
  expect(new StoryIndex().findStory(ferry)).toBeNull();
});

test('the same title in another language with other names is no story', () => {
  expect(anIndex().findStory(featuresOfText('Parlament in Orbel stimmt ab', { language: 'de' }))).toBeNull();
});

test('finding a story changes nothing', () => {
  const index = anIndex();
  expect(index.findStory(ferryAgain)).toEqual(index.findStory(ferryAgain));
  expect(index.size).toBe(2);
});

test('a large story does not attract what has little in common with it', () => {
  const index = anIndex();
  for (let member = 0; member < 64; member++) index.add(1, 100 + member, ferry);
  const weak = featuresOfText('Stanewick school choir wins prize after weeks of practice');
  expect(index.findStory(weak)?.storyId).not.toBe(1);
  expect(index.findStory(ferryAgain)?.storyId).toBe(1);
});

test('stories whose newest article is older are forgotten, with the ids of their articles', () => {
  const index = new StoryIndex();
  const old = { ...ferry, publishedAt: hours(-80).getTime() };
  index.add(1, 11, old);
  index.add(1, 12, old);
  index.add(2, 21, vote);
  expect(index.forgetBefore(hours(-72))).toEqual([11, 12]);
  expect(index.size).toBe(1);
  expect(index.findStory(ferryAgain)).toBeNull();
});

test('a story with one recent article is kept whole', () => {
  const index = new StoryIndex();
  index.add(1, 11, { ...ferry, publishedAt: hours(-80).getTime() });
  index.add(1, 12, ferryAgain);
  expect(index.forgetBefore(hours(-72))).toEqual([]);
  expect(index.findStory(ferry)?.memberIds).toEqual([11, 12]);
});

test('what was forgotten leaves no trace in what is rare', () => {
  const once = anIndex();
  const cleaned = anIndex();
  for (let story = 100; story < 130; story++)
    cleaned.add(story, story, { ...ferry, publishedAt: hours(-80).getTime() });
  cleaned.forgetBefore(hours(-72));
  expect(cleaned.findStory(ferryAgain)).toEqual(once.findStory(ferryAgain));
});
