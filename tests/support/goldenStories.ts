import type { Brief } from '../../src/news/brief.ts';
import type { Briefing, BriefingItem } from '../../src/news/briefing.ts';
import { aBrief, aBriefing, aBriefingItem, aBriefSource, aSentence } from './stories.ts';

const hoursAgo = (hours: number) => new Date(Date.UTC(2026, 10, 23, 6) - hours * 3_600_000);

type Words = { timeZone: string; topics: readonly string[]; items: readonly Partial<BriefingItem>[] };

const inEnglish: Words = {
  timeZone: 'Europe/London',
  topics: [],
  items: [
    {
      headline: 'Ferry to Stanewick sails again, ten days after the storm',
      sentences: [
        aSentence({ text: 'The first crossing left Port Averne at 6.10am with 38 cars on board.' }),
        aSentence({ text: 'Tickets stay at £4 until the new pier opens, the county council said.', sources: [1, 3] }),
      ],
      outlets: ['The Harbour Times', 'Meridian Wire', 'Northgate Public Radio', 'Open Ledger', 'Rundfunk Mittelland'],
      articleCount: 9,
      originCount: 4,
      newestAt: hoursAgo(1),
      topic: 'disaster',
      news: { headline: 'Second boat to join on Thursday', since: hoursAgo(24) },
    },
    {
      headline: 'Orchestra *finally* names its conductor_s [sic]',
      sentences: [aSentence({ text: 'Yuna Seo, 34, takes over in March.', sources: [2] })],
      outlets: ['Open Ledger'],
      newestAt: hoursAgo(20),
    },
    {
      headline: 'Ein Dorf in den Alpen zählt seine Murmeltiere',
      sentences: [aSentence({ text: 'Gezählt wurden 214 Tiere, elf mehr als im Vorjahr.', language: 'de' })],
      outlets: ['Lindentaler Bote', '楓日報'],
      originCount: 2,
      newestAt: hoursAgo(30),
      topic: 'environment',
    },
  ],
};

const inJapanese: Words = {
  timeZone: 'Asia/Tokyo',
  topics: ['weather', 'science'],
  items: [
    {
      headline: '北の港に三十年ぶりの流氷、漁は一週間の休み',
      sentences: [
        aSentence({ text: '海上保安署によると、流氷は23日未明に港の入り口まで達した。', language: 'ja' }),
        aSentence({ text: '漁協は30日まで出漁を見合わせる。', language: 'ja', sources: [2] }),
      ],
      outlets: ['楓日報', 'みなと放送'],
      articleCount: 3,
      originCount: 2,
      newestAt: hoursAgo(2),
      topic: 'weather',
    },
    {
      headline: 'Probe sends its first picture of the comet',
      sentences: [aSentence({ text: 'The picture shows a valley four kilometres long.', language: 'en' })],
      outlets: ['Meridian Wire'],
      newestAt: hoursAgo(5),
      topic: 'science',
    },
  ],
};

const inGerman: Words = {
  timeZone: 'Europe/Berlin',
  topics: ['economy'],
  items: [
    {
      headline: 'Fahrradhersteller ruft 41.000 Akkus zurück und rechnet mit Kosten in zweistelliger Millionenhöhe',
      sentences: [
        aSentence({
          text: 'Betroffen sind Räder aus den Jahren 2023 bis 2025, teilte das Unternehmen mit.',
          language: 'de',
        }),
      ],
      outlets: ['Lindentaler Bote', 'Rundfunk Mittelland', 'Open Ledger', 'Meridian Wire'],
      articleCount: 6,
      originCount: 3,
      newestAt: hoursAgo(3),
      topic: 'economy',
      news: { headline: 'Behörde nennt höhere Zahl', since: hoursAgo(24) },
    },
  ],
};

const inSpanish: Words = {
  timeZone: 'America/Santiago',
  topics: [],
  items: [
    {
      headline: 'El recuento de Valdecorza termina con once votos de diferencia',
      sentences: [aSentence({ text: 'La junta electoral proclamará el resultado el jueves.', language: 'es' })],
      outlets: ['Diario de Almendral', 'Agencia Tres Cumbres'],
      articleCount: 4,
      originCount: 2,
      newestAt: hoursAgo(1),
      topic: 'politics',
    },
    {
      headline: 'Una ajedrecista chilena gana en Róterdam',
      sentences: [],
      outlets: ['Agencia Tres Cumbres'],
      newestAt: hoursAgo(8),
    },
  ],
};

