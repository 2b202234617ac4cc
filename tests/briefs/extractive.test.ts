import { expect, test } from 'vitest';
import { isBoilerplate } from '../../src/briefs/boilerplate.ts';
import { writeExtractiveBrief } from '../../src/briefs/extractive.ts';
import { needsAntecedent } from '../../src/briefs/leaning.ts';
import type { Article } from '../../src/news/article.ts';
import { type Brief, type BriefMaterial, type Sentence, sentencesOfText } from '../../src/news/brief.ts';
import { figureKey, figuresOf } from '../../src/text/numbers.ts';
import { anArticle, hours, monday } from '../support/articles.ts';
import { aSource } from '../support/sources.ts';

type Wish = Partial<Article> & { outlet?: string; copyOf?: number };

/** Articles get the ids 1, 2, 3 … and addresses of their own. */
function material(language: string, ...wishes: Wish[]): BriefMaterial {
  const articles = wishes.map(({ outlet = 'Harbour', copyOf = null, ...wish }, index) => ({
    ...anArticle({
      id: index + 1,
      summary: '',
      url: `https://harbour.example/${index + 1}`,
      publishedAt: hours(index - 9),
      ...wish,
    }),
    copyOf,
    source: aSource({ publisher: outlet }),
  }));
  const story = { id: 5, createdAt: monday, changedAt: monday, version: 3, headline: 'x', language: 'en' };
  return { story, language, articles };
}

const inSections = (brief: Brief): Sentence[] => brief.sections.flatMap(({ sentences }) => sentences);
const said = (brief: Brief): Sentence[] => sentencesOfText(brief);

const ferry =
  'The ferry Alba Queen sails to Stanewick again on Saturday after eleven weeks in dock. Engineers found 14 cracks in its main shaft in September. A new shaft weighing 3.2 tonnes came from a yard in Orbel. “We lost a third of our guests,” said Mara Quill, who runs the island’s only hotel. Fares rise by 6 percent in December.';
const islanders =
  'Islanders in Stanewick get their ferry back this weekend. The council paid 240,000 pounds for fishing boats that carried food and post. Some residents say that a second ship is needed. The harbour office expects 900 passengers on the first day.';
const german =
  'Die Fähre Alba Queen fährt ab Samstag wieder nach Stanewick. Elf Wochen lang lag sie wegen 14 Rissen in der Antriebswelle in der Werft. Das Ersatzteil kam aus Orbel.';

test('every sentence stands word for word in each article that it cites', async () => {
  const given = material('en', { text: ferry }, { text: islanders, outlet: 'Meridian' });
  const brief = await writeExtractiveBrief(given);
  expect(said(brief).length).toBeGreaterThanOrEqual(5);
  for (const { text, sources } of said(brief)) {
    expect(sources.length).toBeGreaterThan(0);
    for (const number of sources) {
      const { articleId } = brief.sources.find((source) => source.number === number)!;
      const article = given.articles.find(({ id }) => id === articleId)!;
      expect(article.text).toContain(text);
      const known = new Set(figuresOf(article.text, article.language).map(figureKey));
      expect(
        figuresOf(text, article.language)
          .map(figureKey)
          .filter((key) => !known.has(key)),
      ).toEqual([]);
    }
  }
});

test('no sentence is said twice', async () => {
  const brief = await writeExtractiveBrief(
    material('en', { text: ferry }, { text: `${ferry} ${islanders}`, copyOf: 1 }, { text: islanders }),
  );
  const texts = said(brief).map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
});

test('the brief tells which version of which story it is, and who wrote it', async () => {
  const brief = await writeExtractiveBrief(material('en', { text: ferry, title: 'Alba Queen sails' }));
  expect(brief).toMatchObject({ storyId: 5, storyVersion: 3, language: 'en', writer: 'extractive' });
  expect(brief).toMatchObject({ headline: 'Alba Queen sails', url: 'https://harbour.example/1' });
});

