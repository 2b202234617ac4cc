import { expect, test } from 'vitest';
import { type Comparable, comparableOf } from '../../src/news/evidence.ts';
import { StoryIndex } from '../../src/news/storyIndex.ts';
import { learnedWeights } from '../../src/news/weights.ts';
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

/** Stories of one article each. */
function addBulletins(index: StoryIndex, count: number): void {
  for (let id = 1_000; id < 1_000 + count; id++) {
    index.add(id, id, featuresOfText(`Bulletin ${id} from parish ${id % 61}`));
  }
}

function storyOf(index: StoryIndex, article: Comparable): number | null {
  return index.place(article).group.storyId;
}

test('an article finds the story of its event, with the ids of its articles', () => {
  expect(anIndex().place(ferryAgain)).toMatchObject({ group: { storyId: 1, articleIds: [11], moved: [] }, others: [] });
});

test('an article about something else finds none', () => {
  const other = featuresOfText('A comet will be visible over the northern sky', {
    summary: 'Observers need no telescope for the comet, which passes closest on Thursday night.',
  });
  expect(storyOf(anIndex(), other)).toBeNull();
  expect(storyOf(new StoryIndex(), ferry)).toBeNull();
});

test('the same title in another language with other names is no story', () => {
  expect(storyOf(anIndex(), featuresOfText('Parlament in Orbel stimmt ab', { language: 'de' }))).toBeNull();
});

test('finding a story changes nothing', () => {
  const index = anIndex();
  expect(index.place(ferryAgain)).toEqual(index.place(ferryAgain));
  expect(index.size).toBe(2);
});

test('what is alike among few articles is alike by chance among thousands', () => {
  const index = new StoryIndex({ ...learnedWeights, crowding: { titles: 3, texts: 3 } });
  index.add(1, 11, featuresOfText('Town hall of Montrell damaged by fire'));
  const alike = featuresOfText('School of Ostley damaged by fire');
  const same = featuresOfText('Fire damages the town hall of Montrell');
  expect(storyOf(index, alike)).toBe(1);
  addBulletins(index, 4_000);
  expect(storyOf(index, alike)).toBeNull();
  expect(storyOf(index, same)).toBe(1);
});

test('where many reports are of one kind, more must be alike than where there are few', () => {
  const concerts = [
    'Ostley choir invites to a spring concert',
    'A concert for the school roof in Vesley',
    'Brass band of Lauen plans its spring concert',
    'Children give a concert in Hemmel',
    'Organ concert on Sunday at Orbel minster',
    'Spring concert in Trewick sold out',
    'Montrell: an evening concert by the lake',
    'Harp and flute: concert in the Zandt library',
    'Concert in Pernow raises money for the spring fair',
    'Old masters, new concert hall for Quelle',
    'Firefighters of Dorn play a spring concert',
    'Ulmen hears its first jazz concert',
  ];
  const another = featuresOfText('Spring concert of the Kestle quartet');
  const few = new StoryIndex();
  few.add(0, 0, featuresOfText(concerts[0] as string));
  expect(storyOf(few, another)).toBe(0);
  const many = new StoryIndex();
  for (const [id, title] of concerts.entries()) many.add(id, id, featuresOfText(title));
  expect(storyOf(many, another)).toBeNull();
  expect(storyOf(many, featuresOfText('Zandt library: a concert of harp and flute'))).toBe(7);
});

test('a large story does not attract what has little in common with it', () => {
  const index = anIndex();
  for (let member = 0; member < 64; member++) index.add(1, 100 + member, ferry);
  const weak = featuresOfText('Choir of the Stanewick school wins a prize', {
    summary: 'Forty children sang before the jury on Friday evening, and many in the hall were moved to tears.',
  });
  expect(storyOf(index, weak)).not.toBe(1);
  expect(storyOf(index, ferryAgain)).toBe(1);
});

test('stories whose newest article is older are forgotten, with the ids of their articles', () => {
  const index = new StoryIndex();
  const old = { ...ferry, publishedAt: hours(-80).getTime() };
  index.add(1, 11, old);
  index.add(1, 12, old);
  index.add(2, 21, vote);
  expect(index.forgetBefore(hours(-72))).toEqual([11, 12]);
  expect(index.size).toBe(1);
  expect(storyOf(index, ferryAgain)).toBeNull();
});

test('a story with one recent article is kept whole', () => {
  const index = new StoryIndex();
  index.add(1, 11, { ...ferry, publishedAt: hours(-80).getTime() });
  index.add(1, 12, ferryAgain);
  expect(index.forgetBefore(hours(-72))).toEqual([]);
  expect(index.place(ferry).group.articleIds).toEqual([11, 12]);
});

test('what was forgotten leaves no trace in what is rare', () => {
  const once = anIndex();
  const cleaned = anIndex();
  for (let story = 100; story < 130; story++)
    cleaned.add(story, story, { ...ferry, publishedAt: hours(-80).getTime() });
  cleaned.forgetBefore(hours(-72));
  expect(cleaned.place(ferryAgain)).toEqual(once.place(ferryAgain));
});

/** The ferry was taken for a part of the other story. */
function misplaced(): StoryIndex {
  const index = new StoryIndex();
  index.add(1, 11, vote);
  index.add(1, 12, ferry);
  return index;
}

test('what comes later shows that an article belongs elsewhere', () => {
  const index = misplaced();
  expect(index.place(ferryAgain)).toMatchObject({
    group: { storyId: null, articleIds: [12], moved: [12] },
    others: [],
  });
  index.move(12, 1, 2);
  expect(index.memberIdsOf(1)).toEqual([11]);
  expect(index.place(ferryAgain).group).toEqual({ storyId: 2, articleIds: [12], moved: [] });
});

test('two young stories become one when what comes later shows that they are', () => {
  const index = new StoryIndex();
  index.add(1, 11, ferry);
  index.add(2, 21, ferry);
  const { group, others } = index.place(ferryAgain);
  expect(group).toEqual({ storyId: 1, articleIds: [11, 21], moved: [21] });
  expect(others).toEqual([]);
});

test('the articles of a settled story stay, and so do those of a story that began a day before', () => {
  const settled = misplaced();
  settled.settle(1);
  const old = new StoryIndex();
  old.add(1, 11, { ...vote, publishedAt: ferryAgain.publishedAt - 25 * 60 * 60_000 });
  old.add(1, 12, ferry);
  for (const index of [settled, old]) {
    const { group, others } = index.place(ferryAgain);
    expect([...group.moved, ...others]).toEqual([]);
  }
});

test('a story that has lost all its articles is gone; a move from where an article is not does nothing', () => {
  const index = misplaced();
  index.move(11, 2, 3);
  expect(index.size).toBe(1);
  index.move(11, 1, 2);
  index.move(12, 1, 2);
  expect([index.size, index.memberIdsOf(1), index.memberIdsOf(2)]).toEqual([1, [], [11, 12]]);
});