/** A briefing for each of four languages. */
export const goldenBriefings: Readonly<Record<string, Briefing>> = Object.fromEntries(
  Object.entries({ en: inEnglish, ja: inJapanese, de: inGerman, es: inSpanish }).map(
    ([language, { timeZone, topics, items }]) => {
      const stories = items.map((item, index) =>
        aBriefingItem({ storyId: index + 41, url: `https://paper.example/${language}/${index + 1}`, ...item }),
      );
      const articleCount = stories.reduce((sum, { articleCount }) => sum + articleCount, 0);
      const sourceCount = new Set(stories.flatMap(({ outlets }) => outlets)).size;
      return [language, aBriefing({ language, timeZone, topics, items: stories, articleCount, sourceCount })];
    },
  ),
);

/** A story that three outlets in two languages report, one of them a copy. */
export const goldenBrief: Brief = aBrief({
  storyId: 41,
  writer: 'small-model',
  headline: 'Ferry to Stanewick sails again, ten days after the storm',
  url: 'https://harbour.example/ferry',
  imageUrl: 'https://harbour.example/ferry.jpg',
  standfirst: [
    aSentence({ text: 'The first crossing left Port Averne at 6.10am with 38 cars on board.' }),
    aSentence({ text: 'Tickets stay at £4 until the new pier opens.' }),
  ],
  sections: [
    {
      kind: 'reactions',
      sentences: [
        aSentence({
          text: '“I have missed the gulls more than the bus,” said Jean Tulloch, who sold the first ticket.',
          sources: [1, 2],
        }),
      ],
    },
    {
      kind: 'unknown',
      sentences: [
        aSentence({ text: 'It was not immediately clear who will pay for the old pier.', isRewritten: true }),
      ],
    },
    {
      kind: 'outlook',
      sentences: [aSentence({ text: 'Die zweite Fähre soll am Donnerstag folgen.', language: 'de', sources: [3] })],
    },
  ],
  quotations: [
    { text: 'Wir haben die Möwen vermisst.', speaker: 'Jonas Reuter', language: 'de', source: 3 },
    { text: 'I have missed the gulls more than the bus', speaker: 'Jean Tulloch', language: 'en', source: 1 },
  ],
  figures: [
    { figure: '£4', sentence: aSentence({ text: 'Tickets stay at £4 until the new pier opens.' }) },
    {
      figure: '38',
      sentence: aSentence({ text: 'The first crossing left Port Averne at 6.10am with 38 cars on board.' }),
    },
  ],
  timeline: [
    { date: '2026-11-13', sentence: aSentence({ text: 'A storm tore the old pier away on 13 November.' }) },
    {
      date: '2026-11-23',
      sentence: aSentence({ text: 'The first crossing left Port Averne at 6.10am with 38 cars on board.' }),
    },
  ],
  disagreements: [
    {
      kind: 'figure',
      sides: [
        {
          figure: '41',
          sentence: aSentence({ text: 'Auf der ersten Fahrt waren 41 Autos an Bord.', language: 'de', sources: [3] }),
          at: hoursAgo(4),
        },
        {
          figure: '38',
          sentence: aSentence({ text: 'The first crossing left Port Averne at 6.10am with 38 cars on board.' }),
          at: hoursAgo(1),
        },
      ],
    },
  ],
  sources: [
    aBriefSource({ publishedAt: hoursAgo(1) }),
    aBriefSource({
      number: 2,
      outlet: 'Northgate Public Radio',
      country: 'CA',
      url: 'https://northgate.example/ferry_(again)',
      publishedAt: hoursAgo(2),
      copyOf: 1,
    }),
    aBriefSource({
      number: 3,
      outlet: 'Rundfunk Mittelland',
      country: 'DE',
      language: 'de',
      url: 'https://rundfunk.example/faehre',
      publishedAt: hoursAgo(4),
    }),
  ],
});