test('articles in the reader’s language speak, the others are listed', async () => {
  const wishes: Wish[] = [{ text: ferry }, { text: german, language: 'de', title: 'Fähre fährt' }];
  const forGerman = await writeExtractiveBrief(material('de', ...wishes));
  expect(forGerman.headline).toBe('Fähre fährt');
  expect(new Set(said(forGerman).map(({ language }) => language))).toEqual(new Set(['de']));
  expect(forGerman.sources.map(({ number, language }) => [number, language])).toEqual([
    [1, 'de'],
    [2, 'en'],
  ]);
  const forEnglish = await writeExtractiveBrief(material('en', ...wishes));
  expect(new Set(said(forEnglish).map(({ language }) => language))).toEqual(new Set(['en']));
});

test('without any in the reader’s language, others speak', async () => {
  const brief = await writeExtractiveBrief(material('ja', { text: ferry }));
  expect(said(brief).map(({ language }) => language)).toContain('en');
});

test('a copy in the reader’s language speaks before own reporting in another', async () => {
  const brief = await writeExtractiveBrief(
    material('en', { text: german, language: 'de' }, { text: ferry, copyOf: 1 }),
  );
  expect(new Set(said(brief).map(({ language }) => language))).toEqual(new Set(['en']));
});

test('a copy does not open the brief, is cited where it prints the sentence, and names its original', async () => {
  const brief = await writeExtractiveBrief(
    material(
      'en',
      { text: ferry, outlet: 'Meridian Wire' },
      { text: ferry, outlet: 'Copyist', copyOf: 1 },
      { text: islanders, outlet: 'Islander' },
    ),
  );
  const numberOf = new Map(brief.sources.map(({ outlet, number }) => [outlet, number]));
  const copy = brief.sources.find(({ outlet }) => outlet === 'Copyist')!;
  expect(copy.copyOf).toBe(numberOf.get('Meridian Wire'));
  expect(copy.number).toBe(3);
  const engineers = said(brief).find(({ text }) => text.startsWith('Engineers'))!;
  expect(engineers.sources).toEqual([numberOf.get('Meridian Wire'), 3]);
  const ofIslanders = said(brief).filter(({ text }) => islanders.includes(text));
  expect(ofIslanders.length).toBeGreaterThan(0);
  expect(ofIslanders.map(({ sources }) => sources)).toEqual(ofIslanders.map(() => [numberOf.get('Islander')]));
});

test.each([
  ['headline only', { summary: '', text: '' }],
  ['the headline once more', { summary: 'Ferry sails again', text: 'Ferry sails again' }],
  ['a few words', { summary: 'More soon.', text: '' }],
])('an article of %s makes a brief of its headline and link', async (_what, wish) => {
  const brief = await writeExtractiveBrief(material('en', wish));
  expect(said(brief)).toEqual([]);
  expect(brief).toMatchObject({ headline: 'Ferry sails again', url: 'https://harbour.example/1' });
  expect(brief.sources).toHaveLength(1);
});

test('one sentence is one sentence, not repeated as a point', async () => {
  const only = 'The ferry Alba Queen sails to Stanewick again on Saturday.';
  const brief = await writeExtractiveBrief(material('en', { summary: only, text: only }));
  expect(said(brief).map(({ text }) => text)).toEqual([only]);
});

test('a brief stays short, however much is written', async () => {
  const long = (seed: string) =>
    Array.from({ length: 40 }, (_, index) => index + seed)
      .map((name) => `Alda${name} brings boat${name} over sea${name} into port${name} near Kessel.`)
      .join(' ');
  const brief = await writeExtractiveBrief(
    material('en', ...['a', 'b', 'c', 'd'].map((seed) => ({ text: long(seed) }))),
  );
  expect(brief.standfirst.length).toBeLessThanOrEqual(2);
  expect(inSections(brief).length).toBeLessThanOrEqual(15);
});

test('the page’s furniture is never chosen', async () => {
  const furniture = [
    'By Anna Lund.',
    'Read more about the ferry in our long report from the island.',
    'Subscribe to our newsletter for more news from the coast today.',
    'The post Ferry sails again appeared first on The Harbour Times.',
    'Photo: The ferry Alba Queen in its dock at Stanewick on Sunday.',
    'Visit https://harbour.example for more news about the ferry line.',
    'Ferry, dock, island, shaft',
  ];
  const brief = await writeExtractiveBrief(
    material('en', { text: `${furniture.join('\n')}\n${ferry}\n${furniture.join('\n')}` }),
  );
  expect(said(brief).length).toBeGreaterThan(2);
  expect(said(brief).filter(({ text }) => furniture.some((line) => text.includes(line)))).toEqual([]);
});

