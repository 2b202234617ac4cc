import { expect, test } from 'vitest';
import { writeExtractiveBrief } from '../../src/briefs/extractive.ts';
import type { Article } from '../../src/news/article.ts';
import type { Brief } from '../../src/news/brief.ts';
import { anArticle, hours, monday } from '../support/articles.ts';
import { aSource } from '../support/sources.ts';

type Wish = Partial<Article> & { owner?: string };

function write(wishes: readonly Wish[], knownArticleId?: number): Promise<Brief> {
  const articles = wishes.map(({ owner, ...wish }, index) => ({
    ...anArticle({ id: index + 1, summary: '', url: `https://x.example/${index}`, publishedAt: hours(index), ...wish }),
    copyOf: null,
    source: aSource({ key: `paper${index}`, owner: owner ?? `Owner ${index}` }),
  }));
  const story = { id: 5, createdAt: monday, changedAt: monday, version: 3, headline: 'x', language: 'en' };
  return writeExtractiveBrief({ story, language: 'en', articles, ...(knownArticleId ? { knownArticleId } : {}) });
}

const opening = 'The ferry Alba Queen struck the pier of Port Averne on Monday. Rescuers took 84 people off the ship.';
const whole = `${opening} “We heard a bang and then the lights went out,” said Mara Quill, who runs the hotel. Repairs will cost 4.2 million pounds. It was not immediately clear why the engine failed. The pier was built in 1971. The shipyard rejects the report of the harbour office. A second ship is due to arrive on 27 November.`;

const texts = (brief: Brief, kind: string) =>
  brief.sections
    .filter((section) => section.kind === kind)
    .flatMap(({ sentences }) => sentences.map(({ text }) => text));

test('sentences stand in the section that their words give away, in the order of a brief', async () => {
  const brief = await write([{ text: whole }]);
  expect(brief.standfirst.map(({ text }) => text).join(' ')).toBe(opening);
  expect(texts(brief, 'unknown')).toEqual(['It was not immediately clear why the engine failed.']);
  expect(texts(brief, 'background')).toEqual(['The pier was built in 1971.']);
  expect(texts(brief, 'counterview')).toEqual(['The shipyard rejects the report of the harbour office.']);
  expect(texts(brief, 'outlook')).toContain('A second ship is due to arrive on 27 November.');
  expect(brief.sections.map(({ kind }) => kind)).toEqual(['counterview', 'background', 'outlook', 'unknown']);
});

test('below a summary the text begins with its own first sentence, if that says more', async () => {
  const [summary, text] = [opening, `At dusk the harbour master closed both basins to traffic. ${whole}`];
  const brief = await write([{ summary, text }]);
  expect(brief.standfirst.map(({ text }) => text).join(' ')).toBe(summary);
  expect(brief.opening?.text).toBe('At dusk the harbour master closed both basins to traffic.');
  expect(texts(brief, 'happened')).not.toContain(brief.opening?.text);
  for (const told of [{ text }, { summary, text: whole }, { summary, text: `He closed both basins. ${whole}` }])
    expect((await write([told])).opening).toBeNull();
});

test('who is quoted by name stands apart, and is not told twice', async () => {
  const brief = await write([{ text: whole }]);
  expect(brief.quotations).toEqual([
    { text: 'We heard a bang and then the lights went out,', speaker: 'Mara Quill', language: 'en', source: 1 },
  ]);
  expect(texts(brief, 'reactions')).toEqual([]);
});

test('key figures come with their sentence; small bare counts and years are none', async () => {
  const brief = await write([{ text: whole }]);
  expect(brief.figures.map(({ figure }) => figure).sort()).toEqual(['4.2 million pounds', '84 people']);
  for (const { figure, sentence } of brief.figures) expect(sentence.text).toContain(figure);
});

test('a number in words is no part of a longer one', async () => {
  const brief = await write([{ text: `${opening} Twenty-nine people were injured.` }]);
  expect(brief.figures.map(({ figure }) => figure)).toEqual(['Twenty-nine people', '84 people']);
});

test('two dates make a timeline, read from the day of publishing; one makes none', async () => {
  const brief = await write([{ text: whole, publishedAt: new Date('2026-11-23T18:00:00Z') }]);
  expect(brief.timeline.map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-27']);
  expect((await write([{ text: opening }])).timeline).toEqual([]);
});

test('a toll that the same paper counted anew is not told any more', async () => {
  const toll = (count: number) => `The ferry struck the pier of Port Averne and ${count} people died, police said.`;
  const brief = await write([
    { text: toll(6), owner: 'One' },
    { text: toll(15), owner: 'One', title: 'Toll rises' },
  ]);
  expect(JSON.stringify(brief)).not.toContain('and 6 people');
});

test('for readers who had the story, only what is new in it leads', async () => {
  const fresh = 'Divers found 3 cracks in the hull of the ship on Tuesday afternoon near Kessel.';
  const articles = [{ text: opening }, { text: `${opening} ${fresh}`, title: 'Divers find cracks' }];
  const brief = await write(articles, 1);
  expect(brief.headline).toBe('Divers find cracks');
  expect(brief.standfirst.map(({ text }) => text)).toEqual([fresh]);
  expect((await write(articles)).standfirst.map(({ text }) => text)).not.toEqual([fresh]);
});