test('no point leans on a sentence that is not there', async () => {
  const leaning = 'He called this the best day of the year for everyone on the island of Stanewick.';
  const brief = await writeExtractiveBrief(material('en', { text: `${leaning} ${ferry}` }));
  expect(said(brief).map(({ text }) => text)).not.toContain(leaning);
});

test('the standfirst goes on with what leans on its first sentence only when it follows at once', async () => {
  const first = 'The ferry Alba Queen sails to Stanewick on Saturday, said the mayor.';
  const same = 'On Saturday the ferry Alba Queen sails to Stanewick, the mayor said.';
  const leaning = 'She called this the best day of the year for everyone on the island.';
  const standfirst = async (...sentences: string[]) =>
    (await writeExtractiveBrief(material('en', { text: sentences.join(' ') }))).standfirst.map(({ text }) => text);
  expect(await standfirst(first, leaning)).toEqual([first, leaning]);
  expect(await standfirst(first, same, leaning)).toEqual([first]);
});

test('the opening comes from the article that has most in common with the others', async () => {
  const aside =
    'A painter from Kessel has drawn lighthouses all her life and now shows them in a small gallery near the pier.';
  const brief = await writeExtractiveBrief(
    material(
      'en',
      { text: ferry, title: 'Ferry' },
      { text: aside, title: 'Painter' },
      { text: `${islanders} ${ferry}`, title: 'Islanders' },
    ),
  );
  expect(brief.headline).not.toBe('Painter');
});

test('what a Japanese reader gets are whole sentences, quotations included', async () => {
  const text =
    '連絡船アルバ号は土曜日に運航を再開する。「島の客は三分の一減った」と宿の主人は話した。運賃は十二月に６％上がる。';
  const brief = await writeExtractiveBrief(material('ja', { text, language: 'ja' }));
  expect(
    said(brief)
      .map((sentence) => sentence.text)
      .toSorted(),
  ).toEqual(text.split(/(?<=。)/u).toSorted());
});

test('an image is the opening article’s, else any', async () => {
  const image = 'https://harbour.example/ship.jpg';
  expect((await writeExtractiveBrief(material('en', { text: ferry }))).imageUrl).toBeNull();
  expect(
    (await writeExtractiveBrief(material('en', { text: ferry }, { text: 'Short.', imageUrl: image }))).imageUrl,
  ).toBe(image);
});

test.each([
  ['Weiterlesen auf der Seite der Zeitung im Netz.', true],
  ['続きを読むにはこちらをご覧ください。', true],
  ['무단 전재 및 재배포를 금지합니다.', true],
  ['© 2026 The Harbour Times, every right is kept.', true],
  ['Reporting by Anna Lund.', true],
  ['Too short.', true],
  ['The ferry sails again on Saturday morning.', false],
  ['連絡船は土曜日に再開する。', false],
  ['By Saturday the ferry will have left the dock.', false],
])('%s is furniture: %s', (sentence, expected) => {
  expect(isBoilerplate(sentence, { title: 'Ferry' })).toBe(expected);
});

test.each([
  ['He left the island.', 'en', true],
  ['Helen left the island.', 'en', false],
  ['Sie verließ die Insel.', 'de', true],
  ['Sieben Schiffe liefen aus.', 'de', false],
  ['Elle a quitté l’île.', 'fr', true],
  ['これは初めてだ。', 'ja', true],
  ['이는 처음이다.', 'ko', true],
  ['他说船来了。', 'zh-Hans', true],
  ['It was not immediately clear why.', 'en', false],
  ['“We lost it,” he said.', 'en', true],
  ['“We lost a third of our guests.”', 'en', true],
  ['Es ist noch unklar, warum.', 'de', false],
  ['وأضاف أن السفينة وصلت.', 'ar', true],
  ['Он покинул остров.', 'ru', true],
  ['Ele deixou a ilha.', 'pt', true],
  ['He left.', 'xx', false],
])('%s (%s) needs the sentence before it: %s', (sentence, language, expected) => {
  expect(needsAntecedent(sentence, language)).toBe(expected);
});
